"""A workbook: an article for each sheet, or for each group of questions. Read in a process of its own only."""

import io
import zipfile
import zlib
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from relevo.knowledge.reading.csv_file import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from relevo.knowledge.reading.questions import parts_of
from relevo.knowledge.reading.types import Content, Part, Remark, Unreadable
from relevo.knowledge.reading.zipped import checked

_BROKEN = (
    InvalidFileException, ParseError, zipfile.BadZipFile, zlib.error, ValueError, KeyError, TypeError, AttributeError, IndexError,
    OSError, SyntaxError, RecursionError, OverflowError,
)  # fmt: skip
_MOST_SHEETS = 50
_EMPTY_ROWS = 200  # in a row; nothing comes after them


def read_xlsx(content: bytes, *, title: str) -> Content:
    """Raises Unreadable."""
    checked(content)
    try:
        return _read(
            openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False), title
        )
    except _BROKEN as error:
        raise Unreadable("The workbook cannot be read.", code="broken") from error


def _read(book: Any, title: str) -> Content:
    parts: list[Part] = []
    hidden: list[str] = []
    left = 0
    sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
    shown = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in sheets if sheet.sheet_state != "visible"]
    for sheet in shown[:_MOST_SHEETS]:
        rows, skipped = _rows(sheet)
        left += skipped
        is_only = len(shown) == 1
        parts += parts_of(rows, title=title if is_only else sheet.title, name="" if is_only else sheet.title)
    remarks = [Remark("hidden_text", ", ".join(hidden)[:300])] if hidden else []
    if left or len(shown) > _MOST_SHEETS:
        remarks.append(Remark("skipped_rows", str(left)) if left else Remark("cut"))
    return Content(tuple(parts), tuple(remarks))


def _rows(sheet: Any) -> tuple[list[list[str]], int]:
    """What a sheet says about its size may be a lie, so rows are counted here."""
    rows: list[list[str]] = []
    empty = skipped = 0
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        cells = [_text(value) for value in row[:MOST_COLUMNS]]
        if not any(cells):
            empty += 1
            if empty > _EMPTY_ROWS:
                break
            continue
        empty = 0
        if len(rows) >= MOST_ROWS:
            skipped += 1
            if number > 5 * MOST_ROWS:
                break
            continue
        while cells and not cells[-1]:
            cells.pop()
        rows.append(cells)
    return rows, skipped


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y" if value.time() == time() else "%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)[:LONGEST_CELL].strip()
