"""What kind of answer a question wants: a price, a length of time, hours, a number to call, or how something is done."""

import re
from functools import lru_cache

from relevo.assistant.units import Unit
from relevo.kit.folding import fold
from relevo.knowledge.terms import Slot, shapes_of

HOW_TO = "how_to"
HOW_MANY = "how_many"
_FIGURES = frozenset({"how_much", "how_long", "days_limit", "open", "phone", "email"})
_ASKS_HOW = re.compile(
    r"\bcomo (?!(?:es|son|esta|estan|de|se llama)\b)|\bque (?:hago|hacemos|puedo hacer|tengo que hacer|debo hacer|hay que hacer)\b"
    r"|\bhow (?:do|can|should|would) (?:i|we|you)\b|\bhow to\b|\bwhat (?:do|can|should) (?:i|we) do\b|\b(?:los pasos|the steps)\b"
)
_WISHES = re.compile(
    r"(?<!no )(?<!no lo )(?<!no la )\b(?:quiero|quisiera|necesito|queria|me gustaria|i want|i need|i would like|i'd like)\b"
)
_ASKS_WHEN = re.compile(r"^\W*(?:y |pero |and |but )?(?:cuando|when) (?!.*,)")
_ASKS_HOW_MANY = re.compile(
    r"\bcuant[oa]s (?!dias|horas|meses|anos|semanas)|\bhow many (?!days|hours|months|years|weeks)"
)
_NUMBER_LIMIT = re.compile(r"\b(?:hasta|max\w+(?: de)?|up to|at most|limit of) \d")
_DOES = re.compile(
    r"\w > \w|\S@\S|\bse (?:hace|pide|contrata|reserva|solicita) en\b|[\"“«][^\"”»]{2,40}[\"”»]"
)  # a menu, an address to write to, a button
_TELLS = (
    (HOW_TO, re.compile(r"^(?:como|how|paso a paso|step by step)\b")),
    ("how_long", re.compile(r"^(?:cuando|when|how long|cuanto (?:tarda|dura)|plazos?)\b")),
    ("how_much", re.compile(r"^(?:cuanto (?:cuesta|vale)|how much|precios?|prices?|costs?|tarifas?|fees)\b")),
)


def wants_of(text: str, slots: list[Slot]) -> frozenset[str]:
    """The kinds of answer that fit the question; empty where any does."""
    meanings = {name for slot in slots for name in slot.meanings}
    folded = fold(text)
    wants = meanings & _FIGURES
    if "days_limit" in wants or _ASKS_WHEN.search(folded):
        wants.add("how_long")
    if _ASKS_HOW_MANY.search(folded) and not wants:
        wants.add(HOW_MANY)
    if _ASKS_HOW.search(folded) or (not wants and _WISHES.search(folded)):
        wants.add(HOW_TO)
    return frozenset(wants)


def is_figure(slot: Slot) -> bool:
    """Whether the slot asks for a figure rather than names a subject."""
    return bool(slot.meanings) and _FIGURES.issuperset(slot.meanings)


def gives(unit: Unit, wants: frozenset[str]) -> bool:
    """Whether the unit has the looks of what is wanted."""
    if HOW_TO in wants and (unit.kind == "step" or _DOES.search(unit.text) or tells(unit, frozenset({HOW_TO}))):
        return True
    if HOW_MANY in wants and _NUMBER_LIMIT.search(fold(unit.text)):
        return True
    return not wants.isdisjoint(_shapes(unit.text))


def tells(unit: Unit, wants: frozenset[str]) -> bool:
    """Whether the heading itself announces what is wanted ("When you get your money")."""
    heading = fold(unit.entry.heading)
    return any(name in wants and shape.match(heading) for name, shape in _TELLS)


@lru_cache(maxsize=50_000)
def _shapes(text: str) -> frozenset[str]:
    return frozenset(shapes_of(text))
