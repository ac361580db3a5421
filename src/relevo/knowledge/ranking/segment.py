"""A part of an index that does not change: passages with their postings, in arrays.

What was taken out later is marked beside it, not here. A posting is a term's occurrences in a passage, weighted by where
they stand; `sequence` holds the words of each passage as they follow each other, for the closer look at candidates.
"""

import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from relevo.knowledge.entry import Entry
from relevo.knowledge.glossary import LOCALES, glossary
from relevo.knowledge.ranking.columns import Columns, columns_of
from relevo.knowledge.ranking.vocabulary import END, Numbers, Vocabulary
from relevo.knowledge.stems import is_empty, stem
from relevo.knowledge.terms import MEANING, terms_of, topics_of

Floats = NDArray[np.float64]
Rows = NDArray[np.int32]

_TITLE, _HEADING, _TEXT = 2, 2, 1
_TURN = 8
_PIECE = re.compile(r"[^\W_]+(?:[.,][0-9]+)*|[.!?;:]+(?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Postings:
    """For each term, in ascending order of terms, the rows where it stands and its weight there."""

    terms: Numbers
    starts: NDArray[np.int64]
    rows: Rows
    weights: NDArray[np.float32]

    def of(self, term: int) -> tuple[Rows, NDArray[np.float32]]:
        at = int(np.searchsorted(self.terms, term))
        if at == len(self.terms) or self.terms[at] != term:
            return self.rows[:0], self.weights[:0]
        span = slice(int(self.starts[at]), int(self.starts[at + 1]))
        return self.rows[span], self.weights[span]

    def triples(self) -> tuple[Numbers, Rows, NDArray[np.float32]]:
        return np.repeat(self.terms, np.diff(self.starts)), self.rows, self.weights


@dataclass(frozen=True, slots=True)
class Segment:
    """Row by row: the passage, its weighted length, the words of heading and text."""

    entries: list[Entry]
    postings: Postings
    topics: Postings
    lengths: NDArray[np.int32]
    sequence: Numbers
    starts: NDArray[np.int64]
    columns: Columns

    def __len__(self) -> int:
        return len(self.entries)

    def words(self, row: int) -> Numbers:
        return self.sequence[self.starts[row] : self.starts[row + 1]]


def built(entries: Sequence[Entry], vocabulary: Vocabulary) -> Segment:
    """A segment of these passages."""
    postings, topics = _Gathered(), _Gathered()
    lengths: list[int] = []
    sequence: list[int] = []
    starts = [0]
    around: dict[tuple[str, str, str], tuple[Counter[str], frozenset[str]]] = {}
    for row, entry in enumerate(entries):
        if row % _TURN == 0:
            time.sleep(0)  # another thread's turn: requests are answered meanwhile
        key = (entry.title, entry.heading, entry.locale)
        if key not in around:
            around[key] = _around(entry), topics_of(entry.title, entry.locale)
            pieces_of(entry.title, entry.locale, vocabulary)
        weights = Counter(around[key][0])
        for term in terms_of(entry.text, entry.locale):
            weights[term] += _TEXT
        postings.add(row, [vocabulary.term(term) for term in weights], weights.values())
        topics.add(row, [vocabulary.term(term) for term in around[key][1]], [1] * len(around[key][1]))
        lengths.append(weights.total())
        sequence += _words(entry, vocabulary)
        starts.append(len(sequence))
    return Segment(
        list(entries), postings.packed(), topics.packed(), np.asarray(lengths, np.int32), np.asarray(sequence, np.int32),
        np.asarray(starts, np.int64), columns_of(entries),
    )  # fmt: skip


def merged(parts: Sequence[tuple[Segment, NDArray[np.bool_]]]) -> Segment:
    """One segment of what is still there of several; each comes with the rows that are."""
    entries: list[Entry] = []
    lengths: list[NDArray[np.int32]] = []
    sequences: list[Numbers] = []
    sizes: list[NDArray[np.int64]] = []
    postings, topics = _Joined(), _Joined()
    for segment, there in parts:
        place = np.cumsum(there, dtype=np.int32) - 1 + len(entries)
        postings.add(segment.postings, there, place)
        topics.add(segment.topics, there, place)
        entries += [entry for entry, kept in zip(segment.entries, there.tolist(), strict=True) if kept]
        lengths.append(segment.lengths[there])
        size = np.diff(segment.starts)
        sequences.append(segment.sequence[np.repeat(there, size)])
        sizes.append(size[there])
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(np.concatenate(sizes))])
    return Segment(
        entries, postings.packed(), topics.packed(), np.concatenate(lengths), np.concatenate(sequences), starts,
        columns_of(entries),
    )  # fmt: skip


