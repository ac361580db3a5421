"""One question asked through the public chat API when the shop is new, as a customer's browser would.

It is asked by a contact named for it and resolved afterwards, so it does not stand in anybody's way in the inbox.
"""

import asyncio
import time
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import orjson

from relevo.contacts import actions as contacts
from relevo.conversations import actions
from relevo.demo.load import Shop
from relevo.kit.errors import Unavailable
from relevo.platform.platform import Platform

NAME = "Prueba de arranque · Start-up check"
_QUESTION = "¿Cuánto tiempo tengo para devolver un pedido?"
_LONGEST_SECONDS = 30


async def ask(platform: Platform, shop: Shop, url: str) -> float:
    """Seconds from sending the question to having the answer. Raises TimeoutError, OSError, Unavailable."""
    session = await _call(f"{url}/api/v1/chat/sessions", {"widget_key": shop.widget_key, "locale": "es"})
    token, contact_id = session["token"], UUID(session["contact_id"])
    async with platform.db.transaction(shop.workspace_id) as rows:
        await contacts.change(rows, contact_id, name=NAME, attributes=None)
    asked = time.perf_counter()
    sent = await _call(f"{url}/api/v1/chat/messages", {"client_id": str(uuid4()), "text": _QUESTION}, token)
    await _await_answer(url, token, after=sent["seq"])
    seconds = time.perf_counter() - asked
    async with platform.db.transaction(shop.workspace_id) as rows:
        await actions.resolve(rows, await actions.lock(rows, UUID(sent["conversation_id"])))
    return seconds


async def _await_answer(url: str, token: str, *, after: int) -> None:
    async with asyncio.timeout(_LONGEST_SECONDS):
        while True:
            news = await _call(f"{url}/api/v1/chat/events?after={after}&wait=10", None, token)
            for event in news["events"]:
                if event["type"] == "message.created" and event["data"]["sender"]["kind"] == "assistant":
                    return
            after = news["last"]


async def _call(url: str, body: dict[str, Any] | None, token: str | None = None) -> Any:
    return await asyncio.to_thread(_request, url, body, token)


def _request(url: str, body: dict[str, Any] | None, token: str | None) -> Any:
    parts = urlsplit(url)
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=_LONGEST_SECONDS)
    try:
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request("POST" if body else "GET", path, orjson.dumps(body) if body else None, headers)
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    if answer.status >= 300:
        raise Unavailable(f"the server answered {answer.status}: {content[:200].decode(errors='replace')}")
    return orjson.loads(content)
