"""Sentence embeddings: texts as points, near each other where they mean alike."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """Makes a vector of each text. `name` is stored with what was learnt from its vectors: another embedder's do not fit.

    Implementations are called from threads. They raise nothing for any string, and give the same text the same vector.
    """

    @property
    def name(self) -> str: ...

    @property
    def dims(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, `dims` columns, each row of length one."""
        ...
