"""Mistral's chat completions, with the form of the answer demanded as JSON Schema."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from relevo.platform.providers import exchange
from relevo.platform.providers.completions import messages_of, read_stream, reply_of
from relevo.ports.language_model import Connection, Reply, Request

_URL = "https://api.mistral.ai/v1/chat/completions"


class Mistral:
    def __init__(self, connection: Connection, *, url: str = _URL) -> None:
        self._connection = connection
        self._url = url
        self._headers = {"authorization": f"Bearer {connection.key or ''}"}

    @property
    def name(self) -> str:
        return self._connection.model

    async def complete(self, request: Request) -> Reply:
        found = await exchange.ask(
            self._connection.http, self._url, headers=self._headers, body=self._body(request), deadline=request.deadline
        )
        return reply_of(found)

    async def stream(self, request: Request) -> AsyncGenerator[str | Reply]:
        body = {**self._body(request), "stream": True}
        events = exchange.events(
            self._connection.http, self._url, headers=self._headers, body=body, deadline=request.deadline
        )
        async with aclosing(read_stream(events)) as pieces:
            async for piece in pieces:
                yield piece

    def _body(self, request: Request) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.name,
            "messages": messages_of(request),
            "max_tokens": request.max_tokens,
            "temperature": request.temperature,
        }
        if request.schema:
            form = {"name": request.schema.name, "strict": True, "schema": request.schema.json}
            body["response_format"] = {"type": "json_schema", "json_schema": form}
        return body
