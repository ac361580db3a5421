"""A text as hashed features for own intents: words and pairs of them, and pieces of words.

Hashes need no vocabulary, and the same text has the same features in every process. A stored model names the VERSION it was made with.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np

from relevo.kit.folding import fold
from relevo.understanding.table import Hashes

VERSION = 1
BLOCKS = ("words", "pieces")
LONGEST = 4_000  # characters that are read
WORD = re.compile(r"[^\W_]+")
_LONGEST_WORD = 40
_SHORTEST_PIECE, _LONGEST_PIECE = 2, 5


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, in small letters without accents."""
    return tuple(word[:_LONGEST_WORD] for word in WORD.findall(fold(text[:LONGEST])))


def features(words: Sequence[str]) -> tuple[Hashes, ...]:
    """Hashes by block, with repetitions; no words have none."""
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    hashes = np.fromiter((crc32(word.encode()) for word in (*words, *pairs)), np.uint32)
    pieces = [_pieces(word) for word in words]
    return hashes, np.concatenate(pieces) if pieces else np.zeros(0, np.uint32)


@lru_cache(maxsize=30_000)
def _pieces(word: str) -> Hashes:
    """Pieces of two to five letters, with the blanks around the word."""
    padded = f" {word} "
    return np.array(
        [
            crc32(padded[i : i + size].encode())
            for size in range(_SHORTEST_PIECE, _LONGEST_PIECE + 1)
            for i in range(max(1, len(padded) - size + 1))
        ],
        np.uint32,
    )
