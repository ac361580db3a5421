"""All segments of an index with what has been taken out of them since, and the figures over all that is there.

A shelf does not change: `with_changes` makes the next one, which shares the segments. So it is read by any thread without a
lock. Small segments are merged with others of their size, so that a passage is moved only a few times in its life.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from relevo.knowledge.entry import Entry
from relevo.knowledge.ranking.segment import Segment, built, merged, weighted_terms
from relevo.knowledge.ranking.vocabulary import END, Vocabulary

Counts = NDArray[np.int32]
_TOGETHER = 3  # a segment is merged into one that is up to this many times as large
_SMALL = 64


@dataclass(frozen=True, slots=True)
class Figures:
    """In how many passages each term, each stem of any word and each form stands; how long passages are."""

    passages: int
    length: int
    terms: Counts
    stems: Counts
    forms: Counts

    @property
    def mean_length(self) -> float:
        return self.length / self.passages if self.passages else 1.0


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Shelf:
    """`there` has the rows of each segment that were not taken out; `places` where an article's passages stand."""

    vocabulary: Vocabulary
    segments: tuple[Segment, ...] = ()
    there: tuple[NDArray[np.bool_], ...] = ()
    places: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict[str, tuple[tuple[int, int], ...]])
    figures: Figures = field(
        default_factory=lambda: Figures(0, 0, np.zeros(1, np.int32), np.zeros(1, np.int32), np.zeros(1, np.int32))
    )

    def with_changes(self, gone: Iterable[str], added: Sequence[Entry]) -> "Shelf":
        """This shelf without the articles called so, and with these passages."""
        there = [rows.copy() for rows in self.there]
        places = dict(self.places)
        gone_rows: list[tuple[int, int]] = []
        for name in gone:
            gone_rows += places.pop(name, ())
        for segment, row in gone_rows:
            there[segment][row] = False
        segments = list(self.segments)
        figures = _without(self.figures, self.vocabulary, [(segments[at], row) for at, row in gone_rows])
        if added:
            new = built(added, self.vocabulary)
            figures = _with(figures, self.vocabulary, new)
            segments.append(new)
            there.append(np.ones(len(new), np.bool_))
            _note(places, len(segments) - 1, new)
        return _tidied(self.vocabulary, segments, there, places, figures)

    def among(self, term: str) -> int:
        """In how many passages a term stands."""
        number = self.vocabulary.find(term)
        return 0 if number is None or number >= len(self.figures.terms) else int(self.figures.terms[number])

    def is_topic(self, term: str) -> bool:
        """Whether an article is called so."""
        number = self.vocabulary.find(term)
        if number is None:
            return False
        return any(
            bool(rows[segment.topics.of(number)[0]].any())
            for segment, rows in zip(self.segments, self.there, strict=True)
        )

    def article(self, name: str) -> list[Entry]:
        """The passages of an article, in order."""
        found = [self.segments[at].entries[row] for at, row in self.places.get(name, ())]
        return sorted(found, key=lambda entry: entry.position)


def _note(places: dict[str, tuple[tuple[int, int], ...]], at: int, segment: Segment) -> None:
    new: dict[str, list[tuple[int, int]]] = {}
    for row, entry in enumerate(segment.entries):
        new.setdefault(entry.article, []).append((at, row))
    for name, rows in new.items():
        places[name] = (*places.get(name, ()), *rows)


def _tidied(
    vocabulary: Vocabulary,
    segments: list[Segment],
    there: list[NDArray[np.bool_]],
    places: dict[str, tuple[tuple[int, int], ...]],
    figures: Figures,
) -> Shelf:
    """With segments of about the same size merged, and those of which half is gone made anew."""
    first = _to_merge([len(one) for one in segments], [int(rows.sum()) for rows in there])
    if first < len(segments):
        one = merged(list(zip(segments[first:], there[first:], strict=True)))
        for name in {entry.article for entry in one.entries}:
            places[name] = tuple(place for place in places.get(name, ()) if place[0] < first)
        segments, there = segments[:first], there[:first]
        if len(one):
            segments.append(one)
            there.append(np.ones(len(one), np.bool_))
            _note(places, first, one)
    return Shelf(vocabulary, tuple(segments), tuple(there), places, figures)


def _to_merge(whole: list[int], left: list[int]) -> int:
    """The first of the last segments that become one: those not much larger than what follows, and all from a worn one on."""
    first, size = len(left), 0
    for at in reversed(range(len(left))):
        if size and left[at] > _TOGETHER * max(size, _SMALL):
            break
        first, size = at, size + left[at]
    worn = [at for at in range(len(left)) if left[at] < whole[at] / 2]
    first = first if first < len(left) - 1 else len(left)
    return min([first, *worn])


def _with(figures: Figures, vocabulary: Vocabulary, segment: Segment) -> Figures:
    """The figures with a new segment."""
    room = len(vocabulary)
    terms, stems, forms = (_grown(column, room) for column in (figures.terms, figures.stems, figures.forms))
    terms[segment.postings.terms] += np.diff(segment.postings.starts).astype(np.int32)
    facts = vocabulary.facts()
    row = np.repeat(np.arange(len(segment), dtype=np.int64), np.diff(segment.starts))
    inside = segment.sequence != END
    for column, of in ((stems, facts.stem), (forms, facts.form)):
        seen = np.unique(row[inside] * room + of[segment.sequence[inside]]) % room
        np.add(column, np.bincount(seen, minlength=room), out=column, casting="unsafe")
    length = figures.length + int(segment.lengths.sum())
    return Figures(figures.passages + len(segment), length, terms, stems, forms)


def _without(figures: Figures, vocabulary: Vocabulary, rows: list[tuple[Segment, int]]) -> Figures:
    """The figures without a few passages, whose terms are read once more."""
    if not rows:
        return figures
    room = len(vocabulary)
    terms, stems, forms = (_grown(column, room) for column in (figures.terms, figures.stems, figures.forms))
    facts = vocabulary.facts()
    length = figures.length
    for segment, row in rows:
        terms[[vocabulary.term(term) for term in weighted_terms(segment.entries[row])]] -= 1
        words = segment.words(row)
        words = words[words != END]
        stems[np.unique(facts.stem[words])] -= 1
        forms[np.unique(facts.form[words])] -= 1
        length -= int(segment.lengths[row])
    return Figures(figures.passages - len(rows), length, terms, stems, forms)


def _grown(column: Counts, room: int) -> Counts:
    new = np.zeros(max(room, len(column)), np.int32)
    new[: len(column)] = column
    return new
