"""The passage of word pieces through a small BERT (Devlin and others, 2019), with numpy alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_TINY = np.float32(1e-12)


@dataclass(frozen=True)
class _Layer:
    """Weights as they are multiplied from the right; queries, keys and values in one."""

    qkv: Floats
    qkv_bias: Floats
    attended: Floats
    attended_bias: Floats
    attended_norm: tuple[Floats, Floats]
    wide: Floats
    wide_bias: Floats
    narrow: Floats
    narrow_bias: Floats
    norm: tuple[Floats, Floats]


class Encoder:
    """Vectors of texts, each of length one: the mean over the pieces of what the last layer says."""

    def __init__(self, weights: Mapping[str, Floats], *, layers: int, heads: int) -> None:
        self._words, self._places = (
            weights["embeddings.word_embeddings.weight"],
            weights["embeddings.position_embeddings.weight"],
        )
        self._kind = weights["embeddings.token_type_embeddings.weight"][0]
        self._norm = (weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"])
        self._heads = heads
        self._layers = [_layer(weights, f"encoder.layer.{i}.", heads) for i in range(layers)]

    @property
    def dims(self) -> int:
        return int(self._words.shape[1])

    def vectors(self, texts: Sequence[Sequence[int]]) -> Floats:
        """The vectors of several texts, which pass through the weights together."""
        ends = np.cumsum([0, *(len(pieces) for pieces in texts)])
        borders = list(pairwise(ends.tolist()))
        x = self.states(texts)
        means = np.array([x[start:end].mean(axis=0) for start, end in borders], np.float32)
        return means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), _TINY)

    def states(self, texts: Sequence[Sequence[int]]) -> Floats:
        """What the last layer says at each piece, text after text."""
        ends = np.cumsum([0, *(len(pieces) for pieces in texts)])
        borders = list(pairwise(ends.tolist()))
        places = np.concatenate([np.arange(len(pieces)) for pieces in texts])
        words = self._words[np.concatenate([np.asarray(pieces) for pieces in texts])]
        x = _normal(np.add(words + self._places[places], self._kind, dtype=np.float32), self._norm)
        for layer in self._layers:
            attended: Floats = self._attention(x, borders, layer)
            x = _normal(x + attended, layer.attended_norm)
            wide = _gelu(x @ layer.wide + layer.wide_bias)
            narrow: Floats = wide @ layer.narrow + layer.narrow_bias
            x = _normal(x + narrow, layer.norm)
        return x

    def _attention(self, x: Floats, borders: Sequence[tuple[int, int]], layer: _Layer) -> Floats:
        """Each piece looks at those of its own text."""
        qkv = x @ layer.qkv + layer.qkv_bias
        mixed = [self._mixed(qkv[start:end]) for start, end in borders]
        return np.concatenate(mixed) @ layer.attended + layer.attended_bias

    def _mixed(self, qkv: Floats) -> Floats:
        n, dims = len(qkv), qkv.shape[1] // 3
        query, key, value = qkv.reshape(n, 3, self._heads, dims // self._heads).transpose(1, 2, 0, 3)
        scores = query @ key.transpose(0, 2, 1)
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        return (scores @ value).transpose(1, 0, 2).reshape(n, dims)


def _layer(weights: Mapping[str, Floats], prefix: str, heads: int) -> _Layer:
    def both(name: str) -> tuple[Floats, Floats]:
        return weights[f"{prefix}{name}.weight"], weights[f"{prefix}{name}.bias"]

    parts = [both(f"attention.self.{name}") for name in ("query", "key", "value")]
    scale = np.float32(1 / np.sqrt(len(parts[0][1]) // heads))
    parts[0] = (parts[0][0] * scale, parts[0][1] * scale)
    attended, wide, narrow = both("attention.output.dense"), both("intermediate.dense"), both("output.dense")
    return _Layer(
        np.ascontiguousarray(np.concatenate([weight for weight, _ in parts]).T),
        np.concatenate([bias for _, bias in parts]),
        np.ascontiguousarray(attended[0].T), attended[1], both("attention.output.LayerNorm"),
        np.ascontiguousarray(wide[0].T), wide[1], np.ascontiguousarray(narrow[0].T), narrow[1], both("output.LayerNorm"),
    )  # fmt: skip


def _normal(x: Floats, norm: tuple[Floats, Floats]) -> Floats:
    centred: Floats = x - x.mean(axis=-1, keepdims=True)
    variance = np.einsum("ij,ij->i", centred, centred)[:, None] / x.shape[1]
    return centred / np.sqrt(variance + _TINY) * norm[0] + norm[1]


def _gelu(x: Floats) -> Floats:
    """x times the normal distribution's share below x; the error function by Abramowitz and Stegun 7.1.26, right to 1.5e-7."""
    z = np.abs(x) * np.float32(0.7071067811865476)
    t = 1 / (1 + np.float32(0.3275911) * z)
    tail = (
        t
        * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
        * np.exp(-z * z)
    )
    return np.asarray(x * np.where(x >= 0, 1 - tail / 2, tail / 2), np.float32)
