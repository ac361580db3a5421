"""Lines of a PDF's pages: pieces of text put together by where they stand, with cells where there are wide gaps."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_CHARACTER = 0.5  # a letter's width in sizes, on average
_GAP = 1.8  # sizes; more is another cell
_EDGE_LINES = 3
_CONTENTS = re.compile(r"(?:[.…·_]\s?){5,}\s*(?:\d{1,4}|[ivxlc]{1,7})?$")  # a line of a table of contents
_COUNTED = re.compile(r"^\d{1,4}\W+|\W*\d{1,4}$")  # other numbers may be what the page is about
_PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:p[aá]g(?:ina|e)?\.?|page|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|de|of)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fragment:
    text: str
    x: float
    y: float
    size: float
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    cells: tuple[str, ...]
    x: float
    y: float
    end: float
    size: float
    is_bold: bool

    @property
    def text(self) -> str:
        return " ".join(self.cells)


def lines_of(fragments: Sequence[Fragment]) -> list[Line]:
    """In the order of the file, which is nearly always that of reading."""
    rows: list[list[Fragment]] = []
    for fragment in fragments:
        if rows and abs(rows[-1][-1].y - fragment.y) < 0.4 * max(fragment.size, rows[-1][-1].size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [line for row in rows if (line := _line(row)).text and not _CONTENTS.search(line.text)]


def _line(row: list[Fragment]) -> Line:
    cells, text, end = list[str](), "", row[0].x
    for fragment in row:
        if text and fragment.x - end > _GAP * fragment.size:
            cells.append(" ".join(text.split()))
            text = ""
        text += fragment.text
        end = max(end, fragment.x + len(fragment.text.strip()) * fragment.size * _CHARACTER)
    cells.append(" ".join(text.split()))
    letters = sum(len(f.text) for f in row) or 1
    is_bold = sum(len(f.text) for f in row if f.is_bold) > 0.8 * letters
    return Line(tuple(c for c in cells if c), row[0].x, row[0].y, end, max(f.size for f in row), is_bold)


def without_frames(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Without the lines that stand at the edge of page after page, and without page numbers."""
    repeated = _repeated(pages)
    return [
        [
            line
            for index, line in enumerate(page)
            if not (_is_at_edge(index, len(page)) and (_key(line) in repeated or _PAGE_NUMBER.match(line.text)))
        ]
        for page in pages
    ]


def _repeated(pages: Sequence[list[Line]]) -> set[tuple[str, int]]:
    """What stands in the same place of several pages, as a chapter's name does, with a number that counts before or after it."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        counts.update({_key(line) for index, line in enumerate(page) if _is_at_edge(index, len(page))})
    enough = max(2.0, min(3.0, 0.6 * len(pages)))
    return {key for key, times in counts.items() if times >= enough}


def _is_at_edge(index: int, count: int) -> bool:
    return index < _EDGE_LINES or index >= count - _EDGE_LINES


def _key(line: Line) -> tuple[str, int]:
    return _COUNTED.sub("#", line.text.lower()), round(line.y / 4)
