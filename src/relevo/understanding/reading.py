"""Reads a message: language, what is wanted, the emotion behind it, how long it can wait, personal data. No network, no language model.

Any string has a reading, and the same string always the same.
"""

from collections.abc import Sequence

from relevo.understanding.language import language_of
from relevo.understanding.person import person_requested
from relevo.understanding.personal import find_personal_data
from relevo.understanding.shipped import judge
from relevo.understanding.shipped.model import shipped_model
from relevo.understanding.types import Judged, Reading

LONGEST = 20_000  # characters; what comes after is not read


def read(text: str, *, inherited: str = "es", known_names: Sequence[str] = ()) -> Reading:
    """The reading of `text`. `inherited` is the language of the conversation, which texts too short to tell take over;
    `known_names` are those of the contact, found in any writing."""
    text = text[:LONGEST]
    language = language_of(text, inherited=inherited)
    model = shipped_model()
    if not any(c.isalnum() for c in text):
        return _nothing_said(text, language.code, sure=language.sure)
    chances = model.chances(text)
    person = person_requested(text, language.code) is not None
    return Reading(
        language=language.code,
        language_is_sure=language.sure,
        intents=judge.intents(model, chances, text),
        candidates=judge.candidates(model, chances),
        emotion=judge.emotion(model, chances),
        urgency=judge.urgency(model, chances),
        wants_human=person or judge.wants_person(model, chances) >= model.fusion.person_from,
        personal_data=find_personal_data(text, known_names=known_names),
        model=f"shipped {model.version}",
    )


def _nothing_said(text: str, language: str, *, sure: bool) -> Reading:
    """No letter and no number: an emoji, a sign, nothing."""
    nothing = Judged("neutral", 1.0), Judged("low", 1.0)
    return Reading(language, sure, (), (), *nothing, wants_human=False, personal_data=(), model="none")
