"""Puts words with one slip of the fingers right, towards the words of the examples."""

from collections.abc import Mapping
from functools import lru_cache

from relevo.understanding.tokens import deletions

_SHORTEST, _LONGEST = 4, 24


class Spelling:
    """Knows the words of the examples and how often they stand there; others are left as they are unless one of these is a slip away."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self._near: dict[str, list[str]] = {}
        for word in sorted(counts):
            if _SHORTEST <= len(word) <= _LONGEST and word.isalpha():
                for short in deletions(word):
                    self._near.setdefault(short, []).append(word)
        self.right = lru_cache(maxsize=20_000)(self._right)

    def _right(self, word: str) -> str:
        """`word`, or the most frequent known one that is a slip away; one with the same first letter before others."""
        if word in self.counts or not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
            return word
        near = {known for short in deletions(word) for known in self._near.get(short, ()) if _is_slip(word, known)}
        return min(near, key=lambda known: (known[0] != word[0], -self.counts[known], known), default=word)


def _is_slip(a: str, b: str) -> bool:
    """One letter wrong, missing, too many, or two swapped; not at the end, where forms of one word differ."""
    if a[:-1] == b[:-1] or a[:-1] == b or b[:-1] == a:
        return False
    if len(a) == len(b):
        wrong = [i for i in range(len(a)) if a[i] != b[i]]
        return len(wrong) == 1 or (
            len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
        )
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
