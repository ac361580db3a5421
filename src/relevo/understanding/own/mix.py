"""How much each view counts, learnt from examples that were kept back. Needs scipy: training only."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from relevo.understanding.own.table import Floats

_MOST_ROWS = 3_000
_STARTS = {"letters": 5.0, "meanings": 0.7, "sentences": 0.7}


def weights_of(scores: Mapping[str, Floats], gold: NDArray[np.int64], names: Sequence[str]) -> dict[str, float]:
    """The weights under which the right intents of the examples are likeliest; none is below zero."""
    rows = np.random.default_rng(1).permutation(len(gold))[:_MOST_ROWS]
    parts, right = [scores[name][rows].astype(np.float64) for name in names], gold[rows]

    def surprise(logs: NDArray[np.float64]) -> float:
        mixed = sum((np.exp(log) * part for log, part in zip(logs, parts, strict=True)), np.zeros_like(parts[0]))
        mixed -= mixed.max(axis=1, keepdims=True)
        likely = mixed[np.arange(len(right)), right] - np.log(np.exp(mixed).sum(axis=1))
        return float(-likely.mean() + 1e-4 * np.square(logs).sum())

    start = np.log([_STARTS[name] for name in names])
    best = minimize(
        surprise, start, method="Nelder-Mead", options={"maxfev": 60 * len(names), "xatol": 0.02, "fatol": 1e-4}
    )
    return {name: float(np.exp(log)) for name, log in zip(names, best.x, strict=True)}


def mixed(scores: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    return np.sum([weight * scores[name] for name, weight in weights.items()], axis=0).astype(np.float32)
