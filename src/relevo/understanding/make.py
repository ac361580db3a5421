"""Making readings of messages that have none: what is needed is read first, then one thread thinks with no transaction open.

One thread, for all who need readings: thinking takes the processor, and more of it at once only makes those who send wait.
"""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact
from relevo.conversations.intake import Intake
from relevo.conversations.tables import Conversation, Message
from relevo.platform.platform import Platform
from relevo.understanding.actions import readings
from relevo.understanding.actions.readings import Made
from relevo.understanding.own.model import OwnModel
from relevo.understanding.reading import read
from relevo.understanding.released import Own, own_model
from relevo.understanding.tables import ConversationReading, ReadingRow
from relevo.understanding.types import Reading

# What the conversation has been in so far; before its first reading, what its contact's browser speaks.
_LANGUAGE = func.coalesce(func.nullif(ConversationReading.language, ""), Conversation.locale)
_REST = 4.0  # times as long as a reading took, while messages keep coming in fast
_LONGEST_REST_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Unread:
    """A customer's message without a reading. `inherited` is the language that a short text takes over."""

    message_id: UUID
    conversation_id: UUID
    text: str
    inherited: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to read, and with which model of the workspace's own."""

    unread: tuple[Unread, ...]
    own: Own | None


class Thinker:
    """One for a process: `platform.part(Thinker)`."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")

    async def read(self, text: str, *, inherited: str, names: Sequence[str] = (), own: Own | None = None) -> Reading:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, _read, text, inherited, tuple(names), own)

    async def rest(self, seconds_worked: float) -> None:
        """Lets those go first who take messages in: what is read a little later is not lost."""
        if self._platform.part(Intake).is_busy:
            await asyncio.sleep(min(seconds_worked * _REST, _LONGEST_REST_SECONDS))


async def make(platform: Platform, workspace_id: UUID, message_ids: Sequence[UUID], *, in_haste: bool = False) -> None:
    """Readings of those of these messages that are customers' and have none. `in_haste` does not wait for anything."""
    async with platform.db.transaction(workspace_id) as session:
        work = await to_read(session, message_ids)
    made = await think(platform, work, in_haste=in_haste)
    if not made:
        return
    async with platform.db.transaction(workspace_id) as session:
        await readings.keep(session, workspace_id, made)
    platform.hub.wake(workspace_id)


async def to_read(session: AsyncSession, message_ids: Sequence[UUID]) -> Work:
    """What `think` needs, oldest first."""
    if not message_ids:
        return Work((), None)
    rows = (
        await session.execute(
            select(Message.id, Message.conversation_id, Message.text, Contact.name, _LANGUAGE.label("inherited"))
            .join(Conversation, Conversation.id == Message.conversation_id)
            .join(Contact, Contact.id == Message.contact_id)
            .outerjoin(ConversationReading, ConversationReading.conversation_id == Message.conversation_id)
            .outerjoin(ReadingRow, ReadingRow.message_id == Message.id)
            .where(Message.id.in_(message_ids), Message.sender_kind == "contact", ReadingRow.message_id.is_(None))
            .order_by(Message.id)
        )
    ).all()
    unread = tuple(Unread(row.id, row.conversation_id, row.text, row.inherited, _names(row.name)) for row in rows)
    return Work(unread, await own_model(session) if unread else None)


async def think(platform: Platform, work: Work, *, in_haste: bool = False) -> list[Made]:
    thinker = platform.part(Thinker)
    made: list[Made] = []
    languages: dict[UUID, str] = {}
    for one in work.unread:
        started = time.perf_counter()
        inherited = languages.get(one.conversation_id, one.inherited)
        reading = await thinker.read(one.text, inherited=inherited, names=one.names, own=work.own)
        if reading.language_is_sure:
            languages[one.conversation_id] = reading.language
        made.append(Made(one.message_id, one.conversation_id, reading))
        if not in_haste:
            await thinker.rest(time.perf_counter() - started)
    return made


def _names(name: str) -> tuple[str, ...]:
    return (name,) if name.strip() else ()


def _read(text: str, inherited: str, names: tuple[str, ...], own: Own | None) -> Reading:
    reading = read(text, inherited=inherited, known_names=names)
    return with_own(reading, text, own.model, own.version) if own and own.model else reading


def with_own(reading: Reading, text: str, model: OwnModel, version: int) -> Reading:
    """Where the workspace's own model sees one of its intents, that is what is wanted; else what ships has seen."""
    found = model.guesses(text)
    name = f"{reading.model} + own {version}"
    if found.is_none:
        return replace(reading, model=name)
    return replace(reading, intents=found.intents, candidates=found.candidates, model=name)
