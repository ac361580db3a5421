"""The sender of messages, a process of its own: `python -m benchmarks.load` with a `Job` as JSON on standard input.

Every client is a customer with a session and a connection of its own who sends one message, waits for the answer and sends the
next. So that the sender takes little of the machine that it shares with the product, requests are bytes made beforehand in
which only the client_id changes, and of an answer only the status and the length are looked at.
"""

import asyncio
import json
import os
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import cast
from uuid import uuid4

import uvloop

TEXTS = (
    "Hola, hice un pedido el lunes y todavía no me ha llegado el aviso de envío.",
    "¿Cuánto tarda en llegar una lámpara de pie a Canarias?",
    "Quería saber si la mesa de roble se puede devolver una vez montada.",
    "El código de descuento de la tienda no funciona en la cesta.",
)


@dataclass(frozen=True)
class Job:
    host: str
    port: int
    tokens: list[str]  # one for every client
    seconds: float


@dataclass
class Result:
    """`latencies_ms` are of accepted messages; `cpu_seconds` is the sender's own."""

    seconds: float
    latencies_ms: list[float]
    statuses: dict[str, int]
    cpu_seconds: float


@dataclass
class Tally:
    until: float
    latencies: list[float] = field(default_factory=list[float])
    statuses: Counter[str] = field(default_factory=Counter[str])


class Client(asyncio.Protocol):
    def __init__(self, job: Job, number: int, tally: Tally) -> None:
        self._tally = tally
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        text = TEXTS[number % len(TEXTS)].encode()
        self._prefix = uuid4().hex[:20]
        self._count = 0
        before, after = b'{"client_id":"', b'","text":"' + text + b'"}'
        self._head = (
            f"POST /api/v1/chat/messages HTTP/1.1\r\nHost: {job.host}:{job.port}\r\nAuthorization: Bearer {job.tokens[number]}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(before) + 32 + len(after)}\r\n\r\n"
        ).encode() + before
        self._tail = after
        self._received = b""
        self._sent_at = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is one in all but name
        self._send()

    def _send(self) -> None:
        self._count += 1
        self._sent_at = time.perf_counter()
        self._transport.write(self._head + f"{self._prefix}{self._count:012x}".encode() + self._tail)

    def data_received(self, data: bytes) -> None:
        received = self._received + data if self._received else data
        head = received.find(b"\r\n\r\n")
        if head < 0 or len(received) < head + 4 + _length(received, head):
            self._received = received
            return
        self._received = b""
        now = time.perf_counter()
        status = received[9:12].decode()
        self._tally.statuses[status] += 1
        if status == "201":
            self._tally.latencies.append(now - self._sent_at)
        if now < self._tally.until:
            self._send()
        else:
            self._transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        if time.perf_counter() < self._tally.until:
            self._tally.statuses["connection lost"] += 1
        if not self.done.done():
            self.done.set_result(None)


def _length(received: bytes, head: int) -> int:
    start = received.index(b"content-length: ") + 16
    return int(received[start : received.index(b"\r\n", start, head + 2)])


async def send(job: Job) -> Result:
    loop = asyncio.get_running_loop()
    began, cpu = time.perf_counter(), time.process_time()
    tally = Tally(until=began + job.seconds)
    clients: list[Client] = []
    for number in range(len(job.tokens)):
        client = Client(job, number, tally)
        clients.append(client)
        await loop.create_connection(lambda client=client: client, job.host, job.port)
    await asyncio.gather(*(client.done for client in clients))
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    return Result(seconds, [round(value * 1000, 3) for value in tally.latencies], dict(tally.statuses), cpu)


def main() -> None:
    job = Job(**json.load(sys.stdin))
    result = uvloop.run(send(job))
    json.dump(asdict(result), sys.stdout)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
