"""The single questions of a message: each is looked for by itself, so that none is left unanswered."""

# ruff: noqa: E501 - a pattern reads better on one line

import re

from relevo.kit.folding import fold
from relevo.understanding.question import Question

_MOST = 4
_WORDS = re.compile(r"\w+")
_ASKS = re.compile(
    r"\b(?:que|cuant[oa]s?|como|cuando|donde|adonde|quien|cual(?:es)?|por que|puedo|puede|podria|podeis|pueden|se puede|hay|tengo que|hace falta|es posible|quiero saber|dime|me dices"
    r"|what|how|when|where|which|who|why|can|could|do|does|did|is|are|will|would|should|am|may|need to|have to|tell me)\b"
)
_JOINT = re.compile(
    r"[?;]\s*|[,.]?\s+(?:y|e|o|and|or|but|pero|also|plus|ademas|&)\s+(?=(?:ademas |tambien |also |then |de paso )?(?:a |de |en |con |por |para |hasta |desde )?"
    r"(?:que|cuant[oa]s?|como|cuando|donde|quien|cual(?:es)?|puedo|puede|podria|podeis|si |se puede|hay |tengo que|me |os |te |what|how|when|where|which|who|can|could|do|does|did|is|are|will|would|should|am|if)\b)"
)


def asks_of(question: Question) -> tuple[str, ...]:
    """The questions in the order they were put; one where the message asks a single thing, or does not say what it asks."""
    found: list[str] = []
    for sentence, asks in question.sentences:
        if asks:
            found += [part for part in _parts(sentence) if _is_question(part)]
    return tuple(dict.fromkeys(found))[:_MOST]


def _parts(sentence: str) -> list[str]:
    """Folding keeps every character in its place, so what is cut in one is cut in the other."""
    folded = fold(sentence)
    cuts = [0, *(end for match in _JOINT.finditer(folded) for end in (match.start(), match.end())), len(sentence)]
    pieces = [sentence[start:end].strip(" ,;¿?") for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return [piece for piece in pieces if piece]


def _is_question(part: str) -> bool:
    return len(_WORDS.findall(part)) > 1 and bool(_ASKS.search(fold(part)))
