"""Three views of one text, each with its own scores of the intents: its letters, what its words mean, what its sentence means."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relevo.kit.folding import fold
from relevo.understanding.own.features import WORD, features
from relevo.understanding.own.spelling import Spelling
from relevo.understanding.own.words import shipped
from relevo.understanding.table import Floats, Table

_MEANINGS_BESIDE = np.float32(0.5)


@dataclass(frozen=True)
class Letters:
    """Words and pieces of words, slips of the fingers put right. Weights are small whole numbers, `steps` is what one is worth."""

    spelling: Spelling
    table: Table
    weights: NDArray[np.int8]
    steps: Floats
    bias: Floats

    def corrected(self, text: str) -> str:
        """`text` in small letters without accents, slips put right in words that no table knows."""
        return WORD.sub(lambda match: self._corrected(match.group()), fold(text))

    def _corrected(self, word: str) -> str:
        return word if shipped().knows(word) else self.spelling.right(word)

    def scores(self, words: tuple[str, ...]) -> Floats:
        right = [self.spelling.right(word) for word in words]
        vector = self.table.vector(features(right))
        return (vector.values @ self.weights[vector.rows].astype(np.float32)) * self.steps + self.bias


@dataclass(frozen=True)
class Points:
    """A vector in which every number counts."""

    weights: Floats
    bias: Floats

    def scores(self, vector: Floats) -> Floats:
        return vector @ self.weights + self.bias


def sentence_points(sentences: Floats, meanings: Floats) -> Floats:
    """A sentence's vector with what its words mean beside it: measured better than either alone, from five examples an intent on."""
    return np.concatenate([sentences, _MEANINGS_BESIDE * meanings], axis=-1)
