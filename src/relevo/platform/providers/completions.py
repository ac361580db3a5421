"""The form of chat that several vendors share: `choices` with a `message`, or with a `delta` where it is streamed."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from relevo.platform.providers.exchange import read_object
from relevo.ports.language_model import Broken, Finish, Overloaded, Refused, Reply, Request, Usage

_ROLES = {"customer": "user", "assistant": "assistant"}
_FINISHES: dict[str, Finish] = {
    "stop": "complete", "length": "too_long", "model_length": "too_long", "content_filter": "refused", "tool_calls": "complete",
}  # fmt: skip


def messages_of(request: Request, *, further: str = "") -> list[dict[str, str]]:
    """`further` is added to the system's words."""
    system = f"{request.system}\n\n{further}" if further else request.system
    return [
        {"role": "system", "content": system},
        *({"role": _ROLES[said.role], "content": said.text} for said in request.messages),
    ]


def reply_of(found: dict[str, Any]) -> Reply:
    """Raises Broken, Refused, Overloaded."""
    if found.get("error"):
        raise Overloaded("The provider reports an error instead of an answer.")
    choice = _choice(found)
    message = choice.get("message") if choice else None
    if not isinstance(message, dict):
        raise Broken("The provider's answer has no message.")
    part: dict[str, Any] = message
    _look_for_refusal(part)
    return _ended(_text(part.get("content")), found.get("model"), _usage(found.get("usage")), choice)


async def read_stream(events: AsyncGenerator[str]) -> AsyncGenerator[str | Reply]:
    """Pieces, then the reply. An answer that breaks off is none. Tools were not offered, so calls of tools are passed over."""
    pieces: list[str] = []
    last: dict[str, Any] | None = None
    model: Any = None
    usage = Usage()
    async with aclosing(events):
        async for data in events:
            if data.strip() == "[DONE]":
                break
            found = read_object(data)
            if found.get("error"):
                raise Overloaded("The provider reports an error instead of an answer.")
            model = found.get("model") or model
            usage = _usage(found["usage"]) if found.get("usage") else usage
            choice = _choice(found)
            delta = choice.get("delta") if choice else None
            if isinstance(delta, dict):
                part: dict[str, Any] = delta
                _look_for_refusal(part)
                if piece := _text(part.get("content")):
                    pieces.append(piece)
                    yield piece
            last = choice if choice and choice.get("finish_reason") else last
    if last is None:
        raise Broken("The provider's answer broke off.")
    yield _ended("".join(pieces), model, usage, last)


def _choice(found: dict[str, Any]) -> dict[str, Any] | None:
    choices = found.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    return first if isinstance(first, dict) else None


def _look_for_refusal(message: dict[str, Any]) -> None:
    if message.get("refusal"):
        raise Refused


def _text(content: Any) -> str:
    """Text, or parts of which some are text."""
    if isinstance(content, list):
        parts = [part for part in content if isinstance(part, dict) and part.get("type") == "text"]
        return "".join(part["text"] for part in parts if isinstance(part.get("text"), str))
    return content if isinstance(content, str) else ""


def _usage(found: Any) -> Usage:
    if not isinstance(found, dict):
        return Usage()
    return Usage(count(found.get("prompt_tokens")), count(found.get("completion_tokens")))


def count(value: Any) -> int | None:
    """A number of tokens that can be one."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100_000_000 else None


def name_of(value: Any) -> str:
    """The model's name as the provider says it."""
    return value[:200] if isinstance(value, str) and value.isprintable() else ""


def _ended(text: str, model: Any, usage: Usage, choice: dict[str, Any] | None) -> Reply:
    finish = _FINISHES.get(str((choice or {}).get("finish_reason")), "unknown")
    if finish == "refused":
        raise Refused
    return Reply(text, name_of(model), usage, finish)
