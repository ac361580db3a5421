"""Markdown as all readers write it, so that the text of a file says what it said and nothing of it becomes markup."""

import re
from collections.abc import Iterable, Sequence

_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_START = re.compile(r"^(?=(?:#{1,6}(?:\s|$)|>|={3,}$|-{3,}$|`{3,}|~{3,}))")


def plain(text: str) -> str:
    """A line of text: blanks joined, what would open markup escaped."""
    line = " ".join(text.split())
    return _START.sub(r"\\", _TAG.sub(r"\\<", line).replace("`", "'"))


def heading(level: int, text: str) -> str:
    line = " ".join(_TAG.sub(r"\\<", text).split()).strip("# ")
    return f"{'#' * min(max(level, 1), 6)} {line}" if line else ""


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows of the same width; the first names the columns. Nothing where there is nothing."""
    kept = [[" ".join(cell.split()).replace("|", "/") for cell in row] for row in rows]
    kept = [row for row in kept if any(row)]
    if not kept:
        return ""
    width = max(map(len, kept))
    full = [[_TAG.sub(r"\\<", cell) for cell in row] + [""] * (width - len(row)) for row in kept]
    lines = ["| " + " | ".join(row) + " |" for row in full]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def joined(blocks: Iterable[str]) -> str:
    """Blocks with a blank line between them; items of a list stay together."""
    text = ""
    before = ""
    for block in blocks:
        if not block.strip():
            continue
        is_list = _is_item(before) and _is_item(block)
        text += ("\n" if is_list else "\n\n") + block if text else block
        before = block
    return text


def _is_item(block: str) -> bool:
    return bool(re.match(r"\s*(?:- |\d+\. )", block))
