"""The first look: which passages a question's terms stand in, and how strongly (BM25), read from postings alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relevo.knowledge.entry import Entry, Reader
from relevo.knowledge.ranking.segment import Floats, Postings, Segment
from relevo.knowledge.ranking.shelf import Shelf

_K1, _B = 1.2, 0.6
_ABOUT = 0.7  # of a slot's worth, for an article that is called so
_OTHER_LANGUAGE = 0.85
_PREFERRED = 1.25


@dataclass(frozen=True, slots=True)
class Sought:
    """A slot as terms by number with how well each answers to it; `worth` is how much of the question it is."""

    terms: tuple[tuple[int, float], ...]
    worth: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """`about` is the part of the question that its article's title answers to; `factor` what its language and the conversation do."""

    segment: int
    row: int
    entry: Entry
    score: float
    covered: float
    about: float
    factor: float


def candidates(
    shelf: Shelf, sought: Sequence[Sought], *, locale: str, reader: Reader, prefer: frozenset[str], limit: int
) -> list[Candidate]:
    """The passages that the reader may see with the highest scores, best first; equals in the order of their articles."""
    found = [
        one
        for at in range(len(shelf.segments))
        for one in _of_segment(shelf, at, sought, locale=locale, reader=reader, prefer=prefer, limit=limit)
    ]
    found.sort(key=lambda one: (-one.score, one.entry.article, one.entry.position))
    return found[:limit]


def _of_segment(
    shelf: Shelf, at: int, sought: Sequence[Sought], *, locale: str, reader: Reader, prefer: frozenset[str], limit: int
) -> list[Candidate]:
    segment = shelf.segments[at]
    looked = _Look(segment, shelf.figures.mean_length)
    for one in sought:
        looked.add(one)
    rows = np.flatnonzero(looked.scores)
    rows = rows[shelf.there[at][rows]]
    rows = rows[segment.columns.visible(rows, reader)]
    factors = np.where(segment.columns.written_in(rows, locale), 1.0, _OTHER_LANGUAGE)
    preferred = [row for name in prefer for segment_at, row in shelf.places.get(name, ()) if segment_at == at]
    factors[np.isin(rows, preferred)] *= _PREFERRED
    scores = looked.scores[rows] * factors
    return [
        Candidate(
            at, row, segment.entries[row], float(scores[place]), float(looked.covered[row]), float(looked.titled[row]),
            float(factors[place]),
        )
        for place in _best(scores, segment.columns.order[rows], limit)
        for row in [int(rows[place])]
    ]  # fmt: skip


def _best(scores: Floats, order: NDArray[np.int64], limit: int) -> list[int]:
    """Where the highest scores stand; of equals at the edge, always the same ones."""
    places = np.arange(len(scores))
    if len(scores) > limit:
        edge = np.partition(scores, len(scores) - limit)[len(scores) - limit]
        places = np.flatnonzero(scores >= edge)
    return places[np.lexsort((order[places], -scores[places]))][:limit].tolist()


class _Look:
    """One pass over a segment's postings."""

    def __init__(self, segment: Segment, mean: float) -> None:
        size = len(segment)
        self._segment, self._mean = segment, mean or 1.0
        self.scores, self.covered, self.titled = np.zeros(size), np.zeros(size), np.zeros(size)
        self._most = np.zeros(size)

    def add(self, one: Sought) -> None:
        """A slot's part: the best of its terms counts, and of those in the title the best once more."""
        strengths = [(rows, fit * self._strength(rows, tf), fit) for rows, tf, fit in self._found(one, titles=False)]
        self._add(self.scores, [(rows, one.worth * strength) for rows, strength, _ in strengths])
        self._add(self.covered, [(rows, np.full(len(rows), one.worth * fit)) for rows, _, fit in strengths])
        titles = [(rows, np.full(len(rows), one.worth * fit)) for rows, _, fit in self._found(one, titles=True)]
        self._add(self.titled, titles)
        self._add(self.scores, [(rows, _ABOUT * worth) for rows, worth in titles])

    def _found(self, one: Sought, *, titles: bool) -> Iterator[tuple[NDArray[np.int32], NDArray[np.float32], float]]:
        postings: Postings = self._segment.topics if titles else self._segment.postings
        for term, fit in one.terms:
            rows, weights = postings.of(term)
            if len(rows):
                yield rows, weights, fit

    def _strength(self, rows: NDArray[np.int32], tf: NDArray[np.float32]) -> Floats:
        norm = _K1 * (1 - _B + _B * self._segment.lengths[rows] / self._mean)
        return tf.astype(np.float64) * (_K1 + 1) / (tf + norm)

    def _add(self, to: Floats, parts: list[tuple[NDArray[np.int32], Floats]]) -> None:
        """Adds to each row the largest of its parts."""
        if len(parts) == 1:
            to[parts[0][0]] += parts[0][1]
            return
        for rows, values in parts:
            self._most[rows] = np.maximum(self._most[rows], values)
        for rows, _ in parts:
            to[rows] += self._most[rows]
            self._most[rows] = 0.0
