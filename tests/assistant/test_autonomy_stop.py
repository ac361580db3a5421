"""The kill switch: once it is committed, nothing is said; people have the conversations; it is undone without a trace."""

import time
from pathlib import Path

import pytest
from sqlalchemy import select

from relevo.assistant import thinking
from relevo.assistant.autonomy.tables import Stop
from relevo.assistant.decide import decide
from relevo.assistant.types import Context, Decision
from relevo.conversations.tables import Message
from relevo.knowledge.index import Index
from tests.people import Workspace

from .library import ARTICLES
from .shop import fill

QUESTION = "¿Cuánto cuesta el envío a Palma?"


@pytest.fixture
def shop(workspace: Workspace, tmp_path: Path) -> Workspace:
    fill(workspace, tmp_path, ARTICLES)
    return workspace


def stop(workspace: Workspace) -> int:
    answer = workspace.member("supervisor").client.post("/api/v1/autonomy/stop", json={"reason": "responde mal"})
    return answer.raise_for_status().json()["passed_on"]


def test_a_question_after_the_stop_goes_to_people_with_an_honest_word(shop: Workspace) -> None:
    customer = shop.customer()
    customer.say("hola")
    customer.await_message("assistant")
    stop(shop)
    sent = customer.say(QUESTION)
    assert "asistente automático no está disponible" in customer.await_message("system")["text"]
    shown = shop.program().get(f"/api/v1/conversations/{sent['conversation_id']}").json()
    assert (shown["holder"], shown["hand_off_reason"]) == ("queue", "assistant_stopped")


def test_what_is_being_thought_when_it_is_stopped_is_not_said(shop: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    thinks: list[bool] = []

    def slowly(context: Context, index: Index) -> Decision:
        thinks.append(True)
        time.sleep(0.8)
        return decide(context, index)

    monkeypatch.setattr(thinking, "decide", slowly)
    customer = shop.customer()
    customer.say(QUESTION)
    while not thinks:
        time.sleep(0.01)
    stop(shop)
    assert "no está disponible" in customer.await_message("system")["text"]
    time.sleep(1.2)
    assert not any(
        e["data"]["sender"]["kind"] == "assistant" for e in customer.events() if e["type"] == "message.created"
    )


def test_nothing_is_said_after_the_stop_is_committed_however_many_ask(shop: Workspace) -> None:
    customers = [shop.customer() for _ in range(6)]
    for customer in customers:
        customer.say(QUESTION)
    stop(shop)
    time.sleep(1.5)

    async def read() -> tuple[float, list[float]]:
        async with shop.server.platform.db.transaction(shop.id) as session:
            stopped_at = (await session.scalars(select(Stop.stopped_at))).one()
            said = await session.scalars(select(Message.created_at).where(Message.sender_kind == "assistant"))
            return stopped_at.timestamp(), [moment.timestamp() for moment in said]

    stopped_at, said = shop.server.run(read())
    assert all(moment <= stopped_at for moment in said)
    for customer in customers:
        assert any(
            e["type"] == "message.created" and e["data"]["sender"]["kind"] != "contact" for e in customer.events()
        )


def test_conversations_it_was_busy_with_go_to_the_queue(shop: Workspace) -> None:
    customer = shop.customer()
    sent = customer.say(QUESTION)
    customer.await_message("assistant")
    assert stop(shop) == 1
    assert customer.await_event(lambda e: e["type"] == "conversation.updated")["data"]["holder"] == "queue"
    packet = shop.program().get(f"/api/v1/conversations/{sent['conversation_id']}/handoff").json()
    assert (packet["reason"], packet["asked"][0]["question"]) == ("assistant_stopped", QUESTION)


def test_danger_and_the_wish_for_a_person_are_heard_by_the_system(shop: Workspace) -> None:
    stop(shop)
    customer = shop.customer()
    customer.say("sale humo del enchufe")
    assert "deja de usar el aparato" in customer.await_message("system")["text"]


def test_it_answers_again_after_it_was_resumed(shop: Workspace) -> None:
    stop(shop)
    program = shop.program()
    assert program.get("/api/v1/autonomy").json()["stopped"]["reason"] == "responde mal"
    program.post("/api/v1/autonomy/resume").raise_for_status()
    assert program.get("/api/v1/autonomy").json()["stopped"] is None
    time.sleep(5.1)  # until what a process remembers of a workspace is old
    customer = shop.customer()
    customer.say(QUESTION)
    assert "7,50 €" in customer.await_message("assistant")["text"]


def test_an_agent_may_not_stop_it(shop: Workspace) -> None:
    assert shop.member("agent").client.post("/api/v1/autonomy/stop", json={}).status_code == 403
