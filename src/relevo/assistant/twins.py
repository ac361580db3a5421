"""Articles that answer the same question for different cases ("Cancel a monthly plan", "Cancel a yearly plan"): where the customer has
not said which is theirs, it has to be asked.
"""

import re
from dataclasses import dataclass

from relevo.assistant.find import Findings
from relevo.assistant.scope import Scope, country_named
from relevo.assistant.units import units_of
from relevo.kit.folding import fold
from relevo.knowledge.index import Entry
from relevo.knowledge.stems import is_empty, stem

_AS_LIKELY = 0.12  # of the best passage's odds
_WORD = re.compile(r"[^\W_]+")
_SHARED = 0.34
_MOST_APART = 3
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Twins:
    """What tells the articles apart, in the words of their titles, or countries by their codes."""

    kind: str
    options: tuple[str, ...]


def twins(findings: Findings, customer: Scope, said: str) -> Twins | None:
    """The cases between which nothing decides; `said` is all that the customer wrote."""
    if not findings.hits:
        return None
    best = findings.hits[0].entry
    for hit in findings.hits[1:]:
        other = hit.entry
        if hit.score < _AS_LIKELY or other.article == best.article or other.locale != best.locale:
            continue
        if found := _between(best, other, customer, said):
            return found
    return None


def _between(best: Entry, other: Entry, customer: Scope, said: str) -> Twins | None:
    if best.text == other.text or not (_has_figure(best) or _has_figure(other)):
        return None
    countries = [country for entry in (best, other) if (country := country_named(entry.title))]
    if len(set(countries)) == 2:
        return Twins("country", tuple(countries)) if customer.country is None and _alike(best, other) else None
    if len(countries) == 1 or not _alike(best, other):
        return None
    mine, theirs = _apart(best.title, other.title, best.locale)
    if not mine or not theirs or len(mine) > _MOST_APART or len(theirs) > _MOST_APART:
        return None
    stems = {stem(word, best.locale) for word in _WORD.findall(said.lower())}
    if any(stem(word, best.locale) in stems for word in (*mine, *theirs)):
        return None
    return Twins("case", (" ".join(mine), " ".join(theirs)))


def _alike(best: Entry, other: Entry) -> bool:
    one, two = _stems(best), _stems(other)
    return bool(one and two) and len(one & two) / len(one | two) >= _SHARED


def _stems(entry: Entry) -> set[str]:
    return {stem(word, entry.locale) for word in _content(entry.title, entry.locale)}


def _apart(mine: str, theirs: str, locale: str) -> tuple[list[str], list[str]]:
    one, two = _content(mine, locale), _content(theirs, locale)
    shared = {stem(word, locale) for word in one} & {stem(word, locale) for word in two}
    return [w for w in one if stem(w, locale) not in shared], [w for w in two if stem(w, locale) not in shared]


def _content(title: str, locale: str) -> list[str]:
    return [word for word in _WORD.findall(title.lower()) if not is_empty(word, locale) and fold(word)]


def _has_figure(entry: Entry) -> bool:
    return any(_FIGURE.search(unit.text) for unit in units_of(entry))
