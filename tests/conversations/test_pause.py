"""What looks finished is answered at once; a piece waits for the rest."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from relevo.conversations import turns
from relevo.conversations.pause import AT_ONCE, pause_after
from relevo.conversations.tables import Conversation
from relevo.kit.clock import now
from tests.people import Workspace

FULL = timedelta(milliseconds=700)


@pytest.mark.parametrize(
    "text",
    [
        "¿Cuánto cuesta el envío a Palma?",
        "cuanto tarda el envio a mexico",
        "Quiero devolver una batidora.",
        "how long is a gift card valid?",
        "can i return a blender without the box",
        "¡Gracias!",
        "Mi pedido no ha llegado. Lo hice el lunes pasado.",
        "a Palma?",
        "(es urgente) ¿dónde está mi pedido?",
        "el lavavajillas que compré hace dos semanas en vuestra tienda de Sevilla hace un ruido raro al desaguar",
    ],
)
def test_what_is_finished_is_answered_at_once(text: str) -> None:
    assert pause_after(text, full=FULL) == AT_ONCE


@pytest.mark.parametrize(
    "text",
    [
        "hola", "Hola!", "Buenas tardes.", "una pregunta", "¿cuánto cuesta el envío", "mi pedido", "compré una cafetera y",
        "es que...", "CL20441907", "", "hi", "I have a question", "el envío de la", "estos son los datos:",
    ],
)  # fmt: skip
def test_a_piece_waits_for_the_rest(text: str) -> None:
    assert pause_after(text, full=FULL) == FULL


def test_a_sentence_without_its_full_stop_waits_a_little() -> None:
    assert AT_ONCE < pause_after("quiero devolver una batidora que compré ayer", full=FULL) < FULL


def test_a_picture_waits_for_its_question() -> None:
    assert pause_after("", full=FULL, has_files=True) == FULL
    assert pause_after("¿Qué le pasa a esta cafetera?", full=FULL, has_files=True) == AT_ONCE


def test_who_is_still_writing_is_waited_for_but_not_for_ever(workspace: Workspace) -> None:
    sent = workspace.customer().say("quiero una persona")
    first = now() + timedelta(hours=1)

    async def due_after(moment: datetime) -> datetime | None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            conversation = await session.get_one(Conversation, UUID(sent["conversation_id"]))
            conversation.holder, conversation.turn_first_at, conversation.turn_due_at = "assistant", first, moment
            await session.flush()
            await turns.wait_for_more(session, conversation.id, timedelta(hours=2))
            await session.refresh(conversation)
            found = conversation.turn_due_at
            await session.rollback()
            return found

    moved = workspace.server.run(due_after(first))
    assert moved is not None
    assert first < moved <= first + timedelta(hours=12)
    past = now() - timedelta(seconds=1)
    assert workspace.server.run(due_after(past)) == past  # it has begun
