"""Both halves of the shipped model, and the probabilities that they give together."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from relevo.understanding.features import Features, features
from relevo.understanding.linear import LinearModel, softmax
from relevo.understanding.shipped.encoder import Encoder
from relevo.understanding.shipped.fusion import Fusion
from relevo.understanding.table import Vector

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Chances:
    """The probability of every label of every question, and what of the text they were read from."""

    by_question: dict[str, NDArray[np.float32]]
    features: Features
    vector: Vector
    text: str


class ShippedModel:
    """Reads a text by both halves. Threads may use it at the same time."""

    def __init__(self, linear: LinearModel, encoder: Encoder, fusion: Fusion) -> None:
        self.linear, self.encoder, self.fusion = linear, encoder, fusion

    @property
    def version(self) -> str:
        return self.linear.version

    def labels(self, question: str) -> tuple[str, ...]:
        return self.fusion.weighings[question].labels

    def chances(self, text: str) -> Chances:
        seen = features(text)
        vector = self.linear.vector(seen)
        scored, encoded = self.linear.scores(vector), self.encoder.scores(text)
        found = {
            question: weighing.probabilities(scored[question], encoded[question])
            for question, weighing in self.fusion.weighings.items()
        }
        return Chances(found, seen, vector, text)

    def quick_intents(self, text: str) -> NDArray[np.float32]:
        """The probabilities of the intents by the linear half alone, for parts of messages."""
        head, weighing = self.linear.heads["intent"], self.fusion.weighings["intent"]
        return softmax(head.scores(self.linear.vector(features(text, hinted=False))) * weighing.linear)


@cache
def shipped_model() -> ShippedModel:
    """The model, loaded when the first message is read."""
    linear = LinearModel.from_bytes((FOLDER / "linear.npz").read_bytes())
    return ShippedModel(linear, Encoder.of_folder(FOLDER), Fusion.of_file(FOLDER / "fusion.json"))
