"""One owner at a time: the assistant, the queue or an agent. Nobody speaks out of turn."""

import threading
import time
from typing import Any
from uuid import uuid4

import pytest

from relevo.assistant.decide import decide
from tests.conftest import Server
from tests.people import Workspace


def _send(client, conversation: str, text: str, **more):  # type: ignore[no-untyped-def]
    body = {"client_id": str(uuid4()), "text": text, **more}
    return client.post(f"/api/v1/conversations/{conversation}/messages", json=body)


def test_an_answer_takes_the_conversation_from_the_queue(workspace: Workspace) -> None:
    customer, agent = workspace.customer(), workspace.member(name="Marta")
    conversation = customer.say("quiero hablar con una persona")["conversation_id"]
    assert _send(agent.client, conversation, "Hola, soy Marta").status_code == 201
    now = agent.client.get(f"/api/v1/conversations/{conversation}").json()
    assert (now["holder"], now["assignee"]["name"]) == ("agent", "Marta")
    assert customer.await_message("agent")["sender"]["name"] == "Marta"


def test_a_second_agent_has_to_say_that_they_take_over(workspace: Workspace) -> None:
    customer, marta, luis = workspace.customer(), workspace.member(name="Marta"), workspace.member(name="Luis")
    conversation = customer.say("una persona, por favor")["conversation_id"]
    _send(marta.client, conversation, "Hola")
    refused = _send(luis.client, conversation, "Hola también")
    assert (refused.status_code, refused.json()["code"]) == (409, "held_by_other")
    assert _send(luis.client, conversation, "nota", private=True).status_code == 201
    assert _send(luis.client, conversation, "Sigo yo", take_over=True).status_code == 201
    assert agent_of(workspace, conversation) == "Luis"


def test_an_answer_written_under_an_old_epoch_is_not_sent(workspace: Workspace) -> None:
    customer, marta, luis = workspace.customer(), workspace.member(name="Marta"), workspace.member(name="Luis")
    conversation = customer.say("una persona, por favor")["conversation_id"]
    epoch = marta.client.get(f"/api/v1/conversations/{conversation}").json()["epoch"]
    luis.client.post(f"/api/v1/conversations/{conversation}/assign", json={}).raise_for_status()
    refused = _send(marta.client, conversation, "Hola", epoch=epoch)
    assert (refused.status_code, refused.json()["code"]) == (409, "conversation_moved")
    assert all(e["data"].get("text") != "Hola" for e in customer.events())


def test_a_note_is_never_told_to_the_customer(workspace: Workspace) -> None:
    customer, agent = workspace.customer(), workspace.member()
    conversation = customer.say("una persona, por favor")["conversation_id"]
    _send(agent.client, conversation, "cliente difícil", private=True)
    assert "cliente difícil" not in str(customer.events())
    assert "cliente difícil" not in customer.client.get("/api/v1/chat/messages").text


@pytest.mark.parametrize(
    "words",
    [
        "Quiero hablar con una persona",
        "pásame con un humano!!",
        "I want to talk to a real person",
        "agente",
        "hablar con alguien",
    ],
)
def test_asking_for_a_person_puts_the_conversation_into_the_queue_at_once(workspace: Workspace, words: str) -> None:
    customer = workspace.customer()
    customer.say(words)
    told = [e["data"]["holder"] for e in customer.events() if e["type"] == "conversation.updated"]
    assert told[-1] == "queue"


def test_the_button_for_a_person_works_before_anything_was_said(workspace: Workspace) -> None:
    customer = workspace.customer(locale="en")
    answer = customer.client.post("/api/v1/chat/hand-off", json={})
    assert (answer.status_code, answer.json()["holder"]) == (200, "queue")
    outcomes = [e["data"].get("outcome") for e in customer.events() if e["type"] == "message.created"]
    assert outcomes == [None, "hand_off"]


