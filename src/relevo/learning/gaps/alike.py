"""Whether two questions mean the same: how near their words' vectors are, and how many of their words and meanings they share.

A pure function without a model of its own. The threshold is the one that does best on paraphrases written by hand, which
tests/learning/paraphrases.toml has; there, one question in a wrong group costs more than two groups for one question.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relevo.knowledge.stems import WORD, is_empty
from relevo.knowledge.terms import MEANING, slots_of
from relevo.understanding.own.words import shipped
from relevo.understanding.places import find_places

THRESHOLD = 0.55
_VECTOR, _SHARED = 0.5, 0.5
_GENERAL = 0.5  # of a word's weight, for a meaning that many questions have
_GENERAL_MEANINGS = frozenset(
    {"how_much", "how_long", "when", "where", "instructions", "order", "buy", "item", "money", "date", "can"}
)
_NEAREST = 3  # questions of a group that a new one is compared with


@dataclass(frozen=True, slots=True)
class Meant:
    """A question as it is compared: a direction, and what its words are or mean, with weights."""

    direction: NDArray[np.float32]
    terms: dict[str, float]
    places: frozenset[str] = frozenset()


def meant(text: str, locale: str) -> Meant:
    content = " ".join(word for word in WORD.findall(text.lower()) if not is_empty(word, locale))
    terms: dict[str, float] = {}
    for slot in slots_of(text, locale):
        # A word counts by what it means where that is known, so that "devolver" and "regresar" are one.
        names = [MEANING + name for name in slot.meanings] or [slot.stem or slot.words]
        weight = _GENERAL if set(slot.meanings) & _GENERAL_MEANINGS else 1.0
        for name in names:
            terms[name] = max(terms.get(name, 0.0), weight / len(names))
    places = frozenset(place.name for place in find_places(text))
    return Meant(shipped().vector(content or text, inherited=locale), terms, places)


def likeness(one: Meant, other: Meant) -> float:
    """From 0 to 1. What holds for one place says nothing of another."""
    if one.places and other.places and not one.places & other.places:
        return 0.0
    near = max(0.0, float(one.direction @ other.direction))
    shared = sum(min(one.terms[term], other.terms[term]) for term in one.terms.keys() & other.terms.keys())
    least = min(sum(one.terms.values()), sum(other.terms.values()))
    whole = sum(one.terms.values()) + sum(other.terms.values()) - shared
    overlap = 0.5 * shared / least + 0.5 * shared / whole if least else 0.0
    return _VECTOR * near + _SHARED * overlap


def nearest(new: Meant, groups: Sequence[Sequence[Meant]]) -> int | None:
    """The group that a question belongs to, by those of its questions that are most like it; None where it begins one of its own."""
    best, found = THRESHOLD, None
    for at, group in enumerate(groups):
        near = sorted((likeness(new, one) for one in group), reverse=True)[:_NEAREST]
        if near and (mean := sum(near) / len(near)) >= best:
            best, found = mean, at
    return found


def middle(group: Sequence[Meant]) -> int:
    """The question that says best what all of them ask: the one that is most like the others; of equals the first."""
    told = [sum(likeness(one, other) for other in group) for one in group]
    return told.index(max(told))
