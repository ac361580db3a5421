"""Chat completions. Servers that speak alike do not know all of it: what one rejects is left out from then on."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any

import orjson

from relevo.platform.providers import exchange
from relevo.platform.providers.completions import messages_of, read_stream, reply_of
from relevo.platform.providers.exchange import Rejected
from relevo.ports.language_model import Connection, Reply, Request

OPENAI = "https://api.openai.com/v1"
_FORMATS = ("json_schema", "json_object", "none")
_MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class Dialect:
    """What of the protocol this server is asked to do. `form` is how an answer's form is demanded."""

    form: str = "json_schema"
    limit: str = "max_tokens"
    temperature: bool = True
    usage: bool = True

    def without(self, says: str) -> "Dialect | None":
        """A simpler one, by what the server complains about; None where there is nothing left to leave out."""
        says = says.lower()
        if self.limit == "max_tokens" and "max_completion_tokens" in says:
            return replace(self, limit="max_completion_tokens")
        if self.limit == "max_completion_tokens" and "max_completion_tokens" in says:
            return replace(self, limit="max_tokens")
        if self.temperature and "temperature" in says:
            return replace(self, temperature=False)
        if self.usage and ("stream_options" in says or "include_usage" in says):
            return replace(self, usage=False)
        simpler = _FORMATS[_FORMATS.index(self.form) + 1 :]
        return replace(self, form=simpler[0]) if simpler else None


class OpenAiCompatible:
    """A model behind `base_url`, or OpenAI's own."""

    def __init__(self, connection: Connection, dialect: Dialect | None = None) -> None:
        self._connection = connection
        self._url = f"{(connection.base_url or OPENAI).rstrip('/')}/chat/completions"
        self._headers = {"authorization": f"Bearer {connection.key}"} if connection.key else {}
        self._dialect = dialect or Dialect()

    @property
    def name(self) -> str:
        return self._connection.model

    async def complete(self, request: Request) -> Reply:
        for _ in range(_MOST_TRIES):
            dialect = self._dialect
            try:
                return reply_of(
                    await exchange.ask(
                        self._connection.http, self._url, headers=self._headers,
                        body=self._body(request, dialect, stream=False), deadline=request.deadline,
                    )
                )  # fmt: skip
            except Rejected as error:
                self._simplify(dialect, request, error)
        raise Rejected("The provider accepts none of the forms of request that are known.", "")

    async def stream(self, request: Request) -> AsyncGenerator[str | Reply]:
        for _ in range(_MOST_TRIES):
            dialect = self._dialect
            body = self._body(request, dialect, stream=True)
            events = exchange.events(
                self._connection.http, self._url, headers=self._headers, body=body, deadline=request.deadline
            )
            try:
                async with aclosing(read_stream(events)) as pieces:
                    async for piece in pieces:
                        yield piece
                return
            except Rejected as error:  # comes before any piece
                self._simplify(dialect, request, error)
        raise Rejected("The provider accepts none of the forms of request that are known.", "")

    def _simplify(self, tried: Dialect, request: Request, error: Rejected) -> None:
        simpler = tried.without(error.says)
        if simpler is None or (request.schema is None and simpler.form != tried.form):
            raise error
        self._dialect = simpler

    def _body(self, request: Request, dialect: Dialect, *, stream: bool) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.name,
            "messages": messages_of(request, further=_told(request, dialect)),
            dialect.limit: request.max_tokens,
        }
        if dialect.temperature:
            body["temperature"] = request.temperature
        if stream:
            body["stream"] = True
            body |= {"stream_options": {"include_usage": True}} if dialect.usage else {}
        if request.schema and dialect.form == "json_schema":
            form = {"name": request.schema.name, "strict": True, "schema": request.schema.json}
            body["response_format"] = {"type": "json_schema", "json_schema": form}
        elif request.schema and dialect.form == "json_object":
            body["response_format"] = {"type": "json_object"}
        return body


def _told(request: Request, dialect: Dialect) -> str:
    """The form of the answer in words, where the server cannot be held to it."""
    if request.schema is None or dialect.form == "json_schema":
        return ""
    form = orjson.dumps(request.schema.json).decode()
    return f"Answer with one JSON object of this JSON Schema, with nothing before and nothing after it:\n{form}"


def open_ai(connection: Connection) -> OpenAiCompatible:
    """At OpenAI, whatever address stands in the connection."""
    return OpenAiCompatible(replace(connection, base_url=None), Dialect(limit="max_completion_tokens"))
