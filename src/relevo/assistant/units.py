"""Passages as units: the smallest pieces that can be said by themselves, each with the place it holds for."""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from relevo.assistant.scope import ANYWHERE, Scope, country_named, narrower, scope_of_article, scope_of_line
from relevo.knowledge.index import Entry
from relevo.knowledge.passages import ROW_CELL, ROW_NAME

Kind = Literal["sentence", "item", "step", "row"]

_STEP = re.compile(r"^\d+\.\s")
_SENTENCE_END = re.compile(r"(?<=[.!?…»\"])\s+(?=[A-ZÁÉÍÓÚÑ¿¡\"«$€\d])")
_ABBREVIATED = re.compile(
    r"\b(?:aprox|p\. ej|etc|núm|tel|col|av|c|sr|sra|no|vs|e\.g|i\.e|approx|mr|mrs)\.$", re.IGNORECASE
)
_LEANS = re.compile(
    r"^(?:si pasa ese|si al |si se |en ese|en este|en esos|después de es|pasado|así|además|también|tampoco|esto|eso|esta|este|esa|ese|estas|estos"
    r"|con menos|la revisión|entonces|por eso|se |el resto|los demás|para los demás|solo|sí|no hay|es |son |hay |indica|vale |no l[oae]s? |llegan? "
    r"|afterwards|otherwise|after that|later than that|outside those|this|that|these|those|it|they|if there is|in that case|then|either|also)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """`cells` are the columns of a row that hold for one country each, where its columns are countries."""

    entry: Entry
    place: int
    kind: Kind
    text: str
    scope: Scope
    leans: bool = False
    cells: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=20_000)
def units_of(entry: Entry) -> tuple[Unit, ...]:
    """The units of a passage, in order."""
    around = narrower(scope_of_article(entry.title, entry.text), Scope(country_named(entry.heading)))
    units: list[Unit] = []
    for line in entry.text.splitlines():
        for at, piece in enumerate(_pieces(line)):
            kind = _kind(piece) if at == 0 else "sentence"
            scope = narrower(around, scope_of_line(piece)) if kind in {"row", "item", "sentence"} else around
            leans = at > 0 and bool(_LEANS.match(piece))
            units.append(_row(Unit(entry, len(units), kind, piece, scope, leans)))
    return tuple(units)


def for_customer(unit: Unit, customer: Scope) -> Unit:
    """The unit as it holds for this customer: of a row with a column per country, their column."""
    if not unit.cells or customer.country is None:
        return unit
    name = unit.text.split(ROW_NAME, 1)[0]
    kept = [cell for country, cell in unit.cells if country == customer.country]
    return replace(unit, text=f"{name}{ROW_NAME}{ROW_CELL.join(kept)}", scope=Scope(customer.country)) if kept else unit


def _kind(line: str) -> Kind:
    if ROW_NAME in line and not line.startswith("- "):
        return "row"
    if line.startswith("- "):
        return "item"
    return "step" if _STEP.match(line) else "sentence"


def _pieces(line: str) -> list[str]:
    """Sentences of a paragraph; steps, items and rows stay whole."""
    if _kind(line) != "sentence":
        return [line]
    pieces: list[str] = []
    for piece in _SENTENCE_END.split(line):
        if pieces and _ABBREVIATED.search(pieces[-1]):
            pieces[-1] += " " + piece
        else:
            pieces.append(piece)
    return [piece for piece in pieces if piece.strip()]


def _row(unit: Unit) -> Unit:
    if unit.kind != "row":
        return unit
    cells: list[tuple[str, str]] = []
    for cell in unit.text.split(ROW_NAME, 1)[1].split(ROW_CELL):
        country = country_named(cell.split(":", 1)[0])
        if country is None:
            return unit
        cells.append((country, cell))
    return replace(unit, cells=tuple(cells), scope=ANYWHERE if len(cells) > 1 else unit.scope)
