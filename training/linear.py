"""The linear half of the shipped model: support vector machines on hashed features (LIBLINEAR: Fan and others, JMLR 2008)."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.svm import LinearSVC

from relevo.understanding.features import features
from relevo.understanding.linear import Head, LinearModel
from relevo.understanding.own.fit import matrix
from relevo.understanding.table import Floats, in_bytes, table_of
from training.messages_file import TrainingMessage

HEADS = ("intent", "emotion", "urgency", "wants_human")
BLOCK_WEIGHTS = (1.0, 1.0, 0.4, 0.5)
HINTED = {"urgency"}  # the heads that see the last block
RARE = 2  # a feature has to stand in so many messages
STRICTNESS = 0.3  # C of the machines


def labels(messages: Sequence[TrainingMessage], name: str) -> NDArray[np.str_]:
    return np.array([str(getattr(message, name)).lower() for message in messages])


def train_linear(messages: Sequence[TrainingMessage], version: str) -> LinearModel:
    """A model with a head for each question; scores only, `training.fuse` makes probabilities of them."""
    read = [features(message.text) for message in messages]
    model = LinearModel(version, table_of([one.blocks for one in read], rarest=RARE), BLOCK_WEIGHTS, {})
    x = matrix([model.vector(one) for one in read], model.table.size)
    plain = x[:, : model.table.size - len(model.table.ids[-1])]
    for name in HEADS:
        model.heads[name] = _head(x if name in HINTED else plain, labels(messages, name), model.table.size)
    return model


def _head(x: sp.csr_matrix, y: NDArray[np.str_], size: int) -> Head:
    fitted = LinearSVC(C=STRICTNESS, class_weight="balanced").fit(x, y)
    coefficients, bias = _two_rows(fitted.coef_, fitted.intercept_)
    whole = np.zeros((size, len(bias)), np.float32)
    whole[: coefficients.shape[1]] = coefficients.T
    weights, steps = in_bytes(whole)
    return Head(tuple(fitted.classes_.tolist()), weights, steps, bias)


def _two_rows(coefficients: NDArray[np.float64], bias: NDArray[np.float64]) -> tuple[Floats, Floats]:
    """A choice between two has one row of weights; the other is its mirror."""
    if len(bias) == 1:
        coefficients, bias = np.vstack([-coefficients / 2, coefficients / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    return coefficients.astype(np.float32), bias.astype(np.float32)
