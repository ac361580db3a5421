"""The passages of an answer laid out so that each word of a sentence can be looked for in all of them at once."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from relevo.assistant.grounding.figures import Figure, figures_of
from relevo.assistant.grounding.polarity import denied_words
from relevo.assistant.grounding.sentences import lines_of
from relevo.assistant.grounding.tokens import Word, vector_of, words_of
from relevo.assistant.grounding.types import Evidence
from relevo.kit.folding import fold
from relevo.understanding.language import language_of

Floats = NDArray[np.float32]
MOST_WORDS = 6_000  # of all passages together; what stands further back supports nothing
_MARKS = re.compile(r"(?<!\d)[^\w€$%]+|[^\w€$%]+(?!\d)")
_BY_MEANING = 0.93
_NAME_BY_DIRECTION = 0.4
_SMALL = 200_000  # products so small are not spread over threads, which would wait for one another
_LIKE = 0.35  # below it, two words have nothing to do with one another


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, item or row of a passage; words from `start` to `end` in the ground. `around`: it is a title or heading."""

    evidence: int
    text: str
    figures: tuple[Figure, ...]
    start: int
    end: int
    around: bool = False
    runs_on: bool = False


class Ground:
    """All passages, word by word."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self.evidence = tuple(evidence)
        self.lines: list[Line] = []
        words: list[Word] = []
        vectors: list[Floats] = []
        for number, one in enumerate(self.evidence):
            for part in _laid_out(one.title, one.heading, one.text, one.locale):
                if len(words) + len(part.words) > MOST_WORDS:
                    break
                if not part.words:
                    continue
                start = len(words)
                words += part.words
                vectors.append(part.vectors)
                self.lines.append(
                    Line(
                        number,
                        part.text,
                        part.figures,
                        start,
                        len(words),
                        part.around,
                        part.runs_on and bool(self.lines),
                    )
                )
        self.words = words
        self.vectors = np.concatenate(vectors) if words else np.zeros((0, 256), np.float32)
        self.line_of = np.repeat(np.arange(len(self.lines)), [line.end - line.start for line in self.lines])
        self.evidence_of = np.array([line.evidence for line in self.lines], np.int64)
        self.is_around = np.array([line.around for line in self.lines], np.bool_)
        self.denied = np.array(
            [word.start in denied_words(self.lines[at].text) for word, at in zip(words, self.line_of, strict=True)],
            np.bool_,
        )
        self.runs_on = np.array([line.runs_on for line in self.lines], np.bool_)
        self.names = {word.text for word in words if word.name} | {words[line.start].text for line in self.lines}
        self.places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(words):
            for key in word.keys:
                self.places[key].append(at)

    def as_it_stands(self, sentence: str) -> int | None:
        """The line that is this sentence, letter by letter but for marks."""
        wanted = _letters(sentence)
        return next(
            (at for at, line in enumerate(self.lines) if not line.around and _letters(line.text) == wanted), None
        )

    def likeness(self, words: Sequence[Word], locale: str) -> Floats:
        """How alike each word of a sentence (a row) is to each word of the passages (a column): 0 to 1."""
        if not words or not self.words:
            return np.zeros((len(words), len(self.words)), np.float32)
        own = np.stack([_direction(word, locale) for word in words])
        found = np.empty((len(words), len(self.words)), np.float32)
        step = max(1, _SMALL // (own.shape[0] * own.shape[1]))
        for at in range(0, len(self.words), step):
            found[:, at : at + step] = own @ self.vectors[at : at + step].T
        found[found < _LIKE] = 0
        np.minimum(found, 0.9, out=found)
        for row, word in enumerate(words):
            if word.figure:
                found[row] = 0
            elif word.name:
                found[row] *= _NAME_BY_DIRECTION
            for key in sorted(word.keys, key=lambda key: not key.startswith("=")):
                if places := self.places.get(key):
                    found[row, places] = _BY_MEANING if key.startswith("=") else 1.0
        return found


def beside(ground: Ground, at: int) -> list[int]:
    """The numbers of a line and of those it runs on from or into."""
    before = [at - 1] if ground.runs_on[at] else []
    after = [at + 1] if at + 1 < len(ground.lines) and ground.runs_on[at + 1] else []
    return [*before, at, *after]


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    words: tuple[Word, ...]
    vectors: Floats
    figures: tuple[Figure, ...]
    around: bool
    runs_on: bool


@lru_cache(maxsize=8192)
def _letters(text: str) -> str:
    return _MARKS.sub("", fold(text))


@lru_cache(maxsize=512)
def _laid_out(title: str, heading: str, text: str, locale: str) -> tuple[_Part, ...]:
    spoken = locale[:2].lower() if locale else language_of(text, inherited="en").code
    around = [_part(one, spoken, around=True) for one in (title, heading) if one]
    return (*around, *(_part(line, spoken, runs_on=runs_on) for line, runs_on in lines_of(text)))


def _part(text: str, locale: str, *, around: bool = False, runs_on: bool = False) -> _Part:
    words = words_of(text, locale)
    vectors = [_direction(word, locale) for word in words]
    return _Part(
        text, words, np.stack(vectors) if vectors else np.zeros((0, 256), np.float32), figures_of(text), around, runs_on
    )


def _direction(word: Word, locale: str) -> Floats:
    return _NO_DIRECTION if word.figure else vector_of(word.text, locale)


_NO_DIRECTION = np.zeros(256, np.float32)
