"""The four protocols from the provider's side: what was asked, and how a text is answered, whole or in events."""

import json
from dataclasses import dataclass
from typing import Any, Literal

Protocol = Literal["openai", "anthropic", "google", "mistral"]
REPORTED = "small-model-2026-01"


@dataclass(frozen=True)
class Asked:
    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def protocol(self) -> Protocol:
        if self.path.startswith("/mistral/"):
            return "mistral"
        if self.path.startswith("/v1/messages"):
            return "anthropic"
        return "google" if self.path.startswith("/v1beta/") else "openai"

    @property
    def is_streamed(self) -> bool:
        return bool(self.body.get("stream")) or ":streamGenerateContent" in self.path

    @property
    def system(self) -> str:
        match self.protocol:
            case "anthropic":
                return self.body["system"]
            case "google":
                return self.body["systemInstruction"]["parts"][0]["text"]
            case _:
                return self.body["messages"][0]["content"]

    @property
    def said(self) -> list[tuple[str, str]]:
        """Role and text of each message."""
        if self.protocol == "google":
            return [(one["role"], one["parts"][0]["text"]) for one in self.body["contents"]]
        messages = self.body["messages"] if self.protocol == "anthropic" else self.body["messages"][1:]
        return [(one["role"], one["content"]) for one in messages]

    @property
    def everything(self) -> str:
        return json.dumps(self.body, ensure_ascii=False)


def whole(asked: Asked, text: str, *, finish: str | None = None) -> dict[str, Any]:
    """The answer in one piece, in the provider's words. `finish` is the provider's own reason."""
    match asked.protocol:
        case "anthropic":
            return {
                "id": "msg_1", "type": "message", "role": "assistant", "model": REPORTED, "content": [_block(asked, text)],
                "stop_reason": finish or ("tool_use" if asked.body.get("tools") else "end_turn"),
                "usage": {"input_tokens": 100, "cache_read_input_tokens": 11, "output_tokens": 22},
            }  # fmt: skip
        case "google":
            return _of_google(text, finish or "STOP")
        case _:
            choice = {"index": 0, "finish_reason": finish or "stop", "message": {"role": "assistant", "content": text}}
            return {
                "id": "1", "object": "chat.completion", "created": 1, "model": REPORTED, "choices": [choice],
                "usage": {"prompt_tokens": 111, "completion_tokens": 22, "total_tokens": 133},
            }  # fmt: skip


def _block(asked: Asked, text: str) -> dict[str, Any]:
    if not asked.body.get("tools"):
        return {"type": "text", "text": text}
    try:
        arguments = json.loads(text)
    except ValueError:
        return {"type": "text", "text": text}
    return {"type": "tool_use", "id": "toolu_1", "name": asked.body["tool_choice"]["name"], "input": arguments}


def _of_google(text: str, finish: str | None) -> dict[str, Any]:
    candidate: dict[str, Any] = {"content": {"role": "model", "parts": [{"text": text}]}, "index": 0}
    if finish:
        candidate["finishReason"] = finish
    usage = {"promptTokenCount": 111, "candidatesTokenCount": 20, "thoughtsTokenCount": 2, "totalTokenCount": 133}
    return {"candidates": [candidate], "usageMetadata": usage, "modelVersion": REPORTED}


def events(asked: Asked, text: str, *, size: int = 17) -> list[bytes]:
    """The answer as server-sent events; the last ones end it."""
    pieces = [text[at : at + size] for at in range(0, len(text), size)] or [""]
    match asked.protocol:
        case "anthropic":
            return _of_anthropic(asked, pieces)
        case "google":
            parts = [_of_google(piece, None) for piece in pieces[:-1]] + [_of_google(pieces[-1], "STOP")]
            return [_event(part) for part in parts]
        case _:
            chunks = [_chunk({"role": "assistant", "content": ""}), *(_chunk({"content": piece}) for piece in pieces)]
            ending = [_chunk({}, finish="stop")]
            if asked.protocol == "mistral":  # says it without being asked
                ending[0]["usage"] = {"prompt_tokens": 111, "completion_tokens": 22, "total_tokens": 133}
            if asked.body.get("stream_options", {}).get("include_usage"):
                ending.append({**_chunk({}), "choices": [], "usage": {"prompt_tokens": 111, "completion_tokens": 22}})
            return [*(_event(chunk) for chunk in (*chunks, *ending)), b"data: [DONE]\n\n"]


def _chunk(delta: dict[str, Any], *, finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": REPORTED, "choices": [choice]}


def _of_anthropic(asked: Asked, pieces: list[str]) -> list[bytes]:
    tool = bool(asked.body.get("tools"))
    block = (
        {"type": "tool_use", "id": "t", "name": asked.body["tool_choice"]["name"], "input": {}}
        if tool
        else {"type": "text", "text": ""}
    )
    message = {
        "id": "m",
        "type": "message",
        "role": "assistant",
        "model": REPORTED,
        "content": [],
        "usage": {"input_tokens": 111, "output_tokens": 1},
    }
    found: list[dict[str, Any]] = [
        {"type": "message_start", "message": message},
        {"type": "content_block_start", "index": 0, "content_block": block},
        {"type": "ping"},
    ]
    kind = ("input_json_delta", "partial_json") if tool else ("text_delta", "text")
    found += [
        {"type": "content_block_delta", "index": 0, "delta": {"type": kind[0], kind[1]: piece}} for piece in pieces
    ]
    found += [
        {"type": "content_block_stop", "index": 0},
        {
            "type": "message_delta",
            "delta": {"stop_reason": "tool_use" if tool else "end_turn"},
            "usage": {"output_tokens": 22},
        },
        {"type": "message_stop"},
    ]
    return [f"event: {one['type']}\r\n".encode() + _event(one).replace(b"\n", b"\r\n") for one in found]


def _event(data: dict[str, Any]) -> bytes:
    return b"data: " + json.dumps(data, ensure_ascii=False).encode() + b"\n\n"
