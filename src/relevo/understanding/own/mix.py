"""How much each view counts, learnt from examples that were kept back. Needs scipy: training only."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from relevo.understanding.table import Floats

_MOST_ROWS = 3_000
_USUAL = {"letters": 2.5, "meanings": 1.2, "sentences": 1.4}  # where few examples say little else
_TRUST = 2.0  # how many examples the usual weights are worth
_MISLABELLED = (
    0.01  # a share of labels that may be wrong; without it, a few clear examples would make a model boundlessly sure
)


def weights_of(scores: Mapping[str, Floats], gold: NDArray[np.int64], names: Sequence[str]) -> dict[str, float]:
    """The weights under which the right intents of the examples are likeliest; none is below zero."""
    rows = np.random.default_rng(1).permutation(len(gold))[:_MOST_ROWS]
    parts, right = [scores[name][rows].astype(np.float64) for name in names], gold[rows]

    def surprise(logs: NDArray[np.float64]) -> float:
        mixed = sum((np.exp(log) * part for log, part in zip(logs, parts, strict=True)), np.zeros_like(parts[0]))
        mixed -= mixed.max(axis=1, keepdims=True)
        spread = np.exp(mixed)
        chance = spread[np.arange(len(right)), right] / spread.sum(axis=1)
        likely = np.log((1 - _MISLABELLED) * chance + _MISLABELLED / parts[0].shape[1])
        return float(-likely.mean() + _TRUST * np.square(logs - start).sum() / len(right))

    start = np.log([_USUAL[name] for name in names])
    best = minimize(
        surprise, start, method="Nelder-Mead", options={"maxfev": 60 * len(names), "xatol": 0.02, "fatol": 1e-4}
    )
    return {name: float(np.exp(log)) for name, log in zip(names, best.x, strict=True)}


def mixed(scores: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    return np.sum([weight * scores[name] for name, weight in weights.items()], axis=0).astype(np.float32)
