"""A model measured on examples that it has not seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from relevo.kit.errors import Invalid
from relevo.understanding.own.model import OwnModel
from relevo.understanding.own.types import NONE, Example, Found
from relevo.understanding.scores import (
    ClassScore,
    Interval,
    Latency,
    Scores,
    class_score,
    latency,
    macro_f1_interval,
    scores,
)


@dataclass(frozen=True, slots=True)
class Measured:
    """`scores` count the likeliest intent of what is in scope, whatever the threshold says; `refused` is the share it would refuse."""

    n: int
    scores: Scores
    macro_f1_interval: Interval
    refused: float
    right_and_accepted: float
    oos: ClassScore | None
    latency: Latency
    train_s: float
    embeddings: bool

    def as_json(self) -> dict[str, Any]:
        interval, macro = self.scores.accuracy_interval, self.macro_f1_interval
        return {
            "n": self.n,
            "accuracy": round(self.scores.accuracy, 4),
            "accuracy_interval": [round(interval.low, 4), round(interval.high, 4)],
            "macro_f1": round(self.scores.macro_f1, 4),
            "macro_f1_interval": [round(macro.low, 4), round(macro.high, 4)],
            "oos": {
                "precision": round(self.oos.precision, 4) if self.oos else None,
                "recall": round(self.oos.recall, 4) if self.oos else None,
                "n": self.oos.n if self.oos else 0,
            },
            "in_scope_refused": round(self.refused, 4),
            "accuracy_with_refusals": round(self.right_and_accepted, 4),
            "train_s": round(self.train_s, 2),
            "latency_ms": self.latency.as_json(),
            "embeddings": self.embeddings,
            "per_class": {name: one.as_json() for name, one in self.scores.per_class.items()},
            "confusions": [
                {"gold": one.gold, "found": one.found, "count": one.count} for one in self.scores.confusions[:20]
            ],
        }


def measure(model: OwnModel, tests: Sequence[Example], *, train_s: float = 0.0) -> Measured:
    """Raises Invalid where nothing of the tests is in scope."""
    inside = [test for test in tests if test.intent != NONE]
    outside = [test for test in tests if test.intent == NONE]
    if not inside:
        raise Invalid("The test file holds no example of an intent.")
    seconds: list[float] = []
    found = [_timed(model, test.text, seconds) for test in inside]
    found_outside = [_timed(model, test.text, seconds) for test in outside]
    gold, likeliest = [test.intent for test in inside], [one.ranking[0].name for one in found]
    refused = sum(one.is_none for one in found)
    refused_outside = sum(one.is_none for one in found_outside)
    right = sum(not one.is_none and one.ranking[0].name == test.intent for one, test in zip(found, inside, strict=True))
    return Measured(
        n=len(tests),
        scores=scores(gold, likeliest),
        macro_f1_interval=macro_f1_interval(gold, likeliest),
        refused=refused / len(inside),
        right_and_accepted=right / len(inside),
        oos=class_score(refused_outside, len(outside), refused + refused_outside) if outside else None,
        latency=latency(seconds),
        train_s=train_s,
        embeddings=model.uses_embeddings,
    )


def _timed(model: OwnModel, text: str, seconds: list[float]) -> Found:
    started = perf_counter()
    found = model.guesses(text)
    seconds.append(perf_counter() - started)
    return found
