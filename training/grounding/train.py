"""Learns model.json of the gate from material/ and says how good it is on sources kept back.

    python -m training.grounding.train [--out FILE]

A few minutes on one core. Logistic regressions: how likely a word is not supported, and, from the worst words and the rules
broken, how likely an answer is not. No weight of the latter may say that a fault speaks for an answer.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from relevo.assistant.grounding import answers, judge
from relevo.assistant.grounding.check import look_through
from relevo.assistant.grounding.types import Evidence
from training.grounding.material import Example, examples

FILE = Path(judge.__file__).with_name("model.json")
FOLDS = 8
UNSUPPORTED = 0.22  # of answers to questions, when the limit is chosen by F1
WORDS_HELD, ANSWERS_HELD = 0.002, 0.003
ADDED = frozenset({"added", "claim", "tail"})
# Weight of a changed word against an added claim, for answers to questions: models add more than they change.
CHANGED = 0.1


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=FILE)
    rows = [Row(one) for one in examples()]
    fold = _folds([row.example.case for row in rows])
    model: dict[str, object] = {"version": "1", "answers": {}, "limits": {}}
    kept_back = [np.zeros(0)] * len(rows)
    for turn in range(FOLDS):
        weights = _words([row for row, at in zip(rows, fold, strict=True) if at != turn])
        for at in np.flatnonzero(fold == turn):
            kept_back[at] = rows[at].answer(weights)
    table = np.array(kept_back)
    model["words"] = {fault: _stored(one) for fault, one in _words(rows).items()}
    for kind in ("answer", "summary"):
        chosen = np.array([judge.kind_of(row.example.question) == kind or kind == "summary" for row in rows])
        limit, report = _kept_back(
            kind, table[chosen], [row for row, yes in zip(rows, chosen, strict=True) if yes], fold[chosen]
        )
        print(report)
        model["answers"][kind] = _stored(
            _answers(table[chosen], *_labels(kind, [row for row, yes in zip(rows, chosen, strict=True) if yes]))
        )  # type: ignore[index]
        model["limits"][kind] = limit  # type: ignore[index]
    parser.parse_args().out.write_text(json.dumps(model) + "\n", encoding="utf-8")


class Row:
    """An example with what the model looks at."""

    def __init__(self, example: Example) -> None:
        self.example = example
        evidence = [Evidence(str(at), "", "", text, example.language) for at, text in enumerate(example.sources)]
        self.looked = list(look_through(example.answer, evidence, said=[example.question], locale=example.language))
        self.words = judge.words_looked_at(self.looked, example.question, example.language)
        self.wrong = np.concatenate([np.zeros(0, bool), *self._wrong()])

    def answer(self, weights: dict[str, judge.Weights]) -> np.ndarray:
        return answers.answer_features(self.looked, self.words, judge.doubts_of(weights, self.words))

    def _wrong(self) -> list[np.ndarray]:
        found, position = [], 0
        for one in self.looked:
            at = self.example.answer.find(one.laid.text if one.laid else one.checked.sentence, position)
            position = max(at, position)
            if one.laid is not None:
                found.append(
                    np.array(
                        [
                            any(a < at + w.end and at + w.start < b for a, b in self.example.wrong)
                            for w in one.laid.words
                        ],
                        bool,
                    )
                )
        return found


def _folds(names: list[str]) -> np.ndarray:
    order = {name: at % FOLDS for at, name in enumerate(dict.fromkeys(names))}
    return np.array([order[name] for name in names])


def _words(rows: list[Row]) -> dict[str, judge.Weights]:
    """For each kind of fault, learnt from answers that have it and from those without any."""
    found: dict[str, judge.Weights] = {}
    for fault in answers.FAULTS:
        chosen = [row for row in rows if row.example.supported or (row.example.fault in ADDED) == (fault == "added")]
        wrong = np.concatenate([row.wrong for row in chosen])
        table = np.concatenate([part for row in chosen for part in row.words])
        found[fault] = _fitted(table, wrong, np.ones(len(wrong)), WORDS_HELD, least=None)
    return found


def _answers(table: np.ndarray, wrong: np.ndarray, weight: np.ndarray) -> judge.Weights:
    return _fitted(table, wrong, weight, ANSWERS_HELD, least=0)


def _labels(kind: str, rows: list[Row]) -> tuple[np.ndarray, np.ndarray]:
    weight = [
        1.0 if kind == "summary" or row.example.supported or row.example.fault in ADDED else CHANGED for row in rows
    ]
    return np.array([not row.example.supported for row in rows]), np.array(weight)


def _fitted(
    table: np.ndarray, wrong: np.ndarray, weight: np.ndarray, held: float, *, least: float | None
) -> judge.Weights:
    mean, spread = table.mean(0), np.maximum(table.std(0), 0.01)
    scaled = (table - mean) / spread
    side = np.where(wrong, 1.0, -1.0)
    weight = weight * np.where(wrong, 0.5 / (weight * wrong).sum(), 0.5 / (weight * ~wrong).sum())

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        margin = side * (scaled @ values[:-1] + values[-1])
        pull = -weight * side / (1 + np.exp(np.clip(margin, -30, 30)))
        return (
            float(weight @ np.logaddexp(0, -margin) + held * values[:-1] @ values[:-1]),
            np.append(scaled.T @ pull + 2 * held * values[:-1], pull.sum()),
        )

    bounds = [(least, None)] * table.shape[1] + [(None, None)]
    found = minimize(loss, np.zeros(table.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return judge.Weights(
        mean.astype(np.float32), spread.astype(np.float32), found[:-1].astype(np.float32), float(found[-1])
    )


def _kept_back(kind: str, table: np.ndarray, rows: list[Row], fold: np.ndarray) -> tuple[float, str]:
    """The limit that is best on sources kept back, and how good it is there."""
    wrong, weight = _labels(kind, rows)
    doubt = np.zeros(len(rows))
    for turn in range(FOLDS):
        rest = fold != turn
        if (~rest).any():
            doubt[~rest] = _answers(table[rest], wrong[rest], weight[rest]).chances(table[~rest])
    own = np.array([judge.kind_of(row.example.question) == kind for row in rows])
    doubt, wrong, weight = doubt[own], wrong[own], weight[own]
    limits = np.linspace(0.2, 0.9, 71)
    measure = _f1 if kind == "answer" else _balanced
    scores = np.array([measure(doubt >= limit, wrong, weight) for limit in limits])
    smooth = np.convolve(np.pad(scores, 4, mode="edge"), np.ones(9) / 9, mode="valid")
    limit = float(limits[smooth.argmax()])
    ranks = np.argsort(np.argsort(doubt))
    auroc = (ranks[wrong].sum() - wrong.sum() * (wrong.sum() - 1) / 2) / (wrong.sum() * (~wrong).sum())
    flagged = doubt >= limit
    gross = weight == 1
    report = (
        f"{kind}: {own.sum()} answers, AUROC {auroc:.3f}, limit {limit:.2f}:"
        f" F1 at {UNSUPPORTED:.0%} unsupported {_f1(flagged, wrong, weight):.3f},"
        f" balanced accuracy {_balanced(flagged, wrong, weight):.3f}, supported ones flagged {flagged[~wrong].mean():.3f},"
        f" F1 with added claims alone {_f1(flagged[gross], wrong[gross], weight[gross]):.3f}"
    )
    return round(limit, 3), report


def _f1(flagged: np.ndarray, wrong: np.ndarray, weight: np.ndarray) -> float:
    found = UNSUPPORTED * (weight * (flagged & wrong)).sum() / (weight * wrong).sum()
    alarms = (1 - UNSUPPORTED) * (flagged & ~wrong).sum() / (~wrong).sum()
    return float(2 * found / (found + alarms + UNSUPPORTED))


def _balanced(flagged: np.ndarray, wrong: np.ndarray, weight: np.ndarray) -> float:
    return float((flagged[wrong].mean() + (~flagged[~wrong]).mean()) / 2)


def _stored(weights: judge.Weights) -> dict[str, list[float]]:
    return {
        "mean": [round(float(one), 5) for one in weights.mean],
        "spread": [round(float(one), 5) for one in weights.spread],
        "weights": [round(float(one), 5) for one in weights.weights],
        "bias": [round(weights.bias, 5)],
    }


if __name__ == "__main__":
    main()
