"""Wake-ups: tells whoever waits for a contact or a workspace that something was committed for it.

A wake-up carries no content and may be lost: who is woken reads the tables from where it stopped. In this process it is a
function call; other processes get it by NOTIFY, many in one statement and never in the transaction of a message, because
PostgreSQL commits transactions that notify one after the other. What a lost notification left out is found by `_sweep`.

Typing, presence and the like are told the same way but with their content; they are stored nowhere.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Callable, Generator
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import orjson
import structlog

from relevo.kit.errors import Unavailable
from relevo.platform.database import Database

log = structlog.get_logger()

CHANNEL = "relevo_live"
Ephemeral = dict[str, Any]
Listener = Callable[[Ephemeral | None], None]  # None: something was committed, look
EVERYTHING = UUID(int=0)  # whoever listens to it is woken by any topic
TURNS = UUID(int=1)  # the topic of the assistant's turns that became due

_GATHER_SECONDS = 0.02
_SWEEP_SECONDS = 2.0
_TOPICS_PER_NOTIFY = 150  # a payload may have 8,000 bytes


class Hub:
    """Topics are ids of contacts and workspaces. Listeners must be quick and must not raise."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._node = uuid4().hex[:12]
        self._listeners: dict[UUID, set[Listener]] = defaultdict(set)
        self._outgoing: dict[UUID, None] = {}
        self._outgoing_ephemeral: list[tuple[str, Ephemeral]] = []
        self._on_their_way: set[UUID] = set()
        self._has_outgoing = asyncio.Event()
        self._swept_to: int | None = None

    @contextlib.contextmanager
    def listening(self, topic: UUID, listener: Listener) -> Generator[None]:
        self._listeners[topic].add(listener)
        try:
            yield
        finally:
            self._listeners[topic].discard(listener)
            if not self._listeners[topic]:
                del self._listeners[topic]

    def wake(self, *topics: UUID) -> None:
        """Something was committed for these topics. Call it after the commit."""
        for topic in topics:
            self._wake_here(topic)
            self._outgoing[topic] = None
        self._has_outgoing.set()

    def wake_in(self, seconds: float, topic: UUID) -> None:
        """Wakes after a while; a wake-up of this topic that is already on its way stands for this one too."""
        if topic in self._on_their_way:
            return
        self._on_their_way.add(topic)
        asyncio.get_running_loop().call_later(seconds, self._arrive, topic)

    def _arrive(self, topic: UUID) -> None:
        self._on_their_way.discard(topic)
        self.wake(topic)

    def tell(self, topic: UUID, news: Ephemeral) -> None:
        """Passes on something that is not stored."""
        self._tell_here(topic, news)
        if len(self._outgoing_ephemeral) < 1000:
            self._outgoing_ephemeral.append((topic.hex, news))
        self._has_outgoing.set()

    @property
    def listeners(self) -> int:
        return sum(len(found) for found in self._listeners.values())

    def _wake_here(self, topic: UUID) -> None:
        for listener in (*self._listeners.get(topic, ()), *self._listeners.get(EVERYTHING, ())):
            listener(None)

    def _tell_here(self, topic: UUID, news: Ephemeral) -> None:
        for listener in tuple(self._listeners.get(topic, ())):
            listener(news)

    # -- other processes -----------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Connects this process with the others. Runs until cancelled, through losses of the database."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._keep(self._receive))
            group.create_task(self._keep(self._send))
            group.create_task(self._keep(self._sweep))

    async def _keep(self, work: Callable[[], Any]) -> None:
        while True:
            try:
                await work()
            except (Unavailable, OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError) as error:
                log.warning(
                    "live_interrupted", part=work.__name__.strip("_"), reason=str(error) or type(error).__name__
                )
                await asyncio.sleep(0.5)

    async def _receive(self) -> None:
        connection = await asyncpg.connect(**self._database.address.asyncpg(), timeout=10)
        closed = asyncio.Event()
        connection.add_termination_listener(_setter(closed))
        try:
            await connection.add_listener(CHANNEL, self._on_notify)
            for topic in tuple(self._listeners):  # whatever happened while nobody listened
                self._wake_here(topic)
            await closed.wait()
        finally:
            with contextlib.suppress(Exception):
                await connection.close(timeout=2)
        raise ConnectionError("the listening connection was closed")

    def _on_notify(self, _connection: Any, _pid: int, _channel: str, payload: object) -> None:
        message = orjson.loads(str(payload))
        if message["node"] == self._node:
            return
        for topic in message.get("wake", ()):
            self._wake_here(UUID(hex=topic))
        for topic, news in message.get("tell", ()):
            self._tell_here(UUID(hex=topic), news)

    async def _send(self) -> None:
        while True:
            await self._has_outgoing.wait()
            self._has_outgoing.clear()
            topics, self._outgoing = list(self._outgoing), {}
            ephemeral, self._outgoing_ephemeral = self._outgoing_ephemeral, []
            async with self._database.connection() as connection:
                for start in range(0, len(topics), _TOPICS_PER_NOTIFY):
                    await self._notify(connection, wake=[t.hex for t in topics[start : start + _TOPICS_PER_NOTIFY]])
                for topic, news in ephemeral:
                    await self._notify(connection, tell=[(topic, news)])
            await asyncio.sleep(_GATHER_SECONDS)  # the first goes at once; what comes while it is busy goes together

    async def _notify(self, connection: Any, **content: Any) -> None:
        payload = orjson.dumps({"node": self._node, **content}).decode()
        if len(payload) < 7900:
            await connection.execute("select pg_notify($1, $2)", CHANNEL, payload)

    async def _sweep(self) -> None:
        while True:
            async with self._database.connection() as connection:
                if self._swept_to is None:
                    self._swept_to = await connection.fetchval("select relevo_event_horizon()")
                row = await connection.fetchrow("select * from relevo_touched($1)", self._swept_to)
            if row:
                self._swept_to = row["horizon"]
                for topic in row["topics"]:
                    self._wake_here(topic)
            await asyncio.sleep(_SWEEP_SECONDS)


def _setter(event: asyncio.Event) -> Callable[[Any], None]:
    def set_event(_: Any) -> None:
        event.set()

    return set_event
