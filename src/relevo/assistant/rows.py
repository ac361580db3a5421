"""Which rows of a table hold for what the customer said: by the place they name, and by amounts in ranges."""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from dataclasses import dataclass

from relevo.assistant.texts import COUNTRIES
from relevo.assistant.units import Unit
from relevo.kit.folding import fold
from relevo.knowledge.passages import ROW_CELL, ROW_NAME
from relevo.understanding.places import find_places

_UNION = frozenset(
    [
        "at",
        "be",
        "bg",
        "cy",
        "cz",
        "de",
        "dk",
        "ee",
        "es",
        "fi",
        "fr",
        "gr",
        "hr",
        "hu",
        "ie",
        "it",
        "lt",
        "lu",
        "lv",
        "mt",
        "nl",
        "pl",
        "pt",
        "ro",
        "se",
        "si",
        "sk",
    ]
)
_UNION_NAMES = re.compile(r"\b(?:union europea|european union|ue|eu)\b")
_OTHERS = re.compile(r"\b(?:resto|otros|otras|demas|rest of|other|others|elsewhere|anywhere else)\b")
_UNITS = {
    "euro": r"€|euros?|eur", "dollar": r"\$|pesos?|dolares|dollars?|mxn|cop|usd", "kilo": r"kg|kilos?|kilogramos?|kilograms?",
    "gram": r"g|gr|gramos?|grams?", "year": r"anos?|years?(?: old)?", "month": r"mes(?:es)?|months?", "week": r"semanas?|weeks?",
    "day": r"dias?|days?", "hour": r"h|horas?|hours?|hrs?", "minute": r"min|minutos?|minutes?", "metre": r"m|metros?|met(?:re|er)s?",
    "centimetre": r"cm|centimetros?|centimet(?:re|er)s?", "kilometre": r"km|kilometros?|kilomet(?:re|er)s?", "person": r"personas?|people|persons?|pax|guests?|invitados|comensales",
}  # fmt: skip
_NUMBER = r"(\d+(?:[.,]\d+)*)"
_RANGE = re.compile(
    rf"(?:entre |de |between |from )?{_NUMBER}\s*(?:€|kg|cm|km|m)?\s*(?:a|y|to|and|-|–|hasta)\s*{_NUMBER}"
)
_UP_TO = re.compile(
    rf"(?:hasta|maximo|menos de|menor(?:es)? de|por debajo de|antes de|up to|under|less than|below|within|<)\s*(?:€|\$)?\s*{_NUMBER}"
)
_FROM = re.compile(
    rf"(?:desde|mas de|mayor(?:es)? de|a partir de|superior(?:es)? a|minimo|over|more than|above|from|at least|>)\s*(?:€|\$)?\s*{_NUMBER}|{_NUMBER}\s*(?:\w+ )?(?:o mas|y mas|or more|\+|and over|en adelante)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    value: float
    unit: str


def rows_for(rows: list[Unit], said: str) -> list[Unit]:
    """The rows that hold for what was said; all of them where nothing said tells them apart."""
    return _by_place(rows, said) or _by_amount(rows, said) or rows


def _by_place(rows: list[Unit], said: str) -> list[Unit]:
    places = [place for place in find_places(said) if place.country]
    for place in reversed(places):
        names = {place.name, *(fold(COUNTRIES[locale].get(place.country or "", "")) for locale in COUNTRIES)} - {""}
        named = [
            row for row in rows if any(re.search(rf"\b{re.escape(name)}\b", _all_but_columns(row)) for name in names)
        ]
        if 0 < len(named) < len(rows):
            return named
        wider = [row for row in rows if place.country in _UNION and _UNION_NAMES.search(_all_but_columns(row))]
        wider = wider or ([] if named else [row for row in rows if _OTHERS.search(_all_but_columns(row))])
        if 0 < len(wider) < len(rows):
            return wider
    return []


def _all_but_columns(row: Unit) -> str:
    """A column that is called after a country says nothing about the row."""
    name, _, cells = row.text.partition(ROW_NAME)
    return fold(" ".join([name, *(cell.split(":", 1)[-1] for cell in cells.split(ROW_CELL))]))


def _by_amount(rows: list[Unit], said: str) -> list[Unit]:
    for amount in reversed(amounts_in(said)):
        held = [row for row in rows if holds(fold(row.text.partition(ROW_NAME)[0]), amount)]
        if 0 < len(held) < len(rows):
            return held
    return []


def amounts_in(text: str) -> list[Amount]:
    """Numbers with what they count, in order."""
    found: list[tuple[int, Amount]] = []
    folded = fold(text)
    for unit, words in _UNITS.items():
        for match in re.finditer(
            rf"{_NUMBER}\s*(?:{words})(?!\w)|(?:€|\$)\s?{_NUMBER}"
            if unit == "euro"
            else rf"{_NUMBER}\s*(?:{words})(?!\w)",
            folded,
        ):
            number = next(group for group in match.groups() if group)
            found.append((match.start(), Amount(_value(number), unit)))
    return [amount for _, amount in sorted(found, key=lambda one: one[0])]


def holds(condition: str, amount: Amount) -> bool:
    """Whether a folded condition ("de 3 a 6 años") is about the same thing and holds for the amount."""
    if not re.search(rf"(?:{_UNITS[amount.unit]})(?!\w)", condition):
        return False
    if match := _RANGE.search(condition):
        return _value(match.group(1)) <= amount.value <= _value(match.group(2))
    if match := _UP_TO.search(condition):
        return amount.value <= _value(match.group(1))
    if match := _FROM.search(condition):
        return amount.value >= _value(next(group for group in match.groups() if group))
    return bool(match := re.search(_NUMBER, condition)) and _value(match.group(1)) == amount.value


def _value(number: str) -> float:
    """ "1.500" and "1,500" are thousands; "3,5" and "3.5" are not."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", number):
        return float(re.sub(r"[.,]", "", number))
    whole, _, part = number.replace(",", ".").rpartition(".")
    return float(f"{whole.replace('.', '')}.{part}") if whole else float(part)
