"""Whether a whole answer is supported: the gate's verdicts and a small model's doubt together (model.json, made by training/grounding)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from relevo.assistant.grounding.answers import answer_features
from relevo.assistant.grounding.check import VERSION, Looked, keys_in, look_through
from relevo.assistant.grounding.features import NAMES, word_features
from relevo.assistant.grounding.types import Evidence, Receipt

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression."""

    mean: Floats
    spread: Floats
    weights: Floats
    bias: float

    @classmethod
    def of(cls, stored: dict[str, list[float]]) -> "Weights":
        mean, spread, weights = (np.array(stored[name], np.float32) for name in ("mean", "spread", "weights"))
        return cls(mean, spread, weights, stored["bias"][0])

    def chances(self, rows: Floats) -> Floats:
        margin = (rows - self.mean) / self.spread @ self.weights + self.bias
        return np.asarray(1 / (1 + np.exp(-np.clip(margin, -30, 30))), np.float32)


@dataclass(frozen=True, slots=True)
class Model:
    """`limits`: from which doubt on an answer to a question, and a summary, counts as unsupported."""

    version: str
    words: dict[str, Weights]
    answers: dict[str, Weights]
    limits: dict[str, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """`doubt`: how likely something in the answer is not supported, 0 to 1."""

    receipt: Receipt
    doubt: float
    unsupported: bool


@cache
def shipped() -> Model:
    stored = json.loads(files("relevo.assistant.grounding").joinpath("model.json").read_text("utf-8"))
    return Model(
        stored["version"],
        {fault: Weights.of(one) for fault, one in stored["words"].items()},
        {kind: Weights.of(one) for kind, one in stored["answers"].items()},
        {kind: float(one) for kind, one in stored["limits"].items()},
    )


def judged(
    answer: str,
    evidence: Sequence[Evidence],
    *,
    said: Sequence[str] = (),
    question: str = "",
    locale: str = "es",
    known: Sequence[str] = (),
) -> Judged:
    """The answer as a whole. Without a question it is taken for a summary of the sources."""
    model = shipped()
    looked = list(look_through(answer, evidence, said=(*said, question), locale=locale, known=known))
    words = words_looked_at(looked, question, locale)
    features = answer_features(looked, words, doubts_of(model.words, words))
    kind = kind_of(question)
    doubt = float(model.answers[kind].chances(features[None])[0])
    receipt = Receipt(tuple(one.checked for one in looked), f"{VERSION}/{model.version}")
    return Judged(receipt, doubt, doubt >= model.limits[kind])


def words_looked_at(looked: Sequence[Looked], question: str, locale: str) -> list[Floats]:
    """The features of the words of each sentence that had to be looked at."""
    asked = keys_in([question], locale[:2])
    found = [word_features(one.laid, asked) for one in looked if one.laid is not None]
    return found or [np.zeros((0, len(NAMES)), np.float32)]


def doubts_of(weights: Mapping[str, Weights], words: Sequence[Floats]) -> dict[str, list[Floats]]:
    """For each fault, how likely the words have it."""
    return {fault: [one.chances(rows) for rows in words] for fault, one in weights.items()}


def kind_of(question: str) -> str:
    return "answer" if question.strip() else "summary"
