"""Hands events to listeners: each at least once and in order, one dispatcher at a time for every listener.

A listener's cursor says up to where it has got; it moves after the work, so what was under way when a process died is handed over
again, and handlers are idempotent. An event that a handler cannot deal with is tried again a few times, then kept in
`event_failures` and passed over, so that it holds up nobody for long. Listeners are registered in wiring.py.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import structlog
from prometheus_client import Counter
from sqlalchemy import text

from relevo.kit.errors import Unavailable
from relevo.platform.health import REGISTRY
from relevo.platform.lead import Lead
from relevo.platform.live import EVERYTHING
from relevo.platform.platform import Platform

log = structlog.get_logger()

PAGE = 100
_LOOK_ANYWAY_SECONDS = 1.0
_SETTLE_SECONDS = 0.005  # until transactions that began earlier have ended, and what came after them may be read
_LONGEST_SETTLE_SECONDS = 0.2
_PAUSES = (0.0, 0.2, 1.0, 3.0)  # before each attempt at an event that failed
_LONGEST_HANDLING_SECONDS = 120.0
_REMEMBER_ANYWAY_SECONDS = 30.0
_LOST = (Unavailable, OSError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError)

_SKIPPED = Counter(
    "relevo_events_skipped", "Events that a listener could not deal with", ["listener"], registry=REGISTRY
)
_MOVE = """
insert into event_cursors (listener, seq) values ($1, $2)
on conflict (listener) do update set seq = greatest(event_cursors.seq, excluded.seq)
"""
_FAILED = text("""
insert into event_failures (listener, seq, workspace_id, type, conversation_id, message_id, reason)
values (:listener, :seq, relevo_workspace(), :type, :conversation_id, :message_id, :reason) on conflict do nothing
""")


@dataclass(frozen=True, slots=True)
class Happened:
    """An event as listeners get it: ids and small facts; rows are read as the workspace they belong to."""

    seq: int
    workspace_id: UUID
    type: str
    conversation_id: UUID | None
    message_id: UUID | None
    data: dict[str, Any]
    at: datetime


Handle = Callable[[Platform, UUID, Sequence[Happened]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Listener:
    """`handle` gets some events of one workspace, in order; it may get any of them again. `name` is for ever: the cursor's. A new
    listener begins with the first event there is."""

    name: str
    types: tuple[str, ...]
    handle: Handle


async def run(platform: Platform, listeners: Sequence[Listener]) -> None:
    """Works until cancelled, through losses of the database."""
    async with asyncio.TaskGroup() as group:
        for listener in listeners:
            group.create_task(_keep(platform, listener))


async def _keep(platform: Platform, listener: Listener) -> None:
    while True:
        try:
            async with Lead(platform.db.address, f"listener {listener.name}") as lead:
                await Dispatcher(platform, listener, lead).run()
        except (*_LOST, asyncpg.PostgresError) as error:
            log.warning("listener_interrupted", listener=listener.name, reason=str(error) or type(error).__name__)
        except Exception as error:
            log.exception("listener_broken", listener=listener.name, exc_info=error)
        await asyncio.sleep(0.5)


class Dispatcher:
    """Serves one listener for as long as this process leads."""

    def __init__(self, platform: Platform, listener: Listener, lead: Lead) -> None:
        self._platform = platform
        self._listener = listener
        self._lead = lead
        self._woken = asyncio.Event()
        self._cursor = 0
        self._remembered_at = 0.0

    async def run(self) -> None:
        async with self._platform.db.connection() as connection:
            query = "select seq from event_cursors where listener = $1"
            self._cursor = await connection.fetchval(query, self._listener.name) or 0
        with self._platform.hub.listening(EVERYTHING, lambda _: self._woken.set()):
            while not self._lead.lost.is_set():
                self._woken.clear()
                await self._catch_up()
                await _wait(self._woken, _LOOK_ANYWAY_SECONDS)

    async def _catch_up(self) -> None:
        """Everything up to what was committed when this was called."""
        ceiling, pause = 0, _SETTLE_SECONDS
        while not self._lead.lost.is_set():
            rows = await self._next()
            events = [_happened(row) for row in rows if row["seq"] is not None]
            for workspace_id, group in groupby(sorted(events, key=_by_workspace), key=lambda event: event.workspace_id):
                await self._hand_over(workspace_id, list(group))
            is_full = len(events) == PAGE
            await self._move_to(events[-1].seq if is_full else rows[0]["horizon"] - 1, remember=bool(events))
            ceiling = ceiling or rows[0]["ceiling"]
            if is_full:
                continue
            if self._cursor >= ceiling - 1 or pause > _LONGEST_SETTLE_SECONDS:
                return
            await asyncio.sleep(pause)
            pause *= 2

    async def _next(self) -> Sequence[Any]:
        async with self._platform.db.connection() as connection:
            query = "select * from relevo_event_page($1, $2, $3)"
            return await connection.fetch(query, self._cursor, list(self._listener.types), PAGE)

    async def _move_to(self, seq: int, *, remember: bool) -> None:
        """Past events of other types the cursor moves in memory, and is written down now and then."""
        if seq <= self._cursor:
            return
        self._cursor = seq
        if remember or time.monotonic() > self._remembered_at + _REMEMBER_ANYWAY_SECONDS:
            async with self._platform.db.connection() as connection:
                await connection.execute(_MOVE, self._listener.name, seq)
            self._remembered_at = time.monotonic()

    async def _hand_over(self, workspace_id: UUID, events: list[Happened]) -> None:
        try:
            await self._handle(workspace_id, events)
        except _LOST:
            raise
        except Exception as error:  # one of them is at fault; each is tried by itself
            log.warning(
                "listener_failed", listener=self._listener.name, events=len(events), reason=type(error).__name__
            )
            for event in events:
                await self._hand_over_alone(event)

    async def _hand_over_alone(self, event: Happened) -> None:
        reason = ""
        for pause in _PAUSES:
            await asyncio.sleep(pause)
            try:
                await self._handle(event.workspace_id, [event])
                return
            except _LOST:
                raise
            except Exception as error:
                log.exception(
                    "event_failed", listener=self._listener.name, seq=event.seq, type=event.type, exc_info=error
                )
                reason = type(error).__name__
        await self._pass_over(event, reason)

    async def _handle(self, workspace_id: UUID, events: Sequence[Happened]) -> None:
        limit = asyncio.timeout(_LONGEST_HANDLING_SECONDS)
        try:
            async with limit:
                await self._listener.handle(self._platform, workspace_id, events)
        except TimeoutError as error:
            if limit.expired():  # a TimeoutError of the database is waited out, ours counts as a failure
                raise RuntimeError("took too long") from error
            raise

    async def _pass_over(self, event: Happened, reason: str) -> None:
        _SKIPPED.labels(self._listener.name).inc()
        values = {name: getattr(event, name) for name in ("seq", "type", "conversation_id", "message_id")}
        async with self._platform.db.transaction(event.workspace_id) as session:
            await session.execute(_FAILED, {**values, "listener": self._listener.name, "reason": reason})


def _by_workspace(event: Happened) -> tuple[bytes, int]:
    return event.workspace_id.bytes, event.seq


def _happened(row: Any) -> Happened:
    return Happened(
        row["seq"], row["workspace_id"], row["type"], row["conversation_id"], row["message_id"],
        orjson.loads(row["data"] or "{}"), row["at"],
    )  # fmt: skip


async def _wait(woken: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await woken.wait()
    except TimeoutError:
        pass
