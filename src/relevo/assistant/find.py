"""What the knowledge base has on a question: passages, and in them the units that say it."""

from dataclasses import dataclass

from relevo.assistant.query import Query
from relevo.assistant.scope import Scope
from relevo.assistant.units import Unit, for_customer, units_of
from relevo.knowledge.glossary import glossary
from relevo.knowledge.index import Entry, Hit, Index
from relevo.knowledge.terms import MEANING, Slot, terms_of

_PASSAGES = 8
_AROUND = 0.65  # of a match in the unit itself, for one in its heading or title
_LENGTH = 0.0012
_MUCH_WORSE = 0.45
_MORE_THAN_A_PLACE = 0.3
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
    """What was found, best first.

    `coverage` is the best passage's; `solid` the best unit's score, whatever its language; `missing` names subjects that
    were asked for and that the best passage does not speak of; `specific` where hardly anything else speaks of it.
    """

    hits: tuple[Hit, ...] = ()
    rated: tuple[Rated, ...] = ()
    coverage: float = 0.0
    solid: float = 0.0
    missing: tuple[str, ...] = ()
    specific: bool = False


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A slot with what it is worth in this question, and the terms that answer to it."""

    slot: Slot
    worth: float
    fits: tuple[tuple[str, float], ...]

    def best_in(self, terms: set[str]) -> float:
        return max((fit for term, fit in self.fits if term in terms), default=0.0)


def find(index: Index, query: Query, *, locale: str, customer: Scope) -> Findings:
    """The best units for the query that hold for the customer, best first."""
    hits = index.search(query.slots, locale=locale, limit=_PASSAGES, prefer=query.prefer)
    weighed = [
        _Weighed(slot, weight * index.worth(slot), tuple(index.alternatives(slot))) for slot, weight in query.slots
    ]
    rated = [
        rating
        for hit in hits
        if hit.score >= _MUCH_WORSE * hits[0].score
        for rating in _rate(hit.entry, (hit.score / hits[0].score) ** 0.5, weighed, customer=customer, locale=locale)
    ]
    if not rated:
        return Findings()
    rated += _rest_of_article(max(rated, key=_by_score), hits, weighed, index, customer=customer, locale=locale)
    rated.sort(key=_by_score, reverse=True)
    best = rated[0]
    return Findings(
        tuple(hits), tuple(rated), hits[0].coverage, _solid(best, locale, customer, coverage=hits[0].coverage), _missing(query, hits[0]),
        _is_specific(best, weighed, index),
    )  # fmt: skip


def _by_score(rated: Rated) -> float:
    return rated.score


def _rest_of_article(
    best: Rated, hits: list[Hit], weighed: list[_Weighed], index: Index, *, customer: Scope, locale: str
) -> list[Rated]:
    """The other passages of the article that answers best: a further question is often answered there."""
    found = {hit.entry for hit in hits if hit.score >= _MUCH_WORSE * hits[0].score}
    others = [entry for entry in index.article(best.unit.entry.article) if entry not in found]
    share = _MUCH_WORSE**0.5
    return [rating for entry in others for rating in _rate(entry, share, weighed, customer=customer, locale=locale)]


def _rate(entry: Entry, share: float, weighed: list[_Weighed], *, customer: Scope, locale: str) -> list[Rated]:
    around = {*terms_of(entry.title, entry.locale), *terms_of(entry.heading, entry.locale)}
    share *= 1.0 if entry.locale == locale else _OTHER_LANGUAGE
    units = (for_customer(unit, customer) for unit in units_of(entry) if unit.scope.fits(customer))
    return [_rated(unit, share * _nearness(unit.scope, customer), around, weighed) for unit in units]


def _rated(unit: Unit, share: float, around: set[str], weighed: list[_Weighed]) -> Rated:
    terms = set(terms_of(unit.text, unit.entry.locale))
    total = sum(one.worth for one in weighed) or 1.0
    inside = [one.best_in(terms) for one in weighed]
    own = sum(one.worth * fit for one, fit in zip(weighed, inside, strict=True))
    score = sum(one.worth * max(fit, _AROUND * one.best_in(around)) for one, fit in zip(weighed, inside, strict=True))
    too_long = _LENGTH * max(0, len(unit.text) - 240) / 240
    answered = frozenset(at for at, fit in enumerate(inside) if fit)
    return Rated(unit, share * score / total - too_long, own / total, answered)


def _nearness(scope: Scope, customer: Scope) -> float:
    """What is written for the customer's own place goes before what holds everywhere."""
    near = 1.0
    near += _SAME_COUNTRY if scope.country and scope.country == customer.country else 0.0
    near += _SAME_REGION if scope.region and scope.region == customer.region else 0.0
    return near + (_SAME_REGION if scope.town and scope.town == customer.town else 0.0)


def _solid(best: Rated, locale: str, customer: Scope, *, coverage: float) -> float:
    """The score without what only orders: another language, and nearness where little but the place was found."""
    score = best.score if best.unit.entry.locale == locale else best.score / _OTHER_LANGUAGE
    return score if coverage >= _MORE_THAN_A_PLACE else score / _nearness(best.unit.scope, customer)


def _is_specific(best: Rated, weighed: list[_Weighed], index: Index) -> bool:
    """Whether the unit answers to something that hardly any other passage speaks of, and that is not just a thing."""
    slots = [weighed[at].slot for at in best.slots]
    return any(
        slot.meanings and not glossary().things.issuperset(slot.meanings) and index.is_rare(slot) for slot in slots
    )


def _missing(query: Query, best: Hit) -> tuple[str, ...]:
    """Subjects of their own ("student", "price match") that the question names and the best passage does not have."""
    subjects = {name for slot, _ in query.slots for name in slot.meanings if name in glossary().subjects}
    entry = best.entry
    terms = set(terms_of(f"{entry.title}\n{entry.heading}\n{entry.text}", entry.locale))
    return tuple(sorted(name for name in subjects if MEANING + name not in terms))
