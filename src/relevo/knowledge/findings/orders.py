"""Text that gives orders to a language model, in Spanish and English, openly or hidden from people.

The patterns stand in orders.txt. An article that explains how such attempts look is
found, too: a person decides.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from relevo.kit.folding import fold
from relevo.kit.text import shorten
from relevo.knowledge.findings.types import Found

_NEAR = 400  # characters
_QUOTE = 200


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The strong and the weak ones."""
    parts: dict[str, list[str]] = {}
    for line in files("relevo.knowledge.findings").joinpath("orders.txt").read_text("utf-8").splitlines():
        if re.fullmatch(r"\[[a-z]+\]", line):
            parts[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            list(parts.values())[-1].append(line)
    names = dict(line.split(" = ", 1) for line in parts["names"])
    strong, weak = ("|".join(_filled(line, names) for line in parts[kind]) for kind in ("strong", "weak"))
    return re.compile(strong, re.MULTILINE), re.compile(weak, re.MULTILINE)


def _filled(pattern: str, names: dict[str, str]) -> str:
    return re.sub("«([A-Z_]+)»", lambda name: names[name[1]], pattern)


_HIDDEN = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|^\[[^\]\n]*\]:\s*(?:#|<>)\s*[(\"'](?P<note>[^\n]*)[)\"']"
    r"|<(?P<tag>[a-z]{1,10})\b[^>]{0,120}?(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt|em)?\b|opacity\s*:\s*0(?:\.0+)?\b"
    r"|color\s*:\s*(?:#fff(?:fff)?\b|white\b)|\bhidden\b)[^>]{0,120}>(?P<styled>.*?)(?:</(?P=tag)>|\Z)",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)  # fmt: skip


def orders(title: str, body: str) -> list[Found]:
    """The first that is open and the first that is hidden."""
    whole = f"{title}\n{body}"
    hidden = next(_hidden(whole), None)
    seen = _HIDDEN.sub(lambda match: " " * len(match[0]), whole) if hidden else whole
    found = next(_open(seen), None)
    return [each for each in (found, hidden) if each]


def _open(whole: str) -> Iterator[Found]:
    folded = fold(whole)
    for match in _patterns()[0].finditer(folded):
        yield Found("injection", "orders", quote=_around(whole, match.start()))
    weak = [match.start() for match in _patterns()[1].finditer(folded)]
    for at, start in enumerate(weak):
        if bisect_left(weak, start + _NEAR) - at >= 3:  # three of them close together
            yield Found("injection", "orders", quote=_around(whole, start))


def _hidden(whole: str) -> Iterator[Found]:
    """A comment that is only a comment is nobody's business; styles that hide text have no other purpose."""
    for match in _HIDDEN.finditer(whole):
        text = match["comment"] or match["note"] or match["styled"] or ""
        if not text.strip():
            continue
        if match["styled"] or _patterns()[0].search(fold(text)) or _patterns()[1].search(fold(text)):
            yield Found("injection", "hidden_text", quote=shorten(text, _QUOTE))


def _around(whole: str, at: int) -> str:
    start = whole.rfind("\n", 0, at) + 1
    if at - start > _QUOTE // 2:
        start = at - _QUOTE // 4
    end = whole.find("\n", at)
    return shorten(whole[start : end if end >= 0 else None], _QUOTE)
