"""What the reading of the messages says about how the customer feels, where it decides what the assistant does."""

import re

from relevo.assistant.types import Context
from relevo.kit.folding import fold
from relevo.understanding.mood import has_been_let_down, is_attacking, is_grieving

_SURE, _VERY_SURE = 0.65, 0.85
_WANTS_PERSON = 0.6
_NEGATIVE = frozenset({"frustrated", "angry", "distressed"})
_NOT_WITH_YOU = re.compile(
    r"\bcontigo (?:ya )?no (?:hablo|sigo|quiero)"
    r"|\bno (?:hablo|sigo|quiero (?:hablar|seguir)) (?:mas )?con(?:tigo| (?:una? )?(?:robot|bot|maquina|ia))"
    r"|\bnot (?:talking|speaking|chatting) to (?:you|a (?:bot|robot|machine))|\bdone (?:talking|with) (?:to )?(?:you|this bot)\b"
)
_NO_PERSON = re.compile(r"\b(?:no hace falta|sin que|no quiero|don'?t need|no need)\b")


def emotion(context: Context) -> tuple[str, float]:
    """The strongest of the messages of this turn; neutral where they were not read."""
    found = [(r.emotion.value, r.emotion.confidence) for r in context.readings if r.emotion.value != "neutral"]
    return max(found, key=lambda one: one[1], default=("neutral", 1.0))


def is_upset(context: Context) -> bool:
    """Insults or threatens. Words that can be innocent count only where the reading agrees."""
    value, sure = emotion(context)
    if is_attacking(context.text):
        return not context.readings or value in _NEGATIVE
    return value == "angry" and sure >= _VERY_SURE and _has_been_handed_off(context)


def wants_person(context: Context) -> bool:
    """By the reading alone, for words that no pattern knows."""
    folded = fold(context.text)
    if _NOT_WITH_YOU.search(folded):
        return True
    if _NO_PERSON.search(folded):
        return False
    last = context.readings[-1:]  # "one question" reads like it, until the question comes
    return any(reading.wants_human for reading in context.readings) or any(
        g.name == "talk_to_human" and g.confidence >= _WANTS_PERSON for reading in last for g in reading.intents[:1]
    )


def regret(context: Context) -> str:
    """Which regret a reply begins with, or nothing."""
    if is_grieving(context.text):
        return "condolences"
    value, sure = emotion(context)
    return "sorry" if has_been_let_down(context.text) or (value in _NEGATIVE and sure >= _SURE) else ""


def _has_been_handed_off(context: Context) -> bool:
    return any(exchange.outcome == "hand_off" for exchange in context.history[-2:])
