"""Weighs the two halves of the shipped model on messages that neither was trained on, and learns its thresholds there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from relevo.understanding.features import features
from relevo.understanding.linear import LinearModel
from relevo.understanding.person import person_requested
from relevo.understanding.shipped import judge
from relevo.understanding.shipped.encoder import Encoder
from relevo.understanding.shipped.fusion import Fusion, Weighing
from relevo.understanding.shipped.model import ShippedModel
from training.linear import HEADS, labels
from training.messages_file import TrainingMessage

CRITICAL_RECALL = 0.955
SECOND_WISHES = 0.015  # of messages with one wish may be given another
_TIE = 0.6  # how often the first is right where the text does not decide
_FACTORS = (0.5, 0.65, 0.8, 1.0, 1.25, 1.5, 1.9, 2.4, 3.0)
_WORTH_A_FACTOR = 0.001  # not to follow chance
_PLAIN_BIAS = 0.02  # how much a bias has to be worth


@dataclass(frozen=True)
class Scored:
    """Scores of both halves for each kept message."""

    linear: dict[str, NDArray[np.float32]]
    encoder: dict[str, NDArray[np.float32]]


def fuse(linear: LinearModel, encoder: Encoder, kept: Sequence[TrainingMessage]) -> Fusion:
    """Weights, probabilities and most thresholds, learnt from `kept`. `tune` learns which emotion and urgency to give."""
    scored = _scored(linear, encoder, kept)
    weighings = {name: _weigh(linear, scored, name, labels(kept, name)) for name in HEADS}
    chances = _chances(weighings, scored)
    intents = labels(kept, "intent")
    right = np.array(weighings["intent"].labels)[chances["intent"].argmax(1)] == intents
    unfinished = Fusion(
        weighings,
        critical_from=1.0,
        person_from=_person_from(chances["wants_human"][:, weighings["wants_human"].labels.index("true")], kept),
        none_below=_none_below(chances["intent"].max(1), right, intents == judge.NONE),
        near=_near(chances["intent"], right),
        further_from=1.1,
    )
    model = ShippedModel(linear, encoder, unfinished)
    return replace(unfinished, further_from=_further_from(model, kept))


def tune(linear: LinearModel, encoder: Encoder, fusion: Fusion, on: Sequence[TrainingMessage]) -> Fusion:
    """Which emotion and urgency to give: how readily a message counts as critical, or as one that can wait, is a convention of those who
    label, and theirs is the one to follow."""
    weighings = dict(fusion.weighings)
    chances = _chances(weighings, _scored(linear, encoder, on))
    critical = weighings["urgency"].labels.index("critical")
    critical_from = _critical_from(chances["urgency"][:, critical], labels(on, "urgency") == "critical")
    for name, bound in (("emotion", None), ("urgency", critical_from)):
        gold = np.array([weighings[name].labels.index(label) for label in labels(on, name)])
        weighings[name] = replace(weighings[name], liking=_liking(chances[name], gold, critical, bound))
    return replace(fusion, weighings=weighings, critical_from=critical_from)


def _chances(weighings: dict[str, Weighing], scored: Scored) -> dict[str, NDArray[np.float32]]:
    return {
        name: np.array(
            [one.probabilities(a, b) for a, b in zip(scored.linear[name], scored.encoder[name], strict=True)]
        )
        for name, one in weighings.items()
    }


def _scored(linear: LinearModel, encoder: Encoder, kept: Sequence[TrainingMessage]) -> Scored:
    vectors = [linear.vector(features(message.text)) for message in kept]
    encoded = [encoder.scores(message.text) for message in kept]
    return Scored(
        {name: np.array([linear.heads[name].scores(vector) for vector in vectors]) for name in HEADS},
        {name: np.array([one[name] for one in encoded]) for name in HEADS},
    )


def _weigh(linear: LinearModel, scored: Scored, name: str, gold: NDArray[np.str_]) -> Weighing:
    """Two weights and a bias a label, so that the likelihood of the kept messages is highest."""
    names = linear.heads[name].labels
    a, b = scored.linear[name].astype(np.float64), scored.encoder[name].astype(np.float64)
    right = np.array([names.index(label) for label in gold])

    def surprise(of: NDArray[np.float64]) -> float:
        odds = of[0] * a + of[1] * b + of[2:]
        odds = odds - odds.max(1, keepdims=True)
        logs = odds - np.log(np.exp(odds).sum(1, keepdims=True))
        return float(-logs[np.arange(len(right)), right].mean() + _PLAIN_BIAS * (of[2:] ** 2).sum())

    found = minimize(surprise, np.array([3.0, 0.5, *np.zeros(len(names))]), method="L-BFGS-B").x
    bias = tuple(round(float(x), 4) for x in found[2:])
    return Weighing(names, round(float(found[0]), 4), round(float(found[1]), 4), bias, (1.0,) * len(names))


def _liking(
    chances: NDArray[np.float32], right: NDArray[np.int64], critical: int, critical_from: float | None
) -> tuple[float, ...]:
    """Factors of the labels with the best macro F1, found one label after the other."""
    liking = np.ones(chances.shape[1])
    for _ in range(3):
        for label in range(len(liking)):
            if critical_from is not None and label == critical:
                continue  # it has its threshold
            tried = {
                factor: _macro_f1(chances * _changed(liking, label, factor), right, critical, critical_from)
                for factor in _FACTORS
            }
            best = max(tried, key=lambda factor: tried[factor])
            if tried[best] > _macro_f1(chances * liking, right, critical, critical_from) + _WORTH_A_FACTOR:
                liking[label] = best
    return tuple(round(float(one), 3) for one in liking)


def _changed(liking: NDArray[np.float64], label: int, factor: float) -> NDArray[np.float64]:
    changed = liking.copy()
    changed[label] = factor
    return changed


def _macro_f1(
    liked: NDArray[np.float64], right: NDArray[np.int64], critical: int, critical_from: float | None
) -> float:
    """Of the likeliest label; of critical, where `critical_from` is given, whatever reaches it and nothing else."""
    found = liked.argmax(1)
    if critical_from is not None:
        others = liked.copy()
        others[:, critical] = 0
        found = np.where(liked[:, critical] >= critical_from, critical, others.argmax(1))
    classes = range(liked.shape[1])
    hits = [((found == one) & (right == one)).sum() for one in classes]
    sizes = [(found == one).sum() + (right == one).sum() for one in classes]
    return float(np.mean([2 * hit / max(1, size) for hit, size in zip(hits, sizes, strict=True)]))


def _critical_from(chances: NDArray[np.float32], critical: NDArray[np.bool_]) -> float:
    """So that nearly all of what is critical counts as it."""
    return round(float(np.quantile(chances[critical], 1 - CRITICAL_RECALL)), 4)


def _person_from(chances: NDArray[np.float32], kept: Sequence[TrainingMessage]) -> float:
    """With the patterns for persons taken together, the best F1."""
    gold = np.array([message.wants_human for message in kept])
    named = np.array([person_requested(message.text, message.language) is not None for message in kept])

    def f1(bound: float) -> float:
        found = named | (chances >= bound)
        return float(2 * (found & gold).sum() / (found.sum() + gold.sum()))

    bounds = np.arange(0.05, 1.0, 0.05)
    found = np.array([f1(bound) for bound in bounds])
    return round(float(np.median(bounds[found >= found.max() - 0.002])), 2)


def _none_below(best: NDArray[np.float32], right: NDArray[np.bool_], is_none: NDArray[np.bool_]) -> float:
    """Below it, a message is more often none of the intents than the likeliest one."""
    order = np.argsort(best)
    gain = np.cumsum(is_none[order].astype(int) - (right & ~is_none)[order])
    return round(float(best[order][gain.argmax()]) if gain.max() > 0 else 0.0, 4)


def _near(chances: NDArray[np.float32], right: NDArray[np.bool_]) -> float:
    """From this ratio of the second to the first on, the first is right too seldom to go by."""
    ranked = np.sort(chances, axis=1)
    ratio = ranked[:, -2] / ranked[:, -1]
    for bound in np.arange(0.2, 1.0, 0.02):
        if right[ratio >= bound].mean() < _TIE:
            return round(float(bound), 2)
    return 1.0


def _further_from(model: ShippedModel, kept: Sequence[TrainingMessage]) -> float:
    """So that few messages written with one wish are given a second."""
    highest: list[float] = []
    tried = ShippedModel(model.linear, model.encoder, replace(model.fusion, further_from=0.0))
    for message in kept:
        found = judge.intents(tried, model.chances(message.text), message.text)
        highest.append(max((guess.confidence for guess in found[1:]), default=0.0))
    return round(float(np.quantile(highest, 1 - SECOND_WISHES)), 3)
