"""Sources are looked at by the clock and when somebody asks. A job works for a short turn and puts off the next one, so that one company's
many pages do not hold up another's few."""

import asyncio
import contextlib
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import exists, select, text

from relevo.kit.clock import now
from relevo.knowledge.sources import runs
from relevo.knowledge.sources.folder import allowed_folder, mark_of
from relevo.knowledge.sources.guard import guard_of
from relevo.knowledge.sources.pages import Fetcher
from relevo.knowledge.sources.tables import Source, SourceItem
from relevo.knowledge.sources.types import SourceSettings
from relevo.knowledge.sources.visits import OnItem, Visits
from relevo.platform.jobs import Job, put_off
from relevo.platform.outbound.client import client
from relevo.platform.platform import Platform

log = structlog.get_logger()

_TURN_SECONDS = 15.0
_MOST_DUE = 50
_DUE = text("select workspace_id, source_id from relevo_due_sources(:most)")


async def look_for_due(platform: Platform) -> None:
    """Every minute: runs that are due, and those that whoever worked on them left behind."""
    async with platform.db.unbound() as session:
        due = (await session.execute(_DUE, {"most": _MOST_DUE})).all()
    for workspace_id, source_id in due:
        try:
            await _begin_due(platform, UUID(str(workspace_id)), UUID(str(source_id)))
        except Exception as error:  # one source must not keep the others from their turn
            log.exception("source_not_begun", source_id=str(source_id), exc_info=error)


async def _begin_due(platform: Platform, workspace_id: UUID, source_id: UUID) -> None:
    if await _is_as_it_was(platform, workspace_id, source_id):
        return
    async with platform.db.transaction(workspace_id) as session:
        source = await session.get(Source, source_id, with_for_update=True)
        if source is None or (source.state != "running" and (source.next_run_at is None or source.next_run_at > now())):
            return
        runs.begin(source)
        await runs.tell(session, source)
        await put_off(session, JOB, workspace_id=str(workspace_id), source_id=str(source_id))
    platform.hub.wake(workspace_id)


async def _is_as_it_was(platform: Platform, workspace_id: UUID, source_id: UUID) -> bool:
    """Whether nothing has happened in a watched folder; the next look is then due in a while."""
    async with platform.db.transaction(workspace_id) as session:
        source = await session.get(Source, source_id)
        missing = exists().where(SourceItem.source_id == source_id, SourceItem.missing == 1)
        is_waiting = bool(await session.scalar(select(missing)))
    if source is None or source.kind != "folder" or source.state == "running" or is_waiting:
        return False
    try:
        folder = await asyncio.to_thread(allowed_folder, source.address, platform.settings.knowledge_folders)
        mark = await asyncio.to_thread(mark_of, folder)
    except Exception:  # the run will say what is wrong
        return False
    if mark != source.counts.get("mark"):
        return False
    async with platform.db.transaction(workspace_id) as session:
        if source := await session.get(Source, source_id, with_for_update=True):
            source.next_run_at = runs.next_run(source)
    return True


async def visit(platform: Platform, *, workspace_id: str, source_id: str) -> None:
    """A turn at a run."""
    workspace, source = UUID(workspace_id), UUID(source_id)
    if await work(platform, workspace, source, seconds=_TURN_SECONDS):
        return
    async with platform.db.transaction(workspace) as session:
        await put_off(session, JOB, workspace_id=workspace_id, source_id=source_id)


async def work(
    platform: Platform, workspace_id: UUID, source_id: UUID, *, seconds: float, on_item: OnItem | None = None
) -> bool:
    """Whether nothing is left to do for whoever asks: the run is finished, or somebody else works on it."""
    async with platform.db.transaction(workspace_id) as session:
        claimed = await runs.claim(session, source_id)
    if claimed is None:
        return True
    source, lease = claimed
    settings = SourceSettings.of(source.settings)
    try:
        async with client("knowledge", guard=guard_of(platform)) as http:
            fetcher = Fetcher(http, own_site=settings.own_site)
            return await Visits(platform, workspace_id, source, lease, fetcher, on_item).work(seconds=seconds)
    except runs.LeaseLost:
        return True
    finally:
        await _let_go(platform, workspace_id, source_id, lease)


async def _let_go(platform: Platform, workspace_id: UUID, source_id: UUID, lease: UUID) -> None:
    """Others may go on at once, also where this worker is being stopped."""

    async def release() -> None:
        with contextlib.suppress(runs.LeaseLost):
            async with platform.db.transaction(workspace_id) as session:
                runs.release(await runs.held(session, source_id, lease))

    with contextlib.suppress(Exception):
        await asyncio.shield(release())


async def wait_for(platform: Platform, workspace_id: UUID, source_id: UUID) -> Any:
    """Until a run that somebody else works on is over."""
    while True:
        async with platform.db.transaction(workspace_id) as session:
            source = await session.get(Source, source_id)
        if source is None or source.state != "running":
            return source
        await asyncio.sleep(0.5)


JOB = Job("visit_source", visit)
EVERY_MINUTE = "* * * * *"
