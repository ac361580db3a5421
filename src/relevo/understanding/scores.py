"""How well labels were found: accuracy, precision, recall and F1 by class, what was taken for what, and how sure such figures are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

_Z = 1.96  # 95 of 100 intervals hold the true value


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which values the true one lies with 95 % confidence."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ClassScore:
    """One class: `n` examples carry it, `found` were given it."""

    precision: float
    recall: float
    f1: float
    n: int
    found: int

    def as_json(self) -> dict[str, float]:
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "n": self.n,
        }


@dataclass(frozen=True, slots=True)
class Confusion:
    """`count` examples of `gold` were taken for `found`."""

    gold: str
    found: str
    count: int


@dataclass(frozen=True, slots=True)
class Scores:
    """One label for each of `n` texts, compared with what it should be. Macro F1 is the mean over the classes of the gold labels."""

    n: int
    accuracy: float
    accuracy_interval: Interval
    macro_f1: float
    per_class: Mapping[str, ClassScore]
    confusions: tuple[Confusion, ...]  # most frequent first


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds that half of the texts, and 99 of 100, stay below."""

    p50: float
    p99: float

    def as_json(self) -> dict[str, float]:
        return {"p50": round(self.p50, 3), "p99": round(self.p99, 3)}


def scores(gold: Sequence[str], found: Sequence[str]) -> Scores:
    """The scores of `found`, label by label. Raises ValueError where the two differ in length or are empty."""
    if len(gold) != len(found) or not gold:
        raise ValueError(f"{len(gold)} labels to compare with {len(found)}")
    right = sum(a == b for a, b in zip(gold, found, strict=True))
    per_class = _per_class(gold, found)
    mixed = Counter((a, b) for a, b in zip(gold, found, strict=True) if a != b)
    return Scores(
        n=len(gold),
        accuracy=right / len(gold),
        accuracy_interval=wilson(right, len(gold)),
        macro_f1=sum(score.f1 for score in per_class.values()) / len(per_class),
        per_class=per_class,
        confusions=tuple(
            Confusion(a, b, count) for (a, b), count in sorted(mixed.items(), key=lambda one: (-one[1], one[0]))
        ),
    )


def _per_class(gold: Sequence[str], found: Sequence[str]) -> dict[str, ClassScore]:
    wanted, given = Counter(gold), Counter(found)
    right = Counter(a for a, b in zip(gold, found, strict=True) if a == b)
    return {name: class_score(right[name], wanted[name], given[name]) for name in sorted(wanted)}


def class_score(right: int, wanted: int, found: int) -> ClassScore:
    """Precision, recall and F1 where `right` of `wanted` are among those `found`; nothing to find or found counts as 0."""
    return ClassScore(
        precision=right / found if found else 0.0,
        recall=right / wanted if wanted else 0.0,
        f1=2 * right / (wanted + found) if wanted + found else 0.0,
        n=wanted,
        found=found,
    )


def wilson(right: int, n: int) -> Interval:
    """The interval of a share, by Wilson's score (1927): sound for few examples and near 0 and 1."""
    if n == 0:
        return Interval(0.0, 1.0)
    share, spread = right / n, _Z * _Z / n
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def macro_f1_interval(gold: Sequence[str], found: Sequence[str], *, draws: int = 300, seed: int = 1) -> Interval:
    """The interval of macro F1, by drawing the examples anew with repetition (bootstrap: Efron, 1979)."""
    names = sorted({*gold, *found})
    at = {name: i for i, name in enumerate(names)}
    wanted = np.array([at[name] for name in gold])
    given = np.array([at[name] for name in found])
    random = np.random.default_rng(seed)
    values = [
        _macro_f1(wanted[drawn], given[drawn], len(names))
        for drawn in random.integers(0, len(gold), (draws, len(gold)))
    ]
    return Interval(float(np.quantile(values, 0.025)), float(np.quantile(values, 0.975)))


def _macro_f1(wanted: NDArray[np.int64], given: NDArray[np.int64], classes: int) -> float:
    right = np.bincount(wanted[wanted == given], minlength=classes)
    of_wanted = np.bincount(wanted, minlength=classes)
    both = of_wanted + np.bincount(given, minlength=classes)
    counted = of_wanted > 0
    return float(np.mean(2 * right[counted] / both[counted]))


def latency(seconds: Sequence[float]) -> Latency:
    """Percentiles of single measurements. Raises ValueError where there are none."""
    if not seconds:
        raise ValueError("no measurement")
    p50, p99 = np.quantile(np.asarray(seconds) * 1000, [0.5, 0.99])
    return Latency(float(p50), float(p99))
