"""Runs of a source, in rows: begun, planned, worked on under a lease, finished. Whoever writes has to hold the lease still."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.knowledge.sources.tables import Source, SourceItem
from relevo.knowledge.sources.types import Planned
from relevo.platform.events import record

LEASE = timedelta(minutes=4)  # longer than the longest visit
_WATCHED_EVERY = timedelta(minutes=1)


class LeaseLost(Exception):
    """Somebody else works on the source now."""


def begin(source: Source) -> None:
    """A new run, where none is under way."""
    if source.state != "running":
        source.state, source.run_id = "running", new_id()
        source.done = source.total = 0
        source.last_run_at, source.last_error, source.next_run_at = now(), None, None


async def claim(session: AsyncSession, source_id: UUID) -> tuple[Source, UUID] | None:
    """The source and a lease on it; None where somebody else has one, or there is nothing to do."""
    source = await session.get(Source, source_id, with_for_update=True)
    if source is None or source.state != "running" or (source.lease_until and source.lease_until > now()):
        return None
    lease = new_id()
    source.lease, source.lease_until = lease, now() + LEASE
    await session.flush()
    return source, lease


async def held(session: AsyncSession, source_id: UUID, lease: UUID) -> Source:
    """The source, locked, with the lease renewed. Raises LeaseLost."""
    source = await session.get(Source, source_id, with_for_update=True, populate_existing=True)
    if source is None or source.lease != lease or source.state != "running":
        raise LeaseLost
    source.lease_until = now() + LEASE
    return source


def release(source: Source) -> None:
    source.lease = source.lease_until = None


async def plan(session: AsyncSession, source: Source, planned: Sequence[Planned]) -> None:
    """What there is, and what there was and made articles: each is visited in this run."""
    for start in range(0, len(planned), 500):
        rows = [
            {"id": new_id(), "workspace_id": source.workspace_id, "source_id": source.id, "name": one.name, "address": one.address,
             "taken": False, "reason": "", "detail": "", "articles": [], "run_id": source.run_id, "attempts": 0, "missing": 0}
            for one in planned[start : start + 500]
        ]  # fmt: skip
        new = insert(SourceItem).values(rows)
        await session.execute(
            new.on_conflict_do_update(
                index_elements=["source_id", "name"],
                set_={"run_id": source.run_id, "address": new.excluded.address, "attempts": 0},
            )
        )
    was_there = (SourceItem.source_id == source.id, func.cardinality(SourceItem.articles) > 0)
    await session.execute(update(SourceItem).where(*was_there).values(run_id=source.run_id, attempts=0))
    waiting = select(func.count()).where(SourceItem.source_id == source.id, SourceItem.run_id == source.run_id)
    source.total = await session.scalar(waiting) or 0
    await session.flush()


async def next_item(session: AsyncSession, source: Source) -> SourceItem | None:
    """Counts the attempt. One that ended its worker several times is visited no more; see `visits`."""
    query = select(SourceItem).where(SourceItem.source_id == source.id, SourceItem.run_id == source.run_id)
    item = await session.scalar(query.order_by(SourceItem.id).limit(1))
    if item is not None:
        item.attempts += 1
        await session.flush()
    return item


async def fail(session: AsyncSession, source: Source, reason: str) -> None:
    """The run ends without having looked at everything."""
    await session.execute(update(SourceItem).where(SourceItem.source_id == source.id).values(run_id=None))
    source.last_error = reason
    _end(source, "failed")
    await tell(session, source)


async def finish(session: AsyncSession, source: Source, more: dict[str, str] | None = None) -> None:
    source.counts = {**await counts(session, source), **(more or {})}
    _end(source, "idle")
    await tell(session, source)


def _end(source: Source, state: str) -> None:
    source.state, source.run_id = state, None
    source.next_run_at = next_run(source)
    release(source)


def next_run(source: Source) -> datetime | None:
    """A folder that is watched is looked at every minute, unless it says otherwise."""
    if source.kind == "upload":
        return None
    if source.every_hours:
        return now() + timedelta(hours=source.every_hours)
    return now() + _WATCHED_EVERY if source.kind == "folder" else None


async def counts(session: AsyncSession, source: Source) -> dict[str, int]:
    rows = await session.execute(
        select(SourceItem.taken, SourceItem.reason, func.count())
        .where(SourceItem.source_id == source.id, SourceItem.at.is_not(None))
        .group_by(SourceItem.taken, SourceItem.reason)
    )
    found = {"taken": 0, "unchanged": 0, "left": 0}
    for taken, reason, number in rows.all():
        found["left" if not taken else "unchanged" if reason == "unchanged" else "taken"] += number
    return found


async def tell(session: AsyncSession, source: Source) -> None:
    await record(
        session, "source.updated",
        data={
            "id": str(source.id), "state": source.state, "done": source.done, "total": source.total, "last_error": source.last_error,
        },
    )  # fmt: skip
