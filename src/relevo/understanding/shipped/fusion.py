"""How the two halves of the shipped model are weighed, and from where on a label is given: learnt from messages kept back from both."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Weighing:
    """Log odds of the labels: `linear` times the scores of one half plus `encoder` times those of the other plus `bias`
    (logistic calibration: Platt, 1999, with one weight a half). `liking` multiplies the probabilities where one label is chosen, so that
    rare labels are found as well as frequent ones."""

    labels: tuple[str, ...]
    linear: float
    encoder: float
    bias: tuple[float, ...]
    liking: tuple[float, ...]

    def probabilities(self, linear: Floats, encoder: Floats) -> Floats:
        odds = self.linear * linear + self.encoder * encoder + np.asarray(self.bias, np.float32)
        spread = np.exp(odds - odds.max())
        return spread / spread.sum()

    def choice(self, probabilities: Floats) -> int:
        """Which label to give."""
        return int((probabilities * np.asarray(self.liking, np.float32)).argmax())


@dataclass(frozen=True)
class Fusion:
    """`critical_from`: the probability from which a message counts as critical, low because missing one costs most.
    `none_below`: an intent less likely than this is none of those known. `near`: how likely a second intent has to be, as a share of the
    first, for the two to be a tie. `further_from`: how likely an intent has to be in a part of the message to be a second wish."""

    weighings: Mapping[str, Weighing]
    critical_from: float
    person_from: float
    none_below: float
    near: float
    further_from: float

    @classmethod
    def of_file(cls, path: Path) -> "Fusion":
        stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        weighings = {
            name: Weighing(
                tuple(one["labels"]), one["linear"], one["encoder"], tuple(one["bias"]), tuple(one["liking"])
            )
            for name, one in stored.pop("weighings").items()
        }
        return cls(weighings=weighings, **stored)

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")
