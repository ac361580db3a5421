"""Reading sources. Row-level security limits every query to the transaction's workspace."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.errors import NotFound
from relevo.knowledge.sources.tables import Source, SourceItem


async def sources(session: AsyncSession) -> Sequence[Source]:
    """Newest first."""
    return (await session.scalars(select(Source).order_by(Source.id.desc()))).all()


async def get(session: AsyncSession, source_id: UUID, *, lock: bool = False) -> Source:
    """Raises NotFound."""
    source = await session.get(Source, source_id, with_for_update=lock or None)
    if source is None:
        raise NotFound("There is no such source here.")
    return source


async def items(session: AsyncSession, source_id: UUID, *, limit: int) -> Sequence[SourceItem]:
    """What was left first, since it is what somebody may want to do something about; then by name."""
    query = select(SourceItem).where(SourceItem.source_id == source_id)
    return (await session.scalars(query.order_by(SourceItem.taken, SourceItem.name).limit(limit))).all()
