"""One process at a time: an advisory lock, held by a connection that does nothing else, so it ends with its process.

Should the connection be lost while the process lives on, another process may begin before this one has noticed; what is done under a
lead has to bear being done twice.
"""

import asyncio
from hashlib import sha256
from types import TracebackType
from typing import Any, Self

import asyncpg

from relevo.platform.address import Address

_LOOK_AGAIN_SECONDS = 1.0


class Lead:
    """`async with Lead(…) as lead`: waits until it is this process's; `lead.lost` is set when it no longer is."""

    def __init__(self, address: Address, name: str) -> None:
        self._address = address
        self._number = int.from_bytes(sha256(f"relevo {name}".encode()).digest()[:8], "big", signed=True)
        self._connection: asyncpg.Connection | None = None
        self.lost = asyncio.Event()

    async def __aenter__(self) -> Self:
        connection = await asyncpg.connect(**self._address.asyncpg(), timeout=10)
        try:
            connection.add_termination_listener(self._on_end)
            while not await connection.fetchval("select pg_try_advisory_lock($1)", self._number):
                await asyncio.sleep(_LOOK_AGAIN_SECONDS)
        except BaseException:
            connection.terminate()
            raise
        self._connection = connection
        return self

    def _on_end(self, _: Any) -> None:
        self.lost.set()

    async def __aexit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._connection:
            self._connection.terminate()  # the server lets go of the lock at once
