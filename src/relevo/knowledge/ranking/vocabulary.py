"""Words and terms as numbers, shared by all versions of one index; only ever added to.

A word is what was written, in small letters, in one language. It leads to its stem and to its form without accents (both are
terms), to the meanings that it has by itself, and to its beginning, by which words that no stem brings together are still seen to be
related.
"""

import threading
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relevo.kit.folding import fold
from relevo.knowledge.ranking.slips import Slips
from relevo.knowledge.stems import is_empty, stem

Numbers = NDArray[np.int32]

END = 0  # the end of a sentence, among words
HEAD = 4  # letters of a word's beginning
_FIRST_ROOM = 4_096


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What is known of words by their number, as long as the vocabulary was when this was taken."""

    stem: Numbers
    form: Numbers
    head: Numbers


class Vocabulary:
    """Adding takes a lock; reading does not need it: what is there stays as it is. `slips` are the words by their letters."""

    def __init__(self) -> None:
        self._terms: dict[str, int] = {"": END}
        self._words: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._spelled: list[str] = [""]
        self._with_meaning: defaultdict[int, list[int]] = defaultdict(list)
        self._facts = np.zeros((3, _FIRST_ROOM), np.int32)
        self._lock = threading.Lock()
        self.slips = Slips()

    def __len__(self) -> int:
        """How many terms there are."""
        return len(self._terms)

    def find(self, term: str) -> int | None:
        return self._terms.get(term)

    def term(self, name: str) -> int:
        """The number of a term, which is added if it is new."""
        found = self._terms.get(name)
        if found is None:
            with self._lock:
                found = self._terms.setdefault(name, len(self._terms))
        return found

    def word(self, word: str, locale: str, meanings: Sequence[str] = ()) -> int:
        """The number of a word, which is added if it is new."""
        found = self._words[locale].get(word)
        return self._add(word, locale, meanings) if found is None else found

    def spelled(self, word: int) -> str:
        """A word without its accents."""
        return self._spelled[word]

    def with_meaning(self, term: int) -> list[int]:
        """The words that mean this by themselves."""
        return self._with_meaning.get(term, [])

    def facts(self) -> WordFacts:
        return WordFacts(*self._facts)

    def _add(self, word: str, locale: str, meanings: Sequence[str]) -> int:
        plain = fold(word)
        facts = (self.term(stem(word, locale)), self.term(plain), self.term("^" + plain[:HEAD]))
        senses = [self.term(name) for name in meanings]
        with self._lock:
            number = self._words[locale].get(word)
            if number is None:
                number = len(self._spelled)
                if number == self._facts.shape[1]:
                    self._facts = np.concatenate([self._facts, np.zeros_like(self._facts)], axis=1)
                self._facts[:, number] = facts
                self._spelled.append(plain)
                for sense in senses:
                    self._with_meaning[sense].append(number)
                self.slips.add(plain, word, locale)
                self._words[locale][word] = number
        return number


def content_words(words: Sequence[str], locale: str) -> list[str]:
    """The words that say what is asked; all of them where none does."""
    return [word for word in words if not is_empty(word, locale)] or list(words)
