"""Setting a level. Down always; up by what the evidence allows, or by an admin with a reason that is kept."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.notices import Kind, note
from relevo.assistant.autonomy.policy import policy_of
from relevo.assistant.autonomy.tables import LevelRow
from relevo.assistant.autonomy.types import ANY, By, Level, Where, rank
from relevo.kit.clock import now
from relevo.kit.ids import new_id


async def set_level(
    session: AsyncSession, workspace_id: UUID, where: Where, level: Level, *,
    by: By, because: Sequence[str] = (), kind: Kind = "set",
) -> LevelRow:  # fmt: skip
    """Sets it and tells members. Asks nobody: see `change_level` for what a member may do."""
    before = (await policy_of(session)).level_for(where)
    row = await _row(session, where)
    if row is None:
        row = LevelRow(
            id=new_id(), workspace_id=workspace_id, topic=where.topic, language=where.language, channel=where.channel, level=level,
            reason=None, set_by=by.as_json(), since=now(),
        )  # fmt: skip
        session.add(row)
    if row.level != level:
        row.since = now()
    row.level, row.reason, row.set_by = level, "; ".join(because) or None, by.as_json()
    await session.flush()
    await note(session, workspace_id, kind, by=by, because=because, where=where, before=before, after=level)
    return row


async def lower_everywhere(
    session: AsyncSession, workspace_id: UUID, where: Where, level: Level, *, by: By, because: Sequence[str]
) -> None:
    """Demotes a topic: what is set for it more precisely, in one language or channel, does not stay above."""
    if rank((await policy_of(session)).level_for(where)) > rank(level):
        await set_level(session, workspace_id, where, level, by=by, because=because, kind="demoted")
    for row in (await session.scalars(select(LevelRow).where(LevelRow.topic == where.topic))).all():
        place = Where(row.topic, row.language, row.channel)
        if where.fits(place) and rank(row.level) > rank(level):  # pyright: ignore[reportArgumentType]  # checked by the table
            await set_level(session, workspace_id, place, level, by=by, because=because, kind="demoted")


async def found(session: AsyncSession, workspace_id: UUID, level: Level, *, by: By) -> None:
    """What a new workspace begins with, for everything. Off needs no row: people alone is what holds where nothing is set."""
    if level != "off":
        await set_level(session, workspace_id, Where(ANY), level, by=by, because=["set when the workspace was founded"])


async def _row(session: AsyncSession, where: Where) -> LevelRow | None:
    query = select(LevelRow).where(
        LevelRow.topic == where.topic, LevelRow.language == where.language, LevelRow.channel == where.channel
    )
    return await session.scalar(query.with_for_update())
