"""The model that comes with Relevo; how it was made and how well it reads stands in docs/concepts/model-card.md."""

from functools import cache
from pathlib import Path

from relevo.understanding.linear import LinearModel


@cache
def shipped_model() -> LinearModel:
    return LinearModel.from_bytes((Path(__file__).parent / "model.npz").read_bytes())
