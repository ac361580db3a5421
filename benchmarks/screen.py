"""How long a customer's message takes to an agent's screen, on an otherwise idle product: from sending the request to the event
on the agent's WebSocket, both in one process."""

import asyncio
import json
import time
from uuid import uuid4

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.product import HOST, Product, Workspace

_BETWEEN_SECONDS = 0.03


async def times_to_screen(product: Product, workspace: Workspace, *, messages: int = 200) -> list[float]:
    """Milliseconds, one for each message."""
    token = (await asyncio.to_thread(product.sessions, workspace, 1))[0]
    address = f"{HOST}:{product.port}"
    protocol = Subprotocol(f"bearer.{workspace.api_key}")
    async with (
        connect(f"ws://{address}/api/v1/socket", subprotocols=[protocol], compression=None) as agent,
        httpx.AsyncClient(base_url=f"http://{address}", headers={"Authorization": f"Bearer {token}"}) as customer,
    ):
        await asyncio.sleep(0.5)
        found = [await _one(agent, customer) for _ in range(messages + 20)]
    return found[20:]  # the first ones fill caches


async def _one(agent: ClientConnection, customer: httpx.AsyncClient) -> float:
    client_id = str(uuid4())
    sent_at = time.perf_counter()
    message = {"client_id": client_id, "text": "¿Me llega la lámpara esta semana?"}
    sending = asyncio.create_task(customer.post("/api/v1/chat/messages", json=message))
    async with asyncio.timeout(20):
        while not _is(json.loads(await agent.recv()), client_id):
            pass
    seconds = time.perf_counter() - sent_at
    (await sending).raise_for_status()
    await asyncio.sleep(_BETWEEN_SECONDS)
    return seconds * 1000


def _is(event: dict[str, object], client_id: str) -> bool:
    data = event.get("data")
    message = data.get("message") if isinstance(data, dict) else None
    return (
        event.get("type") == "message.created" and isinstance(message, dict) and message.get("client_id") == client_id
    )
