"""How well unsupported answers are found, on a file of answers that people judged."""

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from relevo.assistant.grounding.judge import judged
from relevo.assistant.grounding.types import Evidence
from relevo.kit.errors import SetupError
from relevo.understanding.language import language_of
from relevo.understanding.scores import Latency

_ENOUGH_TO_TELL = 400  # characters, for the language of a source


@dataclass(frozen=True, slots=True)
class Line:
    sources: tuple[str, ...]
    question: str
    answer: str
    supported: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Of finding the unsupported ones. `auroc` is the chance that an unsupported answer is doubted more than a supported one."""

    n: int
    unsupported: int
    flagged: int
    precision: float
    recall: float
    f1: float
    balanced_accuracy: float
    auroc: float
    latency: Latency


def read_lines(lines: Iterable[str]) -> Iterator[Line]:
    """Raises SetupError with the number of a line that is not as it should be."""
    for number, text in enumerate(lines, 1):
        if text.strip():
            try:
                yield _line(json.loads(text))
            except (ValueError, KeyError, TypeError):
                raise SetupError(
                    f'Line {number} is not {{"sources": [texts], "question": text, "answer": text, "supported": true or false}}.'
                ) from None


def _line(given: Any) -> Line:
    sources, question, answer, supported = (
        given["sources"],
        given.get("question") or "",
        given["answer"],
        given["supported"],
    )
    if isinstance(sources, str):
        sources = [sources]
    if not (isinstance(question, str) and isinstance(answer, str) and isinstance(supported, bool)):
        raise TypeError
    if not all(isinstance(one, str) for one in sources):
        raise TypeError
    return Line(tuple(sources), question, answer, supported)


def measure(lines: Iterable[Line]) -> Score:
    """Each answer against its sources. Raises SetupError where there is nothing to measure."""
    gold: list[bool] = []
    found: list[bool] = []
    doubts: list[float] = []
    times: list[float] = []
    for line in lines:
        started = time.perf_counter()
        locale = language_of(line.answer, inherited="en").code
        evidence = [Evidence(str(at), "", "", text, _locale(text)) for at, text in enumerate(line.sources)]
        one = judged(line.answer, evidence, question=line.question, locale=locale)
        times.append(1000 * (time.perf_counter() - started))
        gold.append(not line.supported)
        found.append(one.unsupported)
        doubts.append(one.doubt)
    if not gold:
        raise SetupError("There is no line to measure.")
    return _score(np.array(gold), np.array(found), np.array(doubts), times)


def _locale(text: str) -> str:
    return language_of(text[:_ENOUGH_TO_TELL], inherited="en").code


def _score(gold: np.ndarray, found: np.ndarray, doubts: np.ndarray, times: Sequence[float]) -> Score:
    hits = int((gold & found).sum())
    precision = hits / max(int(found.sum()), 1)
    recall = hits / max(int(gold.sum()), 1)
    spared = int((~gold & ~found).sum()) / max(int((~gold).sum()), 1)
    p50, p99 = np.percentile(times, [50, 99])
    return Score(
        n=len(gold),
        unsupported=int(gold.sum()),
        flagged=int(found.sum()),
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / (precision + recall) if hits else 0.0,
        balanced_accuracy=(recall + spared) / 2,
        auroc=_auroc(gold, doubts),
        latency=Latency(float(p50), float(p99)),
    )


def _auroc(gold: np.ndarray, doubts: np.ndarray) -> float:
    wrong, right = doubts[gold], np.sort(doubts[~gold])
    if not len(wrong) or not len(right):
        return 0.5
    below, up_to = np.searchsorted(right, wrong, "left"), np.searchsorted(right, wrong, "right")
    return float(((below + up_to) / 2).mean() / len(right))
