"""What words mean before any example was seen: a vector for each piece of an English word and for each of some Spanish stems.

A text's vector is the sum over its words. Texts that mean alike point the same way, so five examples of an intent say something about
words that stand in none of them. words.npz is made by training/vectors (origin and licence there).
"""

import re
import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np
import snowballstemmer
from numpy.typing import NDArray

from relevo.kit.folding import fold
from relevo.understanding.language import language_of
from relevo.understanding.own.wordpiece import WordPieces

Floats = NDArray[np.float32]

FILE = Path(__file__).with_name("words.npz")
_WORD = re.compile(r"[^\W_]+")
_MOST_PIECES = 512
_SPANISH_LIKE = frozenset({"es", "gl", "ca", "pt"})  # nearer to Spanish than to English
_of_thread = threading.local()  # while it works, a stemmer keeps the word in itself


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a Spanish word, without accents."""
    if not hasattr(_of_thread, "spanish"):
        _of_thread.spanish = snowballstemmer.stemmer("spanish")
    return fold(_of_thread.spanish.stemWord(fold(word)))


class Words:
    """The table of vectors; small whole numbers with a step a row."""

    def __init__(self, pieces: Sequence[str], stems: Sequence[str], table: NDArray[np.int8], steps: Floats) -> None:
        self._pieces = WordPieces({piece: i for i, piece in enumerate(pieces)})
        self._stems = {one: len(pieces) + i for i, one in enumerate(stems)}
        self._table, self._steps = table, steps

    @property
    def dims(self) -> int:
        return int(self._table.shape[1])

    def vector(self, text: str, *, inherited: str) -> Floats:
        """The direction of `text`, of length one, or zero where no word is known; `inherited`: its language if too short to tell."""
        is_spanish = language_of(text, inherited=inherited).code in _SPANISH_LIKE
        rows = self._of_spanish(text) if is_spanish else []
        rows = rows or self._pieces.inner(text, _MOST_PIECES)
        whole = self._steps[rows] @ self._table[rows].astype(np.float32) if rows else np.zeros(self.dims, np.float32)
        length = float(np.linalg.norm(whole))
        return whole / length if length else whole

    def total(self, text: str) -> Floats:
        """The sum over the words of an English text, not brought to length one."""
        return self._sum(self._pieces.inner(text, _MOST_PIECES))

    def total_of_spanish(self, text: str) -> tuple[Floats, list[str]]:
        """The sum over the Spanish words that have a vector, and the stems of those that have none."""
        stems = [stem(word) for word in _WORD.findall(fold(text))[:_MOST_PIECES]]
        rows = [row for one in stems if (row := self._stems.get(one)) is not None]
        return self._sum(rows), [one for one in stems if one not in self._stems]

    def _sum(self, rows: list[int]) -> Floats:
        return self._steps[rows] @ self._table[rows].astype(np.float32) if rows else np.zeros(self.dims, np.float32)

    def knows(self, word: str) -> bool:
        """Whether a folded word has a vector as a whole."""
        return self._pieces.has(word) or stem(word) in self._stems

    def _of_spanish(self, text: str) -> list[int]:
        found = (self._stems.get(stem(word)) for word in _WORD.findall(fold(text))[:_MOST_PIECES])
        return [row for row in found if row is not None]


@cache
def shipped() -> Words:
    """The table that ships; read once."""
    with np.load(BytesIO(FILE.read_bytes()), allow_pickle=False) as stored:
        pieces, stems = (stored[name].tobytes().decode().split("\n") for name in ("pieces", "stems"))
        return Words(pieces, stems, stored["table"], stored["steps"].astype(np.float32))


def pack(pieces: Sequence[str], table: Floats, stems: Sequence[str], of_stems: Floats) -> bytes:
    """The content of words.npz."""
    whole = np.concatenate([table, of_stems])
    steps = np.maximum(np.abs(whole).max(axis=1), 1e-9) / 127
    out = BytesIO()
    np.savez_compressed(
        out,
        pieces=np.frombuffer("\n".join(pieces).encode(), np.uint8),
        stems=np.frombuffer("\n".join(stems).encode(), np.uint8),
        table=np.rint(whole / steps[:, None]).astype(np.int8),
        steps=steps.astype(np.float16),
    )
    return out.getvalue()
