"""Anthropic's messages."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import orjson

from relevo.adapters.anthropic.stream import Stream, finish_of, usage_of
from relevo.platform.providers import exchange
from relevo.platform.providers.completions import name_of
from relevo.ports.language_model import Broken, Connection, Overloaded, Reply, Request

_URL = "https://api.anthropic.com/v1/messages"
_VERSION = "2023-06-01"
_ROLES = {"customer": "user", "assistant": "assistant"}


class Anthropic:
    def __init__(self, connection: Connection, *, url: str = _URL) -> None:
        self._connection = connection
        self._url = url
        self._headers = {"x-api-key": connection.key or "", "anthropic-version": _VERSION}

    @property
    def name(self) -> str:
        return self._connection.model

    async def complete(self, request: Request) -> Reply:
        found = await exchange.ask(
            self._connection.http, self._url, headers=self._headers, body=self._body(request), deadline=request.deadline
        )
        return _reply(found, request)

    async def stream(self, request: Request) -> AsyncGenerator[str | Reply]:
        body = {**self._body(request), "stream": True}
        events = exchange.events(
            self._connection.http, self._url, headers=self._headers, body=body, deadline=request.deadline
        )
        stream = Stream(request.schema.name if request.schema else None)
        async with aclosing(events):
            async for data in events:
                if piece := stream.take(exchange.read_object(data)):
                    yield piece
                if stream.is_over:
                    break
        yield stream.reply()

    def _body(self, request: Request) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.name,
            "system": request.system,
            "messages": [{"role": _ROLES[said.role], "content": said.text} for said in request.messages],
            "max_tokens": request.max_tokens,
            "temperature": request.temperature,
        }
        if request.schema:
            form = {
                "name": request.schema.name,
                "description": "Gives the answer.",
                "input_schema": request.schema.json,
            }
            body |= {"tools": [form], "tool_choice": {"type": "tool", "name": request.schema.name}}
        return body


def _reply(found: dict[str, Any], request: Request) -> Reply:
    if found.get("type") == "error":
        raise Overloaded("The provider reports an error instead of an answer.")
    blocks = found.get("content")
    if not isinstance(blocks, list):
        raise Broken("The provider's answer has no content.")
    text = "".join(_text(block, request) for block in blocks if isinstance(block, dict))
    return Reply(text, name_of(found.get("model")), usage_of(found.get("usage")), finish_of(found.get("stop_reason")))


def _text(block: dict[str, Any], request: Request) -> str:
    """Of a block: what stands in our tool's arguments, or where no form was demanded, its text. Other tools do not exist."""
    if request.schema is None:
        return str(block.get("text") or "") if block.get("type") == "text" else ""
    if block.get("type") == "tool_use" and block.get("name") == request.schema.name:
        return orjson.dumps(block.get("input")).decode()
    return ""
