"""A word to customers who write on while their conversation waits in the queue and nobody has taken it yet.

They must not feel unheard, and danger must not wait for a person. It changes nothing about the wait: the conversation
stays in the queue, unread, with the customer's own words as its preview.
"""

import time
from datetime import timedelta
from typing import get_args
from uuid import UUID, uuid4

import structlog
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.people import PEOPLE_FIRST, STOPPED, say_beside, system, tell_that_people_answer
from relevo.assistant.autonomy.stopping import may_speak
from relevo.assistant.read import voice_of
from relevo.assistant.safety import safety_answer
from relevo.assistant.scope import scope_of_customer
from relevo.assistant.speaking import source_row
from relevo.assistant.texts import wording
from relevo.assistant.types import HandOffReason, Voice
from relevo.conversations import actions
from relevo.conversations.tables import Conversation, Message
from relevo.conversations.types import Saying, Sender
from relevo.kit.clock import now
from relevo.knowledge.index import Index
from relevo.knowledge.search import index_of
from relevo.platform.platform import Platform
from relevo.understanding.danger import find_danger
from relevo.understanding.language import language_of
from relevo.understanding.mood import is_attacking

log = structlog.get_logger()

QUIET = timedelta(seconds=60)
NOTHING = Index([])
# Where the assistant had the word before. Where it may not answer, or an agent put it there, people speak for themselves.
_BY_ASSISTANT = frozenset(get_args(HandOffReason))
_MOST_REMEMBERED = 10_000
_quiet: dict[UUID, float] = {}  # conversations where all was said, until when


async def on_message(platform: Platform, workspace_id: UUID, conversation_id: UUID, text: str) -> None:
    """After a message was stored in a waiting conversation. Whatever goes wrong here must not trouble the message."""
    if _quiet.get(conversation_id, 0.0) > time.monotonic() and find_danger(text) is None:
        return
    try:
        async with platform.db.transaction(workspace_id) as session:
            conversation = await actions.lock(session, conversation_id)
            spoke = await reassure(session, conversation, text)
        if spoke:
            platform.hub.wake(conversation.contact_id, workspace_id)
        else:
            _remember_quiet(conversation_id)
    except Exception as error:  # the message is stored and in the queue: that is what counts
        log.exception("reassurance_failed", conversation_id=str(conversation_id), exc_info=error)


def _remember_quiet(conversation_id: UUID) -> None:
    if len(_quiet) > _MOST_REMEMBERED:
        _quiet.clear()
    _quiet[conversation_id] = time.monotonic() + QUIET.total_seconds()


async def reassure(session: AsyncSession, conversation: Conversation, text: str) -> bool:
    """Says it, but nothing twice within a minute. `conversation` is locked."""
    if conversation.holder != "queue":
        return False
    voice = await _voice(session, conversation, text)
    if conversation.hand_off_reason in _BY_ASSISTANT and await may_speak(session):
        sayings = await _sayings(session, conversation, text, voice)
    else:
        sayings = _of_system(text, voice)
    for saying in sayings:
        if not await _said_lately(session, conversation, saying.text):
            await say_beside(session, conversation, saying)
            return True
    if sayings or not await _is_first(session, conversation):
        return False
    reason = PEOPLE_FIRST if await may_speak(session) else STOPPED
    await tell_that_people_answer(session, conversation, reason=reason, voice=voice)
    return True


def _of_system(text: str, voice: Voice) -> list[Saying]:
    """Where the assistant has no say, only fixed words about danger, and they are not its own."""
    danger = find_danger(text)
    if danger is None:
        return []
    customer = scope_of_customer([text])
    answer = safety_answer(danger, NOTHING, voice=voice, customer=customer, introduced=True)
    return [system(answer.text, voice)]


async def _is_first(session: AsyncSession, conversation: Conversation) -> bool:
    """Whether nobody but the customer has said anything here, and nobody has put it into the queue."""
    if conversation.hand_off_reason is not None:
        return False
    others = select(Message.id).where(Message.conversation_id == conversation.id, Message.sender_kind != "contact")
    return await session.scalar(others.limit(1)) is None


async def _sayings(session: AsyncSession, conversation: Conversation, text: str, voice: Voice) -> list[Saying]:
    """What fits, best first."""
    danger = await _about_danger(session, conversation, text, voice)
    keys = ["waiting_upset", "waiting"] if is_attacking(text) else ["waiting"]
    plain = [Saying(uuid4(), wording(key, voice), Sender("assistant", voice.name), outcome="hand_off") for key in keys]
    return [danger] if danger else plain


async def _voice(session: AsyncSession, conversation: Conversation, text: str) -> Voice:
    voice = await voice_of(session, conversation)
    code = language_of(text, inherited=voice.locale).code
    return Voice(voice.workspace, voice.name, code, voice.form) if code in {"es", "en"} else voice


async def _about_danger(session: AsyncSession, conversation: Conversation, text: str, voice: Voice) -> Saying | None:
    danger = find_danger(text)
    if danger is None:
        return None
    index = await index_of(session, conversation.workspace_id)
    answer = safety_answer(danger, index, voice=voice, customer=scope_of_customer([text]), introduced=True)
    sources = [source_row(source) for source in answer.sources]
    return Saying(uuid4(), answer.text, Sender("assistant", voice.name), outcome="hand_off", sources=sources)


async def _said_lately(session: AsyncSession, conversation: Conversation, text: str) -> bool:
    last = await session.scalar(
        select(func.max(Message.created_at)).where(
            Message.conversation_id == conversation.id, Message.sender_kind != "contact", Message.text == text
        )
    )
    return last is not None and now() - last < QUIET
