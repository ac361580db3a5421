"""Messages of a workspace as rows for a file: whole, or with personal data masked."""

from typing import Any

from relevo.console.export import messages
from tests.people import Workspace

TEXT = "Soy Beatriz, llamadme al 612345678 o a bea@example.com"


def exported(workspace: Workspace, *, masked: bool) -> list[dict[str, Any]]:
    async def rows() -> list[dict[str, Any]]:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            return [row async for row in messages(session, masked=masked)]

    return workspace.server.run(rows())


def test_every_message_and_note_is_written_in_order(workspace: Workspace) -> None:
    sent = workspace.customer().say(TEXT)
    rows = exported(workspace, masked=False)
    assert (rows[0]["id"], rows[0]["text"]) == (sent["id"], TEXT)
    assert [row["at"] for row in rows] == sorted(row["at"] for row in rows)
    assert rows[0]["sender"]["kind"] == "contact"


def test_masked_rows_hold_neither_the_contacts_name_nor_their_addresses(workspace: Workspace) -> None:
    customer = workspace.customer()
    customer.say(TEXT)
    customer.say("zuzanna es mi nombre")
    contact = f"/api/v1/contacts/{customer.contact_id}"
    workspace.member().client.patch(contact, json={"name": "Zuzanna Wójcik"}).raise_for_status()
    rows = [row for row in exported(workspace, masked=True) if row["sender"]["kind"] == "contact"]
    assert rows[0]["text"] == "Soy [nombre], llamadme al [teléfono] o a [correo]"
    assert rows[1]["text"] == "[nombre] es mi nombre"
    assert {row["sender"]["name"] for row in rows} == {""}


def test_another_workspace_is_not_in_it(workspace: Workspace, new_workspace: Any) -> None:
    new_workspace().customer().say("hola desde otra casa")
    workspace.customer().say("hola")
    assert "otra casa" not in str(exported(workspace, masked=False))
