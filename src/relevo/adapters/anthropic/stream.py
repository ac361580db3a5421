"""Anthropic's events, put together: blocks begin, grow and end; a message ends with its reason."""

from typing import Any

from relevo.platform.providers.completions import count, name_of
from relevo.ports.language_model import Broken, Finish, Overloaded, Refused, Reply, Usage

_FINISHES: dict[str, Finish] = {
    "end_turn": "complete", "tool_use": "complete", "stop_sequence": "complete", "max_tokens": "too_long",
    "model_context_window_exceeded": "too_long",
}  # fmt: skip


def finish_of(reason: Any) -> Finish:
    """Raises Refused."""
    if reason == "refusal":
        raise Refused
    return _FINISHES.get(str(reason), "unknown")


def usage_of(found: Any) -> Usage:
    if not isinstance(found, dict):
        return Usage()
    names = ("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")
    read = [number for name in names if (number := count(found.get(name))) is not None]
    return Usage(sum(read) if read else None, count(found.get("output_tokens")))


class Stream:
    """`tool` is the only tool that was offered; what is meant for another one is passed over. Without one, text is taken."""

    def __init__(self, tool: str | None) -> None:
        self._tool = tool
        self._pieces: list[str] = []
        self._wanted: set[Any] = set()
        self._model = ""
        self._usage = Usage()
        self._reason: Any = None
        self.is_over = False

    def take(self, event: dict[str, Any]) -> str:
        """The piece of the answer that an event brings. Raises Overloaded."""
        match event.get("type"):
            case "message_start":
                message = _part(event, "message")
                self._model, self._usage = name_of(message.get("model")), usage_of(message.get("usage"))
            case "content_block_start":
                block = _part(event, "content_block")
                fits = block.get("type") == "text" if self._tool is None else block.get("name") == self._tool
                self._wanted |= {event.get("index")} if fits else set()
            case "content_block_delta" if event.get("index") in self._wanted:
                return self._grown(_part(event, "delta"))
            case "message_delta":
                self._reason = _part(event, "delta").get("stop_reason")
                used = usage_of(event.get("usage"))
                self._usage = Usage(self._usage.tokens_in, used.tokens_out)
            case "message_stop":
                self.is_over = True
            case "error":
                raise Overloaded("The provider reports an error instead of an answer.")
            case _:
                pass
        return ""

    def reply(self) -> Reply:
        """Raises Broken where the message did not end, Refused where it was declined."""
        if not self.is_over:
            raise Broken("The provider's answer broke off.")
        return Reply("".join(self._pieces), self._model, self._usage, finish_of(self._reason))

    def _grown(self, delta: dict[str, Any]) -> str:
        piece = delta.get("partial_json" if self._tool else "text")
        if not isinstance(piece, str):
            return ""
        self._pieces.append(piece)
        return piece


def _part(event: dict[str, Any], name: str) -> dict[str, Any]:
    part = event.get(name)
    return part if isinstance(part, dict) else {}
