"""Fitting the views to examples, and what they say of examples that were kept back. Needs scikit-learn: training only."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from relevo.understanding.own.experts import Letters, Points, sentence_points
from relevo.understanding.own.features import features, words_of
from relevo.understanding.own.spelling import Spelling
from relevo.understanding.own.words import shipped
from relevo.understanding.table import Floats, Table, Vector, in_bytes, table_of

Ints = NDArray[np.int64]
_MANY = 2_000  # examples, above which fewer parts are kept back
_PLENTY = 6_000  # examples, above which a feature has to stand in two of them
_FOLDS, _FOLDS_OF_MANY = 5, 3
_LETTERS_C, _MEANINGS_C, _SENTENCES_C = 1.0, 30.0, 10.0


@dataclass(frozen=True)
class Seen:
    """The examples as the views see them; behind the first `examples` rows stand the names of intents, which are never kept back."""

    spelling: Spelling
    table: Table
    letters: sp.csr_matrix
    meanings: Floats
    sentences: Floats | None
    gold: Ints
    examples: int

    @property
    def classes(self) -> int:
        return int(self.gold.max()) + 1


def see(texts: Sequence[str], gold: Ints, language: str, *, sentences: Floats | None, examples: int) -> Seen:
    words = [words_of(text) for text in texts]
    read = [features(one) for one in words]
    table = table_of(read, rarest=2 if len(texts) > _PLENTY else 1)
    meanings = np.array([shipped().vector(text, inherited=language) for text in texts])
    if sentences is not None:
        sentences = sentence_points(sentences, meanings)
    spelling = Spelling(Counter(word for one in words for word in one))
    return Seen(
        spelling, table, matrix([table.vector(one) for one in read], table.size), meanings, sentences, gold, examples
    )


def matrix(vectors: Sequence[Vector], size: int) -> sp.csr_matrix:
    """A row a text, for training; `size` is that of the table the vectors come from."""
    ends = np.cumsum([0, *(len(vector.rows) for vector in vectors)])
    rows = np.concatenate([vector.rows for vector in vectors])
    return sp.csr_matrix(
        (np.concatenate([vector.values for vector in vectors]), rows, ends), shape=(len(vectors), size)
    )


def fit_letters(seen: Seen) -> Letters:
    weights, bias = _fit_svm(seen.letters, seen.gold)
    small, steps = in_bytes(weights)
    return Letters(seen.spelling, seen.table, small, steps, bias)


def fit_meanings(x: Floats, gold: Ints) -> Points:
    return _fit_points(x, gold, _MEANINGS_C)


def fit_sentences(x: Floats, gold: Ints) -> Points:
    return _fit_points(x, gold, _SENTENCES_C)


def _fit_points(x: Floats, gold: Ints, c: float) -> Points:
    fitted = LogisticRegression(C=c, max_iter=150, tol=1e-3).fit(x, gold)
    return Points(
        *_by_class(np.asarray(fitted.coef_) / 2, np.asarray(fitted.intercept_) / 2, double=len(fitted.coef_) > 1)
    )


def _fit_svm(x: sp.csr_matrix, gold: Ints) -> tuple[Floats, Floats]:
    fitted = LinearSVC(C=_LETTERS_C, tol=1e-2, random_state=1).fit(x, gold)
    return _by_class(np.asarray(fitted.coef_), np.asarray(fitted.intercept_), double=False)


def _by_class(weights: NDArray[np.float64], bias: NDArray[np.float64], *, double: bool) -> tuple[Floats, Floats]:
    """A column a class. A choice between two has one row of weights; the other is its mirror."""
    if len(weights) == 1:
        weights, bias = np.vstack([-weights, weights]), np.array([-bias[0], bias[0]])
    factor = 2 if double else 1
    return (weights.T * factor).astype(np.float32), (bias * factor).astype(np.float32)


def folds(seen: Seen, seed: int) -> list[tuple[Ints, Ints]]:
    """Parts to train on and to keep back; every class is in every part that is trained on."""
    gold, names = seen.gold[: seen.examples], np.arange(seen.examples, len(seen.gold))
    most = _FOLDS_OF_MANY if len(gold) > _MANY else _FOLDS
    count = int(min(most, max(2, np.bincount(gold).min())))
    parts = StratifiedKFold(count, shuffle=True, random_state=seed).split(np.zeros(len(gold)), gold)
    return [(np.concatenate([train, names]), test) for train, test in parts]


def kept_back(seen: Seen, parts: Sequence[tuple[Ints, Ints]], tell: Callable[[float], None]) -> dict[str, Floats]:
    """The scores of each view for each example, from models that had not seen it."""
    names = ["letters", "meanings", *(["sentences"] if seen.sentences is not None else [])]
    scores = {name: np.zeros((seen.examples, seen.classes), np.float32) for name in names}
    for number, (train, test) in enumerate(parts):
        for name, part in scores_of(seen, train, test).items():
            scores[name][test] = part
        tell((number + 1) / len(parts))
    return scores


def scores_of(seen: Seen, train: Ints, test: Ints) -> dict[str, Floats]:
    """What views fitted to `train` say of `test`, by class of the whole."""
    known, gold = np.unique(seen.gold[train], return_inverse=True)
    weights, bias = _fit_svm(seen.letters[train], gold)
    found = {"letters": np.asarray(seen.letters[test] @ weights + bias, np.float32)}
    found["meanings"] = fit_meanings(seen.meanings[train], gold).scores(seen.meanings[test])
    if seen.sentences is not None:
        found["sentences"] = fit_sentences(seen.sentences[train], gold).scores(seen.sentences[test])
    return {name: _spread(part, known, seen.classes) for name, part in found.items()}


def _spread(part: Floats, known: Ints, classes: int) -> Floats:
    if len(known) == classes:
        return part
    whole = np.full((len(part), classes), part.min(initial=0.0) - 1, np.float32)
    whole[:, known] = part
    return whole
