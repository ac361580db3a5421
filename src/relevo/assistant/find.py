"""What the knowledge base has on a question: passages, and in them the units that say it."""

from dataclasses import dataclass

from relevo.assistant.query import Query
from relevo.assistant.scope import Scope
from relevo.assistant.units import Unit, for_customer, units_of
from relevo.knowledge.glossary import glossary
from relevo.knowledge.index import Hit, Index
from relevo.knowledge.terms import MEANING, Slot, terms_of

_PASSAGES = 8
_AROUND = 0.65  # of a match in the unit itself, for one in its heading or title
_LENGTH = 0.0012
_MUCH_WORSE = 0.45
_OTHER_LANGUAGE = 0.75
_SAME_COUNTRY, _SAME_REGION = 0.12, 0.35


@dataclass(frozen=True, slots=True)
class Rated:
    """A unit with how much of the question it answers to: with its heading and title, and by its own words alone."""

    unit: Unit
    score: float
    own: float
    slots: frozenset[int]


@dataclass(frozen=True, slots=True)
class Findings:
    """`coverage` of the best passage; `solid` is the best unit's score, whatever its language; `missing` names subjects that were asked for and that it does not speak of."""

    hits: tuple[Hit, ...]
    rated: tuple[Rated, ...]
    coverage: float
    solid: float
    missing: tuple[str, ...]
    specific: bool = False


NOTHING = Findings((), (), 0.0, 0.0, ())


def find(index: Index, query: Query, *, locale: str, customer: Scope) -> Findings:
    """The best units for the query that hold for the customer, best first."""
    hits = index.search(query.slots, locale=locale, limit=_PASSAGES, prefer=query.prefer)
    if not hits:
        return NOTHING
    weighed = [(slot, weight * index.worth(slot)) for slot, weight in query.slots]
    rated = [r for hit in hits for r in _rate(hit, hits[0].score, weighed, index, customer=customer, locale=locale)]
    rated.sort(key=lambda r: -r.score)
    if not rated:
        return NOTHING
    return Findings(
        tuple(hits),
        tuple(rated),
        hits[0].coverage,
        _solid(rated[0], locale),
        _missing(query, hits),
        _specific(rated[0], weighed, index),
    )


def _rate(
    hit: Hit, best: float, weighed: list[tuple[Slot, float]], index: Index, *, customer: Scope, locale: str
) -> list[Rated]:
    if hit.score < _MUCH_WORSE * best:
        return []
    entry = hit.entry
    around = {*terms_of(entry.title, entry.locale), *terms_of(entry.heading, entry.locale)}
    total = sum(weight for _, weight in weighed) or 1.0
    found: list[Rated] = []
    for unit in (for_customer(unit, customer) for unit in units_of(entry) if unit.scope.fits(customer)):
        terms = set(terms_of(unit.text, entry.locale))
        own, score, slots = 0.0, 0.0, set[int]()
        for at, (slot, weight) in enumerate(weighed):
            fits = index.alternatives(slot)
            inside = max((fit for term, fit in fits if term in terms), default=0.0)
            outside = max((fit for term, fit in fits if term in around), default=0.0)
            own += weight * inside
            score += weight * max(inside, _AROUND * outside)
            if inside:
                slots.add(at)
        value = (1.0 if entry.locale == locale else _OTHER_LANGUAGE) * (score / total) * _nearness(
            unit.scope, customer
        ) * (hit.score / best) ** 0.5 - _LENGTH * max(0, len(unit.text) - 240) / 240
        found.append(Rated(unit, value, own / total, frozenset(slots)))
    return found


def _nearness(scope: Scope, customer: Scope) -> float:
    """What is written for the customer's own place goes before what holds everywhere."""
    near = 1.0
    near += _SAME_COUNTRY if scope.country and scope.country == customer.country else 0.0
    near += _SAME_REGION if scope.region and scope.region == customer.region else 0.0
    return near + (_SAME_REGION if scope.town and scope.town == customer.town else 0.0)


def _solid(best: Rated, locale: str) -> float:
    return best.score if best.unit.entry.locale == locale else best.score / _OTHER_LANGUAGE


def _specific(best: Rated, weighed: list[tuple[Slot, float]], index: Index) -> bool:
    """Whether the unit answers to something that hardly any other passage speaks of, and that is not just a thing."""
    slots = [weighed[at][0] for at in best.slots]
    return any(
        slot.meanings and not glossary().things.issuperset(slot.meanings) and index.is_rare(slot) for slot in slots
    )


def _missing(query: Query, hits: list[Hit]) -> tuple[str, ...]:
    """Subjects of their own ("student", "price match") that the question names and the best passage does not have."""
    subjects = {name for slot, _ in query.slots for name in slot.meanings if name in glossary().subjects}
    entry = hits[0].entry
    terms = set(terms_of(f"{entry.title}\n{entry.heading}\n{entry.text}", entry.locale))
    return tuple(sorted(name for name in subjects if MEANING + name not in terms))
