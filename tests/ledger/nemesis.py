"""Breaks things by a schedule that follows from a seed, and sees to it that they are started again."""

import asyncio
import contextlib
import os
import random
import signal
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.ledger.history import History
from tests.ledger.product import Product

RECOVERY_SECONDS = 30


@dataclass
class Nemesis:
    product: Product
    history: History
    chance: random.Random

    async def rage(self, seconds: float) -> None:
        """Every kind of harm once, in an order of the seed's; more of it as long as there is time."""
        deadline = time.monotonic() + seconds
        kinds = self._kinds()
        while True:
            for kind in self.chance.sample(kinds, len(kinds)):
                await asyncio.sleep(self.chance.uniform(0.3, 1.5))
                self.history.faults.append(kind.__name__)
                began = time.monotonic()
                await kind()
                await self.product.wait_ready(seconds=RECOVERY_SECONDS)
                self.history.recoveries.append((kind.__name__, round(time.monotonic() - began, 2)))
                if time.monotonic() > deadline:
                    return

    def _kinds(self) -> list[Callable[[], Awaitable[None]]]:
        return [
            self.kill_server,
            self.kill_postmaster,
            self.kill_backend,
            self.kill_worker,
            self.pause_server,
            self.pause_backend,
        ]

    async def kill_server(self) -> None:
        await asyncio.to_thread(self.product.kill_server)
        self.product.start_server()

    async def kill_worker(self) -> None:
        await asyncio.to_thread(self.product.kill_worker)
        self.product.start_worker()

    async def kill_postmaster(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            os.kill(self.product.postmaster(), signal.SIGKILL)
        await asyncio.sleep(0.3)  # until the server has noticed

    async def kill_backend(self) -> None:
        """One process of PostgreSQL dies: it then ends all sessions and recovers."""
        if backends := self._backends():
            with contextlib.suppress(OSError):
                os.kill(self.chance.choice(backends), signal.SIGKILL)
        await asyncio.sleep(0.3)

    async def pause_server(self) -> None:
        self.product.pause_server()
        await asyncio.sleep(1)
        self.product.resume_server()

    async def pause_backend(self) -> None:
        for pid in self._backends()[:1]:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGSTOP)
                await asyncio.sleep(1)
                os.kill(pid, signal.SIGCONT)

    def _backends(self) -> list[int]:
        with contextlib.suppress(OSError, ValueError):
            return self.product.backends()
        return []
