"""What the shipped model says of a text."""

from dataclasses import dataclass

import numpy as np

from relevo.understanding.features import features
from relevo.understanding.linear import LinearModel
from relevo.understanding.types import Guess, Judged

NONE = "out_of_scope"
_NEAR = 0.6  # of the first one's probability: a near tie


@dataclass(frozen=True, slots=True)
class Feelings:
    emotion: Judged
    urgency: Judged
    wants_human: bool


def judge(model: LinearModel, text: str) -> Feelings:
    seen = features(text)
    vector = model.vector(seen)
    human = model.heads["wants_human"].probabilities(vector)
    return Feelings(_judged(model, "emotion", text), _judged(model, "urgency", text), bool(human[1] > 0.5))


def _judged(model: LinearModel, name: str, text: str) -> Judged:
    seen = features(text)
    head = model.heads[name]
    chances = head.probabilities(model.vector(seen))
    best = int(chances.argmax())
    return Judged(head.labels[best], round(float(chances[best]), 3), ())


def wanted(model: LinearModel, text: str) -> tuple[tuple[Guess, ...], tuple[Guess, ...]]:
    head = model.heads["intent"]
    chances = head.probabilities(model.vector(features(text)))
    order = np.argsort(-chances)
    guesses = [Guess(head.labels[i], round(float(chances[i]), 3)) for i in order[:3]]
    near = [guess for guess in guesses if guess.confidence >= _NEAR * guesses[0].confidence]
    return (() if guesses[0].name == NONE else (guesses[0],)), tuple(near) if len(near) > 1 else ()
