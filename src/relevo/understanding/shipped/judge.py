"""From probabilities to a judgement: emotion, urgency, the wish for a person, intents, ties. Pure."""

import re

from relevo.understanding.shipped.because import weightiest
from relevo.understanding.shipped.model import Chances, ShippedModel
from relevo.understanding.types import Guess, Judged

NONE = "out_of_scope"
NOT_BESIDE = frozenset({NONE, "small_talk", "talk_to_human", "complaint"})  # no second wish: they accompany others
_ALSO = (
    r"y adem[aá]s|adem[aá]s|tambi[eé]n|por otro lado|otra cosa|de paso"
    r"|and also|also|one more thing|another thing|while I'm here"
)
_PART = re.compile(rf"[.!?;\n]+|,?\s+\b(?:{_ALSO})\b", re.IGNORECASE)
UNREMARKABLE = frozenset({"neutral", "normal"})  # nobody asks why
_SHORTEST_PART = 4  # words
_MOST_PARTS = 6
_MOST_CANDIDATES = 3


def emotion(model: ShippedModel, chances: Chances) -> Judged:
    found = chances.by_question["emotion"]
    return _judged(model, chances, "emotion", model.fusion.weighings["emotion"].choice(found))


def urgency(model: ShippedModel, chances: Chances) -> Judged:
    """Critical already where it is likely enough; else the likeliest of the others."""
    found, labels = chances.by_question["urgency"], model.labels("urgency")
    critical = labels.index("critical")
    if found[critical] >= model.fusion.critical_from:
        return _judged(model, chances, "urgency", critical)
    others = found.copy()
    others[critical] = 0
    return _judged(model, chances, "urgency", model.fusion.weighings["urgency"].choice(others))


def _judged(model: ShippedModel, chances: Chances, question: str, label: int) -> Judged:
    value = model.labels(question)[label]
    because = () if value in UNREMARKABLE else weightiest(model.linear, chances, question, label)
    return Judged(value, _rounded(chances.by_question[question][label]), because)


def wants_person(model: ShippedModel, chances: Chances) -> float:
    """The probability that a person is asked for."""
    return float(chances.by_question["wants_human"][model.labels("wants_human").index("true")])


def ranking(model: ShippedModel, chances: Chances) -> tuple[Guess, ...]:
    """Every intent, the likeliest first."""
    found = chances.by_question["intent"]
    guesses = (Guess(name, _rounded(chance)) for name, chance in zip(model.labels("intent"), found, strict=True))
    return tuple(sorted(guesses, key=lambda guess: (-guess.confidence, guess.name)))


def intents(model: ShippedModel, chances: Chances, text: str) -> tuple[Guess, ...]:
    """What is wanted, the likeliest first and then what is wanted besides; nothing where it is none of those known."""
    first = ranking(model, chances)[0]
    if first.name == NONE or first.confidence < model.fusion.none_below:
        return ()
    return (first, *_further(model, text, first))


def _further(model: ShippedModel, text: str, first: Guess) -> tuple[Guess, ...]:
    """Wishes that parts of the message are about, other than the first."""
    parts = [part.strip() for part in _PART.split(text)]
    parts = [part for part in parts if len(part.split()) >= _SHORTEST_PART]
    if not 1 < len(parts) <= _MOST_PARTS or first.name in NOT_BESIDE:
        return ()
    found: dict[str, Guess] = {}
    for part in parts:
        quick = model.quick_intents(part)
        best = Guess(model.labels("intent")[int(quick.argmax())], _rounded(quick.max()))
        if best.confidence >= model.fusion.further_from and best.name not in NOT_BESIDE | {first.name}:
            found[best.name] = max(best, found.get(best.name, best), key=lambda guess: guess.confidence)
    return tuple(sorted(found.values(), key=lambda guess: -guess.confidence)[:2])


def candidates(model: ShippedModel, chances: Chances) -> tuple[Guess, ...]:
    """Two or three intents between which the text does not decide, or none."""
    ranked = [guess for guess in ranking(model, chances) if guess.name != NONE][:_MOST_CANDIDATES]
    near = [guess for guess in ranked if guess.confidence >= model.fusion.near * ranked[0].confidence]
    return tuple(near) if len(near) > 1 else ()


def _rounded(chance: float) -> float:
    return round(float(chance), 3)
