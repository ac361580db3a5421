"""The index of each workspace that was searched lately, kept as new as its articles.

A search reads one number; where it has changed, what changed is found by the articles' stamps and only that is read anew. Work on the
index is done in a thread, a piece at a time, once for all who wait for it. The memory is bounded by the number of passages held.
"""

import asyncio
import time
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Unavailable
from relevo.knowledge.entries import Stamp, entries, stamps, synonym_groups, version
from relevo.knowledge.entry import EVERYONE, Hit, Reader
from relevo.knowledge.index import Index
from relevo.knowledge.meaning import Vectors
from relevo.knowledge.synonyms import read_groups

MOST_PASSAGES = 200_000
_LONGEST_QUERY = 1_000
_AT_ONCE = 1_000  # articles that are read together
# A large index takes a moment to renew. While articles change one after the other it is renewed for part of the time only; still within
# a second of any change.
_SHARE = 3
_PATIENCE = 15.0
_LARGE, _LONGEST_REST = 5_000, 0.5


@dataclass(frozen=True, slots=True)
class _Held:
    version: int
    index: Index
    stamps: dict[UUID, Stamp]
    rests_until: float


_held: "OrderedDict[UUID, _Held]" = OrderedDict()
_begun: dict[UUID, _Held] = {}  # what was read when somebody who read it went away
_locks: "WeakKeyDictionary[asyncio.AbstractEventLoop, defaultdict[UUID, asyncio.Lock]]" = WeakKeyDictionary()


async def search(
    session: AsyncSession,
    workspace_id: UUID,
    *,
    query: str,
    locale: str,
    limit: int,
    audience: str = EVERYONE,
    country: str | None = None,
    at: datetime | None = None,
    locales: Sequence[str] = (),
    prefer: Sequence[str] = (),
    vectors: Vectors | None = None,
) -> list[Hit]:
    """The best passages of the transaction's workspace for a question in plain words.

    `locale` is preferred, `locales` leave out what is written in any other; what does not hold `at` the moment (now), in the country
    or for the audience is not looked at. Articles in `prefer` (those the conversation is about) count a little more;
    `vectors` (`vectors_of(platform)`) add nearness in meaning where embeddings are to be had.
    """
    index = await index_of(session, workspace_id, audience=audience, country=country, at=at, locales=locales)
    near = vectors.nearness if vectors else None
    found = await asyncio.to_thread(
        index.find, query[:_LONGEST_QUERY], locale=locale, limit=limit, prefer=tuple(prefer), near=near
    )
    if vectors:
        vectors.learn(index)
    return found


async def index_of(
    session: AsyncSession,
    workspace_id: UUID,
    *,
    audience: str = EVERYONE,
    country: str | None = None,
    at: datetime | None = None,
    locales: Sequence[str] = (),
) -> Index:
    """The index of the transaction's workspace, as new as its articles, as far as the reader may see them."""
    index = await _newest(session, workspace_id)
    return index.seen_by(Reader(audience, country.lower() if country else None, at or now(), tuple(locales)))


async def _newest(session: AsyncSession, workspace_id: UUID) -> Index:
    if held := _still_good(workspace_id, await version(session)):
        return held
    lock = _lock(workspace_id)
    try:
        await asyncio.wait_for(lock.acquire(), _PATIENCE)
    except TimeoutError:  # whoever waits here holds a connection that others need
        raise Unavailable("The knowledge base is being read for search; try again in a moment.") from None
    try:
        # Somebody else may have done it meanwhile.
        newest = await version(session)
        return _still_good(workspace_id, newest) or await _renewed(session, workspace_id, newest)
    finally:
        lock.release()


def _still_good(workspace_id: UUID, newest: int) -> Index | None:
    held = _held.get(workspace_id)
    if held is None or (held.version != newest and time.monotonic() >= held.rests_until):
        return None
    _held.move_to_end(workspace_id)
    return held.index


async def _renewed(session: AsyncSession, workspace_id: UUID, newest: int) -> Index:
    started = time.monotonic()
    held = _held.get(workspace_id) or _begun.get(workspace_id)
    there = await stamps(session)
    had = held.stamps if held else {}
    index = held.index if held else Index()
    gone = [had[one][0] for one in had if there.get(one) != had[one]]
    new = [one for one, stamp in there.items() if had.get(one) != stamp]
    synonyms = read_groups(await synonym_groups(session))
    if not new:
        index = await asyncio.to_thread(index.with_changes, gone, (), synonyms=synonyms)
    for start in range(0, len(new), _AT_ONCE):
        some = await entries(session, new[start : start + _AT_ONCE])
        index = await asyncio.to_thread(index.with_changes, gone, some, synonyms=synonyms)
        gone = []
        done = {one: there[one] for one in new[: start + _AT_ONCE]}
        _begun[workspace_id] = _Held(
            newest, index, {one: had[one] for one in had if there.get(one) == had[one]} | done, 0.0
        )
    _begun.pop(workspace_id, None)
    took = time.monotonic() - started
    rest = min(_SHARE * took, _LONGEST_REST) if len(index) > _LARGE else 0.0
    _hold(workspace_id, _Held(newest, index, there, time.monotonic() + rest))
    return index


def _lock(workspace_id: UUID) -> asyncio.Lock:
    return _locks.setdefault(asyncio.get_running_loop(), defaultdict(asyncio.Lock))[workspace_id]


def _hold(workspace_id: UUID, held: _Held) -> None:
    _held[workspace_id] = held
    _held.move_to_end(workspace_id)
    while len(_held) > 1 and sum(len(one.index) for one in _held.values()) > MOST_PASSAGES:
        _held.popitem(last=False)
