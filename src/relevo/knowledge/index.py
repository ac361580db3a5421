"""An index of one workspace's passages, held in memory and searched without touching the database.

Ranking is BM25 over three fields (title, heading, text), and a part of its own for the title: what an article is called
is what it is about, whereas its text names many things by the way. What a question's slot is worth depends on how rare it
is in this workspace; `coverage` says how much of the question's worth a passage answers to, so that "nothing on that" can
be told from "here it is".
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

import numpy as np
import numpy.typing as npt

from relevo.kit.folding import fold
from relevo.knowledge.glossary import glossary
from relevo.knowledge.stems import WORD
from relevo.knowledge.terms import MEANING, Slot, slots_of, terms_of, topics_of

Floats = npt.NDArray[np.float64]

_TITLE, _HEADING, _TEXT = 2.0, 2.0, 1.0
_ABOUT = 0.7  # of a slot's worth, for an article that is called so
_TOPIC = 0.55  # of the worth of the rarest word: what articles are called says much, however often it is written
_K1, _B = 1.2, 0.6
_BY_MEANING, _BY_SLIP, _BY_PART = 0.8, 0.7, 0.5
_UNKNOWN = 0.6  # of the worth of the rarest word: an unknown word may be chatter or may be the point
_OTHER_LANGUAGE = 0.85
_SHORTEST_SLIP = 6
_MOST_SLOTS = 48
_RARE = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as the index knows it, with what an answer needs of it.

    It holds from `valid_from` until before `valid_until`, in `countries` (ISO 3166, small letters; none means everywhere), for `audience`:
    "everyone", or "members", who alone may see it.
    """

    article: str
    title: str
    heading: str
    text: str
    locale: str
    url: str | None = None
    position: int = 0
    article_id: UUID | None = None
    revision: int = 1
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    countries: tuple[str, ...] = ()
    audience: str = "everyone"


@dataclass(frozen=True, slots=True)
class Hit:
    """`coverage` is the part of the question, by worth, that the passage answers to: 0 to 1."""

    entry: Entry
    score: float
    coverage: float
    missing_subject: bool = False


