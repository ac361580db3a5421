"""The linear half of the shipped model: support vector machines on hashed features (LIBLINEAR: Fan and others, JMLR 2008)."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.svm import LinearSVC

from relevo.understanding.features import BLOCKS, Features, features
from relevo.understanding.linear import Floats, Head, LinearModel, in_bytes
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
    model = _table(read, version)
    x = _matrix(model, read)
    plain = x[:, : model.size - len(model.ids[-1])]
    for name in HEADS:
        model.heads[name] = _head(x if name in HINTED else plain, labels(messages, name), model.size)
    return model


def _table(read: Sequence[Features], version: str) -> LinearModel:
    """A model without heads, that knows the features which are not rare and how frequent they are."""
    ids, idf = [], []
    for block in range(len(BLOCKS)):
        found, counts = np.unique(np.concatenate([np.unique(one.blocks[block]) for one in read]), return_counts=True)
        kept = counts >= RARE
        ids.append(found[kept])
        idf.append((np.log((1 + len(read)) / (1 + counts[kept])) + 1).astype(np.float32))
    return LinearModel(version, ids, idf, BLOCK_WEIGHTS, {})


def _matrix(model: LinearModel, read: Sequence[Features]) -> sp.csr_matrix:
    vectors = [model.vector(one) for one in read]
    lengths = np.cumsum([0, *(len(vector.rows) for vector in vectors)])
    rows = np.concatenate([vector.rows for vector in vectors])
    values = np.concatenate([vector.values for vector in vectors])
    return sp.csr_matrix((values, rows, lengths), shape=(len(read), model.size))


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
