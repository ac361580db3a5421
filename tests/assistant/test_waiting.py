"""Customers who write on while they wait for a person are not left without a word, and keep their place."""

import pytest
from sqlalchemy import select

from relevo.assistant.waiting import reassure
from relevo.conversations import actions
from relevo.conversations.tables import Conversation, Message
from tests.people import Customer, Workspace


@pytest.fixture
def waiting(workspace: Workspace) -> tuple[Workspace, Customer, str]:
    """A customer whose conversation is in the queue, after they wrote on."""
    customer = workspace.customer()
    sent = customer.say("quiero hablar con una persona")
    customer.await_message("assistant")
    return workspace, customer, sent["conversation_id"]


def said_to(workspace: Workspace, conversation_id: str, text: str) -> tuple[bool, Conversation, str]:
    async def work() -> tuple[bool, Conversation, str]:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            conversation = await actions.lock(session, conversation_id)  # pyright: ignore[reportArgumentType]
            spoke = await reassure(session, conversation, text)
            last = await session.scalar(select(Message).order_by(Message.id.desc()).limit(1))
            assert last is not None
            return spoke, conversation, last.text

    return workspace.server.run(work())


def test_they_hear_that_a_person_will_answer_and_stay_in_the_queue(waiting: tuple[Workspace, Customer, str]) -> None:
    workspace, _, conversation_id = waiting
    spoke, conversation, text = said_to(workspace, conversation_id, "es por el pedido CL20441907")
    assert "persona del equipo" in text
    assert spoke
    assert conversation.holder == "queue"
    assert conversation.waiting_since is not None
    assert not conversation.preview.startswith("Lo añado")


def test_it_is_not_said_again_and_again(waiting: tuple[Workspace, Customer, str]) -> None:
    workspace, _, conversation_id = waiting
    said_to(workspace, conversation_id, "hola?")
    assert said_to(workspace, conversation_id, "¿hola?")[0] is False


def test_danger_is_answered_at_once_even_so(waiting: tuple[Workspace, Customer, str]) -> None:
    workspace, _, conversation_id = waiting
    said_to(workspace, conversation_id, "hola?")
    spoke, _, text = said_to(workspace, conversation_id, "ahora echa humo")
    assert spoke
    assert "deja de usar el aparato" in text


def test_the_chat_itself_says_so_and_only_once(waiting: tuple[Workspace, Customer, str]) -> None:
    _, customer, _ = waiting
    customer.say("es por el pedido CL20441907")
    reply = customer.await_message("assistant")
    assert reply["outcome"] == "hand_off"
    customer.say("¿hola?")
    later = customer.events(after=customer.seen[-1]["seq"], wait=1)
    assert [e["data"]["sender"]["kind"] for e in later if e["type"] == "message.created"] == ["contact"]


def test_an_agent_who_has_put_it_into_the_queue_speaks_for_themselves(workspace: Workspace) -> None:
    customer = workspace.customer()
    sent = customer.say("hola")
    customer.await_message("assistant")
    workspace.program().post(f"/api/v1/conversations/{sent['conversation_id']}/hand-off", json={}).raise_for_status()
    assert said_to(workspace, sent["conversation_id"], "¿hola?")[0] is False


def test_anger_is_met_with_regret(waiting: tuple[Workspace, Customer, str]) -> None:
    workspace, _, conversation_id = waiting
    said_to(workspace, conversation_id, "hola?")
    spoke, _, text = said_to(workspace, conversation_id, "sois unos inútiles")
    assert spoke
    assert text.startswith("Siento mucho")
