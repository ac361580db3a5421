"""The features that a model knows, and how telling each is; weights in small whole numbers. For what ships and for own intents."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Hashes = NDArray[np.uint32]


@dataclass(frozen=True)
class Vector:
    """The features of a text that a table knows: rows of weights, their values, and what they are hashes of."""

    rows: NDArray[np.int64]
    values: Floats
    hashes: Hashes


@dataclass(frozen=True)
class Table:
    """Block by block: hashes in ascending order, and the inverse document frequency of each."""

    ids: tuple[Hashes, ...]
    idf: tuple[Floats, ...]

    @property
    def size(self) -> int:
        """How many features are known."""
        return sum(len(block) for block in self.ids)

    def vector(self, found: Sequence[Hashes], lengths: Sequence[float] | None = None) -> Vector:
        """Log counts times inverse document frequency; each block is as long as `lengths` says, else of length one."""
        rows: list[NDArray[np.int64]] = []
        values: list[Floats] = []
        seen: list[Hashes] = []
        start = 0
        for block, (ids, idf, hashes) in enumerate(zip(self.ids, self.idf, found, strict=True)):
            unique, counts = np.unique(hashes, return_counts=True)
            at = np.minimum(np.searchsorted(ids, unique), max(len(ids) - 1, 0))
            known = ids[at] == unique if len(ids) else np.zeros(len(unique), bool)
            value = (1 + np.log(counts[known])).astype(np.float32) * idf[at[known]]
            length = float(np.linalg.norm(value))
            rows.append(at[known] + start)
            seen.append(unique[known])
            if length:
                value = value / length if lengths is None else value * (lengths[block] / length)
            values.append(value)
            start += len(ids)
        return Vector(np.concatenate(rows), np.concatenate(values), np.concatenate(seen))


def table_of(read: Sequence[Sequence[Hashes]], *, rarest: int) -> Table:
    """Every feature that stands in `rarest` texts or more."""
    ids: list[Hashes] = []
    idf: list[Floats] = []
    for blocks in zip(*read, strict=True):
        found, counts = np.unique(np.concatenate([np.unique(one) for one in blocks]), return_counts=True)
        kept = counts >= rarest
        ids.append(found[kept])
        idf.append((np.log((1 + len(read)) / (1 + counts[kept])) + 1).astype(np.float32))
    return Table(tuple(ids), tuple(idf))


def in_bytes(weights: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Weights as whole numbers from -127 to 127, and what one is worth by label."""
    steps = np.maximum(np.abs(weights).max(axis=0, initial=0), 1e-9).astype(np.float32) / 127
    return np.rint(weights / steps).astype(np.int8), steps
