"""A word to customers who write on while their conversation waits in the queue and nobody has taken it yet.

They must not feel unheard, and danger must not wait for a person. It changes nothing about the wait: the conversation
stays in the queue, unread, with the customer's own words as its preview.
"""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.read import voice_of
from relevo.assistant.safety import safety_answer
from relevo.assistant.scope import scope_of_customer
from relevo.assistant.texts import wording
from relevo.assistant.turn import source_row
from relevo.assistant.types import Voice
from relevo.conversations import actions
from relevo.conversations.tables import Conversation, Message
from relevo.conversations.types import Saying, Sender
from relevo.kit.clock import now
from relevo.knowledge.search import index_of
from relevo.understanding.danger import find_danger
from relevo.understanding.language import language_of

QUIET = timedelta(seconds=60)


async def reassure(session: AsyncSession, conversation: Conversation, text: str) -> bool:
    """Says it where there is something to say: at most once a minute, danger always. `conversation` is locked."""
    if conversation.holder != "queue":
        return False
    voice = await _voice(session, conversation, text)
    saying = await _about_danger(session, conversation, text, voice)
    if saying is None and not await _said_lately(session, conversation):
        saying = Saying(uuid4(), wording("waiting", voice), Sender("assistant", voice.name), outcome="hand_off")
    if saying is None:
        return False
    as_it_was = conversation.waiting_since, conversation.unread, conversation.preview, conversation.preview_sender
    await actions.say(session, conversation, saying)
    conversation.waiting_since, conversation.unread, conversation.preview, conversation.preview_sender = as_it_was
    return True


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


async def _said_lately(session: AsyncSession, conversation: Conversation) -> bool:
    last = await session.scalar(
        select(func.max(Message.created_at)).where(
            Message.conversation_id == conversation.id,
            Message.sender_kind == "assistant",
            Message.created_at > conversation.queued_at,
        )
    )
    return last is not None and now() - last < QUIET
