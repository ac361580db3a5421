"""Learning a workspace's intents from its examples: the model, and the report on its quality."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from relevo.ports.embedder import Embedder
from relevo.understanding.own.features import BLOCKS, Features, features
from relevo.understanding.own.model import Decision, Floats, OwnModel, Table
from relevo.understanding.own.types import (
    NONE,
    Example,
    IntentQuality,
    OutOfScope,
    Progress,
    Quality,
    Settings,
    TooFewExamples,
)  # fmt: skip
from relevo.understanding.scores import scores, wilson

_WORTH_RELYING_ON = 5


@dataclass(frozen=True, slots=True)
class Learnt:
    """A model and what is known of it."""

    model: OwnModel
    quality: Quality


def learn(
    examples: Sequence[Example],
    *,
    embedder: Embedder | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Learnt:
    """Learns from at least two intents with two examples each. Raises TooFewExamples."""
    started, settings, progress = perf_counter(), settings or Settings(), progress or _silent
    kept = _checked(examples)
    labels = tuple(sorted({example.intent for example in kept}))
    gold = np.array([labels.index(example.intent) for example in kept])
    progress(0.1, "reading the examples")
    read = [features(example.text) for example in kept]
    table = _table(read)
    x = _matrix(table, read)
    progress(0.3, "training with a part kept back")
    kept_back = _out_of_fold(x, gold, settings.seed)
    best = kept_back.max(axis=1)
    decision = Decision(_scale(kept_back, gold), float(np.quantile(best, settings.refused)))
    progress(0.8, "training with everything")
    weights, bias = _fit(x, gold)
    steps = np.maximum(np.abs(weights).max(axis=0), 1e-9).astype(np.float32) / 127
    model = OwnModel(labels, table, np.rint(weights / steps).astype(np.int8), steps, bias, decision)
    found = [labels[i] for i in kept_back.argmax(axis=1)]
    quality = _quality(kept, found, decision, seconds=perf_counter() - started)
    progress(1.0, "done")
    return Learnt(model, quality)


def _silent(_share: float, _doing: str) -> None:
    pass


def _checked(examples: Sequence[Example]) -> list[Example]:
    kept = [example for example in examples if example.intent != NONE and example.text.strip()]
    counts = Counter(example.intent for example in kept)
    enough = {name for name, count in counts.items() if count >= 2}
    if len(enough) < 2:
        raise TooFewExamples(f"{len(enough)} intents have two examples or more; at least two intents are needed.")
    return [example for example in kept if example.intent in enough]


def _table(read: Sequence[Features]) -> Table:
    ids, idf = [], []
    for block in range(len(BLOCKS)):
        found, counts = np.unique(np.concatenate([np.unique(one.blocks[block]) for one in read]), return_counts=True)
        ids.append(found)
        idf.append((np.log((1 + len(read)) / (1 + counts)) + 1).astype(np.float32))
    return Table(tuple(ids), tuple(idf))


def _matrix(table: Table, read: Sequence[Features]) -> sp.csr_matrix:
    vectors = [table.vector(one) for one in read]
    ends = np.cumsum([0, *(len(rows) for rows, _ in vectors)])
    rows = np.concatenate([rows for rows, _ in vectors])
    return sp.csr_matrix((np.concatenate([values for _, values in vectors]), rows, ends), shape=(len(read), table.size))


def _fit(x: sp.csr_matrix, gold: NDArray[np.int64]) -> tuple[Floats, Floats]:
    fitted = LinearSVC(C=1.0).fit(x, gold)
    weights, bias = np.asarray(fitted.coef_), np.asarray(fitted.intercept_)
    if len(weights) == 1:  # a choice between two has one row of weights; the other is its mirror
        weights, bias = np.vstack([-weights, weights]), np.array([-bias[0], bias[0]])
    return weights.T.astype(np.float32), bias.astype(np.float32)


def _out_of_fold(x: sp.csr_matrix, gold: NDArray[np.int64], seed: int) -> Floats:
    kept_back = np.zeros((len(gold), int(gold.max()) + 1), np.float32)
    folds = int(min(5, np.bincount(gold).min()))
    for train, test in StratifiedKFold(folds, shuffle=True, random_state=seed).split(np.zeros(len(gold)), gold):
        weights, bias = _fit(x[train], gold[train])
        kept_back[test] = x[test] @ weights + bias
    return kept_back


def _scale(kept_back: Floats, gold: NDArray[np.int64]) -> float:
    def surprise(scale: float) -> float:
        spread = np.exp((kept_back - kept_back.max(axis=1, keepdims=True)) * scale)
        right = spread[np.arange(len(gold)), gold] / spread.sum(axis=1)
        return float(-np.log(np.maximum(right, 1e-9)).mean())

    return float(min(np.geomspace(0.5, 30, 40), key=surprise))


def _quality(kept: Sequence[Example], found: Sequence[str], decision: Decision, *, seconds: float) -> Quality:
    measured = scores([example.intent for example in kept], found)
    interval = wilson(round(measured.accuracy * measured.n), measured.n)
    return Quality(
        accuracy=measured.accuracy,
        accuracy_low=interval.low,
        accuracy_high=interval.high,
        macro_f1=measured.macro_f1,
        intents=tuple(
            IntentQuality(name, one.precision, one.recall, one.f1, one.n) for name, one in measured.per_class.items()
        ),
        confusions=(),
        suspects=(),
        too_few=tuple(name for name, one in measured.per_class.items() if one.n < _WORTH_RELYING_ON),
        threshold=decision.threshold,
        out_of_scope=OutOfScope(0.05, None),
        examples=len(kept),
        embeddings=False,
        train_s=seconds,
    )
