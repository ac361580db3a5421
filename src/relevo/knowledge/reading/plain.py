"""Markdown and plain text, which need no process of their own."""

import re

from relevo.knowledge.reading.decode import decoded
from relevo.knowledge.reading.types import LONGEST_TEXT, Content, Part, Remark

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_WORDS = 4


def read_plain(content: bytes, *, charset: str | None = None) -> Content:
    """Raises Unreadable."""
    text = decoded(content, said=charset)
    cut = text[:LONGEST_TEXT]
    hidden = " ".join(" ".join(_COMMENT.findall(cut)).split())
    remarks = [Remark("hidden_text", hidden[:500])] if len(hidden.split()) > _WORDS else []
    if len(cut) < len(text):
        remarks.append(Remark("cut"))
    return Content((Part(cut),), tuple(remarks))
