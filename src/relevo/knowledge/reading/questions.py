"""Rows of a sheet as articles: questions with their answers where the columns say so, otherwise a table."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from relevo.kit.folding import fold
from relevo.knowledge.reading.types import Part
from relevo.knowledge.reading.write import heading, joined, plain, table

Row = Sequence[str]

_QUESTION = frozenset(
    ("pregunta", "preguntas", "consulta", "duda", "pregunta frecuente", "question", "questions", "q", "faq", "query")
)
_ANSWER = frozenset(
    ("respuesta", "respuestas", "solucion", "contestacion", "answer", "answers", "a", "reply", "response", "solution")
)
_GROUP = frozenset(
    ("categoria", "tema", "seccion", "grupo", "area", "category", "topic", "section", "group", "subject")
)
_MOST_QUESTIONS = 60  # in one article
_MOST_ROWS = 150  # of a table in one article
_SEARCHED_ROWS = 10  # for the names of columns


@dataclass(frozen=True, slots=True)
class Columns:
    question: int
    answer: int
    group: int | None


def parts_of(rows: Sequence[Row], *, title: str, name: str = "") -> list[Part]:
    """One article, or several where there are groups or very many rows. `name` is the sheet's, "" for a file's only one."""
    found = _columns(rows)
    if found:
        start, columns = found
        return list(_questions(rows[start + 1 :], columns, title=title, name=name))
    return list(_tables(rows, title=title, name=name))


def _columns(rows: Sequence[Row]) -> tuple[int, Columns] | None:
    for index, row in enumerate(rows[:_SEARCHED_ROWS]):
        names = [re.sub(r"[^a-z ]", "", fold(cell)).strip() for cell in row]
        question = next((i for i, n in enumerate(names) if n in _QUESTION), None)
        answer = next((i for i, n in enumerate(names) if n in _ANSWER), None)
        if question is not None and answer is not None:
            return index, Columns(question, answer, next((i for i, n in enumerate(names) if n in _GROUP), None))
    return None


def _questions(rows: Sequence[Row], columns: Columns, *, title: str, name: str) -> Iterator[Part]:
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        question, answer = _cell(row, columns.question), _cell(row, columns.answer)
        if question and answer:
            groups[" ".join(_cell(row, columns.group).split())].append((question, answer))
    for group, pairs in groups.items():
        own = " · ".join(filter(None, (name, group)))
        for number, start in enumerate(range(0, len(pairs), _MOST_QUESTIONS)):
            piece = pairs[start : start + _MOST_QUESTIONS]
            blocks = [heading(1, group or title)]
            for question, answer in piece:
                blocks += [heading(2, question), *_answer(answer)]
            yield Part(joined(blocks), group or title, _numbered(own, number))


def _answer(answer: str) -> list[str]:
    """An answer of several lines keeps them: as paragraphs and items."""
    lines = [re.sub(r"^[•·–*-]\s+", "- ", line.strip()) for line in answer.splitlines() if line.strip()]
    return [plain(line) for line in lines]


def _tables(rows: Sequence[Row], *, title: str, name: str) -> Iterator[Part]:
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    while kept and sum(1 for cell in kept[0] if cell.strip()) == 1 and len(kept) > 1 and max(map(len, kept)) > 1:
        title = next(cell for cell in kept[0] if cell.strip())  # a line above the table that says what it is
        kept = kept[1:]
    for number, start in enumerate(range(1, max(len(kept), 2), _MOST_ROWS)):
        rows_here = kept[start : start + _MOST_ROWS]
        body = table([kept[0], *rows_here]) if len(kept) > 1 else joined(plain(" ".join(row)) for row in kept)
        if body:
            yield Part(joined([heading(1, title), body]), title, _numbered(name, number))


def _numbered(name: str, number: int) -> str:
    return name if number == 0 else f"{name} {number + 1}".strip()


def _cell(row: Row, index: int | None) -> str:
    return row[index].strip() if index is not None and index < len(row) else ""
