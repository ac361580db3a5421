"""A PDF as an article. Read in a process of its own only."""

import io
import math
from typing import Any

import pypdf
from pypdf.errors import PyPdfError

from relevo.knowledge.reading.pdf_lines import Fragment, Line, lines_of, without_frames
from relevo.knowledge.reading.pdf_markdown import markdown_of
from relevo.knowledge.reading.types import LONGEST_TEXT, Content, Part, Remark, Unreadable

_MOST_PAGES = 2_000
_SMALLEST = 2.0  # points; smaller text is for nobody's eyes
_INVISIBLE = 3  # the mode of text that is not painted


def read_pdf(content: bytes) -> Content:
    """Raises Unreadable."""
    try:
        return _read(pypdf.PdfReader(io.BytesIO(content)))
    except Unreadable:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError, AssertionError,
            NotImplementedError, ArithmeticError) as error:  # fmt: skip
        raise Unreadable("The PDF cannot be read.", code="broken") from error


def _read(reader: pypdf.PdfReader) -> Content:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("It is protected by a password.", code="encrypted")
    pages: list[list[Line]] = []
    hidden: list[str] = []
    length = 0
    is_cut = False
    for number, page in enumerate(reader.pages):
        if number >= _MOST_PAGES or length > LONGEST_TEXT:
            is_cut = True
            break
        collector = _Collector()
        page.extract_text(visitor_text=collector.on_text, visitor_operand_before=collector.on_operand)
        seen, unseen = collector.fragments()
        hidden += unseen
        pages.append(lines_of(seen))
        length += sum(len(line.text) for line in pages[-1])
    body = markdown_of(without_frames(pages))
    if not body:
        raise Unreadable("It holds no text.", code="no_text" if pages else "empty")
    remarks = [Remark("hidden_text", " ".join(hidden)[:500])] if len(" ".join(hidden).split()) > 3 else []
    if is_cut:
        remarks.append(Remark("cut"))
    return Content((Part(body[:LONGEST_TEXT]),), tuple(remarks))


class _Collector:
    """What a page's operators paint, and what they only seem to."""

    def __init__(self) -> None:
        self._found: list[Fragment] = []
        self._mode = 0
        self._unpainted: set[tuple[float, float]] = set()

    def on_operand(self, operator: bytes, operands: list[Any], matrix: list[float], text_matrix: list[float]) -> None:
        if operator == b"Tr" and operands:
            self._mode = int(operands[0])
        elif operator == b"BT":
            self._mode = 0
        elif self._mode == _INVISIBLE and operator in (b"Tj", b"TJ", b"'", b'"'):
            self._unpainted.add(_place(matrix, text_matrix))

    def on_text(self, text: str, matrix: list[float], text_matrix: list[float], font: Any, size: float) -> None:
        if not text.strip():
            return
        x, y = _place(matrix, text_matrix)
        scale = math.hypot(text_matrix[0], text_matrix[1]) * math.hypot(matrix[0], matrix[1])
        name = str(font.get("/BaseFont", "")).lower() if font else ""
        is_bold = any(word in name for word in ("bold", "black", "heavy", "semibold"))
        for index, line in enumerate(text.strip("\n").split("\n")):
            if line.strip():
                self._found.append(Fragment(line, x, y - index * size * scale * 1.2, abs(size * scale), is_bold))

    def fragments(self) -> tuple[list[Fragment], list[str]]:
        """Those that can be seen, and the texts of those that cannot. A scanned page has its text behind a picture: it is meant."""
        tiny = [f for f in self._found if 0 < f.size < _SMALLEST]
        unpainted = [f for f in self._found if (f.x, f.y) in self._unpainted and f not in tiny]
        letters = sum(len(f.text) for f in self._found)
        if sum(len(f.text) for f in unpainted) > letters / 2:
            unpainted = []
        unseen = {id(f) for f in (*tiny, *unpainted)}
        return [f for f in self._found if id(f) not in unseen], [f.text for f in (*tiny, *unpainted)]


def _place(matrix: list[float], text_matrix: list[float]) -> tuple[float, float]:
    x, y = text_matrix[4], text_matrix[5]
    return (
        round(matrix[0] * x + matrix[2] * y + matrix[4], 1),
        round(matrix[1] * x + matrix[3] * y + matrix[5], 1),
    )
