"""Making readings of messages that have none: read what is needed, think with no transaction open, write."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact
from relevo.conversations.tables import Conversation, Message
from relevo.platform.platform import Platform
from relevo.understanding.actions import readings
from relevo.understanding.actions.readings import Made
from relevo.understanding.reader.reader import Reader, Text
from relevo.understanding.released import Own, own_model
from relevo.understanding.tables import ConversationReading, ReadingRow

# What the conversation has been in so far; before its first reading, what its contact's browser speaks.
_LANGUAGE = func.coalesce(func.nullif(ConversationReading.language, ""), Conversation.locale)

_COLUMNS = (Message.id, Message.conversation_id, Message.contact_id, Message.text, Contact.name)


@dataclass(frozen=True, slots=True)
class Unread:
    """A customer's message without a reading. `inherited` is the language that a short text takes over."""

    message_id: UUID
    conversation_id: UUID
    contact_id: UUID
    text: str
    inherited: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to read, and with which model of the workspace's own."""

    unread: tuple[Unread, ...]
    own: Own | None


async def make(platform: Platform, workspace_id: UUID, message_ids: Sequence[UUID]) -> None:
    """Readings of those of these messages that are customers' and have none."""
    async with platform.db.transaction(workspace_id) as session:
        work = await to_read(session, message_ids)
    made = await think(platform, work)
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
            select(*_COLUMNS, _LANGUAGE.label("inherited"))
            .join(Conversation, Conversation.id == Message.conversation_id)
            .join(Contact, Contact.id == Message.contact_id)
            .outerjoin(ConversationReading, ConversationReading.conversation_id == Message.conversation_id)
            .outerjoin(ReadingRow, ReadingRow.message_id == Message.id)
            .where(Message.id.in_(message_ids), Message.sender_kind == "contact", ReadingRow.message_id.is_(None))
            .order_by(Message.id)
        )
    ).all()
    unread = tuple(
        Unread(row.id, row.conversation_id, row.contact_id, row.text, row.inherited, _names(row.name)) for row in rows
    )
    return Work(unread, await own_model(session) if unread else None)


async def think(platform: Platform, work: Work) -> list[Made]:
    """The readings. No transaction is open meanwhile."""
    reader = platform.part(Reader)
    made: list[Made] = []
    languages: dict[UUID, str] = {}
    for one in work.unread:
        inherited = languages.get(one.conversation_id, one.inherited)
        reading = await reader.read(Text(one.text, inherited, one.names), work.own)
        if reading.language_is_sure:
            languages[one.conversation_id] = reading.language
        made.append(Made(one.message_id, one.conversation_id, one.contact_id, reading))
    return made


def _names(name: str) -> tuple[str, ...]:
    return (name,) if name.strip() else ()
