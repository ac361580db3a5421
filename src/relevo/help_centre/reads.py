"""Counts which articles are opened, to show what is read most. In memory first, so that reading writes nothing."""

import asyncio
from collections import Counter
from uuid import UUID

import structlog

from relevo.kit.clock import now
from relevo.kit.errors import Unavailable
from relevo.knowledge.actions.readers import count_reads
from relevo.platform.platform import Platform

log = structlog.get_logger()

_WRITE_EVERY_SECONDS = 15
_MOST_WAITING = 50_000


class Reads:
    """Of one process, since they were last written down."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._waiting: Counter[tuple[UUID, UUID]] = Counter()

    def count(self, workspace_id: UUID, article_id: UUID) -> None:
        if len(self._waiting) < _MOST_WAITING:
            self._waiting[workspace_id, article_id] += 1

    async def write(self) -> None:
        waiting, self._waiting = self._waiting, Counter()
        by_workspace: dict[UUID, dict[UUID, int]] = {}
        for (workspace_id, article_id), times in waiting.items():
            by_workspace.setdefault(workspace_id, {})[article_id] = times
        for workspace_id, times in by_workspace.items():
            async with self._platform.db.transaction(workspace_id) as session:
                await count_reads(session, now().date(), times)


async def run(platform: Platform) -> None:
    """Works until cancelled. What was counted and cannot be written is let go: it is no more than an order of articles."""
    while True:
        await asyncio.sleep(_WRITE_EVERY_SECONDS)
        try:
            await platform.part(Reads).write()
        except Unavailable:
            log.warning("reads_not_written")
