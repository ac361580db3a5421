"""Which passages answer a question, put in order by several signs together: words, meaning, kind, place in the conversation.

The weights were learnt from questions with the passages that answer them; docs/concepts/answers.md says from which.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from relevo.assistant.meaning import beginning, nearest, nearness
from relevo.assistant.units import units_of
from relevo.knowledge.index import Entry, Hit, Index
from relevo.understanding.shipped.model import shipped_model
from relevo.understanding.types import Reading

Floats = NDArray[np.float64]

_LONG = 600  # characters from which a passage is a long one
_ARTICLES = 3
_CODE = re.compile(
    r"(?<![\w-])([A-Za-z]{1,3}-?\d{1,3})(?![\w-])|\berror (?:code )?(\d{2,4})\b|(?<![\w.,€$-])([45]\d\d)(?![\w.,%€-])"
)
_NEAREST = 12
_UNREAD = 0.4  # the usual agreement, where it was not read what the customer wants
_FEW_ENOUGH = 2_000  # passages that are all compared by meaning, too


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as the signs look at it: `whole` with what it leans on, `own` without."""

    whole: str
    own: str
    locale: str
    prefer: frozenset[str] = frozenset()
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexical:
    """What the words of a passage's units say: the best unit's score, its part by its own words, whether any holds for the customer,
    and how much of the question the best of those answers to that have the looks of what is wanted."""

    score: float
    own: float
    fits: bool
    gives: float


@dataclass(frozen=True, slots=True)
class Signs:
    """Of one passage. Each is about 0 to 1."""

    words: float
    coverage: float
    passage_near: float
    heading_near: float
    unit_near: float
    own_near: float
    lexical: float
    own: float
    preferred: float
    gives: float
    intent: float
    begins: float
    same_language: float
    article: float
    unfit: float
    length: float
    code: float

    def row(self) -> list[float]:
        return [float(getattr(self, name)) for name in self.__slots__]


@dataclass(frozen=True, slots=True)
class Weights:
    """One for each sign, in their order."""

    passage: tuple[float, ...] = field(default=())

    def of(self, rows: Floats) -> Floats:
        return rows @ np.asarray(self.passage)


# Learnt; see docs/concepts/answers.md. Those of `words`, `gives` and `length` were then set by trying a few on all sets.
WEIGHTS = Weights(
    (1.0, 1.75, 0.47, 0.98, 0.99, 1.44, 3.78, -0.04, 2.91, 2.0, 1.27, -0.23, -0.3, 2.26, -0.9, 0.4, 2.5)
)  # fmt: skip


def candidates(index: Index, asked: Asked, hits: Sequence[Hit]) -> list[Entry]:
    """The passages found by their words, the others of the articles found first or talked about before, and those near in meaning."""
    found = dict.fromkeys(hit.entry for hit in hits)
    for name in [*_best_articles(hits), *asked.prefer]:
        found |= dict.fromkeys(index.article(name))
    if len(index) <= _FEW_ENOUGH:
        found |= dict.fromkeys(nearest(asked.whole, asked.locale, index.entries, limit=_NEAREST))
    return list(found)


def _best_articles(hits: Sequence[Hit]) -> list[str]:
    return list(dict.fromkeys(hit.entry.article for hit in hits))[:_ARTICLES]


def signs(asked: Asked, entries: Sequence[Entry], hits: Sequence[Hit], lexical: Sequence[Lexical]) -> list[Signs]:
    """The signs of each passage; `lexical` is told for each of them."""
    top = hits[0].score if hits else 1.0
    hit_of = {hit.entry: hit for hit in hits}
    of_article: dict[str, float] = {}
    for hit in hits:
        of_article[hit.entry.article] = max(of_article.get(hit.entry.article, 0.0), hit.score / top)
    passages = [(beginning(entry), entry.locale) for entry in entries]
    near = nearness(asked.whole, asked.locale, passages)
    near_own = nearness(asked.own, asked.locale, passages)
    near_heading = nearness(asked.whole, asked.locale, [(f"{e.title}. {e.heading}", e.locale) for e in entries])
    near_unit = _best_unit_near(asked, entries)
    intents = _intents_of(asked.readings)
    codes = codes_in(asked.own)
    return [
        Signs(
            hit_of[entry].score / top if entry in hit_of else 0.0,
            hit_of[entry].coverage if entry in hit_of else 0.0,
            near[at], near_heading[at], near_unit[at], near_own[at],
            lexical[at].score, lexical[at].own, float(entry.article in asked.prefer), lexical[at].gives,
            float(_intents_in(entry) @ intents) if intents is not None else _UNREAD,
            float(entry.position == 0), float(entry.locale == asked.locale), of_article.get(entry.article, 0.0),
            float(not lexical[at].fits), min(1.0, len(entry.text) / _LONG),
            float(bool(codes and codes & codes_in(entry.text))),
        )
        for at, entry in enumerate(entries)
    ]  # fmt: skip


def codes_in(text: str) -> frozenset[str]:
    """Codes that machines show ("E2", "B-30", "error 429"): who names one means it."""
    return frozenset(
        re.sub(r"[ -]", "", code.upper()) for match in _CODE.finditer(text) for code in match.groups() if code
    )


def scored(found: Sequence[Signs], weights: Weights = WEIGHTS) -> Floats:
    return weights.of(np.array([one.row() for one in found]))


def _best_unit_near(asked: Asked, entries: Sequence[Entry]) -> list[float]:
    units = [(at, unit.text) for at, entry in enumerate(entries) for unit in units_of(entry)]
    near = nearness(asked.whole, asked.locale, [(text, entries[at].locale) for at, text in units])
    best = [0.0] * len(entries)
    for (at, _), one in zip(units, near, strict=True):
        best[at] = max(best[at], one)
    return best


def _intents_of(readings: Sequence[Reading]) -> Floats | None:
    """What the customer wants, as a direction; None where that was not read."""
    labels = shipped_model().labels("intent")
    found = np.zeros(len(labels))
    for reading in readings:
        for guess in reading.intents:
            if guess.name in labels:
                found[labels.index(guess.name)] += guess.confidence
    return np.sqrt(found / found.sum()) if found.any() else None


@lru_cache(maxsize=20_000)
def _intents_in(entry: Entry) -> Floats:
    """For what a customer would come to this passage."""
    text = f"{entry.title}. {entry.heading}. {entry.text[:300]}"
    return np.sqrt(np.asarray(shipped_model().quick_intents(text), dtype=float))
