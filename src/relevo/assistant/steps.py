"""Guides that are followed one step after the other: where the customer stands, and what comes next."""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from dataclasses import dataclass

from relevo.assistant.types import Context, Exchange
from relevo.assistant.units import Unit, units_of
from relevo.kit.folding import fold
from relevo.knowledge.index import Index
from relevo.knowledge.stems import is_empty, stem

_WORD = re.compile(r"[^\W\d_]{3,}")
_SLOWLY = re.compile(
    r"\b(?:despacio|poco a poco|pas(?:o|ito) a pas(?:o|ito)|de uno en uno|uno por uno|uno a uno|un paso cada vez|primer paso|slowly|one (?:step |thing |bit )?at a time|step by step|one by one|bit by bit|first step)\b"
)
_NEXT = re.compile(
    r"\b(?:y ahora|ahora que|que (?:mas|sigue)|(?:el )?siguiente(?: paso)?|y luego|y despues|continua|sigamos|seguimos|adelante|now what|what now|what(?:'s| is)? next|and now|and then|next(?: step| one)?|go on|carry on)\b"
)
_DONE = re.compile(
    r"\b(?:hecho|lista|listo|ya esta|ya lo (?:he hecho|hice|tengo)|lo he hecho|lo hice|vale|ok|okay|hecho eso|done|did (?:that|it|all)|i have|i've (?:done|tried)|yep|yes|tried)\b"
)
_STILL = re.compile(
    r"\b(?:sigue|siguen|sigo|igual|nada|tampoco|ni (?:asi|a tiros)|no (?:va|funciona|sirve|ha (?:funcionado|servido|cambiado)|se (?:quita|va|arregla|mueve))|still|nothing|same|(?:did|does|is)n'?o?t (?:work|help|change)\w*|no (?:luck|change|difference|good))\b"
)
_ASKS = re.compile(
    r"\b(?:cuant[oa]s?|donde|quien|cual|por que|puedo|se puede|how (?:much|long|many)|where|who|which|why|can i|could)\b"
)
_LONGEST = 45
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Progress:
    """What to say next of a guide: its next step, or what it says for when all steps were done; nothing where it is at its end."""

    units: tuple[Unit, ...]
    done: int


def wants_it_slowly(context: Context) -> bool:
    if context.remembered.level == "beginner":
        return True
    texts = [context.text, *(exchange.asked for exchange in context.history[-3:])]
    return any(_SLOWLY.search(fold(text)) for text in texts)


def progress(context: Context, index: Index, locale: str) -> Progress | None:
    """Where the customer reports on a step they were given; None where they don't."""
    last = context.history[-1] if context.history else None
    if last is None or last.outcome != "answer" or not _reports(context.text):
        return None
    for article in last.articles:
        steps = [unit for entry in index.article(article) for unit in units_of(entry) if unit.kind == "step"]
        told = [at for at, step in enumerate(steps) if _was_told(step, context.history)]
        if told and _was_told(steps[told[-1]], (last,)) and _is_on(context.text, steps[told[-1]], locale):
            return Progress(_after(steps, told[-1], index), len(told))
    return None


def _reports(text: str) -> bool:
    folded = fold(text)
    return len(folded.split()) <= _LONGEST and (not _ASKS.search(folded) or bool(_NEXT.search(folded)))


def _is_on(text: str, step: Unit, locale: str) -> bool:
    folded = fold(text)
    if _NEXT.search(folded) or _DONE.search(folded) or _STILL.search(folded):
        return True
    return len(_stems(text, locale) & _stems(step.text, step.entry.locale)) >= _SHARED


def _stems(text: str, locale: str) -> set[str]:
    return {stem(word, locale) for word in _WORD.findall(text.lower()) if not is_empty(word, locale)}


def _was_told(step: Unit, history: tuple[Exchange, ...]) -> bool:
    return any(step.text in exchange.reply for exchange in history)


def _after(steps: list[Unit], at: int, index: Index) -> tuple[Unit, ...]:
    """The next step of the same list, else what stands below the list."""
    step = steps[at]
    following = [other for other in steps[at + 1 :] if other.entry == step.entry]
    if following:
        return (following[0],)
    below = [unit for unit in units_of(step.entry) if unit.place > step.place and unit.kind != "step"]
    if below:
        return tuple(below[:2])
    sections = [entry for entry in index.article(step.entry.article) if entry.position > step.entry.position]
    return tuple(unit for entry in sections[:1] for unit in units_of(entry) if unit.kind == "sentence")[:3]
