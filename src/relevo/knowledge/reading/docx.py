"""A Word document as an article. Read in a process of its own only."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from relevo.knowledge.reading.types import LONGEST_TEXT, Content, Part, Remark, Unreadable
from relevo.knowledge.reading.write import heading, joined, plain, table
from relevo.knowledge.reading.zipped import checked

_SMALLEST = 4  # half-points, as the format counts
_NUMBERED = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman")
_DEEPEST_TABLE = 3
_BROKEN = (
    ValueError, KeyError, AttributeError, TypeError, IndexError, OSError, SyntaxError, RecursionError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def read_docx(content: bytes) -> Content:
    """Raises Unreadable."""
    checked(content)
    try:
        document = docx.Document(io.BytesIO(content))
        reader = _Reader(document)
        body = joined(reader.blocks())
    except _BROKEN as error:
        raise Unreadable("The document cannot be read.", code="broken") from error
    hidden = " ".join(reader.hidden)
    remarks = [Remark("hidden_text", hidden[:500])] if len(hidden.split()) > 3 else []
    if len(body) > LONGEST_TEXT:
        remarks.append(Remark("cut"))
    return Content((Part(body[:LONGEST_TEXT]),), tuple(remarks))


class _Reader:
    def __init__(self, document: Docx) -> None:
        self._document = document
        self._counters: dict[tuple[str, int], int] = {}
        self.hidden: list[str] = []

    def blocks(self) -> Iterator[str]:
        for item in self._document.iter_inner_content():
            yield from self._table(item) if isinstance(item, Table) else self._paragraph(item)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[str]:
        text = " ".join(self._text(paragraph).split())
        if not text:
            return
        if level := _level(paragraph):
            self._counters.clear()
            yield heading(level, text)
        elif (mark := self._mark(paragraph)) is not None:
            yield mark + plain(text)
        else:
            self._counters.clear()
            yield plain(text)

    def _text(self, paragraph: Paragraph) -> str:
        """What is seen of it: runs, also those in links and insertions, without deletions and fields' codes."""
        parts: list[str] = []
        for run in paragraph._p.iter(qn("w:r")):
            text = "".join(_seen(node) for node in run)
            if _is_hidden(run):
                self.hidden.append(text)
            else:
                parts.append(text)
        return "".join(parts)

    def _mark(self, paragraph: Paragraph) -> str | None:
        """`- ` or `1. `, indented by its level; None where it is in no list."""
        style = _style(paragraph).lower()
        numbering = _numbering(paragraph)
        if numbering is None and "list" not in style:
            return None
        number, level = numbering or (style, 0)
        is_numbered = "number" in style if numbering is None else self._format(number, level) in _NUMBERED
        if not is_numbered:
            return "   " * level + "- "
        self._counters = {key: n for key, n in self._counters.items() if key[0] != number or key[1] <= level}
        count = self._counters.get((number, level), 0) + 1
        self._counters[number, level] = count
        return "   " * level + f"{count}. "

    def _format(self, number: str, level: int) -> str:
        """Of a level of a list: decimal, bullet …"""
        try:
            root: Any = self._document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return "bullet"
        for num in root.findall(qn("w:num")):
            if num.get(qn("w:numId")) == number:
                wanted = num.find(qn("w:abstractNumId")).get(qn("w:val"))
                for abstract in root.findall(qn("w:abstractNum")):
                    if abstract.get(qn("w:abstractNumId")) == wanted:
                        return _format_of(abstract, level)
        return "bullet"

    def _table(self, found: Table, depth: int = 0) -> Iterator[str]:
        rows: list[list[str]] = []
        for row in found.rows:
            cells, seen = list[str](), set[Any]()
            for cell in row.cells:
                if cell._tc in seen:  # cells that span several columns come once for each
                    continue
                seen.add(cell._tc)
                cells.append(" ".join(" ".join(self._text(p).split()) for p in cell.paragraphs))
                if depth < _DEEPEST_TABLE:
                    rows_inside = [block for inner in cell.tables for block in self._table(inner, depth + 1)]
                    cells[-1] = " ".join([cells[-1], *rows_inside]).strip()
            rows.append(cells)
        if len(rows) == 1 or all(len(row) == 1 for row in rows):
            yield from (plain(cell) for row in rows for cell in row)  # a frame around text
        else:
            yield table(rows)


def _seen(node: Any) -> str:
    if node.tag == qn("w:t"):
        return node.text or ""
    if node.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
        return " "
    return "-" if node.tag == qn("w:noBreakHyphen") else ""


def _is_hidden(run: Any) -> bool:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return False
    vanish = properties.find(qn("w:vanish"))
    if vanish is not None and vanish.get(qn("w:val"), "true") not in ("0", "false"):
        return True
    size = properties.find(qn("w:sz"))
    value = size.get(qn("w:val"), "") if size is not None else ""
    return value.isdigit() and int(value) < _SMALLEST


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name or "") if style is not None else ""


def _level(paragraph: Paragraph) -> int | None:
    """Of a heading, by its style's name in English, which is the same in all languages of the program, or by its outline."""
    name = _style(paragraph).lower()
    if name == "title":
        return 1
    for word in ("heading ", "título ", "titulo "):
        if name.startswith(word) and name.removeprefix(word).isdigit():
            return min(int(name.removeprefix(word)), 6)
    outline = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    value = outline.get(qn("w:val"), "") if outline is not None else ""
    return int(value) + 1 if value.isdigit() and int(value) < 6 else None


def _numbering(paragraph: Paragraph) -> tuple[str, int] | None:
    """The list it belongs to and its level there, by itself or by its style."""
    properties = paragraph._p.pPr
    found: Any = properties.numPr if properties is not None else None
    if found is None and paragraph.style is not None:
        style: Any = paragraph.style.element
        found = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if found is None:
        return None
    number, level = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
    name = number.get(qn("w:val"), "0") if number is not None else "0"
    depth = level.get(qn("w:val"), "0") if level is not None else "0"
    return None if name == "0" else (name, min(int(depth), 5) if depth.isdigit() else 0)


def _format_of(abstract: Any, level: int) -> str:
    for one in abstract.findall(qn("w:lvl")):
        if one.get(qn("w:ilvl")) == str(level):
            kind = one.find(qn("w:numFmt"))
            return kind.get(qn("w:val"), "bullet") if kind is not None else "bullet"
    return "bullet"
