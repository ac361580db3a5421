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
from relevo.understanding.table import Floats, Table, Vector


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
    """Heads over one table of features; `weights` say how much each of its blocks counts."""

    def __init__(self, version: str, table: Table, weights: Sequence[float], heads: Mapping[str, Head]) -> None:
        self.version, self.table = version, table
        self._block_weights = tuple(weights)
        self.heads = dict(heads)

    def vector(self, features: Features) -> Vector:
        """The features that are known, each block as long as it counts."""
        return self.table.vector(features.blocks, self._block_weights)

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
        for block, (ids, idf) in enumerate(zip(self.table.ids, self.table.idf, strict=True)):
            arrays[f"ids{block}"], arrays[f"idf{block}"] = ids, idf.astype(np.float16)
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
        table = Table(
            tuple(arrays[f"ids{block}"] for block in blocks),
            tuple(arrays[f"idf{block}"].astype(np.float32) for block in blocks),
        )
        return cls(about["version"], table, about["weights"], heads)


def softmax(scores: Floats) -> Floats:
    spread = np.exp(scores - scores.max())
    return spread / spread.sum()