def weighted_terms(entry: Entry) -> Counter[str]:
    """What a passage is found by, with weights."""
    weights = _around(entry)
    for term in terms_of(entry.text, entry.locale):
        weights[term] += _TEXT
    return weights


def _around(entry: Entry) -> Counter[str]:
    weights: Counter[str] = Counter()
    for text, weight in ((entry.title, _TITLE), (entry.heading or entry.title, _HEADING)):
        for term in terms_of(text, entry.locale):
            weights[term] += weight
    return weights


def _words(entry: Entry, vocabulary: Vocabulary) -> list[int]:
    """The words of heading and text, with a mark after each sentence."""
    found = [*pieces_of(entry.heading, entry.locale, vocabulary), END] if entry.heading else []
    return [*found, *pieces_of(entry.text, entry.locale, vocabulary), END]


def pieces_of(text: str, locale: str, vocabulary: Vocabulary) -> list[int]:
    """The words of a text by number; where a sentence ends, one mark."""
    found: list[int] = []
    for piece in _PIECE.findall(text.lower()):
        if piece[0].isalnum():
            found.append(vocabulary.word(piece, locale, _meanings(piece, locale)))
        elif found and found[-1] != END:
            found.append(END)
    return found


@lru_cache(maxsize=50_000)
def _meanings(word: str, locale: str) -> tuple[str, ...]:
    """What a word means by itself, as terms."""
    spoken = locale if locale in LOCALES else "es"
    if is_empty(word, spoken) and (word, spoken) not in glossary().spelled:
        return ()
    return tuple(MEANING + name for name in glossary().entries[spoken].get((stem(word, spoken),), ()))


class _Gathered:
    """Postings as they are found, row after row."""

    def __init__(self) -> None:
        self._terms: list[int] = []
        self._weights: list[int] = []
        self._counts: list[int] = []

    def add(self, row: int, terms: Sequence[int], weights: Iterable[int]) -> None:
        assert row == len(self._counts)
        self._terms += terms
        self._weights += weights
        self._counts.append(len(terms))

    def packed(self) -> Postings:
        rows = np.repeat(np.arange(len(self._counts), dtype=np.int32), self._counts)
        return _packed(np.asarray(self._terms, np.int32), rows, np.asarray(self._weights, np.float32))


class _Joined:
    """Postings of several segments, with the rows as they are now numbered."""

    def __init__(self) -> None:
        self._parts: list[tuple[Numbers, Rows, NDArray[np.float32]]] = []

    def add(self, postings: Postings, there: NDArray[np.bool_], place: Rows) -> None:
        terms, rows, weights = postings.triples()
        kept = there[rows]
        self._parts.append((terms[kept], place[rows[kept]], weights[kept]))

    def packed(self) -> Postings:
        terms, rows, weights = (np.concatenate(column) for column in zip(*self._parts, strict=True))
        return _packed(terms, rows, weights)


def _packed(terms: Numbers, rows: Rows, weights: NDArray[np.float32]) -> Postings:
    order = np.argsort(terms, kind="stable")
    names, starts = np.unique(terms[order], return_index=True)
    return Postings(names.astype(np.int32), np.append(starts, len(terms)).astype(np.int64), rows[order], weights[order])
