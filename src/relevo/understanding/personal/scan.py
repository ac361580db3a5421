"""A text as the finders look at it: folded once, cut into words once. One character stays one character, so positions fit."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from relevo.kit.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…;](?:\s|$)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    folded: str


class Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)

    @cached_property
    def words(self) -> list[Word]:
        """Letters only."""
        return [Word(match.start(), match.end(), match[0]) for match in _WORD.finditer(self.folded)]

    @cached_property
    def starts(self) -> list[int]:
        return [word.start for word in self.words]

    def index_from(self, position: int) -> int:
        """The index of the first word that begins at `position` or later."""
        return bisect_left(self.starts, position)

    def ends_sentence(self, start: int, end: int) -> bool:
        """Whether a sentence ends between the two positions."""
        return bool(_SENTENCE_END.search(self.folded, start, end))

    def is_upper(self, word: Word) -> bool:
        """Whether the word begins with a capital."""
        return self.text[word.start].isupper()

    @cached_property
    def shouts(self) -> bool:
        """Whether the text is written in capitals, which then say nothing."""
        letters = [self.text[word.start : word.end] for word in self.words if word.end - word.start > 1]
        return len(letters) >= 3 and sum(word.isupper() for word in letters) * 2 > len(letters)