def test_a_resolved_conversation_asks_for_a_rating_and_takes_one(workspace: Workspace) -> None:
    customer, agent = workspace.customer(), workspace.member()
    conversation = customer.say("una persona, por favor")["conversation_id"]
    early = customer.client.post("/api/v1/chat/rating", json={"conversation_id": conversation, "score": 5})
    assert (early.status_code, early.json()["code"]) == (409, "not_resolved")
    agent.client.post(f"/api/v1/conversations/{conversation}/resolve", json={}).raise_for_status()
    customer.await_event(lambda e: e["type"] == "rating.requested")
    rated = customer.client.post(
        "/api/v1/chat/rating", json={"conversation_id": conversation, "score": 4, "comment": "Muy amable"}
    )
    assert rated.status_code == 204
    shown = agent.client.get(f"/api/v1/conversations/{conversation}").json()["rating"]
    assert shown == {"score": 4, "comment": "Muy amable"}


def test_a_message_after_the_end_opens_the_conversation_again(workspace: Workspace) -> None:
    customer, agent = workspace.customer(), workspace.member()
    first = customer.say("una persona, por favor")["conversation_id"]
    agent.client.post(f"/api/v1/conversations/{first}/resolve", json={}).raise_for_status()
    assert customer.say("una cosa más")["conversation_id"] == first
    assert agent.client.get(f"/api/v1/conversations/{first}").json()["status"] == "open"


def agent_of(workspace: Workspace, conversation: str) -> str:
    return workspace.program().get(f"/api/v1/conversations/{conversation}").json()["assignee"]["name"]


def test_the_assistant_is_silent_once_an_agent_has_taken_over_in_the_middle_of_its_thought(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    thinking = threading.Event()

    def slowly(*context: Any) -> Any:
        thinking.set()
        time.sleep(0.7)
        return decide(*context)

    monkeypatch.setattr("relevo.assistant.thinking.decide", slowly)
    customer, agent = workspace.customer(), workspace.member(name="Marta")
    conversation = customer.say("hola, buenas")["conversation_id"]
    assert thinking.wait(5)
    assert _send(agent.client, conversation, "Ya estoy yo contigo").status_code == 201
    time.sleep(1.2)
    senders = [e["data"]["sender"]["kind"] for e in customer.events() if e["type"] == "message.created"]
    assert senders == ["contact", "agent"]


def test_a_message_that_comes_while_the_assistant_thinks_is_answered_together_with_the_first(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def slowly(context: Any, *rest: Any) -> Any:
        heard.append(context.text)
        time.sleep(0.5)
        return decide(context, *rest)

    monkeypatch.setattr("relevo.assistant.thinking.decide", slowly)
    customer = workspace.customer()
    customer.say("hola")
    time.sleep(0.3)
    customer.say("¿tenéis sartenes?")
    customer.await_message("assistant")
    time.sleep(0.8)
    answers = [e for e in customer.events() if e["data"].get("outcome")]
    assert len(answers) == 1
    assert "hola" in heard[-1]
    assert "sartenes" in heard[-1]


def test_a_program_that_answers_is_never_shown_as_a_person(workspace: Workspace) -> None:
    customer, person = workspace.customer(), workspace.member(name="Marta")
    conversation = customer.say("una persona, por favor")["conversation_id"]
    _send(workspace.program(), conversation, "Hemos recibido tu consulta").raise_for_status()
    sender = customer.await_message("agent")["sender"]
    assert (sender["automated"], sender["name"]) == (True, "Casa de pruebas")
    _send(person.client, conversation, "Hola, soy Marta", take_over=True).raise_for_status()
    assert customer.await_message("agent")["sender"]["automated"] is False


def test_a_workspace_of_people_alone_announces_no_assistant(server: Server) -> None:
    workspace = Workspace.make(server, locale="es", assistant="off")
    customer = workspace.customer()
    config = customer.client.get("/api/v1/chat/config", params={"key": workspace.widget_key}).json()
    assert config["assistant_name"] is None
