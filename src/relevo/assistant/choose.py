"""Which units to say: the best one, what it leans on, and what covers the rest of the question."""

from dataclasses import dataclass

from relevo.assistant.find import Findings, Rated
from relevo.assistant.scope import ANYWHERE, Scope
from relevo.assistant.units import Unit, for_customer, units_of
from relevo.knowledge.index import Entry, Index

_LIMIT = 620
_STEPS_LIMIT = 1_150
_MOST = 5
_NEAR = 0.55
_STEP_ITSELF = 0.5


@dataclass(frozen=True, slots=True)
class Variants:
    """The same thing said differently for several places, and the customer has not said which."""

    kind: str
    options: tuple[str, ...]


def variants(findings: Findings, customer: Scope) -> Variants | None:
    """Where the answer depends on a place that is not known."""
    best = findings.rated[0]
    if customer.country is None and (countries := _countries_apart(findings.rated, best)):
        return Variants("country", countries)
    if customer.town is None and best.unit.scope.town and (towns := _towns_apart(findings.rated, best, customer)):
        return Variants("town", towns)
    return None


def chosen(findings: Findings, index: Index) -> list[Unit]:
    """The units of the answer, in the order of their article."""
    best = findings.rated[0]
    steps = _guide(best, findings, index)
    if steps:
        return steps
    picked = _with_neighbours(best.unit)
    covered = set(best.slots)
    for rated in findings.rated[1:]:
        if len(picked) >= _MOST or rated.unit.entry.article != best.unit.entry.article:
            continue
        new = rated.slots - covered
        if rated.unit in picked or _size(picked) + len(rated.unit.text) > _LIMIT:
            continue
        if rated.score >= _NEAR * best.score and (new or _is_sibling(rated.unit, best.unit)):
            picked += [unit for unit in _with_neighbours(rated.unit) if unit not in picked]
            covered |= rated.slots
    return sorted(_with_named_steps(picked, index), key=lambda unit: (unit.entry.position, unit.place))


def _countries_apart(rated: tuple[Rated, ...], best: Rated) -> tuple[str, ...]:
    if len(best.unit.cells) > 1:
        values = {cell.split(":", 1)[-1].strip() for _, cell in best.unit.cells}
        return tuple(country for country, _ in best.unit.cells) if len(values) > 1 else ()
    if best.unit.scope.country is None:
        return ()
    near = [r for r in rated if r.score >= _NEAR * best.score and r.unit.scope.country]
    countries = dict.fromkeys(r.unit.scope.country for r in near if r.unit.scope.country)
    return tuple(countries) if len(countries) > 1 else ()


def _towns_apart(rated: tuple[Rated, ...], best: Rated, customer: Scope) -> tuple[str, ...]:
    near = [r for r in rated if r.score >= _NEAR * best.score and r.unit.entry == best.unit.entry and r.unit.scope.fits(customer)]
    towns = dict.fromkeys(r.unit.scope.town for r in near if r.unit.scope.town)
    return tuple(towns) if len(towns) > 1 else ()


def _guide(best: Rated, findings: Findings, index: Index) -> list[Unit]:
    """All steps of a guide, unless one of them is what was asked for."""
    article = best.unit.entry.article
    entries = [entry for entry in index.entries if entry.article == article]
    lists = [(entry, [unit for unit in units_of(entry) if unit.kind == "step"]) for entry in entries]
    entry, steps = max(lists, key=lambda pair: len(pair[1]), default=(best.unit.entry, []))
    if len(steps) < 3 or _size(steps) > _STEPS_LIMIT:
        return []
    if best.unit.entry != entry and not _introduces(best.unit.entry, entry):
        return []
    if best.unit.kind == "row":
        return []
    if best.unit.kind == "step" and best.own >= _STEP_ITSELF * best.score and len(best.slots) >= 2:
        return []
    return steps


def _introduces(entry: Entry, steps: Entry) -> bool:
    return entry.position == 0 and entry.article == steps.article and not entry.heading and steps.position <= 3


def _with_neighbours(unit: Unit) -> list[Unit]:
    """The unit with the sentences before it that it leans on."""
    line = units_of(unit.entry)
    at = unit.place
    first = at
    while first > 0 and line[first].leans:
        first -= 1
    return [*line[first:at], unit]


def _with_named_steps(units: list[Unit], index: Index) -> list[Unit]:
    """A row that says "step 3" is said with step 3."""
    import re

    found = list(units)
    for unit in units:
        for number in re.findall(r"\b(?:step|paso)\s(\d+)", unit.text):
            for entry in index.entries:
                if entry.article == unit.entry.article:
                    found += [u for u in units_of(entry) if u.kind == "step" and u.text.startswith(f"{number}. ") and u not in found]
    return found


def _is_sibling(unit: Unit, best: Unit) -> bool:
    return unit.entry == best.entry and abs(unit.place - best.place) <= 2 and unit.scope.fits(best.scope)


def _size(units: list[Unit]) -> int:
    return sum(len(unit.text) for unit in units)


__all__ = ["ANYWHERE", "Variants", "chosen", "for_customer", "variants"]
