"""The features that a model knows, and how telling each is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relevo.understanding.own.features import Hashes

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Table:
    """Block by block: hashes in ascending order, and the inverse document frequency of each."""

    ids: tuple[Hashes, ...]
    idf: tuple[Floats, ...]

    @property
    def size(self) -> int:
        return sum(len(block) for block in self.ids)

    def vector(self, found: Sequence[Hashes]) -> tuple[NDArray[np.int64], Floats]:
        """Rows and values: log counts times inverse document frequency, each block of length one."""
        rows: list[NDArray[np.int64]] = []
        values: list[Floats] = []
        start = 0
        for ids, idf, hashes in zip(self.ids, self.idf, found, strict=True):
            unique, counts = np.unique(hashes, return_counts=True)
            at = np.minimum(np.searchsorted(ids, unique), max(len(ids) - 1, 0))
            known = ids[at] == unique if len(ids) else np.zeros(len(unique), bool)
            value = (1 + np.log(counts[known])).astype(np.float32) * idf[at[known]]
            length = float(np.linalg.norm(value))
            rows.append(at[known] + start)
            values.append(value / length if length else value)
            start += len(ids)
        return np.concatenate(rows), np.concatenate(values)


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
