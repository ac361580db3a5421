"""Reading inboxes. Row-level security limits every query here to the transaction's workspace."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.inboxes.tables import Inbox
from relevo.kit.errors import NotFound


async def get(session: AsyncSession, inbox_id: UUID) -> Inbox:
    """Raises NotFound."""
    return _found(await session.scalar(select(Inbox).where(Inbox.id == inbox_id)))


async def get_locked(session: AsyncSession, inbox_id: UUID) -> Inbox:
    """For a change. Raises NotFound."""
    return _found(await session.scalar(select(Inbox).where(Inbox.id == inbox_id).with_for_update()))


async def in_order(session: AsyncSession) -> Sequence[Inbox]:
    return (await session.scalars(select(Inbox).order_by(Inbox.id))).all()


def _found(inbox: Inbox | None) -> Inbox:
    if inbox is None:
        raise NotFound("There is no such inbox here.")
    return inbox
