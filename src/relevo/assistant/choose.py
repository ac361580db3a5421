"""Which units to say: the best one, what it leans on, and what covers the rest of the question."""

import re
from dataclasses import dataclass

from relevo.assistant.compose import differs_by_country
from relevo.assistant.find import ANNOUNCED, Findings, Rated
from relevo.assistant.rows import rows_for
from relevo.assistant.scope import Scope, country_named
from relevo.assistant.units import Unit, units_of
from relevo.assistant.wants import HOW_TO, gives
from relevo.knowledge.index import Entry, Index

_NAMED_STEP = re.compile(r"\b(?:step|paso)\s(\d+)")
_LIMIT = 820
_MOST_PASSAGES = 3
_AS_LIKELY = 0.3
_BESIDE = 260
_STEPS_LIMIT = 1_150
_MOST = 5
_NEAR = 0.55
_STEP_ITSELF = 0.5
_MOSTLY_STEPS = 0.35
_ROW_ITSELF = 0.25
_SECTION = 480
_ELSEWHERE = 0.8


@dataclass(frozen=True, slots=True)
class Variants:
    """The same thing said differently for several places, and the customer has not said which."""

    kind: str
    options: tuple[str, ...]


def variants(findings: Findings, customer: Scope) -> Variants | None:
    """Where the answer depends on a place that is not known."""
    best = findings.rated[0]
    if customer.town and best.unit.scope.town == customer.town:
        return None
    apart = _countries_apart(findings.rated, best, in_passing=HOW_TO in findings.wants)
    if customer.country is None and (countries := apart):
        return Variants("country", countries)
    if customer.town is None and best.unit.scope.town and (towns := _towns_apart(findings.rated, best, customer)):
        return Variants("town", towns)
    return None


def overview(findings: Findings, index: Index) -> list[Unit]:
    """What holds in each country, where no figure was asked for and that is short enough to be said together.

    To a question as general as its article's title these are whole sections, else the one unit of each that answers it.
    """
    best = findings.rated[0]
    sections = [entry for entry in index.article(best.unit.entry.article) if country_named(entry.heading)]
    if findings.wants or best.unit.entry not in sections or len(sections) < 2:
        return []
    if findings.called and not best.slots - findings.called:
        units = [unit for entry in sections for unit in units_of(entry)]
        return units if _size(units) <= _STEPS_LIMIT else []
    near = [r.unit for r in findings.rated if r.score >= _NEAR * best.score]
    units = [next((unit for unit in near if unit.entry == entry), None) for entry in sections]
    said = [unit for unit in units if unit is not None]
    return said if len(said) == len(sections) and _size(said) <= _SECTION else []


def chosen(findings: Findings, index: Index, customer: Scope, *, groups: tuple[frozenset[int], ...] = ()) -> list[Unit]:
    """The units of the answer: of the best passage, and of those that are as likely, in the order of their article."""
    best = findings.rated[0]
    steps = _guide(best, findings, index) or _announced_steps(best, findings, index)
    if steps:
        return steps
    picked: list[Unit] = []
    for hit in findings.hits[:_MOST_PASSAGES]:
        rated = [one for one in findings.rated if one.unit.entry == hit.entry]
        if not rated or (picked and (hit.score < _AS_LIKELY or hit.entry.locale != picked[0].entry.locale)):
            continue
        block = _block(rated[0], findings, customer)
        if not picked or _size(picked) + _size(block) <= _LIMIT:
            picked += [unit for unit in block if unit not in picked]
    if not picked:
        picked = _block(best, findings, customer)
    picked += _for_other_questions(picked, set(best.slots), findings, groups)
    named = _with_named_steps(picked, index)
    order = list(dict.fromkeys(unit.entry.article for unit in picked))
    return sorted(named, key=lambda unit: (order.index(unit.entry.article), unit.entry.position, unit.place))


def _block(best: Rated, findings: Findings, customer: Scope) -> list[Unit]:
    """What a passage says on the question: the rows that are meant with the text beside them, or the text as a whole."""
    units = [other for other in units_of(best.unit.entry) if other.scope.fits(customer)]
    rows = [unit for unit in units if unit.kind == "row"]
    text = [unit for unit in units if unit.kind != "row"]
    if not rows:
        return _section(best.unit, customer) or _with_neighbours(best.unit)
    held = rows_for(rows, findings.said)
    meant = (
        held if len(held) < len(rows) else _alike(best, findings) or ([best.unit] if best.unit.kind == "row" else [])
    )
    if best.unit.kind == "row" or _size(text) > _SECTION:
        beside = text if _size(text) <= _BESIDE else []
        said = {unit.place for unit in meant or _with_neighbours(best.unit)}
        return [*(meant or _with_neighbours(best.unit)), *(unit for unit in beside if unit.place not in said)]
    return [*(rows if _size(rows) <= _BESIDE else []), *text]


def _alike(best: Rated, findings: Findings) -> list[Unit]:
    """The rows or items of a list that answer to as much as the best one: which of them was meant has not been said."""
    if best.unit.kind not in {"row", "item"} or not best.slots:
        return []
    same = [r for r in findings.rated if r.unit.entry == best.unit.entry and r.unit.kind == best.unit.kind]
    alike = [r.unit for r in same if r.slots >= best.slots]
    return alike if len(alike) > 1 and _size(alike) <= _LIMIT else []


