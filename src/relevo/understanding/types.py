"""What is understood of a message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Emotion = Literal["neutral", "confused", "frustrated", "angry", "distressed", "satisfied"]
Urgency = Literal["critical", "high", "normal", "low"]


@dataclass(frozen=True, slots=True)
class Guess:
    """An intent with the calibrated probability that it is meant."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A label with its calibrated probability, and the words of the text that weighed most for it."""

    value: str
    confidence: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Personal data in a text. `start` and `end` count code points of the text as it was given."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of one message.

    `intents`: most likely first, several where several things are wanted, none where it is none of those known.
    `candidates`: two or three between which the text does not decide; they are what to ask back about. `model`: which models read it.
    """

    language: str
    language_is_sure: bool
    intents: tuple[Guess, ...]
    candidates: tuple[Guess, ...]
    emotion: Judged
    urgency: Judged
    wants_human: bool
    personal_data: tuple[Span, ...]
    model: str


def guesses_of(found: Sequence[Mapping[str, Any]]) -> tuple[Guess, ...]:
    """Guesses as they were written down."""
    return tuple(Guess(guess["name"], guess["confidence"]) for guess in found)
