"""A provider of language models for Relevo: `python server.py PORT`."""

import json
import re
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PASSAGE = re.compile(r"=== \w+ PASSAGE (\d+)[^\n]*===\n(.*?)\n=== \w+ END ===", re.DOTALL)


def reply(messages: list[dict[str, str]]) -> dict[str, Any]:
    """The answer to a conversation, in the form that Relevo asks for. Here a model would be asked."""
    found = PASSAGE.search(messages[-1]["content"])
    if found is None:
        return {"outcome": "answer", "sentences": [{"text": "OK", "passages": []}]}
    text = " ".join(line.removeprefix("| ") for line in found[2].splitlines())
    first = re.split(r"(?<=[^\d][.!?])\s", text, maxsplit=1)[0]
    return {"outcome": "answer", "sentences": [{"text": first, "passages": [int(found[1])]}]}


def chunks(text: str) -> Iterator[dict[str, Any]]:
    """The answer in pieces, and how it ended."""
    for at in range(0, len(text), 20):
        yield {"index": 0, "delta": {"content": text[at : at + 20]}, "finish_reason": None}
    yield {"index": 0, "delta": {}, "finish_reason": "stop"}


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = json.dumps(reply(asked["messages"]), ensure_ascii=False)
        used = {"prompt_tokens": len(str(asked["messages"])) // 4, "completion_tokens": len(text) // 4}
        if asked.get("stream"):
            self._begin("text/event-stream")
            for chunk in chunks(text):
                self._event({"model": asked["model"], "choices": [chunk]})
            self._event({"model": asked["model"], "choices": [], "usage": used})
            self.wfile.write(b"data: [DONE]\n\n")
        else:
            choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
            self._begin("application/json")
            self.wfile.write(json.dumps({"model": asked["model"], "choices": [choice], "usage": used}).encode())

    def _begin(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()

    def _event(self, data: dict[str, Any]) -> None:
        self.wfile.write(b"data: " + json.dumps(data, ensure_ascii=False).encode() + b"\n\n")


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