def _for_other_questions(
    picked: list[Unit], covered: set[int], findings: Findings, groups: tuple[frozenset[int], ...]
) -> list[Unit]:
    """For each further question of the message that nothing said so far touches, the best unit of the same article."""
    found: list[Unit] = []
    for group in groups:
        fitting = [
            r for r in findings.rated
            if r.slots & group and r.unit.entry.article == picked[0].entry.article and r.unit not in picked
        ]  # fmt: skip
        if fitting and not group & covered and len(groups) > 1:
            found.append(max(fitting, key=lambda r: (len(r.slots & group), r.score)).unit)
    return found


def _section(unit: Unit, customer: Scope) -> list[Unit]:
    """The running text around a sentence, where it is short enough to be said whole: it was written to be read together."""
    everything = [other for other in units_of(unit.entry) if other.scope.fits(customer)]
    if (
        unit.kind in {"sentence", "item"}
        and _size(everything) <= _SECTION
        and all(u.kind in {"sentence", "item"} for u in everything)
    ):
        return everything if not unit.scope.town else []
    if unit.kind != "sentence":
        return []
    line = [other for other in units_of(unit.entry) if other.kind == "sentence" and other.scope.fits(customer)]
    while _size(line) > _SECTION and len(line) > 1:
        line = line[:-1] if abs(line[-1].place - unit.place) >= abs(line[0].place - unit.place) else line[1:]
    return line if unit in line else []


def _countries_apart(rated: tuple[Rated, ...], best: Rated, *, in_passing: bool) -> tuple[str, ...]:
    """`in_passing` where no figure was asked for: then a sentence with one for each country can be said as it is."""
    if not in_passing and any(
        differs_by_country(r.unit.text)
        for r in rated
        if r.unit.entry == best.unit.entry and r.score >= _ELSEWHERE * best.score
    ):
        return ("es", "mx")
    if len(best.unit.cells) > 1:
        values = {cell.split(":", 1)[-1].strip() for _, cell in best.unit.cells}
        return tuple(country for country, _ in best.unit.cells) if len(values) > 1 else ()
    if best.unit.scope.country is None:
        return ()
    near = [r for r in rated if r.score >= _NEAR * best.score and r.unit.scope.country]
    countries = dict.fromkeys(r.unit.scope.country for r in near if r.unit.scope.country)
    return tuple(countries) if len(countries) > 1 else ()


def _towns_apart(rated: tuple[Rated, ...], best: Rated, customer: Scope) -> tuple[str, ...]:
    near = [
        r
        for r in rated
        if r.score >= _NEAR * best.score and r.unit.entry == best.unit.entry and r.unit.scope.fits(customer)
    ]
    towns = dict.fromkeys(r.unit.scope.town for r in near if r.unit.scope.town)
    return tuple(towns) if len(towns) > 1 else ()


def _guide(best: Rated, findings: Findings, index: Index) -> list[Unit]:
    """All steps of a guide, unless one of them is what was asked for."""
    article = best.unit.entry.article
    entries = index.article(article)
    lists = [(entry, [unit for unit in units_of(entry) if unit.kind == "step"]) for entry in entries]
    entry, steps = max(lists, key=lambda pair: len(pair[1]), default=(best.unit.entry, []))
    if len(steps) < 3 or _size(steps) > _STEPS_LIMIT:
        return []
    mostly_steps = _size(steps) >= _MOSTLY_STEPS * sum(len(entry.text) for entry in entries)
    if best.unit.kind == "row":
        points_on = bool(_NAMED_STEP.search(best.unit.text)) or best.own >= _ROW_ITSELF
        return [best.unit, *steps] if mostly_steps and not points_on else []
    beyond = best.slots - findings.called
    if mostly_steps and findings.called and not beyond and (best.unit.entry == entry or not findings.headed):
        return steps
    if best.unit.entry != entry and not (mostly_steps and _introduces(best.unit.entry, entry)):
        return []
    if best.unit.kind == "sentence" and HOW_TO not in findings.wants and gives(best.unit, findings.wants):
        return []
    if best.unit.kind == "step" and best.own >= _STEP_ITSELF * best.score and len(best.slots) >= 2 and beyond:
        return []
    return steps


def _announced_steps(best: Rated, findings: Findings, index: Index) -> list[Unit]:
    """Where it was asked how, and the best unit only says that: it, and the steps that its article announces."""
    if HOW_TO not in findings.wants or gives(best.unit, findings.wants):
        return []
    article = best.unit.entry.article
    for rated in findings.rated:
        entry = rated.unit.entry
        if entry.article == article and rated.boost >= ANNOUNCED and rated.score >= _NEAR * best.score:
            return [best.unit, *(unit for unit in units_of(entry) if unit.kind == "step")]
    return []


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
    found = list(units)
    for unit in units:
        for number in _NAMED_STEP.findall(unit.text):
            for entry in index.article(unit.entry.article):
                found += [
                    u
                    for u in units_of(entry)
                    if u.kind == "step" and u.text.startswith(f"{number}. ") and u not in found
                ]
    return found


def _size(units: list[Unit]) -> int:
    return sum(len(unit.text) for unit in units)
