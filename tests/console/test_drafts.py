"""What an agent has begun to write is kept on the server, for them alone."""

from tests.people import Workspace


def test_a_draft_is_there_on_every_device_of_its_writer_and_for_nobody_else(workspace: Workspace) -> None:
    marta, luis = workspace.member(name="Marta"), workspace.member(name="Luis")
    conversation = workspace.customer().say("una persona, por favor")["conversation_id"]
    path = f"/api/v1/conversations/{conversation}/draft"
    nothing = {"text": "", "private": False}
    assert marta.client.get(path).json() == nothing

    marta.client.put(path, json={"text": "Hola, te lo mi", "private": True}).raise_for_status()
    assert marta.client.get(path).json() == {"text": "Hola, te lo mi", "private": True}
    assert luis.client.get(path).json() == nothing

    marta.client.put(path, json={"text": "Hola, te lo miro", "private": False}).raise_for_status()
    assert marta.client.get(path).json()["text"] == "Hola, te lo miro"
    marta.client.delete(path).raise_for_status()
    assert marta.client.get(path).json() == nothing
