"""A provider that answers on a port of this machine. What it does next is said by the test: a behaviour, or several in a row."""

import asyncio
import contextlib
import json
import threading
from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass, field
from typing import Any

from tests.providers.protocols import Asked

Writer = asyncio.StreamWriter
Behaviour = Callable[[Asked, "Wire"], Awaitable[None]]


@dataclass
class Wire:
    """The way back to who asked."""

    writer: Writer

    async def answer(self, body: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> None:
        raw = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        await self.begin(
            status=status,
            headers={"content-type": "application/json", "content-length": str(len(raw)), **(headers or {})},
        )
        await self.send(raw)

    async def begin(self, *, status: int = 200, headers: dict[str, str]) -> None:
        head = "".join(f"{name}: {value}\r\n" for name, value in {"connection": "close", **headers}.items())
        await self.send(f"HTTP/1.1 {status} Status\r\n{head}\r\n".encode())

    async def begin_events(self) -> None:
        await self.begin(headers={"content-type": "text/event-stream; charset=utf-8"})

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def cut(self) -> None:
        """Ends the connection without a farewell."""
        transport = self.writer.transport
        assert transport is not None
        transport.abort()


@dataclass
class Provider:
    """`does` is what it does for each request; `then` what it does first, one after the other."""

    does: Behaviour
    then: list[Behaviour] = field(default_factory=list[Behaviour])
    asked: list[Asked] = field(default_factory=list[Asked])
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            asked = await _request(reader)
            self.asked.append(asked)
            does = self.then.pop(0) if self.then else self.does
            await does(asked, Wire(writer))
        with contextlib.suppress(ConnectionError):
            writer.close()


async def _request(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    first, *lines = head.strip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Asked(first.split(" ")[1], headers, json.loads(body or b"{}"))


@contextlib.contextmanager
def running(does: Behaviour) -> Generator[Provider]:
    """A provider in a thread with an event loop of its own."""
    provider = Provider(does)
    loop = asyncio.new_event_loop()
    started = threading.Event()

    async def run() -> None:
        server = await asyncio.start_server(provider.serve, "127.0.0.1", 0, limit=2**20)
        provider.port = server.sockets[0].getsockname()[1]
        started.set()
        await asyncio.Event().wait()

    def work() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            loop.run_until_complete(task)

    task = loop.create_task(run())
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    assert started.wait(10)
    yield provider
    loop.call_soon_threadsafe(_end, loop)
    thread.join(10)


def _end(loop: asyncio.AbstractEventLoop) -> None:
    for task in asyncio.all_tasks(loop):
        task.cancel()
