"""Where in the passages each clause of a sentence stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from relevo.assistant.grounding.clauses import Clause, clauses_of
from relevo.assistant.grounding.figures import Figure, figures_of
from relevo.assistant.grounding.ground import Ground
from relevo.assistant.grounding.tokens import Word, is_content, rarity, words_of

Floats = NDArray[np.float32]
ALIKE = 0.85  # the same word, or one that means the same
_AROUND = 0.85
_BESIDE = 0.7
_ELSEWHERE = 0.7  # for words that stand in another line of the same passage
_OTHER_PASSAGE = 0.5


@dataclass(frozen=True)
class Sentence:
    """A sentence laid over the ground; `by_line` is how alike each word (row) is to the most alike word of each line (column)."""

    text: str
    locale: str
    ground: Ground
    words: tuple[Word, ...]
    like: Floats
    weights: Floats

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return figures_of(self.text)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return clauses_of(self.text)

    @cached_property
    def by_line(self) -> Floats:
        starts = [line.start for line in self.ground.lines]
        return (
            np.maximum.reduceat(self.like, starts, axis=1)
            if starts and self.words
            else np.zeros((len(self.words), len(starts)), np.float32)
        )

    @cached_property
    def with_around(self) -> Floats:
        """As `by_line`, with the words of a passage's title and heading counted to each of its lines."""
        found = self.by_line.copy()
        for number in range(len(self.ground.evidence)):
            lines = self.ground.evidence_of == number
            around = lines & self.ground.is_around
            if around.any():
                found[:, lines] = np.maximum(found[:, lines], _AROUND * self.by_line[:, around].max(axis=1)[:, None])
        running = self.ground.runs_on  # a sentence leans on the one before it
        if running.any():
            before = np.flatnonzero(running) - 1
            found[:, running] = np.maximum(found[:, running], _BESIDE * self.by_line[:, before])
        return found

    def exact(self, lines: Sequence[int]) -> float:
        """How much of the sentence some lines have word for word, figures left aside."""
        chosen = [at for at, word in enumerate(self.words) if not word.figure]
        weights = self.weights[chosen]
        there = (self.by_line[chosen][:, list(lines)] >= ALIKE).any(axis=1)
        return float(weights @ there) / max(float(weights.sum()), 1e-6)

    def inside(self, clause: Clause) -> list[int]:
        """The numbers of the words of a clause."""
        return [at for at, word in enumerate(self.words) if clause.start <= word.start < clause.end]

    def coverage(self, rows: Sequence[int]) -> Floats:
        """For each line, how much of these words it has, by their weights."""
        if not rows or not self.ground.lines:
            return np.zeros(len(self.ground.lines), np.float32)
        weights = self.weights[list(rows)]
        return weights @ self.with_around[list(rows)] / max(float(weights.sum()), 1e-6)

    def support(self, rows: Sequence[int], line: int) -> float:
        """How much of these words stands in a line, and for less in the rest of its passage and in other passages."""
        chosen = list(rows)
        if not chosen:
            return 1.0
        same = self.ground.evidence_of == self.ground.evidence_of[line]
        best = self.with_around[chosen, line]
        best = np.maximum(best, _ELSEWHERE * self.with_around[chosen][:, same].max(axis=1))
        best = np.maximum(best, _OTHER_PASSAGE * self.with_around[chosen].max(axis=1))
        weights = self.weights[chosen]
        return float(weights @ best / max(float(weights.sum()), 1e-6))


def laid_over(text: str, ground: Ground, locale: str) -> Sentence:
    words = words_of(text, locale)
    weights = np.array([_weight(word, locale) for word in words], np.float32)
    return Sentence(text, locale, ground, words, ground.likeness(words, locale), weights)


def _weight(word: Word, locale: str) -> float:
    if word.figure:
        return 0.6  # checked by itself
    if word.name:
        return 1.4
    return 0.5 + 0.5 * rarity(word.text, locale) if is_content(word.text, locale) else 0.25
