"""Passing a conversation to people because the assistant may not answer it. No model, no search, no word of the assistant's."""

from typing import Literal
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.words import words
from relevo.assistant.packet import packet_of
from relevo.assistant.read import voice_of
from relevo.assistant.types import Voice
from relevo.conversations import actions
from relevo.conversations.tables import Conversation, Message
from relevo.conversations.tell import usual_wait_minutes
from relevo.conversations.types import Saying, Sender
from relevo.workspaces.queries import people_available

PEOPLE_FIRST = "people_first"  # the policy wants a person
STOPPED = "assistant_stopped"
_KEPT = ("waiting_since", "unread", "preview", "preview_sender", "turn_due_at", "turn_first_at", "turn_attempts")
Reason = Literal["people_first", "assistant_stopped"]


async def to_people(
    session: AsyncSession, conversation: Conversation, *, reason: Reason, voice: Voice | None = None
) -> None:
    """To the queue, with an honest word. `conversation` is locked and held by the assistant."""
    voice = voice or await voice_of(session, conversation)
    await tell_that_people_answer(session, conversation, reason=reason, voice=voice)
    packet = await packet_of(session, conversation)
    await actions.hand_off(session, conversation, reason=reason, packet=packet)


async def tell_that_people_answer(
    session: AsyncSession, conversation: Conversation, *, reason: Reason, voice: Voice
) -> None:
    available = await people_available(session)
    wait = await usual_wait_minutes(session) if available else None
    word = "stopped" if reason == STOPPED else "people"
    await say_beside(session, conversation, system(words(word, voice, available=available, wait_minutes=wait), voice))


def system(text: str, voice: Voice) -> Saying:
    """A saying of the platform itself, in the company's name."""
    return Saying(uuid4(), text, Sender("system", voice.workspace))


async def say_beside(session: AsyncSession, conversation: Conversation, saying: Saying) -> Message:
    """Says it without changing what members see of the conversation: it waits as before, with the customer's own words. A turn that
    is due stays due."""
    as_it_was = {name: getattr(conversation, name) for name in _KEPT}
    message = await actions.say(session, conversation, saying)
    for name, value in as_it_was.items():
        setattr(conversation, name, value)
    await session.flush()
    return message
