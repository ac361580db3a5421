"""Text from outside, put before a model so that it stays text: between lines that nobody can guess, with a mark before every line."""

import re
import secrets

from relevo.kit.errors import Malformed
from relevo.kit.text import clean

# Signs by which servers tell who speaks. Taken apart, they mean nothing.
_CONTROL = re.compile(
    r"<(?=[|/!?a-zA-Z_<｜])|\[(?=/?(?:INST|SYS|SYSTEM|AVAILABLE_TOOLS|TOOL_[A-Z]+|IMG|MASK|CLS|SEP)\b)"
)
_UNSEEN = re.compile("[\u00ad\ufe00-\ufe0f\ufff9-\ufffb\U000e0080-\U000e0fff\U000f0000-\U0010ffff\ue000-\uf8ff]")
_LINES = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def new_mark() -> str:
    return secrets.token_hex(8)


def inert(text: str, *, limit: int) -> str:
    """`text` without characters that hide text, and without the signs of a chat's structure."""
    plain = _LINES.sub("\n", text.replace("\x00", ""))
    try:
        plain = clean(plain)
    except Malformed:
        plain = clean(plain.encode("utf-8", "ignore").decode())
    return _CONTROL.sub(lambda match: f"{match[0]} ", _UNSEEN.sub("", plain))[:limit]


def fenced(kind: str, text: str, *, mark: str, about: str = "") -> str:
    """A block. `text` and `about` are inert already."""
    title = " ".join(f"{kind} {about}".split())
    lines = "\n".join(f"| {line}" for line in text.replace(mark, "…").split("\n"))
    return f"=== {mark} {title.replace(mark, '…')} ===\n{lines}\n=== {mark} END ==="
