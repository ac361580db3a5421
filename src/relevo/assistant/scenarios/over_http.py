"""A scripted customer on the public chat API, and the colleague who gives the conversation back.

Who is passed on to a person waits in the queue, where the assistant has no word. No person plays along here, so before the
customer's next line the conversation is given back to the assistant, as an agent would with one click: every line is the
assistant's to answer, with all that was said before.
"""

import time
from typing import Any
from uuid import uuid4

import httpx

from relevo.assistant.scenarios.judge import Reply

PATIENCE_SECONDS = 30.0
_WAIT_SECONDS = 10


class ChatCustomer:
    """A customer's session. `agent` is a client with an agent's rights in the same workspace."""

    def __init__(self, chat: httpx.AsyncClient, agent: httpx.AsyncClient, token: str) -> None:
        self._chat, self._agent = chat, agent
        self._headers = {"Authorization": f"Bearer {token}"}
        self._last = 0
        self._conversation: str | None = None
        self._passed_on = False

    @classmethod
    async def arrive(
        cls, chat: httpx.AsyncClient, agent: httpx.AsyncClient, *, widget_key: str, locale: str
    ) -> "ChatCustomer":
        """A new customer with a session of their own."""
        wanted = {"widget_key": widget_key, "locale": locale}
        session = (await chat.post("/api/v1/chat/sessions", json=wanted)).raise_for_status().json()
        return cls(chat, agent, session["token"])

    async def say(self, text: str, *, new_conversation: bool) -> Reply:
        """Says it and waits for what the assistant says to it."""
        await self._make_ready(new_conversation=new_conversation)
        sent = await self._chat.post(
            "/api/v1/chat/messages", json={"client_id": str(uuid4()), "text": text}, headers=self._headers
        )
        if sent.is_error:
            return Reply(None, sources=(), outcome=f"refused with {sent.status_code}")
        self._conversation = sent.json()["conversation_id"]
        self._last = sent.json()["seq"]
        reply = await self._reply()
        self._passed_on = reply.outcome == "hand_off"
        return reply

    async def _make_ready(self, *, new_conversation: bool) -> None:
        if self._conversation is None:
            return
        if new_conversation:
            await self._as_agent("resolve")
        elif self._passed_on:
            await self._as_agent("hand-back")

    async def _as_agent(self, action: str) -> None:
        response = await self._agent.post(f"/api/v1/conversations/{self._conversation}/{action}", json={})
        response.raise_for_status()

    async def _reply(self) -> Reply:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            params = {"after": self._last, "wait": _WAIT_SECONDS}
            news = await self._chat.get("/api/v1/chat/events", params=params, headers=self._headers)
            for event in news.raise_for_status().json()["events"]:
                self._last = max(self._last, event["seq"])
                if event["type"] == "message.created" and event["data"]["sender"]["kind"] == "assistant":
                    return _read(event["data"])
        return Reply(None)


def _read(message: dict[str, Any]) -> Reply:
    articles = tuple(dict.fromkeys(str(source["article"]) for source in message.get("sources") or []))
    return Reply(message["text"], message.get("outcome"), articles, tuple(message.get("quick_replies") or ()))
