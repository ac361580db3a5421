"""Google's generateContent and its streamed form."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any
from urllib.parse import quote

from relevo.platform.providers import exchange
from relevo.platform.providers.completions import count, name_of
from relevo.ports.language_model import Broken, Connection, Finish, Overloaded, Refused, Reply, Request, Usage

_URL = "https://generativelanguage.googleapis.com/v1beta"
_ROLES = {"customer": "user", "assistant": "model"}
_FINISHES: dict[str, Finish] = {"STOP": "complete", "MAX_TOKENS": "too_long"}
_DECLINED = frozenset({"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII"})


class Google:
    def __init__(self, connection: Connection, *, url: str = _URL) -> None:
        self._connection = connection
        self._url = f"{url}/models/{quote(connection.model.removeprefix('models/'), safe='')}"
        self._headers = {"x-goog-api-key": connection.key or ""}

    @property
    def name(self) -> str:
        return self._connection.model

    async def complete(self, request: Request) -> Reply:
        found = await exchange.ask(
            self._connection.http, f"{self._url}:generateContent", headers=self._headers, body=_body(request), deadline=request.deadline
        )  # fmt: skip
        reply = _Answer()
        reply.take(found)
        return reply.reply()

    async def stream(self, request: Request) -> AsyncGenerator[str | Reply]:
        events = exchange.events(
            self._connection.http, f"{self._url}:streamGenerateContent?alt=sse", headers=self._headers, body=_body(request),
            deadline=request.deadline,
        )  # fmt: skip
        answer = _Answer()
        async with aclosing(events):
            async for data in events:
                if piece := answer.take(exchange.read_object(data)):
                    yield piece
        yield answer.reply()


class _Answer:
    """An answer put together of one part or of many."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._model = ""
        self._usage = Usage()
        self._reason = ""

    def take(self, found: dict[str, Any]) -> str:
        """Raises Refused, Overloaded."""
        if found.get("error"):
            raise Overloaded("The provider reports an error instead of an answer.")
        if _object(found.get("promptFeedback")).get("blockReason"):
            raise Refused
        candidates = found.get("candidates")
        candidate = _object(candidates[0]) if isinstance(candidates, list) and candidates else {}
        self._model = name_of(found.get("modelVersion")) or self._model
        self._usage = _usage(found.get("usageMetadata")) or self._usage
        self._reason = str(candidate.get("finishReason") or self._reason)
        piece = _text(_object(candidate.get("content")).get("parts"))
        self._pieces.append(piece)
        return piece

    def reply(self) -> Reply:
        if self._reason in _DECLINED:
            raise Refused
        if not self._reason:
            raise Broken("The provider's answer broke off.")
        return Reply("".join(self._pieces), self._model, self._usage, _FINISHES.get(self._reason, "unknown"))


def _body(request: Request) -> dict[str, Any]:
    settings: dict[str, Any] = {"temperature": request.temperature, "maxOutputTokens": request.max_tokens}
    if request.schema:
        settings |= {"responseMimeType": "application/json", "responseSchema": _ordered(request.schema.json)}
    return {
        "systemInstruction": {"parts": [{"text": request.system}]},
        "contents": [{"role": _ROLES[said.role], "parts": [{"text": said.text}]} for said in request.messages],
        "generationConfig": settings,
    }


def _ordered(schema: Mapping[str, Any]) -> dict[str, Any]:
    """As Google takes schemas: properties in a stated order, and nothing said about further ones."""
    found: dict[str, Any] = {}
    for name, value in schema.items():
        if name == "additionalProperties":
            continue
        if name == "properties":
            found["properties"] = {key: _ordered(part) for key, part in value.items()}
            found["propertyOrdering"] = list(value)
        else:
            found[name] = _ordered(value) if isinstance(value, Mapping) else value
    return found


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(parts: Any) -> str:
    """Without what the model thought on the way."""
    texts = [_object(part) for part in parts] if isinstance(parts, list) else []
    return "".join(part["text"] for part in texts if isinstance(part.get("text"), str) and not part.get("thought"))


def _usage(found: Any) -> Usage | None:
    if not isinstance(found, dict):
        return None
    out = [
        number
        for name in ("candidatesTokenCount", "thoughtsTokenCount")
        if (number := count(found.get(name))) is not None
    ]
    return Usage(count(found.get("promptTokenCount")), sum(out) if out else None)
