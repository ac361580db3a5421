"""Texts that say almost the same: found by marks that alike texts share, then compared word by word.

A passage's marks are drawn from its groups of five words (MinHash, in bands): two passages that have most groups in common share a mark
almost surely, others almost never. So an article is compared with few others, however many there are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from relevo.kit.folding import fold

_GROUP = 5  # words
_BANDS, _ROWS = 8, 3
_SHORTEST = 25  # words of a passage that is worth comparing
_SAME, _PASSAGE_SAME = 0.6, 0.75  # Jaccard of groups of words
_WORD = re.compile(r"\w+")
_PRIME = np.uint64((1 << 61) - 1)
_random = np.random.default_rng(20261121)
_A = _random.integers(1, 1 << 31, size=_BANDS * _ROWS, dtype=np.uint64)
_B = _random.integers(1, 1 << 31, size=_BANDS * _ROWS, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Likeness:
    """`passages` are those that say the same, where it is not the whole."""

    whole: bool
    passages: tuple[str, str] = ("", "")


def marks(passages: Sequence[str]) -> frozenset[int]:
    """Of each passage and of the whole text, so that an article cut otherwise is still found."""
    found: set[int] = set()
    for text in (*passages, " ".join(passages)):
        groups = _groups(text)
        if len(groups) >= _SHORTEST - _GROUP:
            found |= _bands(groups)
    return frozenset(found)


def compare(one: Sequence[str], other: Sequence[str]) -> Likeness | None:
    if _alike(_groups(" ".join(one)), _groups(" ".join(other))) >= _SAME:
        return Likeness(whole=True)
    others = [(text, groups) for text in other if len(groups := _groups(text)) >= _SHORTEST]
    for text in one:
        groups = _groups(text)
        if len(groups) < _SHORTEST:
            continue
        for other_text, other_groups in others:
            if _alike(groups, other_groups) >= _PASSAGE_SAME:
                return Likeness(whole=False, passages=(text, other_text))
    return None


def _groups(text: str) -> frozenset[int]:
    words = _WORD.findall(fold(text))
    return frozenset(_hashed(" ".join(words[at : at + _GROUP])) for at in range(max(0, len(words) - _GROUP + 1)))


def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest())


def _alike(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _bands(groups: frozenset[int]) -> set[int]:
    values: npt.NDArray[np.uint64] = np.fromiter(groups, dtype=np.uint64, count=len(groups))
    lowest = np.array([np.min((a * values + b) % _PRIME) for a, b in zip(_A, _B, strict=True)], dtype=np.uint64)
    return {
        int.from_bytes(blake2b(bytes([band]) + rows.tobytes(), digest_size=8).digest(), signed=True)
        for band, rows in enumerate(lowest.reshape(_BANDS, _ROWS))
    }
