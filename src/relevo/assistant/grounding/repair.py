"""What may still be said of an answer after what did not pass is taken out."""

# ruff: noqa: E501 - tables and patterns

import re

from relevo.assistant.grounding.sentences import LIST_MARK
from relevo.assistant.grounding.types import Checked, Receipt
from relevo.kit.folding import fold

# A model that writes one of these did not do what it was asked; nothing of its answer is said.
_MISBEHAVED = frozenset({"hidden", "markup", "person", "about_itself", "too_long"})
# Begins with what only makes sense after the sentence before it.
_LEANS = re.compile(
    r"^(?:en ese caso|en tal caso|en ambos casos|despues de es[oa]|esto|eso|esta|este|ese|esa|estos|estas|esos|esas|ademas|tambien|tampoco|asi|por eso|por ello|pero"
    r"|sin embargo|no obstante|entonces|pasado es[ea]|si no|de lo contrario|el resto|los demas|ell[oa]s?|su |sus |lo mismo|en caso contrario|por tanto|y "
    r"|in that case|in this case|in both cases|after that|afterwards|this|that|these|those|it|they|its|their|also|additionally|however|but|then|therefore|thus"
    r"|otherwise|either way|if not|the rest|the others|the same|so|and)\b"
)


def kept(receipt: Receipt) -> str | None:
    """The sentences that passed and do not lean on one that did not; None where those do not make an answer."""
    if any(code in _MISBEHAVED for one in receipt.sentences for code in one.because):
        return None
    stay = _staying(receipt.sentences)
    answering = sum(one.verdict == "supported" for one in stay)
    dropped = sum(not one.passed for one in receipt.sentences)
    return _together(stay) if answering and answering >= dropped else None


def _staying(sentences: tuple[Checked, ...]) -> list[Checked]:
    stay: list[Checked] = []
    gone_before = steps_gone = False
    for one in sentences:
        is_step = bool(re.match(r"\s*\d", one.sentence)) and bool(LIST_MARK.match(one.sentence))
        leans = gone_before and bool(_LEANS.match(fold(LIST_MARK.sub("", one.sentence))))
        stays = one.passed and not leans and not (is_step and steps_gone)
        if stays:
            stay.append(one)
        gone_before = not stays
        steps_gone = is_step and (steps_gone or not stays)  # a guide with a step missing is no guide
    return _without_lonely_leads(stay)


def _without_lonely_leads(stay: list[Checked]) -> list[Checked]:
    """ "These are the steps:" goes where nothing supported follows."""
    found: list[Checked] = []
    for at, one in enumerate(stay):
        following = stay[at + 1] if at + 1 < len(stay) else None
        if one.sentence.rstrip().endswith(":") and (following is None or following.verdict != "supported"):
            continue
        found.append(one)
    return found


def _together(stay: list[Checked]) -> str:
    """Sentences run on; items and steps stand on lines of their own."""
    text = ""
    in_list = False
    for one in stay:
        is_item = bool(LIST_MARK.match(one.sentence))
        text += ("" if not text else "\n" if is_item or in_list else " ") + one.sentence.strip()
        in_list = is_item
    return text
