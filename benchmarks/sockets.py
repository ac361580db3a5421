"""The holder of idle sockets, a process of its own: `python -m benchmarks.sockets` with a `Job` as one line of JSON.

It opens a WebSocket for every token, as many at once as `at_once` says, answers pings and does nothing else. When all are open it
says so with a line of JSON; on a line `again` it drops all of them at the same moment and opens them again, as happens when a
server is restarted; at the end of its input it leaves.
"""

import asyncio
import json
import os
import sys
import time
from dataclasses import dataclass
from typing import cast

import uvloop

from benchmarks import machine

_PING = 0x9


@dataclass(frozen=True)
class Job:
    host: str
    port: int
    tokens: list[str]
    at_once: int = 200


class IdleSocket(asyncio.Protocol):
    """Enough of a WebSocket to keep one open."""

    def __init__(self, request: bytes) -> None:
        self._request = request
        self._received = b""
        self.opened: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.is_open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self.transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        if not self.opened.done():
            self._received += data
            if (end := self._received.find(b"\r\n\r\n")) >= 0:
                self.is_open = self._received.startswith(b"HTTP/1.1 101")
                self.opened.set_result(self.is_open)
                data, self._received = self._received[end + 4 :], b""
        if (
            self.opened.done() and data and data[0] & 0x0F == _PING
        ):  # a server's ping is empty or short: answered by an empty pong
            payload = data[2 : 2 + (data[1] & 0x7F)]
            self.transport.write(bytes([0x8A, 0x80 | len(payload)]) + b"\x00" * 4 + payload)

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_open = False
        if not self.opened.done():
            self.opened.set_result(False)


class Holder:
    def __init__(self, job: Job) -> None:
        self._job = job
        self._sockets: list[IdleSocket] = []

    async def open_all(self) -> dict[str, float]:
        room = asyncio.Semaphore(self._job.at_once)
        began = time.perf_counter()
        opened = await asyncio.gather(*(self._open(token, room) for token in self._job.tokens))
        return {
            "open": sum(opened),
            "refused": len(opened) - sum(opened),
            "seconds": round(time.perf_counter() - began, 2),
        }

    async def _open(self, token: str, room: asyncio.Semaphore) -> bool:
        request = (
            f"GET /api/v1/chat/socket?after=0 HTTP/1.1\r\nHost: {self._job.host}:{self._job.port}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            f"Sec-WebSocket-Protocol: bearer.{token}\r\n\r\n"
        ).encode()
        async with room:
            try:
                loop = asyncio.get_running_loop()
                _, socket = await loop.create_connection(lambda: IdleSocket(request), self._job.host, self._job.port)
                async with asyncio.timeout(60):
                    ok = await socket.opened
            except OSError:  # a time-out is one, too
                return False
        self._sockets.append(socket)
        return ok

    def drop_all(self) -> None:
        for socket in self._sockets:
            socket.transport.abort()
        self._sockets.clear()

    def still_open(self) -> int:
        return sum(socket.is_open for socket in self._sockets)


async def hold(job: Job) -> None:
    holder = Holder(job)
    _say(await holder.open_all())
    while line := await asyncio.to_thread(sys.stdin.readline):
        if line.strip() == "again":
            holder.drop_all()
            _say(await holder.open_all())
        else:
            _say({"open": holder.still_open()})


def _say(news: dict[str, float]) -> None:
    print(json.dumps(news), flush=True)


def main() -> None:
    machine.raise_file_limit()
    uvloop.run(hold(Job(**json.loads(sys.stdin.readline()))))
    os._exit(0)


if __name__ == "__main__":
    main()
