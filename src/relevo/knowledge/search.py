"""The index of each workspace that was searched lately, built anew when its articles have changed.

Only the version is read for a search. Building reads all passages once; it runs in a thread, so that other requests go
on meanwhile, and once for all who wait for it. The memory is bounded by the number of passages held.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.knowledge import queries
from relevo.knowledge.index import Hit, Index

MOST_PASSAGES = 200_000
_LONGEST_QUERY = 1_000


@dataclass(frozen=True, slots=True)
class _Held:
    version: int
    index: Index


_held: "OrderedDict[UUID, _Held]" = OrderedDict()
_building: dict[tuple[UUID, int], "asyncio.Task[Index]"] = {}


async def search(session: AsyncSession, workspace_id: UUID, *, query: str, locale: str, limit: int) -> list[Hit]:
    """The best passages of the transaction's workspace for a question in plain words."""
    index = await index_of(session, workspace_id)
    return index.find(query[:_LONGEST_QUERY], locale=locale, limit=limit)


async def index_of(session: AsyncSession, workspace_id: UUID) -> Index:
    """The index of the transaction's workspace, as new as its articles."""
    version = await queries.version(session)
    held = _held.get(workspace_id)
    if held and held.version == version:
        _held.move_to_end(workspace_id)
        return held.index
    key = (workspace_id, version)
    if key not in _building:
        entries = await queries.entries(session)
        task = asyncio.create_task(asyncio.to_thread(Index, entries))
        _building[key] = task
        task.add_done_callback(lambda _: _building.pop(key, None))
    index = await asyncio.shield(_building[key])
    _hold(workspace_id, _Held(version, index))
    return index


def _hold(workspace_id: UUID, held: _Held) -> None:
    _held[workspace_id] = held
    _held.move_to_end(workspace_id)
    while len(_held) > 1 and sum(len(one.index.entries) for one in _held.values()) > MOST_PASSAGES:
        _held.popitem(last=False)
