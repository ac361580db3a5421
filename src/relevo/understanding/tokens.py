"""A message as a list of words and boundaries, forgiving about how people type."""

import re
from functools import lru_cache

from relevo.kit.folding import fold

_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*|[.!?;:,¿¡()\"\n]")
_LONG_RUN = re.compile(r"([a-z])\1{2,}")
_ENDS = {".", "!", ";", "\n", "¿", "¡"}
_PAUSES = {",", ":", "(", ")", '"'}


def tokens(text: str) -> list[str]:
    """Folded words without apostrophes, with "." for every end of a sentence, "?" after questions, "," for pauses."""
    found: list[str] = []
    for raw in _TOKEN.findall(fold(text)):
        if raw == "?":
            found.append("?")
        elif raw in _ENDS:
            found.append(".")
        elif raw in _PAUSES:
            found.append(",")
        else:
            found.append(_LONG_RUN.sub(r"\1", raw.replace("'", "")))
    return found


def word_set(text: str) -> frozenset[str]:
    """The words of a table written as running text."""
    return frozenset(text.split())


def deletions(word: str) -> list[str]:
    """`word` and every word made by leaving one letter out; two words sharing one are a typo apart."""
    return [word, *{word[:i] + word[i + 1 :] for i in range(len(word))}]


class Vocabulary:
    """Words by class, found also with one wrong, missing, extra or swapped letter where they are long enough."""

    def __init__(self, classes: dict[str, str], *, keep: frozenset[str], min_fuzzy: int = 6) -> None:
        self._exact = {word: name for name, words in classes.items() for word in words.split()}
        self._keep = keep
        self._near: dict[str, str] = {}
        self._min_fuzzy = min_fuzzy
        for word in self._exact:
            if len(word) >= min_fuzzy:
                for short in deletions(word):
                    self._near.setdefault(short, word)
        self.class_of = lru_cache(maxsize=20_000)(self._class_of)

    def _class_of(self, word: str) -> str | None:
        if (exact := self._exact.get(word)) is not None:
            return exact
        if word in self._keep or not self._min_fuzzy - 1 <= len(word) <= 16 or not word.isalpha():
            return None
        for short in deletions(word):
            candidate = self._near.get(short)
            if candidate is not None and candidate[0] == word[0] and abs(len(candidate) - len(word)) <= 1:
                return self._exact[candidate]
        return None
