"""How well messages are read: readings compared with labels given by people."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from relevo.kit.errors import Invalid
from relevo.understanding.scores import (
    ClassScore,
    Interval,
    Latency,
    Scores,
    class_score,
    latency,
    macro_f1_interval,
    scores,
)
from relevo.understanding.types import Reading

NONE = "out_of_scope"  # what a reading without an intent counts as
LABELS = ("intent", "emotion", "urgency")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message and what people read in it; what nobody labelled is None and not counted."""

    text: str
    lang: str | None = None
    intent: str | None = None
    emotion: str | None = None
    urgency: str | None = None
    wants_human: bool | None = None


@dataclass(frozen=True, slots=True)
class MeasuredLabel:
    scores: Scores
    macro_f1_interval: Interval


@dataclass(frozen=True, slots=True)
class MeasuredMessages:
    """`language` and `wants_human` are None where no message carries that label, and so are labels missing in `labels`."""

    n: int
    language: Scores | None
    labels: dict[str, MeasuredLabel]
    wants_human: ClassScore | None
    latency: Latency


Reader = Callable[[str], Reading]
Intent = Callable[[Reading, str], str]


def read_labelled(lines: Iterable[str]) -> list[Labelled]:
    """Messages of a JSONL file. Raises Invalid with the line where one cannot be read."""
    found = [_labelled(line, number) for number, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise Invalid("The file holds no message.")
    return found


def _labelled(line: str, number: int) -> Labelled:
    try:
        row: Any = json.loads(line)
    except ValueError:
        raise Invalid(f"Line {number} is not JSON.") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise Invalid(f"Line {number} has no text.")
    labels: dict[str, str | None] = {}
    for name in ("lang", *LABELS):
        value = row.get(name)
        if value is not None and not isinstance(value, str):
            raise Invalid(f"Line {number}: {name} is not a text.")
        labels[name] = value
    person = row.get("wants_human")
    if person is not None and not isinstance(person, bool):
        raise Invalid(f"Line {number}: wants_human is neither true nor false.")
    return Labelled(row["text"], **labels, wants_human=person)


def likeliest(reading: Reading, text: str) -> str:
    """The intent that a reading names first; none of those known counts as out of scope."""
    return reading.intents[0].name if reading.intents else NONE


def measure_messages(messages: Sequence[Labelled], read: Reader, intent: Intent = likeliest) -> MeasuredMessages:
    """Reads every message alone and compares. `intent` says which intent a reading stands for."""
    seconds: list[float] = []
    readings: list[tuple[Labelled, Reading, str]] = []
    read(messages[0].text)  # the first loads the models
    for message in messages:
        begun = perf_counter()
        reading = read(message.text)
        wanted = intent(reading, message.text)
        seconds.append(perf_counter() - begun)
        readings.append((message, reading, wanted))
    return MeasuredMessages(
        n=len(messages),
        language=_scores([(message.lang, reading.language) for message, reading, _ in readings]),
        labels=_labels(readings),
        wants_human=_person([(message.wants_human, reading.wants_human) for message, reading, _ in readings]),
        latency=latency(seconds),
    )


def _labels(readings: Sequence[tuple[Labelled, Reading, str]]) -> dict[str, MeasuredLabel]:
    pairs = {
        "intent": [(message.intent, wanted) for message, _, wanted in readings],
        "emotion": [(message.emotion, reading.emotion.value) for message, reading, _ in readings],
        "urgency": [(message.urgency, reading.urgency.value) for message, reading, _ in readings],
    }
    measured: dict[str, MeasuredLabel] = {}
    for name, found in pairs.items():
        if one := _scores(found):
            known = [(gold, given) for gold, given in found if gold is not None]
            measured[name] = MeasuredLabel(one, macro_f1_interval([g for g, _ in known], [f for _, f in known]))
    return measured


def _scores(pairs: Sequence[tuple[str | None, str]]) -> Scores | None:
    known = [(gold, found) for gold, found in pairs if gold is not None]
    return scores([gold for gold, _ in known], [found for _, found in known]) if known else None


def _person(pairs: Sequence[tuple[bool | None, bool]]) -> ClassScore | None:
    known = [(gold, found) for gold, found in pairs if gold is not None]
    if not known:
        return None
    right = sum(gold and found for gold, found in known)
    return class_score(right, sum(gold for gold, _ in known), sum(found for _, found in known))
