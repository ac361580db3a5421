"""A draft of an article from what people answered: their own sentences, chosen and not written. Pure functions.

A sentence is taken where it stood in somebody's first reply or was said in more than one conversation. What is about one person,
greets, or asks back is left out; a person reviews the draft before anything of it is published.
"""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from relevo.kit.folding import fold
from relevo.learning.gaps.alike import Meant, likeness, meant
from relevo.understanding.personal.find import find_personal_data
from relevo.understanding.smalltalk import small_talk

_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÁÉÍÓÚÑ¿¡0-9\[])|\n+")
_SAME = 0.72
_FEWEST_WORDS, _MOST = 4, 8
# Said in one conversation and true of it alone, or only said on the way.
_PASSING = re.compile(
    r"\b(?:hola|buenos dias|buenas (?:tardes|noches)|gracias por|un saludo|saludos|lo siento|disculp\w*|perdon\w*|un momento|ahora mismo (?:lo )?(?:miro|reviso)"
    r"|(?:te|le) (?:confirmo|llamo|escribo|paso)|he (?:mirado|revisado|visto)|tu pedido|su pedido|tu cuenta|su cuenta|hoy|manana|ayer"
    r"|hello|hi|good (?:morning|afternoon)|thanks for|thank you for|best regards|kind regards|sorry|one moment|let me (?:check|see)|i(?:'ve| have) (?:checked|looked)"
    r"|your order|your account|today|tomorrow|yesterday|i'll (?:call|write|check|get back))\b"
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a member said in a conversation; `is_first` where it was their first word there."""

    conversation_id: UUID
    text: str
    is_first: bool


@dataclass(frozen=True, slots=True)
class Taken:
    text: str
    conversations: tuple[UUID, ...]


@dataclass(slots=True)
class _Told:
    text: str
    meant: Meant
    conversations: dict[UUID, None]
    is_first: bool


def sentences(replies: Sequence[Reply], locale: str, *, names: Sequence[str] = ()) -> tuple[Taken, ...]:
    """Those that the draft is made of, in the order in which they were said. `names`: of people, who are not named in it."""
    told: list[_Told] = []
    for reply in replies:
        for text in _END.split(reply.text):
            if not _is_general(text := text.strip(" -*•\t"), names):
                continue
            new = meant(text, locale)
            same = next((one for one in told if likeness(one.meant, new) >= _SAME), None)
            if same is None:
                told.append(_Told(text, new, {reply.conversation_id: None}, reply.is_first))
            else:
                same.conversations[reply.conversation_id] = None
                same.is_first = same.is_first or reply.is_first
    chosen = [one for one in told if one.is_first or len(one.conversations) > 1]
    most = sorted(chosen, key=lambda one: -len(one.conversations))[:_MOST]
    return tuple(Taken(one.text, tuple(one.conversations)) for one in chosen if one in most)


def title(question: str, locale: str) -> str:
    """The question as it is written in a help centre."""
    line = question.strip()
    if line.endswith("?") and locale == "es" and "¿" not in line:
        line = f"¿{line[:1].upper()}{line[1:]}"
    return line[:1].upper() + line[1:]


def body(taken: Sequence[Taken]) -> str:
    return "\n\n".join(one.text for one in taken)


def _is_general(text: str, names: Sequence[str]) -> bool:
    if len(text.split()) < _FEWEST_WORDS or text.endswith("?") or small_talk(text):
        return False
    return not _PASSING.search(fold(text)) and not find_personal_data(text, known_names=names)
