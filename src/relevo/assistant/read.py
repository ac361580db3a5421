"""What a turn needs to know: everything said since the last answer, the turns before, and what the assistant may do."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.around import Surroundings, surroundings, voice
from relevo.assistant.memory.facts import remembered_of
from relevo.assistant.memory.hear import with_heard
from relevo.assistant.memory.kinds import Remembered
from relevo.assistant.types import Context, Exchange, Voice
from relevo.conversations.tables import Conversation, Message
from relevo.inboxes.tables import Inbox
from relevo.knowledge.index import Index
from relevo.knowledge.search import index_of
from relevo.understanding.language import language_of
from relevo.understanding.smalltalk import small_talk
from relevo.workspaces.queries import get_workspace

_MESSAGES = 60
_EARLIER = 8


@dataclass(frozen=True, slots=True)
class Said:
    """A message as the assistant reads it; `articles` are the names of what it stood on."""

    sender: str
    text: str
    outcome: str | None = None
    articles: tuple[str, ...] = ()
    id: UUID | None = None
    conversation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that thinking needs. `burst` are the messages that the turn is about."""

    context: Context
    burst: tuple[UUID, ...]
    index: Index
    around: Surroundings


async def gather(session: AsyncSession, conversation: Conversation) -> Gathered:
    """The context of the turn that is due, and the messages that it is about. Other conversations of the same contact count as
    history, too."""
    around = await surroundings(session, conversation)
    said = await _said(session, conversation.contact_id)
    index = await index_of(session, conversation.workspace_id)
    text, history = split(said)
    remembered = with_heard(around.remembered, text)
    voice = speaking_to(around.voice, remembered)
    # In a thread: the first text in a third language loads the identifier, which takes most of a second.
    language = await asyncio.to_thread(language_of, text, inherited=voice.locale)
    if language.sure and language.code in {"es", "en"} and remembered.language == around.remembered.language:
        voice = replace(voice, locale=language.code)
    introduced = any(one.sender == "assistant" and one.conversation_id == conversation.id for one in said)
    context = Context(
        text, voice, history, introduced, conversation.failed_attempts,
        country=around.country or remembered.country, people_available=around.people_available, remembered=remembered,
    )  # fmt: skip
    return Gathered(context, burst_of(said), index, around)


def speaking_to(voice: Voice, remembered: Remembered) -> Voice:
    """As this customer likes to be spoken to."""
    form = voice.form if remembered.tone is None else "usted" if remembered.tone == "usted" else "tu"
    return replace(voice, locale=remembered.language or voice.locale, form=form)


async def voice_of(session: AsyncSession, conversation: Conversation) -> Voice:
    workspace = await get_workspace(session)
    inbox = await session.get(Inbox, conversation.inbox_id)
    usual = voice(workspace.name, workspace.settings, inbox.settings if inbox else {}, conversation.locale)
    return speaking_to(usual, await remembered_of(session, conversation.contact_id))


def split(said: Sequence[Said]) -> tuple[str, tuple[Exchange, ...]]:
    """What the contact has said since the last word of anybody else, as one text; and the exchanges before."""
    burst: list[str] = []
    history: list[Exchange] = []
    for message in said:
        if message.sender == "contact":
            burst.append(message.text)
        elif burst:
            history.append(_exchange("\n".join(burst), message, history))
            burst = []
    return "\n".join(burst), tuple(history[-_EARLIER:])


def burst_of(said: Sequence[Said]) -> tuple[UUID, ...]:
    """The messages of the contact since the last word of anybody else."""
    burst = takewhile(lambda message: message.sender == "contact", reversed(said))
    return tuple(reversed([message.id for message in burst if message.id]))


def _exchange(asked: str, reply: Said, history: Sequence[Exchange]) -> Exchange:
    """An answer to "which country?" belongs to the question before it; thanks change nothing about what was asked."""
    before = history[-1] if history else None
    if before and before.outcome == "clarify" and reply.outcome != "clarify":
        asked = f"{before.asked}\n{asked}"
    if before and reply.outcome == "answer" and not reply.articles and small_talk(asked):
        return Exchange(before.asked, reply.outcome, before.articles, reply.text)
    return Exchange(asked, reply.outcome, reply.articles, reply.text)


async def _said(session: AsyncSession, contact_id: UUID) -> list[Said]:
    statement = select(Message).where(Message.contact_id == contact_id, Message.private.is_(False))
    rows = await session.scalars(statement.order_by(Message.id.desc()).limit(_MESSAGES))
    return [_read(row) for row in reversed(rows.all()) if row.sender_kind != "system"]


def _read(row: Message) -> Said:
    names = tuple(dict.fromkeys(str(source["article"]) for source in row.sources or []))
    return Said(row.sender_kind, row.text, row.outcome, names, row.id, row.conversation_id)
