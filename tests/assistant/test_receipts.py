"""Why this? Each sentence of an answer with what it stands on, for members and for the customer."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from relevo.assistant import thinking
from relevo.assistant.decide import decide
from relevo.assistant.types import Answer, Context, Decision
from relevo.knowledge.index import Index
from tests.people import Workspace

from .library import ARTICLES
from .shop import fill

QUESTION = "¿Cuánto cuesta el envío a Palma?"


@pytest.fixture
def shop(workspace: Workspace, tmp_path: Path) -> Workspace:
    fill(workspace, tmp_path, ARTICLES)
    return workspace


def test_members_see_why_it_was_said_and_what_each_sentence_stands_on(shop: Workspace) -> None:
    customer = shop.customer()
    sent = customer.say(QUESTION)
    said = customer.await_message("assistant")
    why = shop.member().client.get(f"/api/v1/messages/{said['id']}/why").json()
    assert (why["decision"], why["level"], why["question"], why["calls"]) == ("answer", "autonomous", QUESTION, [])
    assert why["reasons"]
    assert why["topic"]
    supported = [one for one in why["receipt"]["sentences"] if one["verdict"] == "supported"]
    assert "7,50 €" in supported[0]["quote"]
    assert (supported[0]["source"]["article"], supported[0]["source"]["revision"]) == ("envios.md", 1)
    assert why["receipt"]["passed"]
    assert shop.member().client.get(f"/api/v1/messages/{sent['id']}/why").json() == why


def test_a_handoff_is_explained_too(shop: Workspace) -> None:
    customer = shop.customer()
    customer.say("¿Vendéis pianos de cola?")
    said = customer.await_message("assistant")
    why = shop.program().get(f"/api/v1/messages/{said['id']}/why").json()
    assert why["decision"] in ("hand_off", "clarify")
    assert why["reasons"]


def test_what_the_assistant_has_nothing_to_do_with_has_no_why(shop: Workspace) -> None:
    customer = shop.customer()
    sent = customer.say("quiero hablar con una persona")
    customer.await_message("assistant")
    program = shop.program()
    body = {"client_id": str(uuid4()), "text": "Hola, soy yo."}
    told = program.post(f"/api/v1/conversations/{sent['conversation_id']}/messages", json=body).json()
    for message_id in (told["id"], str(uuid4())):
        assert program.get(f"/api/v1/messages/{message_id}/why").status_code == 404


def test_the_customer_sees_the_sources_of_their_own_answer_and_of_no_other(shop: Workspace) -> None:
    customer, stranger = shop.customer(), shop.customer()
    customer.say(QUESTION)
    said = customer.await_message("assistant")
    path = f"/api/v1/chat/messages/{said['id']}/sources"
    found = customer.client.get(path).json()["sentences"]
    assert "7,50 €" in found[0]["sentence"]
    assert "7,50 €" in found[0]["quote"]
    assert (found[0]["title"], found[0]["heading"]) == ("Envíos", "España")
    assert stranger.client.get(path).status_code == 404


def test_what_stands_on_nothing_has_no_sources(shop: Workspace) -> None:
    customer = shop.customer()
    customer.say("hola")
    said = customer.await_message("assistant")
    assert customer.client.get(f"/api/v1/chat/messages/{said['id']}/sources").json() == {"sentences": []}


def test_what_the_gate_does_not_let_pass_is_not_said(shop: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer with an invented price, whoever made it up."""

    def invents(context: Context, index: Index) -> Decision:
        found = decide(context, index)
        return (
            replace(found, text="El envío a Palma cuesta 3,25 € y te garantizamos un regalo.")
            if isinstance(found, Answer)
            else found
        )

    monkeypatch.setattr(thinking, "decide", invents)
    customer = shop.customer()
    customer.say(QUESTION)
    said = customer.await_message("assistant")
    assert said["outcome"] == "hand_off"
    assert "3,25" not in said["text"]
    why = shop.program().get(f"/api/v1/messages/{said['id']}/why").json()
    assert "the gate let nothing pass" in why["reasons"]
    assert why["receipt"]["refused"]
