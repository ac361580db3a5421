"""Examples, what is found in a message, and what is known of a model's quality."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from relevo.kit.errors import Invalid
from relevo.understanding.types import Guess

NONE = "oos"  # the label of examples that are none of the intents; they are not needed, and used where there are some

Progress = Callable[[float, str], None]  # the share done, from 0 to 1, and what is being done


class TooFewExamples(Invalid):
    """An own model needs at least two intents with two examples each."""

    code = "too_few_examples"


class UnreadableModel(Invalid):
    """These bytes are not an own model that this version can read; train it anew."""

    code = "unreadable_model"


@dataclass(frozen=True, slots=True)
class Example:
    """A text that means an intent. `id` is handed back where the report speaks of it."""

    text: str
    intent: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a model finds in a message.

    `intents`: most likely first, several where several things are wanted; empty where it is none of those known. `candidates`: two or
    three between which the text does not decide. `ranking`: the likeliest ones whatever the threshold says.
    """

    intents: tuple[Guess, ...]
    is_none: bool
    candidates: tuple[Guess, ...]
    ranking: tuple[Guess, ...]


@dataclass(frozen=True, slots=True)
class IntentQuality:
    """How well one intent is found among the others, measured on examples that were kept back."""

    name: str
    precision: float
    recall: float
    f1: float
    examples: int


@dataclass(frozen=True, slots=True)
class HardToTellApart:
    """`share` of the examples of `a` and `b` are taken for the other one; `because` are words that stand in both."""

    a: str
    b: str
    share: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suspect:
    """An example that looks as if it had the wrong label. `same_as` is the id of a near copy under the other label, if that is why."""

    example_id: str
    text: str
    labelled: str
    looks_like: str
    confidence: float
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """The share of examples that is refused as none of the intents, and how many of a left-out intent's messages are."""

    refused: float
    recall: float | None  # measured by leaving intents out of the training, None where there are too few


@dataclass(frozen=True, slots=True)
class Quality:
    """What cross-validation says of a model; every figure is on examples that the model had not seen."""

    accuracy: float
    accuracy_low: float
    accuracy_high: float
    macro_f1: float
    intents: tuple[IntentQuality, ...]
    confusions: tuple[HardToTellApart, ...]
    suspects: tuple[Suspect, ...]
    too_few: tuple[str, ...]  # intents with fewer examples than are worth relying on
    threshold: float
    out_of_scope: OutOfScope
    examples: int
    embeddings: bool
    train_s: float
    repeated: int = 0  # examples that stood there twice under the same intent, counted once

    def after(self, seconds: float) -> "Quality":
        """The same with the time that the training took."""
        return replace(self, train_s=seconds)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Quality":
        """Reads what `as_json` gave, also after it went through JSON."""
        plain = dict(stored)
        plain["intents"] = tuple(IntentQuality(**one) for one in plain["intents"])
        plain["confusions"] = tuple(_confusion(one) for one in plain["confusions"])
        plain["suspects"] = tuple(Suspect(**one) for one in plain["suspects"])
        plain["too_few"] = tuple(plain["too_few"])
        plain["out_of_scope"] = OutOfScope(**plain["out_of_scope"])
        return cls(**plain)


def _confusion(stored: Mapping[str, Any]) -> HardToTellApart:
    return HardToTellApart(stored["a"], stored["b"], stored["share"], tuple(stored["because"]))


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workspace may want otherwise: the share of its own messages that may be refused as none of the intents."""

    refused: float = 0.05
    seed: int = field(default=1)
