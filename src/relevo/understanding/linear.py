"""Linear models over hashed features, stored small and read with numpy alone."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from relevo.understanding.features import Features

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Vector:
    """The features of a text that a model knows: rows of its tables, their values, and what they are hashes of."""

    rows: NDArray[np.int64]
    values: Floats
    hashes: NDArray[np.uint32]


@dataclass(frozen=True)
class Head:
    """One question asked of the same features."""

    labels: tuple[str, ...]
    weights: NDArray[np.int8]  # features × labels
    steps: Floats  # what a unit of `weights` is worth, by label
    bias: Floats

    def scores(self, vector: Vector) -> Floats:
        return (vector.values @ self.weights[vector.rows].astype(np.float32)) * self.steps + self.bias


class LinearModel:
    """Heads over one table of features: `ids` are their hashes in ascending order, block by block."""

    def __init__(
        self,
        version: str,
        ids: Sequence[NDArray[np.uint32]],
        idf: Sequence[Floats],
        weights: Sequence[float],
        heads: Mapping[str, Head],
    ) -> None:
        self.version = version
        self.ids, self._idf, self._block_weights = tuple(ids), tuple(idf), tuple(weights)
        self._starts = np.cumsum([0, *(len(block) for block in ids)])
        self.heads = dict(heads)

    @property
    def size(self) -> int:
        """How many features are known."""
        return int(self._starts[-1])

    def vector(self, features: Features) -> Vector:
        """Log counts times inverse document frequency, each block of length one."""
        rows, values, hashes = [], [], []
        for block, found in enumerate(features.blocks):
            ids, counts = np.unique(found, return_counts=True)
            at = np.searchsorted(self.ids[block], ids)
            at[at == len(self.ids[block])] = 0
            known = self.ids[block][at] == ids if len(self.ids[block]) else np.zeros(len(ids), bool)
            value = (1 + np.log(counts[known])).astype(np.float32) * self._idf[block][at[known]]
            norm = float(np.linalg.norm(value))
            rows.append(at[known] + self._starts[block])
            hashes.append(ids[known])
            values.append(value * (self._block_weights[block] / norm) if norm else value)
        return Vector(np.concatenate(rows), np.concatenate(values), np.concatenate(hashes))

    def scores(self, vector: Vector) -> dict[str, Floats]:
        """The scores of every head. Call it when all heads are there: their weights are put together the first time."""
        weights, steps, bias, places = self._together
        every = (vector.values @ weights[vector.rows].astype(np.float32)) * steps + bias
        return {name: every[place] for name, place in places.items()}

    @cached_property
    def _together(self) -> tuple[NDArray[np.int8], Floats, Floats, dict[str, slice]]:
        heads = list(self.heads.values())
        ends = np.cumsum([0, *(len(head.labels) for head in heads)]).tolist()
        places = {name: slice(ends[i], ends[i + 1]) for i, name in enumerate(self.heads)}
        weights = np.ascontiguousarray(np.hstack([head.weights for head in heads]))
        return weights, np.concatenate([h.steps for h in heads]), np.concatenate([h.bias for h in heads]), places

    def save(self, path: Path) -> None:
        path.write_bytes(self.to_bytes())

    def to_bytes(self) -> bytes:
        arrays: dict[str, NDArray[np.generic]] = {}
        for block in range(len(self.ids)):
            arrays[f"ids{block}"] = self.ids[block]
            arrays[f"idf{block}"] = self._idf[block].astype(np.float16)
        for name, head in self.heads.items():
            arrays[f"{name}.weights"], arrays[f"{name}.steps"], arrays[f"{name}.bias"] = (
                head.weights,
                head.steps,
                head.bias,
            )
        about = {
            "version": self.version, "weights": self._block_weights,
            "heads": {name: {"labels": head.labels} for name, head in self.heads.items()},
        }  # fmt: skip
        arrays["about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)
        out = BytesIO()
        np.savez_compressed(out, **arrays)  # pyright: ignore[reportArgumentType]
        return out.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "LinearModel":
        """Reads what `to_bytes` wrote. Raises ValueError where it is something else; never runs anything it holds."""
        with np.load(BytesIO(data), allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        about = json.loads(arrays["about"].tobytes())
        blocks = range(len(about["weights"]))
        heads = {
            name: Head(
                tuple(head["labels"]), arrays[f"{name}.weights"], arrays[f"{name}.steps"], arrays[f"{name}.bias"]
            )
            for name, head in about["heads"].items()
        }
        idf = [arrays[f"idf{block}"].astype(np.float32) for block in blocks]
        return cls(about["version"], [arrays[f"ids{block}"] for block in blocks], idf, about["weights"], heads)


def softmax(scores: Floats) -> Floats:
    spread = np.exp(scores - scores.max())
    return spread / spread.sum()


def in_bytes(weights: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Weights as whole numbers from -127 to 127, and what one is worth by label."""
    steps = np.maximum(np.abs(weights).max(axis=0), 1e-9).astype(np.float32) / 127
    return np.rint(weights / steps).astype(np.int8), steps
