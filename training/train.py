"""Trains the model that Relevo ships from the messages in this folder: `python -m training.train`.

Needs scikit-learn. Writes src/relevo/understanding/shipped/model.npz and prints what it measured by cross-validation.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from relevo.understanding.features import BLOCKS, Features, features
from relevo.understanding.linear import Floats, Head, LinearModel, in_bytes, softmax
from training.messages_file import TrainingMessage, read_messages

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src/relevo/understanding/shipped/model.npz"
HEADS = ("intent", "emotion", "urgency", "wants_human")
BLOCK_WEIGHTS = (1.0, 1.0, 0.4)
RARE = 2  # a feature has to stand in so many messages


def corpus() -> list[TrainingMessage]:
    return [message for path in sorted((HERE / "messages").glob("*.txt")) for message in read_messages(path)]


def table(read: Sequence[Features]) -> LinearModel:
    """A model without heads, that knows the features which are not rare and how frequent they are."""
    ids, idf = [], []
    for block in range(len(BLOCKS)):
        found, counts = np.unique(np.concatenate([np.unique(one.blocks[block]) for one in read]), return_counts=True)
        kept = counts >= RARE
        ids.append(found[kept])
        idf.append((np.log((1 + len(read)) / (1 + counts[kept])) + 1).astype(np.float32))
    return LinearModel("", ids, idf, BLOCK_WEIGHTS, {})


def matrix(model: LinearModel, read: Sequence[Features]) -> sp.csr_matrix:
    vectors = [model.vector(one) for one in read]
    lengths = np.cumsum([0, *(len(vector.rows) for vector in vectors)])
    rows = np.concatenate([vector.rows for vector in vectors])
    values = np.concatenate([vector.values for vector in vectors])
    return sp.csr_matrix((values, rows, lengths), shape=(len(read), model.size))


def labels(messages: Sequence[TrainingMessage], name: str) -> NDArray[np.str_]:
    return np.array([str(getattr(message, name)).lower() for message in messages])


def fit(x: sp.csr_matrix, y: NDArray[np.str_]) -> LogisticRegression:
    return LogisticRegression(C=20, class_weight="balanced", max_iter=300).fit(x, y)


def head(x: sp.csr_matrix, y: NDArray[np.str_]) -> tuple[Head, float]:
    """The head, and its accuracy on messages it was not trained on."""
    names = tuple(sorted(set(y.tolist())))
    scores, gold = out_of_fold(x, y, names)
    scale = float(min(np.linspace(0.3, 3, 55), key=lambda s: _surprise(scores * s, gold)))
    fitted = fit(x, y)
    weights, steps = in_bytes(two_columns(fitted.coef_).T.astype(np.float32))
    bias = two_columns(fitted.intercept_[:, None])[:, 0].astype(np.float32)
    return Head(names, weights, steps, bias, scale), float(np.mean(scores.argmax(1) == gold))


def out_of_fold(x: sp.csr_matrix, y: NDArray[np.str_], names: Sequence[str]) -> tuple[Floats, NDArray[np.int64]]:
    gold = np.array([names.index(label) for label in y])
    scores = np.zeros((len(y), len(names)), np.float32)
    for train, test in StratifiedKFold(5, shuffle=True, random_state=1).split(np.zeros(len(y)), y):
        fitted = fit(x[train], y[train])
        scores[test] = x[test] @ two_columns(fitted.coef_).T + two_columns(fitted.intercept_[:, None])[:, 0]
    return scores, gold


def two_columns(of_one: NDArray[np.float64]) -> NDArray[np.float64]:
    """A choice between two has one row of weights; the other is its mirror."""
    return np.vstack([-of_one / 2, of_one / 2]) if len(of_one) == 1 else of_one


def _surprise(scores: Floats, gold: NDArray[np.int64]) -> float:
    chances = np.array([softmax(row)[right] for row, right in zip(scores, gold, strict=True)])
    return float(-np.log(np.maximum(chances, 1e-9)).mean())


def train(messages: Sequence[TrainingMessage], version: str) -> LinearModel:
    read = [features(message.text) for message in messages]
    model = table(read)
    x = matrix(model, read)
    for name in HEADS:
        model.heads[name], accuracy = head(x, labels(messages, name))
        print(f"{name}: {accuracy:.3f} of {len(messages)} right in cross-validation")
    model.version = version
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", default="2026.11")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    arguments = parser.parse_args()
    model = train(corpus(), arguments.version)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    model.save(arguments.out)
    print(f"{model.size:,} features, {arguments.out.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
