"""Lines of a PDF as Markdown: what is larger than the rest is a heading, rows of cells are a table, broken words are whole again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from relevo.knowledge.reading.pdf_lines import Line
from relevo.knowledge.reading.write import heading, joined, plain, table

_BULLET = re.compile(r"^(?:[•◦▪●○■□‣∙·–*]|-|o(?=\s{2}))\s*(?=\S)")
_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+(?=\S)")
_ENDS = re.compile(r"[.!?:;…»”\"]$")
_LARGER = 1.15
_LONGEST_HEADING = 160
_LONGEST_BOLD = 90
_MOST_LEVELS = 4


def markdown_of(pages: Sequence[list[Line]]) -> str:
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    sizes = Counter[float]()
    for line in lines:
        sizes[_rounded(line)] += len(line.text)
    body = sizes.most_common(1)[0][0]
    larger = sorted((size for size in sizes if size > body * _LARGER), reverse=True)
    levels = {size: min(index + 1, _MOST_LEVELS) for index, size in enumerate(larger)}
    below = min(len(larger), _MOST_LEVELS) + 1
    return joined(_blocks(pages, levels, bold_level=max(2, below)))


def _blocks(pages: Sequence[list[Line]], levels: dict[float, int], *, bold_level: int) -> Iterator[str]:
    right = max((line.end for page in pages for line in page), default=0.0)
    text, before = "", None
    rows: list[Line] = []
    for line in (line for page in pages for line in page):
        if len(line.cells) > 1 and _rounded(line) not in levels and not _is_item(line):
            rows.append(line)
            continue
        if rows:
            yield plain(text)
            yield from _rows(rows)
            text, before, rows = "", None, []
        level = _level(line, levels, bold_level)
        if level:
            yield plain(text)
            yield heading(level, line.text)
            text, before = "", None
        elif before is not None and text and _goes_on(text, before, line, right):
            text, before = _connected(text, line.text), line
        else:
            yield plain(text)
            text, before = _begun(line.text), line
    yield plain(text)
    yield from _rows(rows)


def _rows(rows: list[Line]) -> Iterator[str]:
    if len(rows) > 1:
        yield table([row.cells for row in rows])
    else:
        yield from (plain(row.text) for row in rows)


def _level(line: Line, levels: dict[float, int], bold_level: int) -> int | None:
    if len(line.text) > _LONGEST_HEADING or not any(c.isalpha() for c in line.text):
        return None
    if level := levels.get(_rounded(line)):
        return level
    looks_it = line.is_bold and len(line.text) <= _LONGEST_BOLD and not line.text.endswith((".", ",", ";"))
    return bold_level if looks_it and not _is_item(line) else None


def _goes_on(text: str, before: Line, line: Line, right: float) -> bool:
    if _is_item(line) or abs(before.size - line.size) > 0.6:
        return False
    gap = before.y - line.y
    if gap > 1.9 * line.size:
        return False  # an empty line
    if gap <= 0:
        return not _ENDS.search(text)  # the next page or column
    is_short = before.end < 0.7 * right
    return not (_ENDS.search(text) and is_short)


def _connected(text: str, more: str) -> str:
    if text.endswith("\xad"):
        return text[:-1] + more
    if len(text) > 1 and text.endswith("-") and text[-2].isalpha() and more[:1].islower():
        return text[:-1] + more
    return f"{text} {more}"


def _begun(text: str) -> str:
    if number := _NUMBER.match(text):
        return f"{number[1]}. {text[number.end() :]}"
    return _BULLET.sub("- ", text)


def _is_item(line: Line) -> bool:
    return bool(_BULLET.match(line.text) or _NUMBER.match(line.text))


def _rounded(line: Line) -> float:
    return round(line.size * 2) / 2
