"""A file of comma-separated values, with whatever stands for the comma."""

import csv
import io

from relevo.knowledge.reading.decode import decoded
from relevo.knowledge.reading.questions import parts_of
from relevo.knowledge.reading.types import Content, Remark, Unreadable

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 20_000, 60, 20_000
_SEPARATORS = (",", ";", "\t", "|")


def read_csv(content: bytes, *, title: str) -> Content:
    """Raises Unreadable."""
    text = decoded(content)
    rows: list[list[str]] = []
    left = 0
    csv.field_size_limit(1_000_000)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), skipinitialspace=True):
            if len(rows) < MOST_ROWS:
                rows.append([cell[:LONGEST_CELL] for cell in row[:MOST_COLUMNS]])
            else:
                left += 1
    except csv.Error as error:
        raise Unreadable("It is no table.", code="broken") from error
    return Content(tuple(parts_of(rows, title=title)), (Remark("skipped_rows", str(left)),) if left else ())


def _separator(text: str) -> str:
    """The one by which the first rows have most columns, and as many of them."""
    sample = text[:20_000]

    def fitness(separator: str) -> tuple[int, int]:
        widths = [
            len(row)
            for row, _ in zip(csv.reader(io.StringIO(sample), delimiter=separator), range(20), strict=False)
            if row
        ]
        common = max(set(widths), key=widths.count) if widths else 1
        return (widths.count(common) if common > 1 else 0), common

    try:
        return max(_SEPARATORS, key=fitness)
    except csv.Error:
        return ","
