"""Turns as a customer meets them: through the chat, with the worker running."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from relevo.assistant import thinking
from relevo.assistant import turn as turn_module
from relevo.assistant.tables import Turn
from relevo.conversations import turns as turns_module
from relevo.knowledge.files import add_path
from tests.people import Workspace

from .library import ARTICLES


@pytest.fixture
def shop(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A workspace with the bookshop's articles."""
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text)

    async def fill() -> None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            await add_path(session, str(tmp_path))

    workspace.server.run(fill())
    return workspace


def turns(workspace: Workspace) -> list[Turn]:
    async def read() -> list[Turn]:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            return list(await session.scalars(select(Turn).order_by(Turn.id)))

    return workspace.server.run(read())


def packet(workspace: Workspace, conversation_id: str) -> dict[str, Any]:
    return workspace.program().get(f"/api/v1/conversations/{conversation_id}/handoff").raise_for_status().json()


def test_a_question_is_answered_with_its_sources(shop: Workspace) -> None:
    customer = shop.customer()
    customer.say("¿Cuánto cuesta el envío a Palma?")
    reply = customer.await_message("assistant")
    assert "7,50 €" in reply["text"]
    assert reply["outcome"] == "answer"
    assert reply["sources"][0]["article"] == "envios.md"
    assert "7,50 €" in reply["sources"][0]["quote"]


def test_the_first_answer_says_that_an_ai_speaks_and_the_second_does_not(shop: Workspace) -> None:
    customer = shop.customer()
    customer.say("hola")
    assert "asistente de IA" in customer.await_message("assistant")["text"]
    customer.say("¿Cuánto cuesta el envío a Palma?")
    assert "asistente de IA" not in customer.await_message("assistant")["text"]


def test_it_answers_in_the_customers_language(shop: Workspace) -> None:
    customer = shop.customer(locale="es")
    customer.say("how long is a gift card valid?")
    assert "18 months" in (text := customer.await_message("assistant")["text"])
    assert "I'm" in text


def test_a_burst_is_answered_once(shop: Workspace) -> None:
    customer = shop.customer()
    for part in ("hola", "una pregunta", "¿cuánto cuesta el envío", "a Palma?"):
        customer.say(part)
    assert "7,50 €" in customer.await_message("assistant")["text"]
    assert [e for e in customer.events(after=customer.seen[-1]["seq"], wait=1) if e["type"] == "message.created"] == []


def test_what_is_not_known_goes_to_a_person_with_a_packet(shop: Workspace) -> None:
    customer = shop.customer()
    customer.say("¿Cuánto cuesta el envío a Palma?")
    customer.await_message("assistant")
    sent = customer.say("¿Hacéis descuento a estudiantes? Mi tarjeta es 4000 0000 0000 0002")
    reply = customer.await_message("assistant")
    assert reply["outcome"] == "hand_off"
    found = packet(shop, sent["conversation_id"])
    assert found["reason"] == "no_answer"
    assert found["wants"].startswith("¿Hacéis descuento a estudiantes?")
    assert [one["outcome"] for one in found["asked"]] == ["answer", "hand_off"]
    assert found["asked"][0]["sources"] == ["Envíos: España"]
    assert "7,50 €" in found["asked"][0]["answer"]
    assert "4000 0000" not in str(found)


def test_a_choice_is_offered_where_the_answer_depends_on_the_country(shop: Workspace) -> None:
    customer = shop.customer()
    customer.say("¿cuánto dura la garantía del lector?")
    reply = customer.await_message("assistant")
    assert reply["outcome"] == "clarify"
    assert set(reply["quick_replies"]) == {"España", "México"}
    customer.say("México")
    assert "1 año" in customer.await_message("assistant")["text"]


def test_every_turn_is_kept_with_its_reasons_and_times(shop: Workspace) -> None:
    customer = shop.customer()
    customer.say("¿Cuánto cuesta el envío a Palma?")
    customer.await_message("assistant")
    turn = turns(shop)[-1]
    assert (turn.decision, turn.question) == ("answer", "¿Cuánto cuesta el envío a Palma?")
    assert "envios.md" in turn.reasons[0]
    assert turn.sources[0]["article"] == "envios.md"
    assert {"read", "think"} <= turn.timings.keys()
    assert turn.message_id is not None


def test_where_the_assistant_breaks_a_person_takes_over_with_an_apology(
    shop: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken on purpose")

    monkeypatch.setattr(thinking, "decide", broken)
    customer = shop.customer()
    sent = customer.say("¿Cuánto cuesta el envío a Palma?")
    reply = customer.await_message("assistant")
    assert reply["outcome"] == "hand_off"
    assert reply["text"].startswith("Lo siento")
    assert packet(shop, sent["conversation_id"])["reason"] == "assistant_failed"


def test_a_turn_that_breaks_again_and_again_is_passed_on_after_three_attempts(
    shop: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts: list[str] = []

    async def broken(*_: object, **__: object) -> None:
        attempts.append("written")
        raise ValueError("broken on purpose")

    monkeypatch.setattr(turn_module, "_write", broken)
    monkeypatch.setattr(turns_module, "CLAIM", timedelta(milliseconds=50))
    customer = shop.customer()
    sent = customer.say("¿Cuánto cuesta el envío a Palma?")
    assert customer.await_message("assistant")["outcome"] == "hand_off"
    assert len(attempts) == turn_module.MOST_ATTEMPTS == 3
    assert packet(shop, sent["conversation_id"])["reason"] == "assistant_failed"


def test_a_person_is_called_even_where_the_assistant_is_broken(
    shop: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken on purpose")

    monkeypatch.setattr(thinking, "decide", broken)
    customer = shop.customer()
    sent = customer.say("me pasas con alguien de carne y hueso?")
    assert customer.await_message("assistant")["outcome"] == "hand_off"
    assert packet(shop, sent["conversation_id"])["reason"] == "requested"
