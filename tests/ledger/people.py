"""Who takes part: customers who write until they are acknowledged, readers who resume, an agent who moves conversations about."""

import asyncio
import contextlib
import json
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from tests.ledger.history import History, Seen, Sent

Running = Callable[[], bool]
_STORED = frozenset({"message.created", "message.updated", "conversation.updated", "rating.requested"})
_NO_ANSWER = (httpx.HTTPError, OSError, WebSocketException, TimeoutError, json.JSONDecodeError)


def client_of(**options: Any) -> httpx.AsyncClient:
    """Without TLS: reading the certificates for it takes longer than many messages."""
    return httpx.AsyncClient(verify=False, **options)


@dataclass
class Customer:
    address: str  # host:port
    contact: UUID
    token: str
    history: History
    chance: random.Random
    done: int = 0

    async def write(self, is_on: Running) -> None:
        """Sends messages one after the other, each until it is acknowledged."""
        async with client_of(timeout=6) as client:
            while is_on():
                client_id = UUID(int=self.chance.getrandbits(128), version=4)
                await self._until_acknowledged(client, client_id, f"mensaje {self.done}: ¿ha salido ya la lámpara?")
                self.done += 1
                await asyncio.sleep(self.chance.uniform(0, 0.08))

    async def _until_acknowledged(self, client: httpx.AsyncClient, client_id: UUID, text: str) -> None:
        body = {"client_id": str(client_id), "text": text}
        while True:
            try:
                if self.chance.random() < 0.08:
                    await self._send_and_leave(body)
                answer = await client.post(
                    f"http://{self.address}/api/v1/chat/messages", json=body, headers=self._headers()
                )
                if answer.status_code in (200, 201):
                    ids = answer.json()
                    self.history.sent.append(
                        Sent(self.contact, self.done, client_id, "ok", UUID(ids["id"]), ids["seq"])
                    )
                    return
                reason = f"{answer.status_code} {answer.text[:80]}"
            except _NO_ANSWER as error:
                reason = type(error).__name__
            self.history.sent.append(Sent(self.contact, self.done, client_id, "unknown", reason=reason))
            await asyncio.sleep(self.chance.uniform(0.05, 0.3))

    async def _send_and_leave(self, body: dict[str, str]) -> None:
        """Sends the message and closes the connection before the answer."""
        content = json.dumps(body).encode()
        head = (
            f"POST /api/v1/chat/messages HTTP/1.1\r\nHost: {self.address}\r\nAuthorization: Bearer {self.token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        host, port = self.address.split(":")
        _, writer = await asyncio.open_connection(host, int(port))
        writer.write(head.encode() + content)
        await writer.drain()
        await asyncio.sleep(self.chance.choice((0, 0, 0.001, 0.005)))
        writer.transport.abort()

    async def poll(self, is_on: Running) -> None:
        """Reads by long-poll."""
        last = 0
        async with client_of(timeout=10) as client:
            while is_on():
                with contextlib.suppress(*_NO_ANSWER, KeyError):
                    answer = await client.get(
                        f"http://{self.address}/api/v1/chat/events?after={last}&wait=2", headers=self._headers()
                    )
                    for event in answer.raise_for_status().json()["events"]:
                        last = self._saw("poll", event, last)
                    continue
                await asyncio.sleep(0.1)

    async def listen(self, is_on: Running) -> None:
        """Reads by WebSocket; leaves now and then and goes on from the last number."""
        last = 0
        while is_on():
            with contextlib.suppress(*_NO_ANSWER):
                url = f"ws://{self.address}/api/v1/chat/socket?after={last}"
                protocol = Subprotocol(f"bearer.{self.token}")
                async with connect(url, subprotocols=[protocol], compression=None, open_timeout=5) as socket:
                    stay = self.chance.randint(5, 60)
                    while is_on() and stay > 0:
                        with contextlib.suppress(TimeoutError):
                            async with asyncio.timeout(0.5):
                                event = json.loads(await socket.recv())
                            last = self._saw("socket", event, last)
                            stay -= 1
                continue
            await asyncio.sleep(0.1)

    def _saw(self, reader: str, event: dict[str, object], last: int) -> int:
        seq, type_ = event.get("seq"), event.get("type")
        if type_ not in _STORED or not isinstance(seq, int):
            return last
        self.history.seen.append(Seen(reader, self.contact, seq, str(type_)))
        return max(last, seq)

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@dataclass
class Program:
    """Works with an API key: follows the workspace's events, and as an agent moves conversations from one holder to another."""

    address: str
    api_key: str
    history: History
    chance: random.Random

    async def follow(self, name: str, is_on: Running) -> None:
        numbers = self.history.followed.setdefault(name, [])
        after = 0
        async with self._client() as client:
            while is_on():
                with contextlib.suppress(*_NO_ANSWER, KeyError):
                    answer = (await client.get(f"/api/v1/events?after={after}&wait=1")).raise_for_status().json()
                    numbers += [event["seq"] for event in answer["events"]]
                    after = answer["last"]
                    continue
                await asyncio.sleep(0.1)

    async def move_about(self, is_on: Running) -> None:
        async with self._client() as client:
            while is_on():
                with contextlib.suppress(*_NO_ANSWER, KeyError):
                    await self._move_one(client)
                await asyncio.sleep(self.chance.uniform(0.02, 0.1))

    async def _move_one(self, client: httpx.AsyncClient) -> None:
        found = (await client.get("/api/v1/conversations?limit=30")).raise_for_status().json()["conversations"]
        if not found:
            return
        path = f"/api/v1/conversations/{self.chance.choice(found)['id']}"
        what: tuple[Callable[[], Awaitable[httpx.Response]], ...] = (
            lambda: client.post(f"{path}/hand-back", json={}),
            lambda: client.post(f"{path}/hand-back", json={}),
            lambda: client.post(f"{path}/resolve", json={}),
            lambda: client.post(f"{path}/hand-off", json={}),
            lambda: client.post(f"{path}/assign", json={}),
            lambda: client.post(f"{path}/messages", json=self._note()),
        )
        await self.chance.choice(what)()

    def _note(self) -> dict[str, object]:
        return {"client_id": str(UUID(int=self.chance.getrandbits(128), version=4)), "text": "nota", "private": True}

    def _client(self) -> httpx.AsyncClient:
        headers = {"Authorization": f"Bearer {self.api_key}"}
        return client_of(base_url=f"http://{self.address}", headers=headers, timeout=8)
