"""What the knowledge base has on a question: passages, and in them the units that say it."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from relevo.assistant.query import Query
from relevo.assistant.ranking import Asked, Lexical, Signs, candidates, scored, signs
from relevo.assistant.scope import Scope
from relevo.assistant.units import Unit, for_customer, units_of
from relevo.assistant.wants import gives, tells
from relevo.knowledge.glossary import glossary
from relevo.knowledge.index import Entry, Hit, Index
from relevo.knowledge.passages import ROW_NAME
from relevo.knowledge.terms import MEANING, Slot, slots_of, terms_of, topics_of
from relevo.understanding.places import find_places
from relevo.understanding.types import Reading

_ANNOUNCING = frozenset({"instructions", "how_much", "how_long"})
_PASSAGES = 12
_LOOKED_AT = 40  # passages that meaning puts in order
_TITLE, _HEADING = 0.75, 0.85  # of a match in the unit itself, for one in its title or heading
_WANTED = 1.2  # a unit with the looks of what is asked for
_LEAD = 1.08  # an article begins with what is most often asked
ANNOUNCED = 1.6  # in a section that is called so
_COUNTS = 0.85  # the weight from which a word is no chatter
_SPECIAL, _BEGINNING = 0.75, 48
_ELSEWHERE = 0.75
_OFF = 0.92  # a section on something that was not asked for
_DECISIVE = 0.5  # how much a better passage counts against a better unit
_LENGTH = 0.0012
_MORE_THAN_A_PLACE = 0.3
_OTHER_LANGUAGE = 0.65
_SAME_COUNTRY, _SAME_REGION = 0.12, 0.35


@dataclass(frozen=True, slots=True)
class Rated:
    """A unit with how much of the question it answers to: with its heading and title, and by its own words alone.

    `boost` is the part of the score that only orders: a unit with the looks of an answer goes before one without.
    """

    unit: Unit
    score: float
    own: float
    slots: frozenset[int]
    boost: float = 1.0

    def shared(self, share: float) -> "Rated":
        """As a unit of a passage that is worth `share` of the best one."""
        return replace(self, score=self.score * share)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, best first.

    `coverage` is the best passage's; `solid` the best unit's score, whatever its language; `missing` names subjects that
    were asked for and that the best passage does not speak of; `specific` where hardly anything else speaks of it;
    `on_subject` where it shares more with the question than a place; `called` are the slots that the title of the best
    unit's article answers to; `headed` where its heading answers to one; `lacking` where a word that the question
    turns on is nowhere in the passage; `unknown` the part of the question that no article knows a word of; `said` the question.
    """

    hits: tuple[Hit, ...] = ()
    rated: tuple[Rated, ...] = ()
    coverage: float = 0.0
    solid: float = 0.0
    missing: tuple[str, ...] = ()
    specific: bool = False
    on_subject: bool = False
    wants: frozenset[str] = frozenset()
    called: frozenset[int] = frozenset()
    headed: bool = False
    lacking: bool = False
    signs: Signs | None = None
    said: str = ""
    unknown: float = 0.0


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A slot with what it is worth in this question, and the terms that answer to it."""

    slot: Slot
    worth: float
    fits: tuple[tuple[str, float], ...]
    is_place: bool = False
    weight: float = 1.0

    def best_in(self, terms: frozenset[str]) -> float:
        return max((fit for term, fit in self.fits if term in terms), default=0.0)

    def around(self, title: frozenset[str], heading: frozenset[str]) -> float:
        """What holds for a place says so once, above; it need not repeat it."""
        if self.is_place:
            return self.best_in(title | heading)
        return max(_TITLE * self.best_in(title), _HEADING * self.best_in(heading))


def find(index: Index, query: Query, *, locale: str, customer: Scope, readings: tuple[Reading, ...] = ()) -> Findings:
    """The best units for the query that hold for the customer, best first."""
    found = index.search(query.slots, locale=locale, limit=_LOOKED_AT, prefer=query.prefer)
    rating = _Rating.of(index, query, locale=locale, customer=customer)
    asked = Asked(query.whole, query.own, locale, frozenset(query.prefer), readings)
    entries = candidates(index, asked, found)
    if not entries:
        return Findings()
    of_entry = [rating.rate(entry, 1.0) for entry in entries]
    told = signs(asked, entries, found, [_lexical(rated, query) for rated in of_entry])
    scores = scored(told)
    order = [int(at) for at in np.argsort(-scores, kind="stable")][:_PASSAGES]
    best_score = float(scores[order[0]])
    rated = [one.shared(math.exp(_DECISIVE * (float(scores[at]) - best_score))) for at in order for one in of_entry[at]]
    if not rated:
        return Findings()
    rated.sort(key=_by_score, reverse=True)
    best = rated[0]
    hits = tuple(Hit(entries[at], math.exp(float(scores[at]) - best_score), told[at].coverage) for at in order)
    return Findings(
        hits, tuple(rated), hits[0].coverage, _solid(best, locale, customer, coverage=hits[0].coverage), _missing(query, index),
        _is_specific(best, rating.weighed, index), rating.is_on_subject(best), query.wants, rating.called(best),
        rating.headed(best), rating.lacks_a_word(best), told[order[0]], query.whole, rating.unknown(),
    )  # fmt: skip


def _lexical(rated: list[Rated], query: Query) -> Lexical:
    giving = [one.own for one in rated if gives(one.unit, query.wants)] if query.wants else []
    return Lexical(
        max((one.score / one.boost for one in rated), default=0.0),
        max((one.own for one in rated), default=0.0), bool(rated), max(giving, default=0.0),
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def _terms(text: str, locale: str) -> frozenset[str]:
    return frozenset(terms_of(text, locale))


@lru_cache(maxsize=10_000)
def _topics(title: str, locale: str) -> frozenset[str]:
    return frozenset(topics_of(title, locale))


@lru_cache(maxsize=50_000)
def _regions(text: str) -> frozenset[str]:
    return frozenset(place.region for place in find_places(text) if place.region)


@lru_cache(maxsize=10_000)
def _has_subject(heading: str, locale: str) -> bool:
    """Whether the heading speaks of something besides places, steps and prices."""
    slots = slots_of(heading, locale)
    return any(not find_places(slot.words) and not _ANNOUNCING.intersection(slot.meanings) for slot in slots)


def _by_score(rated: Rated) -> float:
    return rated.score


@dataclass(frozen=True, slots=True)
class _Rating:
    """How the units of a passage are rated for one question."""

    weighed: list[_Weighed]
    total: float
    wants: frozenset[str]
    meanings: frozenset[str]
    locale: str
    customer: Scope

    @staticmethod
    def of(index: Index, query: Query, *, locale: str, customer: Scope) -> "_Rating":
        weighed = [
            _Weighed(
                slot, weight * index.worth(slot), tuple(index.alternatives(slot)), bool(find_places(slot.words)), weight
            )
            for slot, weight in query.slots
        ]
        meanings = frozenset(name for one in weighed for name in one.slot.meanings)
        return _Rating(weighed, sum(one.worth for one in weighed) or 1.0, query.wants, meanings, locale, customer)

    def rate(self, entry: Entry, share: float) -> list[Rated]:
        """The units of a passage that hold for the customer; `share` is the passage's part of the best one's score."""
        title, heading = _topics(entry.title, entry.locale), _terms(entry.heading, entry.locale)
        around = [one.around(title, heading) for one in self.weighed]
        share *= 1.0 if entry.locale == self.locale else _OTHER_LANGUAGE
        units = (for_customer(unit, self.customer) for unit in units_of(entry) if unit.scope.fits(self.customer))
        return [self._rated(unit, share * _nearness(unit.scope, self.customer), around) for unit in units]

    def is_on_subject(self, best: Rated) -> bool:
        entry = best.unit.entry
        terms = _terms(f"{entry.title}\n{entry.heading}\n{entry.text}", entry.locale)
        return any(one.best_in(terms) for one in self.weighed if not one.is_place)

    def headed(self, best: Rated) -> bool:
        heading = _terms(best.unit.entry.heading, best.unit.entry.locale)
        return any(one.best_in(heading) for one in self.weighed if not one.is_place)

    def lacks_a_word(self, best: Rated) -> bool:
        entry = best.unit.entry
        terms = _terms(f"{entry.title}\n{entry.heading}\n{entry.text}", entry.locale)
        plain = [one for one in self.weighed if not one.slot.meanings and not one.is_place and one.weight >= _COUNTS]
        return any(not one.best_in(terms) for one in plain)

    def unknown(self) -> float:
        """The part of the question's words that stand nowhere."""
        words = [one for one in self.weighed if not one.is_place]
        return sum(one.weight for one in words if not one.fits) / (sum(one.weight for one in words) or 1.0)

    def called(self, best: Rated) -> frozenset[int]:
        title = _topics(best.unit.entry.title, best.unit.entry.locale)
        return frozenset(at for at, one in enumerate(self.weighed) if one.best_in(title))

    def _rated(self, unit: Unit, share: float, around: list[float]) -> Rated:
        terms = _terms(unit.text, unit.entry.locale)
        inside = [one.best_in(terms) for one in self.weighed]
        own = sum(one.worth * fit for one, fit in zip(self.weighed, inside, strict=True))
        fits = zip(self.weighed, inside, around, strict=True)
        score = sum(one.worth * max(fit, near) for one, fit, near in fits)
        too_long = _LENGTH * max(0, len(unit.text) - 240) / 240
        answered = frozenset(at for at, fit in enumerate(inside) if fit)
        boost = self._boost(unit)
        return Rated(unit, boost * (share * score / self.total - too_long), own / self.total, answered, boost)

    def _boost(self, unit: Unit) -> float:
        given = gives(unit, self.wants)
        is_off = self._is_off(unit.entry)
        boost = 1.0 if not given else ANNOUNCED if tells(unit, self.wants) and not is_off else _WANTED
        boost *= _LEAD if unit.entry.position == 0 and (given or not self.wants) else 1.0
        boost *= _OFF if is_off else 1.0
        boost *= _ELSEWHERE if self._is_elsewhere(unit) else 1.0
        return boost * (_SPECIAL if _specials(unit) - self.meanings else 1.0)

    def _is_elsewhere(self, unit: Unit) -> bool:
        """Whether the unit names regions, and not the customer's."""
        if self.customer.region is None:
            return False
        regions = _regions(unit.text)
        return bool(regions) and self.customer.region not in regions

    def _is_off(self, entry: Entry) -> bool:
        """Whether the heading speaks of something, and of nothing that the question has."""
        terms = _terms(entry.heading, entry.locale)
        return _has_subject(entry.heading, entry.locale) and not any(one.best_in(terms) for one in self.weighed)


