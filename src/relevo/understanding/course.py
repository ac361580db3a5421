"""The reading of a conversation: a pure function of what was said in it, oldest first.

What a customer writes before somebody replies is one utterance, however many messages it took: its mood is the strongest in it,
unless it ends in relief. The conversation's mood is that of the last utterance, and its course says where it came from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Literal

Course = Literal["rising", "falling", "steady"]

# From content to beside oneself. Anger and distress are different, but neither is worse.
_LEVELS = {"satisfied": 0, "neutral": 1, "confused": 2, "frustrated": 3, "distressed": 4, "angry": 4}
_URGENCIES = ("low", "normal", "high", "critical")
_NOTHING_WANTED = frozenset({"small_talk", "out_of_scope"})
_STEADY_AFTER = 3  # utterances in the same mood: it is no longer on its way anywhere
_MOST_INTENTS = 10


@dataclass(frozen=True, slots=True)
class Step:
    """A customer's message as it was read. `because` are the words that its urgency stands on."""

    at: datetime
    intents: tuple[str, ...]
    emotion: str
    urgency: str
    because: tuple[str, ...] = ()
    wants_human: bool = False
    language: str = ""
    language_is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Reply:
    """What was said to the customer. `answers` is False where the assistant asked back or passed on."""

    by_person: bool
    answers: bool


@dataclass(frozen=True, slots=True)
class ConversationCourse:
    """`since`: when the present mood began. `urgency`: the highest of what still waits for an answer, with its reason."""

    intents: tuple[str, ...]
    emotion: str
    course: Course
    since: datetime
    urgency: str
    urgency_reason: str
    wants_human: bool
    language: str

    @property
    def intent(self) -> str | None:
        """What it is about now: the newest intent that wants something."""
        return next((name for name in self.intents if name not in _NOTHING_WANTED), next(iter(self.intents), None))


def course_of(said: Sequence[Step | Reply]) -> ConversationCourse | None:
    """None where no message of the customer has been read."""
    steps = [one for one in said if isinstance(one, Step)]
    if not steps:
        return None
    emotion, since, course = _mood(said)
    urgency, reason = _urgency(said)
    return ConversationCourse(
        _intents(steps), emotion, course, since, urgency, reason, _wants_human(said), _language(steps)
    )


def _mood(said: Sequence[Step | Reply]) -> tuple[str, datetime, Course]:
    utterances = [list(group) for is_step, group in groupby(said, lambda one: isinstance(one, Step)) if is_step]
    moods = [_mood_of([one for one in utterance if isinstance(one, Step)]) for utterance in utterances]
    present = moods[-1][0]
    first = len(moods) - 1
    while first and moods[first - 1][0] == present:
        first -= 1
    since = moods[first][1]
    if first == 0 or len(moods) - first >= _STEADY_AFTER:
        return present, since, "steady"
    before, level = _LEVELS[moods[first - 1][0]], _LEVELS[present]
    return present, since, "rising" if level > before else "falling" if level < before else "steady"


def _mood_of(utterance: Sequence[Step]) -> tuple[str, datetime]:
    """The mood, and the moment of the first message that shows it."""
    if utterance[-1].emotion == "satisfied":
        return "satisfied", utterance[-1].at
    strongest = max(_LEVELS[step.emotion] for step in utterance)
    shown = [step for step in utterance if _LEVELS[step.emotion] == strongest]
    return shown[-1].emotion, next(step.at for step in shown if step.emotion == shown[-1].emotion)


def _urgency(said: Sequence[Step | Reply]) -> tuple[str, str]:
    waiting = _waiting(said)
    if not waiting:
        last = next(one for one in reversed(said) if isinstance(one, Step))
        return ("low" if _is_relieved(last) else _at_most_normal(last.urgency)), ""
    highest = max(_URGENCIES.index(step.urgency) for step in waiting)
    step = next(step for step in reversed(waiting) if _URGENCIES.index(step.urgency) == highest)
    return step.urgency, " · ".join(step.because)


def _waiting(said: Sequence[Step | Reply]) -> list[Step]:
    """What has not been answered. The assistant answers questions; what is critical waits for a person."""
    waiting: list[Step] = []
    for one in said:
        if isinstance(one, Reply):
            if one.answers:
                waiting = [step for step in waiting if step.urgency == "critical" and not one.by_person]
        elif _is_relieved(one):
            waiting = []
        else:
            waiting.append(one)
    return waiting


def _is_relieved(step: Step) -> bool:
    """ "Solved, thanks": content, and nothing more is wanted."""
    return step.emotion == "satisfied" and (step.urgency == "low" or _NOTHING_WANTED.issuperset(step.intents))


def _at_most_normal(urgency: str) -> str:
    return urgency if urgency == "low" else "normal"


def _wants_human(said: Sequence[Step | Reply]) -> bool:
    """Asked for, and no person has spoken since."""
    wanted = False
    for one in said:
        wanted = wanted or one.wants_human if isinstance(one, Step) else wanted and not one.by_person
    return wanted


def _intents(steps: Sequence[Step]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for step in reversed(steps) for name in step.intents))[:_MOST_INTENTS]


def _language(steps: Sequence[Step]) -> str:
    return next((step.language for step in reversed(steps) if step.language_is_sure), steps[-1].language)