class Index:
    """Built once, then only read; safe to share between threads."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = list(entries)
        self._articles: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            self._articles[entry.article].append(entry)
        counts: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        lengths = np.zeros(len(self.entries))
        for at, entry in enumerate(self.entries):
            weights = _weights(entry)
            lengths[at] = sum(weights.values())
            for term, weight in weights.items():
                counts[term][0].append(at)
                counts[term][1].append(weight)
        mean = float(lengths.mean()) if len(lengths) else 1.0
        norm = _K1 * (1 - _B + _B * lengths / (mean or 1.0))
        self._postings: dict[str, tuple[npt.NDArray[np.intp], Floats]] = {}
        for term, (where, weights_list) in counts.items():
            rows, tf = np.asarray(where, dtype=np.intp), np.asarray(weights_list)
            self._postings[term] = (rows, tf * (_K1 + 1) / (tf + norm[rows]))
        self._titles = _titles(self.entries)

    @cached_property
    def _slips(self) -> dict[str, list[tuple[str, str, str]]]:
        """Every word written here or in the glossary, by what is left of it without one letter."""
        written = {(word.lower(), entry.locale) for entry in self.entries for word in WORD.findall(_all_of(entry))}
        near: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for word, locale in written | glossary().spelled:
            plain = fold(word)
            if len(plain) >= _SHORTEST_SLIP and plain.isalpha():
                for short in _deletions(plain):
                    near[short].append((plain, word, locale))
        return near

    def article(self, name: str) -> list[Entry]:
        """The passages of an article, in order."""
        return self._articles.get(name, [])

    def worth(self, slot: Slot) -> float:
        """How much a slot says here: rare is much."""
        best = max((self._idf(term) for term in self._known(slot)), default=0.0)
        if self.is_topic(slot):
            best = max(best, _TOPIC * self._highest)
        return best or _UNKNOWN * self._highest

    def is_topic(self, slot: Slot) -> bool:
        """Whether an article is called so."""
        return any(term in self._titles for term in self._known(slot))

    def is_rare(self, slot: Slot) -> bool:
        """Whether at most a few passages answer to the slot."""
        return 0 < max((len(self._postings[term][0]) for term in self._known(slot)), default=0) <= _RARE

    def knows(self, slot: Slot) -> bool:
        return bool(self._known(slot))

    def alternatives(self, slot: Slot) -> list[tuple[str, float]]:
        """Terms of this index that answer to the slot, with how well."""
        found = [(slot.stem, 1.0)] if slot.stem in self._postings else []
        found += [(MEANING + name, _BY_MEANING) for name in slot.meanings if MEANING + name in self._postings]
        if not found and slot.stem and not slot.meanings:
            found = [(term, _BY_SLIP) for term in self._slip_of(slot.words)]
        if not found:
            found = [(part, _BY_PART) for part in slot.parts if part in self._postings]
        return [(term, weight) for term, weight in found if term]

    def search(
        self, slots: Sequence[tuple[Slot, float]], *, locale: str, limit: int, prefer: Iterable[str] = ()
    ) -> list[Hit]:
        """The best passages for slots with weights; articles in `prefer` count a little more."""
        if not self.entries or not slots:
            return []
        scores, covered, total = np.zeros(len(self.entries)), np.zeros(len(self.entries)), 0.0
        for slot, weight in slots[:_MOST_SLOTS]:
            worth = self.worth(slot)
            found, fit = self._slot_scores(slot)
            scores += weight * worth * found
            covered += weight * worth * fit
            total += weight * worth
        scores *= self._language_factor(locale) * self._preference_factor(frozenset(prefer))
        best = np.argsort(-scores, kind="stable")[:limit]
        return [Hit(self.entries[i], float(scores[i]), float(covered[i] / total)) for i in best if scores[i] > 0]

    def find(self, question: str, *, locale: str, limit: int) -> list[Hit]:
        """The best passages for a question in plain words."""
        return self.search([(slot, 1.0) for slot in slots_of(question, locale)], locale=locale, limit=limit)

    def _slot_scores(self, slot: Slot) -> tuple[Floats, Floats]:
        """Per passage, how strongly and how well it answers to the slot (the best of its alternatives)."""
        found, fit, about = (np.zeros(len(self.entries)) for _ in range(3))
        for term, weight in self.alternatives(slot):
            rows, strength = self._postings[term]
            found[rows] = np.maximum(found[rows], weight * strength)
            fit[rows] = np.maximum(fit[rows], weight)
            if (called := self._titles.get(term)) is not None:
                about[called] = np.maximum(about[called], weight)
        return found + _ABOUT * about, fit

    def _known(self, slot: Slot) -> list[str]:
        return [term for term, _ in self.alternatives(slot)]

    def _idf(self, term: str) -> float:
        frequency = len(self._postings[term][0])
        return math.log(1 + (len(self.entries) - frequency + 0.5) / (frequency + 0.5))

    @cached_property
    def _highest(self) -> float:
        return math.log(1 + (len(self.entries) + 0.5) / 0.5) if self.entries else 1.0

    def _slip_of(self, words: str) -> list[str]:
        """The terms of words that differ from this one by one letter, or by two that changed places."""
        plain = fold(words)
        if len(plain) < _SHORTEST_SLIP or not plain.isalpha():
            return []
        seen: dict[str, None] = {}
        for short in _deletions(plain):
            for other, word, locale in self._slips.get(short, ()):
                if other[0] == plain[0] and abs(len(other) - len(plain)) <= 1:
                    seen |= dict.fromkeys(term for term in terms_of(word, locale) if term in self._postings)
        return list(seen)[:4]

    def _language_factor(self, locale: str) -> Floats:
        return np.where(np.asarray([entry.locale == locale for entry in self.entries]), 1.0, _OTHER_LANGUAGE)

    def _preference_factor(self, articles: frozenset[str]) -> Floats:
        return np.where(np.asarray([entry.article in articles for entry in self.entries]), 1.25, 1.0)


def _weights(entry: Entry) -> Counter[str]:
    weights: Counter[str] = Counter()
    for text, weight in ((entry.title, _TITLE), (entry.heading or entry.title, _HEADING), (entry.text, _TEXT)):
        for term in terms_of(text, entry.locale):
            weights[term] += weight  # pyright: ignore[reportArgumentType]
    return weights


def _titles(entries: Sequence[Entry]) -> dict[str, npt.NDArray[np.intp]]:
    """The passages of the articles that are called so, by term."""
    found: dict[str, list[int]] = defaultdict(list)
    topics: dict[tuple[str, str], frozenset[str]] = {}
    for at, entry in enumerate(entries):
        key = (entry.title, entry.locale)
        if key not in topics:
            topics[key] = topics_of(*key)
        for term in topics[key]:
            found[term].append(at)
    return {term: np.asarray(rows, dtype=np.intp) for term, rows in found.items()}


def _all_of(entry: Entry) -> str:
    return f"{entry.title}\n{entry.heading}\n{entry.text}"


def _deletions(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
