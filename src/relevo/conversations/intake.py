"""Where customers' messages queue for the database: those that wait at the same moment are stored by one statement.

A message that comes alone goes at once. While a statement is under way, what comes in gathers and goes together with the next one,
so the busier it is, the more messages share a transaction and the wait for the disk. Each is answered after the commit.
"""

import asyncio
import time
from collections import deque
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

import asyncpg

from relevo.conversations.accept import Accepted, Order, accept, accept_many
from relevo.kit.errors import RelevoError
from relevo.platform.database import Connection
from relevo.platform.platform import Platform

_AT_ONCE = 2  # statements under way: one works while the other waits for the disk
_MOST = 64  # messages in a statement
_BUSY_PER_SECOND = 60


@dataclass(frozen=True)
class Waiting:
    order: Order
    answer: asyncio.Future[Accepted]

    def settle(self, outcome: Accepted | BaseException) -> None:
        if self.answer.done():  # the customer has gone
            return
        if isinstance(outcome, Accepted):
            self.answer.set_result(outcome)
        else:
            self.answer.set_exception(outcome)


class Intake:
    """One for a process: `platform.part(Intake)`."""

    def __init__(self, platform: Platform) -> None:
        self._database = platform.db
        self._waiting: deque[Waiting] = deque()
        self._workers: set[asyncio.Task[None]] = set()
        self._alone: set[asyncio.Task[None]] = set()
        self._second = 0  # the present one, and how many messages came in it and in the one before
        self._counts = (0, 0)

    @property
    def is_busy(self) -> bool:
        """Whether so much comes in that work which can wait should."""
        self._count(0)
        return max(self._counts) >= _BUSY_PER_SECOND

    def _count(self, messages: int) -> None:
        second = int(time.monotonic())
        if second != self._second:
            self._counts = (self._counts[1], 0) if second == self._second + 1 else (0, 0)
            self._second = second
        self._counts = (self._counts[0], self._counts[1] + messages)

    async def accept(self, order: Order) -> Accepted:
        """Stores the message durably. Raises what `conversations.accept.accept` raises, and Unavailable."""
        self._count(1)
        if order.incoming.files:
            async with self._database.connection() as connection:
                return await accept(connection, order.customer, order.incoming, order.policy)
        waiting = Waiting(order, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        if len(self._workers) < _AT_ONCE:
            self._start(self._work(), self._workers)
        return await waiting.answer

    async def _work(self) -> None:
        """Stores what waits until nothing does."""
        batch: list[Waiting] = []
        try:
            async with self._database.connection() as connection:
                while batch := self._next():
                    await self._store(connection, batch)
        except BaseException as error:  # nobody may be left waiting for an answer
            self._stop_counting()
            for waiting in (*batch, *self._waiting):
                waiting.settle(error)
            self._waiting.clear()
            if not isinstance(error, RelevoError):
                raise

    def _next(self) -> list[Waiting]:
        batch = [self._waiting.popleft() for _ in range(min(_MOST, len(self._waiting)))]
        if not batch:  # giving back the connection takes a moment, in which this one stores nothing any more
            self._stop_counting()
        return batch

    def _stop_counting(self) -> None:
        if task := asyncio.current_task():
            self._workers.discard(task)

    async def _store(self, connection: Connection, batch: list[Waiting]) -> None:
        try:
            outcomes = await accept_many(connection, [waiting.order for waiting in batch])
        except asyncpg.PostgresError:
            if connection.is_closed() or len(batch) == 1:
                raise
            outcomes = [None] * len(batch)  # one of them is at fault; each is tried by itself
        for waiting, outcome in zip(batch, outcomes, strict=True):
            if outcome is None:
                self._start(self._store_alone(waiting), self._alone)
            else:
                waiting.settle(outcome)

    async def _store_alone(self, waiting: Waiting) -> None:
        order = waiting.order
        try:
            async with self._database.connection() as connection:
                waiting.settle(await accept(connection, order.customer, order.incoming, order.policy))
        except BaseException as error:
            waiting.settle(error)
            if not isinstance(error, RelevoError | asyncpg.PostgresError):
                raise

    def _start(self, work: Coroutine[Any, Any, None], among: set[asyncio.Task[None]]) -> None:
        task = asyncio.create_task(work)
        among.add(task)
        task.add_done_callback(among.discard)
