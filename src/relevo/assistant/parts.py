"""Of a message that asks several things: what answers each of them, beside what answers the message as a whole."""

from dataclasses import replace

from relevo.assistant.asks import asks_of
from relevo.assistant.choose import chosen
from relevo.assistant.find import Findings, find
from relevo.assistant.query import Query
from relevo.assistant.scope import ANYWHERE, Scope, scope_of_customer
from relevo.assistant.units import Unit
from relevo.assistant.wants import wants_of
from relevo.knowledge.index import Index
from relevo.knowledge.terms import slots_of
from relevo.understanding.question import Question

_BESIDE = 0.35  # of its weight, for a word of the message that stands outside the single question
_SURE = 0.3
_MOST_SAID = 420  # characters to each further question
_ALL = 1_100


def for_each_ask(
    first: list[Unit], question: Question, query: Query, index: Index, *, locale: str, customer: Scope
) -> list[Unit]:
    """`first` with what answers the single questions that it does not touch."""
    asks = asks_of(question)
    if len(asks) < 2:
        return first
    said = list(first)
    for ask in asks:
        where = scope_of_customer([ask])
        holds_for = customer if where == ANYWHERE else where
        findings = find(index, _focused(query, ask, locale), locale=locale, customer=holds_for)
        if not findings.rated or not findings.on_subject or findings.solid < _SURE:
            continue
        if any(unit.entry == findings.rated[0].unit.entry for unit in said):
            said += _lacking(findings, said)
            continue
        units = _short(chosen(findings, index, holds_for), findings)
        if sum(len(unit.text) for unit in [*said, *units]) <= _ALL:
            said += [unit for unit in units if unit not in said]
    return said


def _focused(query: Query, ask: str, locale: str) -> Query:
    keys = {(slot.stem, slot.meanings) for slot in slots_of(ask, locale)}
    slots = tuple(
        (slot, weight if (slot.stem, slot.meanings) in keys else weight * _BESIDE) for slot, weight in query.slots
    )
    wants = wants_of(ask, slots_of(ask, locale))
    return replace(query, slots=slots, wants=wants, groups=(), whole=f"{ask} {ask} {query.whole}", own=ask)


def _lacking(findings: Findings, said: list[Unit]) -> list[Unit]:
    best = findings.rated[0].unit
    return [] if best in said else [best]


def _short(units: list[Unit], findings: Findings) -> list[Unit]:
    if sum(len(unit.text) for unit in units) <= _MOST_SAID:
        return units
    return [findings.rated[0].unit]
