"""When the assistant has to answer. "A turn is due" stands on the conversation itself and is set in the transaction of the
message, so it cannot be lost, and several messages in a row become one turn."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.conversations import actions
from relevo.conversations.tables import Conversation
from relevo.kit.clock import now
from relevo.kit.errors import NotFound
from relevo.platform.database import Database

CLAIM = timedelta(
    seconds=30
)  # after that, a worker that died no longer holds the turn; a turn with a model takes up to 24
AGAIN = timedelta(seconds=3)
_JUST_NOW = timedelta(milliseconds=500)


@dataclass(frozen=True)
class Due:
    workspace_id: UUID
    conversation_id: UUID


@dataclass(frozen=True)
class Claimed:
    """A turn that this worker has taken, and the state of the conversation it is meant for."""

    conversation_id: UUID
    version: int
    epoch: int
    attempt: int


async def due(database: Database, *, limit: int) -> list[Due]:
    async with database.connection() as connection:
        rows = await connection.fetch("select * from relevo_due_turns($1)", limit)
    return [Due(row["workspace_id"], row["conversation_id"]) for row in rows]


async def seconds_to_next(database: Database) -> float | None:
    """How long until a turn becomes due, negative where one is; None where none is in sight."""
    async with database.connection() as connection:
        return await connection.fetchval("select extract(epoch from relevo_next_turn_at() - clock_timestamp())::float8")


async def claim(session: AsyncSession, conversation_id: UUID) -> Claimed | None:
    """Takes the turn, or None where it is not due any more or another worker has it."""
    moment = now()
    free = (
        select(Conversation.id)
        .where(
            Conversation.id == conversation_id,
            Conversation.holder == "assistant",
            Conversation.turn_due_at <= moment,
            or_(Conversation.turn_claimed_until.is_(None), Conversation.turn_claimed_until < moment),
        )
        .with_for_update(skip_locked=True)
    )
    taken = (
        update(Conversation)
        .where(Conversation.id == free.scalar_subquery())
        .values(turn_claimed_until=moment + CLAIM, turn_attempts=Conversation.turn_attempts + 1)
        .returning(Conversation.id, Conversation.version, Conversation.epoch, Conversation.turn_attempts)
        .execution_options(synchronize_session=False)
    )
    row = (await session.execute(taken)).first()
    return Claimed(row.id, row.version, row.epoch, row.turn_attempts) if row else None


async def still_mine(session: AsyncSession, claimed: Claimed) -> Conversation | None:
    """The conversation, locked, if nothing has happened in it since the claim; else the turn is given up and, where the
    customer wrote again, stays due."""
    try:
        conversation = await actions.lock(session, claimed.conversation_id)
    except NotFound:
        return None
    if (
        conversation.version == claimed.version
        and conversation.epoch == claimed.epoch
        and conversation.holder == "assistant"
    ):
        return conversation
    moment = now()
    conversation.turn_claimed_until = moment + AGAIN if _is_still_writing(conversation, moment) else None
    await session.flush()
    return None


async def wait_for_more(session: AsyncSession, conversation_id: UUID, pause: timedelta) -> None:
    """The customer is writing: a turn that has not begun waits on, up to some pauses after the first message."""
    moment = now()
    await session.execute(
        update(Conversation)
        .where(
            Conversation.id == conversation_id, Conversation.holder == "assistant", Conversation.turn_due_at > moment
        )
        .values(turn_due_at=func.least(moment + pause, Conversation.turn_first_at + 6 * pause))
        .execution_options(synchronize_session=False)
    )


def _is_still_writing(conversation: Conversation, moment: datetime) -> bool:
    """Who goes on writing without a pause, the turn being overdue, is thought about once in a while and not all the time."""
    is_overdue = conversation.turn_due_at is not None and conversation.turn_due_at <= moment
    return is_overdue and conversation.last_message_at > moment - _JUST_NOW


def finish(conversation: Conversation) -> None:
    """The turn is done, whether or not anything was said."""
    conversation.end_turn()