def _specials(unit: Unit) -> set[str]:
    """The special cases that the unit is about: those in its heading and in what it begins with."""
    begins = unit.text.split(ROW_NAME, 1)[0] if unit.kind == "row" else unit.text[:_BEGINNING]
    if unit.leans:
        line = units_of(unit.entry)[: unit.place]
        first = next((other for other in reversed(line) if not other.leans), unit)
        begins = f"{first.text[:_BEGINNING]}\n{begins}"
    terms = _terms(unit.entry.heading, unit.entry.locale) | _terms(begins, unit.entry.locale)
    return {name for name in glossary().special if MEANING + name in terms}


def _nearness(scope: Scope, customer: Scope) -> float:
    """What is written for the customer's own place goes before what holds everywhere."""
    near = 1.0
    near += _SAME_COUNTRY if scope.country and scope.country == customer.country else 0.0
    near += _SAME_REGION if scope.region and scope.region == customer.region else 0.0
    return near + (_SAME_REGION if scope.town and scope.town == customer.town else 0.0)


def _solid(best: Rated, locale: str, customer: Scope, *, coverage: float) -> float:
    """The score without what only orders: another language, and nearness where little but the place was found."""
    score = best.score / best.boost
    score = score if best.unit.entry.locale == locale else score / _OTHER_LANGUAGE
    return score if coverage >= _MORE_THAN_A_PLACE else score / _nearness(best.unit.scope, customer)


def _is_specific(best: Rated, weighed: list[_Weighed], index: Index) -> bool:
    """Whether the unit answers to something that hardly any other passage speaks of, and that is not just a thing."""
    slots = [weighed[at].slot for at in best.slots]
    return any(
        slot.meanings and not glossary().things.issuperset(slot.meanings) and index.is_rare(slot) for slot in slots
    )


def _missing(query: Query, index: Index) -> tuple[str, ...]:
    """Subjects of their own ("student", "price match") that the question names and that no article speaks of."""
    slots = [slot for slot, weight in query.slots if weight >= _COUNTS]
    subjects = {name for slot in slots for name in slot.meanings if name in glossary().subjects}
    return tuple(sorted(name for name in subjects if not index.knows(Slot(name, None, (name,)))))
