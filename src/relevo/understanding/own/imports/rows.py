"""Tables of text and intent, separated by commas, semicolons or tabs, with or without a line of headings."""

import csv
from collections.abc import Sequence
from io import StringIO

from relevo.understanding.own.imports.collect import Collecting
from relevo.understanding.own.imports.types import BadImport, Imported
from relevo.understanding.tokens import word_set

_SEPARATORS = ",;\t"
_TEXT = word_set("text texto utterance example ejemplo message mensaje query question pregunta frase sentence")
_INTENT = word_set(
    "intent intents intención intencion label etiqueta category categoría categoria class intent_name name"
)
_LONGEST_FIELD = 1_000_000


def read_rows(name: str, text: str) -> Imported:
    """Raises BadImport where the columns cannot be told."""
    csv.field_size_limit(_LONGEST_FIELD)
    separator = _separator(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    collecting = Collecting("csv")
    columns: tuple[int, int] | None = None
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if columns is None:
                columns = _columns(row)
                if columns:
                    continue
                columns = (0, 1)
            _take(collecting, row, columns, f"line {reader.line_num}")
    except csv.Error as error:
        raise BadImport(f"{name}, line {reader.line_num}: {error}.") from None
    return collecting.done(name)


def _take(collecting: Collecting, row: Sequence[str], columns: tuple[int, int], where: str) -> None:
    if len(row) <= max(columns):
        collecting.leave(where, "fewer than two columns; text and intent are needed")
    else:
        collecting.take(row[columns[0]], row[columns[1]], where)


def _separator(text: str) -> str:
    """The sign that parts most of the first lines outside of quotation marks; a comma where none does."""
    first = text.split("\n", 20)[:20]
    counts = {sign: sum(_parts(line, sign) for line in first) for sign in _SEPARATORS}
    for sign in ("\t", ";"):
        if (
            counts[sign]
            and counts[sign] >= 0.9 * len([line for line in first if line.strip()])
            and _heads(first[0], sign)
        ):
            return sign
    return max(",;\t", key=lambda sign: counts[sign]) if any(counts.values()) else ","


def _parts(line: str, sign: str) -> bool:
    outside, is_quoted = 0, False
    for c in line:
        is_quoted ^= c == '"'
        outside += c == sign and not is_quoted
    return outside > 0


def _heads(line: str, sign: str) -> bool:
    return sign != ";" or _columns(next(csv.reader([line], delimiter=sign), [])) is not None


def _columns(row: Sequence[str]) -> tuple[int, int] | None:
    """Where text and intent stand, if the row is one of headings."""
    names = [cell.strip().lower() for cell in row]
    texts = [i for i, cell in enumerate(names) if cell in _TEXT]
    intents = [i for i, cell in enumerate(names) if cell in _INTENT]
    return (texts[0], intents[0]) if texts and intents else None
