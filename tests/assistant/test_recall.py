"""When an article changes, the answers that stood on it come back, with a correction that somebody has to approve."""

import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from relevo.assistant.grounding.types import Evidence
from relevo.assistant.recall.stands import instead, stands
from tests.people import Customer, Workspace

from .shop import fill

OLD = {
    "envios.md": "# Envíos\n\n## Baleares\n\nEl envío a Baleares cuesta 9,90 €. El envío a Baleares tarda de 5 a 7 días laborables.\n"
}
NEW = {
    "envios.md": "# Envíos\n\n## Baleares\n\nEl envío a Baleares cuesta 11,90 €. El envío a Baleares tarda de 5 a 7 días laborables.\n"
}


@pytest.fixture
def told(workspace: Workspace, tmp_path: Path) -> tuple[Workspace, Customer, dict[str, Any]]:
    """A customer who was told the old price."""
    fill(workspace, tmp_path, OLD)
    customer = workspace.customer()
    customer.say("¿Cuánto cuesta el envío a Baleares?")
    said = customer.await_message("assistant")
    assert "9,90" in said["text"]
    return workspace, customer, said


def recalls(workspace: Workspace, state: str = "open", *, wanted: int = 1) -> list[dict[str, Any]]:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        found = workspace.program().get("/api/v1/recalls", params={"state": state}).json()["recalls"]
        if len(found) >= wanted:
            return found
        time.sleep(0.05)
    raise AssertionError("nothing was recalled")


def test_a_changed_price_brings_back_who_was_told_the_old_one(
    told: tuple[Workspace, Customer, dict[str, Any]], tmp_path: Path
) -> None:
    workspace, customer, said = told
    fill(workspace, tmp_path, NEW)
    found = recalls(workspace)
    assert len(found) == 1  # how long it takes has not changed
    one = found[0]
    assert (one["message_id"], one["contact"]["id"]) == (said["id"], customer.contact_id)
    assert "9,90" in one["was"]
    assert "11,90" in one["now"]
    assert one["draft"].startswith("Te escribimos para corregir")
    assert (one["revision_from"], one["article"]["name"]) == (1, "envios.md")
    time.sleep(0.5)
    last = customer.events()[-1]
    assert last["data"].get("text") != one["draft"], "nothing is sent by itself"


def test_the_correction_is_sent_by_a_member_and_opens_the_conversation_again(
    told: tuple[Workspace, Customer, dict[str, Any]], tmp_path: Path
) -> None:
    workspace, customer, said = told
    path = f"/api/v1/conversations/{said['conversation_id']}"
    workspace.program().post(f"{path}/resolve", json={}).raise_for_status()
    fill(workspace, tmp_path, NEW)
    one = recalls(workspace)[0]
    supervisor = workspace.member("supervisor", name="Eva").client
    body = {"client_id": str(uuid4()), "text": one["draft"]}
    for _ in range(2):
        done = supervisor.post(f"/api/v1/recalls/{one['id']}/send", json=body).raise_for_status().json()
        assert done["state"] == "sent"
    correction = customer.await_message("assistant")
    assert (correction["text"], correction["sender"]["released_by"]) == (one["draft"], "Eva")
    assert supervisor.get(path).json()["status"] == "open"
    assert recalls(workspace, "sent")[0]["sent_message_id"] == correction["id"]
    assert supervisor.post(f"/api/v1/recalls/{one['id']}/dismiss", json={}).json()["code"] == "recall_settled"


def test_it_may_be_left(told: tuple[Workspace, Customer, dict[str, Any]], tmp_path: Path) -> None:
    workspace, _, _ = told
    fill(workspace, tmp_path, NEW)
    one = recalls(workspace)[0]
    assert workspace.member("agent").client.post(f"/api/v1/recalls/{one['id']}/dismiss", json={}).status_code == 403
    assert workspace.program().post(f"/api/v1/recalls/{one['id']}/dismiss", json={}).json()["state"] == "dismissed"
    assert recalls(workspace, "open", wanted=0) == []


def test_an_article_that_says_it_again_takes_the_recall_back(
    told: tuple[Workspace, Customer, dict[str, Any]], tmp_path: Path
) -> None:
    workspace, _, _ = told
    fill(workspace, tmp_path, NEW)
    recalls(workspace)
    fill(workspace, tmp_path, OLD)
    assert len(recalls(workspace, "void")) == 1
    assert recalls(workspace, "open", wanted=0) == []


def test_an_article_that_is_taken_back_says_nothing_instead(told: tuple[Workspace, Customer, dict[str, Any]]) -> None:
    workspace, _, _ = told
    program = workspace.program()
    article = next(a for a in program.get("/api/v1/articles").json()["articles"] if a["name"] == "envios.md")
    program.post(f"/api/v1/articles/{article['id']}/withdraw", json={}).raise_for_status()
    one = recalls(workspace)[0]
    assert (one["now"], one["revision_to"]) == (None, None)
    assert "ya no es válida" in one["draft"]


def passages(*texts: str) -> list[Evidence]:
    return [Evidence("envios.md", "Envíos", "Baleares", text, "es") for text in texts]


def test_words_that_have_only_moved_stand() -> None:
    now = passages("Otra cosa.", "**El envío a Baleares** cuesta 9,90 €, y se paga al pedir.")
    assert stands("El envío a Baleares cuesta 9,90 €", "El envío a Baleares cuesta 9,90 €", now, locale="es")


def test_the_line_about_the_same_matter_is_what_holds_now() -> None:
    now = passages("El envío a Baleares cuesta 11,90 €. Se paga con tarjeta.", "La garantía dura tres años.")
    assert instead("El envío a Baleares cuesta 9,90 €.", now) == "El envío a Baleares cuesta 11,90 €."
    assert instead("Abrimos los domingos de agosto.", now) is None
