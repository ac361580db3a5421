"""What the assistant is given and what it decides."""

from dataclasses import dataclass
from typing import Literal

from relevo.assistant.grounding.types import Evidence
from relevo.assistant.memory.kinds import NOTHING, Remembered
from relevo.understanding.types import Reading

Form = Literal["tu", "usted"]
HandOffReason = Literal[
    "safety", "fraud", "urgent", "requested", "upset", "no_answer", "failed_twice", "assistant_failed"
]


@dataclass(frozen=True, slots=True)
class Voice:
    """For whom and how the assistant speaks. `locale` is es or en."""

    workspace: str
    name: str
    locale: str
    form: Form = "tu"


@dataclass(frozen=True, slots=True)
class Source:
    """What an answer stands on: the article's stable name and the passage's own words."""

    article: str
    title: str
    quote: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One earlier turn of this contact: what was asked, and what the assistant did about it."""

    asked: str
    outcome: str | None
    articles: tuple[str, ...] = ()
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """All that a decision is made from besides the knowledge. `text` is everything said since the last answer.

    `country` is the contact's own where it is known, as an ISO code; `people_available` whether somebody is there now, None where
    that was not looked up.
    """

    text: str
    voice: Voice
    history: tuple[Exchange, ...] = ()
    introduced: bool = False
    failed_attempts: int = 0
    readings: tuple[Reading, ...] = ()  # of the messages in `text`, oldest first
    country: str | None = None
    people_available: bool | None = None
    remembered: Remembered = NOTHING


@dataclass(frozen=True, slots=True)
class Answer:
    """`evidence` are the passages it is made of. `candidates`, here and below, are the best passages on the question, for
    whoever else may write the answer; none where nobody may."""

    text: str
    sources: tuple[Source, ...]
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Clarify:
    """Asks back. `failed` where nothing was understood, so that it counts as a failed attempt."""

    text: str
    quick_replies: tuple[str, ...]
    reasons: tuple[str, ...]
    failed: bool = False
    candidates: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class HandOff:
    reason: HandOffReason
    text: str
    sources: tuple[Source, ...]
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    reasons: tuple[str, ...]


Decision = Answer | Clarify | HandOff | Silence
