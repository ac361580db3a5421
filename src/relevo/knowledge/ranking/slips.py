"""Words that differ by a slip of the finger: a letter too many, too few, another one, or two that changed places."""

from collections import defaultdict

SHORTEST = 6
_EDGE = 3


class Slips:
    """Words by their beginnings and ends, so that only a few have to be compared."""

    def __init__(self) -> None:
        self._words: defaultdict[tuple[str, str, int], list[tuple[str, str, str]]] = defaultdict(list)

    def add(self, plain: str, word: str, locale: str) -> None:
        """A word as it is written and in plain letters, by which it is compared."""
        if len(plain) >= SHORTEST and plain.isalpha():
            for key in _keys(plain, len(plain)):
                self._words[key].append((plain, word, locale))

    def near(self, plain: str) -> list[tuple[str, str]]:
        """Words at most one slip away, with their language, in the order of the alphabet."""
        if len(plain) < SHORTEST or not plain.isalpha():
            return []
        found = {
            (word, locale)
            for size in (len(plain) - 1, len(plain), len(plain) + 1)
            for key in _keys(plain, size)
            for other, word, locale in self._words.get(key, ())
            if is_slip(plain, other)
        }
        return sorted(found)


def _keys(plain: str, size: int) -> tuple[tuple[str, str, int], ...]:
    """A slip at the beginning leaves the end as it is, one at the end the beginning, one in the middle a little of both."""
    return ("", plain[:_EDGE], size), (plain[0], plain[-_EDGE:], size), (plain[:2], plain[-2:], size)


def is_slip(one: str, other: str) -> bool:
    """Whether the words are the same once at most one letter of each is left out; the first letter is never the slip."""
    if one[:1] != other[:1] or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    a, b = one[start : len(one) - end], other[start : len(other) - end]
    return (len(a) <= 1 and len(b) <= 1) or a[1:] == b[:-1] or a[:-1] == b[1:]
