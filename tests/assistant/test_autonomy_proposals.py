"""Thinking beside people: unseen, proposed, released; and what is learnt from it."""

import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from relevo.assistant.autonomy.tables import Proposal
from relevo.assistant.autonomy.types import Level
from relevo.assistant.proposals.compare import compare, says_something
from tests.conftest import Server
from tests.people import Customer, Workspace

from .library import ARTICLES
from .shop import fill

QUESTION = "¿Cuánto cuesta el envío a Palma?"


def asked(server: Server, folder: Path, level: Level) -> tuple[Workspace, Customer, str]:
    workspace = Workspace.make(server, locale="es", assistant=level)
    fill(workspace, folder, ARTICLES)
    customer = workspace.customer()
    sent = customer.say(QUESTION)
    customer.await_message("system")
    return workspace, customer, sent["conversation_id"]


def proposals(workspace: Workspace, conversation_id: str, *, wanted: int = 1) -> list[dict[str, Any]]:
    """What members see, once there are so many."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        found = workspace.program().get(f"/api/v1/conversations/{conversation_id}/proposals").json()["proposals"]
        if len(found) >= wanted:
            return found
        time.sleep(0.05)
    raise AssertionError("there is no proposal")


def stored(workspace: Workspace, state: str) -> Proposal:
    async def read() -> Proposal | None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            return await session.scalar(select(Proposal).where(Proposal.state == state))

    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if found := workspace.server.run(read()):
            return found
        time.sleep(0.05)
    raise AssertionError(f"no proposal became {state}")


def test_in_observe_nobody_sees_it_until_a_person_has_answered(server: Server, tmp_path: Path) -> None:
    workspace, customer, conversation_id = asked(server, tmp_path, "observe")
    assert "7,50 €" in stored(workspace, "shadow").text
    path = f"/api/v1/conversations/{conversation_id}"
    agent = workspace.member().client
    assert agent.get(f"{path}/proposals").json() == {"proposals": []}
    body = {
        "client_id": str(uuid4()),
        "text": "Hola. El envío a Baleares cuesta 7,50 € y tarda de 6 a 8 días laborables.",
    }
    agent.post(f"{path}/messages", json=body).raise_for_status()
    shown = proposals(workspace, conversation_id)[0]
    assert (shown["state"], shown["compared"]["agreed"]) == ("shadow", True)
    assert not any(
        e["data"]["sender"]["kind"] == "assistant" for e in customer.events() if e["type"] == "message.created"
    )
    topic = next(t for t in agent.get("/api/v1/autonomy").json()["topics"] if t["evidence"]["sample"])
    assert (topic["evidence"]["sample"], topic["evidence"]["agreed"]) == (1, 1)
    assert topic["evidence"]["lower_bound"] < 0.5


def test_another_price_than_the_agents_counts_against_it(server: Server, tmp_path: Path) -> None:
    workspace, _, conversation_id = asked(server, tmp_path, "observe")
    stored(workspace, "shadow")
    body = {"client_id": str(uuid4()), "text": "El envío a Baleares cuesta 12 € y tarda de 6 a 8 días laborables."}
    workspace.member().client.post(f"/api/v1/conversations/{conversation_id}/messages", json=body).raise_for_status()
    assert proposals(workspace, conversation_id)[0]["compared"]["agreed"] is False


def test_an_agent_releases_it_and_the_customer_is_told_who_did(server: Server, tmp_path: Path) -> None:
    workspace, customer, conversation_id = asked(server, tmp_path, "approve")
    proposal = proposals(workspace, conversation_id)[0]
    assert (proposal["state"], proposal["sources"][0]["article"]) == ("waiting", "envios.md")
    assert proposal["receipt"]["passed"]
    agent = workspace.member(name="Marta").client
    body = {"client_id": str(uuid4())}
    for _ in range(2):  # twice, as after a lost answer
        agent.post(f"/api/v1/proposals/{proposal['id']}/release", json=body).raise_for_status()
    said = customer.await_message("assistant")
    assert (said["text"], said["sender"]["released_by"]) == (proposal["text"], "Marta")
    assert len([e for e in customer.events() if e["type"] == "message.created"]) == 3
    why = agent.get(f"/api/v1/messages/{said['id']}/why").json()
    assert (why["level"], why["decision"]) == ("approve", "answer")
    held = agent.get(f"/api/v1/conversations/{conversation_id}").json()
    assert (held["holder"], held["assignee"]["name"]) == ("agent", "Marta")


def test_it_may_be_said_in_other_words(server: Server, tmp_path: Path) -> None:
    workspace, customer, conversation_id = asked(server, tmp_path, "approve")
    proposal = proposals(workspace, conversation_id)[0]
    body = {"client_id": str(uuid4()), "text": "A Palma son 9 €."}
    done = workspace.program().post(f"/api/v1/proposals/{proposal['id']}/release", json=body).raise_for_status().json()
    assert (done["state"], done["compared"]["agreed"]) == ("edited", False)
    assert customer.await_message("assistant")["text"] == "A Palma son 9 €."


def test_a_proposal_is_old_when_the_customer_has_written_again(server: Server, tmp_path: Path) -> None:
    workspace, customer, conversation_id = asked(server, tmp_path, "suggest")
    old = proposals(workspace, conversation_id)[0]
    customer.say("¿Y cuánto tarda a Canarias?")
    refused = workspace.program().post(f"/api/v1/proposals/{old['id']}/release", json={"client_id": str(uuid4())})
    assert (refused.status_code, refused.json()["code"]) in ((409, "proposal_expired"), (409, "proposal_settled"))
    states = {one["id"]: one["state"] for one in proposals(workspace, conversation_id, wanted=2)}
    assert states[old["id"]] == "expired"
    assert "waiting" in states.values()


def test_refusing_counts_against_the_topic(server: Server, tmp_path: Path) -> None:
    workspace, _, conversation_id = asked(server, tmp_path, "approve")
    proposal = proposals(workspace, conversation_id)[0]
    path = f"/api/v1/proposals/{proposal['id']}/refuse"
    assert workspace.program().post(path, json={"reason": "no es eso"}).json()["state"] == "refused"
    assert workspace.program().post(path, json={}).json()["code"] == "proposal_settled"


def test_nothing_is_released_while_the_assistant_is_stopped(server: Server, tmp_path: Path) -> None:
    workspace, _, conversation_id = asked(server, tmp_path, "approve")
    proposal = proposals(workspace, conversation_id)[0]
    workspace.program().post("/api/v1/autonomy/stop", json={}).raise_for_status()
    body = {"client_id": str(uuid4())}
    refused = workspace.program().post(f"/api/v1/proposals/{proposal['id']}/release", json=body)
    assert (refused.status_code, refused.json()["code"]) == (409, "assistant_stopped")


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        ("Tienes 30 días para devolverlo.", "Puedes devolverlo en 30 días desde la entrega.", True),
        ("Tienes 30 días para devolverlo.", "Puedes devolverlo en 14 días desde la entrega.", False),
        ("El envío cuesta 7,50 €.", "Son 7.50 euros de envío a Baleares", True),
        ("Pulsa el botón de encendido y espera.", "Tienes que pulsar el botón de encendido, y luego espera", True),
        ("Pulsa el botón de encendido y espera.", "Te mando un técnico a casa mañana por la tarde", False),
    ],
)
def test_the_figures_decide_and_then_the_matter(one: str, other: str, agreed: bool) -> None:
    assert compare(one, other, locale="es").agreed is agreed


def test_a_word_that_answers_nothing_is_not_compared() -> None:
    assert not says_something("Un momento", "es")
    assert says_something("Son 12 €", "es")
