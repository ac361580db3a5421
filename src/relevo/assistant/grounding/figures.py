"""Figures in a text, brought to a form in which they can be compared: "29 €" and "EUR 29,00", "14 days" and "two weeks"."""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from relevo.assistant.grounding import figure_words as words
from relevo.kit.folding import fold

Kind = str  # money, percent, period, measure, number, date, weekday, month, time, phone, email, link, code


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is in the smallest unit of its family; `quality` tells working days from calendar days; `bound` "max" or "min"."""

    kind: Kind
    value: float | str
    unit: str
    text: str
    start: int
    end: int
    quality: str = ""
    bound: str = ""

    def same(self, other: "Figure") -> bool:
        return self.kind == other.kind and self.value == other.value and self.same_unit(other)

    def same_unit(self, other: "Figure") -> bool:
        if self.kind != other.kind:
            return False
        return self.unit == other.unit or (
            self.kind == "money" and "$" in {self.unit, other.unit} and {self.unit, other.unit} <= words.DOLLARS
        )


_NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d{1,4})?"
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]{2,300}|\b[a-z0-9][a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,3}\.(?:com|net|org|es|mx|eu|io|co|uk|ar|cl|info|app|dev|shop|store)\b(?:/[^\s<>\"')\]]{0,200})?"
)
_PHONE = re.compile(r"(?<![\w.,])\+?\(?\d{1,4}\)?(?:[ .-]\(?\d{2,5}\)?){2,4}(?![\w])|(?<![\w.,])\+?\d{9,14}(?!\w)")
_MONTHS = "|".join(words.MONTHS)
_DATE = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th|º)?(?: de| of)? (?P<m1>{_MONTHS})\b|\b(?P<m2>{_MONTHS})\.? (?:the )?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.,]\d)"
    r"|\b(?P<y3>\d{4})-(?P<m3>\d{1,2})-(?P<d3>\d{1,2})\b|\b(?P<d4>\d{1,2})/(?P<m4>\d{1,2})(?:/(?P<y4>\d{2,4}))?\b"
)
_TIME = re.compile(
    r"(?<!las )\b(?P<h1>\d{1,2})(?::|h|\.)(?P<min>[0-5]\d)\s?(?P<half1>[ap]\.? ?m\b|h\b|hrs?\b|de la (?:manana|tarde|noche))?"
    r"|\b(?P<h2>\d{1,2})\s?(?P<half2>[ap]\.? ?m\b|o'?clock|de la (?:manana|tarde|noche)|en punto)"
    r"|\blas (?P<h3>\d{1,2})(?:[:.](?P<min3>[0-5]\d))?\b(?! ?(?:dias|horas|%))(?P<half3> ?(?:h\b|[ap]\.? ?m\b|de la (?:manana|tarde|noche)))?|\b(?P<word>noon|midday|mediodia|midnight|medianoche)\b"
)
_MONEY_MARK = "|".join(sorted(map(re.escape, words.CURRENCIES), key=len, reverse=True))
_BEFORE_MONEY = re.compile(
    rf"(?:^|(?<=[^a-z]))(?P<mark>{_MONEY_MARK})\s?(?P<n>{_NUMBER})(?P<scale> ?(?:mil|thousand|million|millones|k)\b)?(?:\s?(?P<after>{_MONEY_MARK})(?![a-z]))?"
)
_PLAIN = re.compile(
    rf"(?<![\w])(?:(?P<n>{_NUMBER})(?P<th>st|nd|rd|th|ª|º)?(?=[^\d]|$)|(?P<w>{words.NUMBER_PATTERN})\b)"
)
_UNIT = re.compile(
    rf"[ -]?(?:(?P<pct>%|por ciento|percent|per cent)|(?P<money>{_MONEY_MARK})(?![a-z])|(?P<scale>mil|thousand|million|millones|k)\b|(?:(?P<q1>{words.QUALITY_PATTERN})[ -])?(?P<unit>{words.UNIT_PATTERN})(?![a-z])(?:[ -](?P<q2>{words.QUALITY_PATTERN})\b)?)"
)
_JOIN = re.compile(r"\s?(?:-|–|a|to|y|and|o|or|hasta|al|e|u|until|as well as)\s?(?:un |una |an? |las |los |the |los )?")
_ELLIPSIS = re.compile(r"[.,;)]?(?:$|\s(?:en|in)\b|\.)")  # "in 2 days, at most 15."
_WEEKDAY = re.compile(rf"\b(?:{words.WEEKDAY_PATTERN})\b")
_MONTH_ALONE = re.compile(rf"\b(?:{_MONTHS})\b")
_CODE = re.compile(r"\b(?=[a-z-]*\d)(?=\d*[a-z-])[a-z0-9]+(?:-[a-z0-9]+)*\b")
_MODEL = re.compile(r"\b[a-z]{1,10}-?\d[a-z0-9]*(?:-[a-z0-9]+)*\b")
_MONEY_ONLY = re.compile(rf"(?:{_MONEY_MARK})\d|(?:las|de|a|to|at)-?\d")


@lru_cache(maxsize=4096)
def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a text in their order."""
    plain = fold(text)
    taken = [False] * len(plain)
    found: list[Figure] = []
    for finder in (_addresses, _phones, _dates, _times, _amounts, _models, _numbers, _days, _codes):
        for figure in finder(plain):
            if not any(taken[figure.start : figure.end]):
                taken[figure.start : figure.end] = [True] * (figure.end - figure.start)
                found.append(replace(figure, text=text[figure.start : figure.end]))
    found.sort(key=lambda one: one.start)
    return tuple(_with_bound(plain, one) for one in _ranges(plain, found))


def _addresses(plain: str) -> Iterator[Figure]:
    for match in _EMAIL.finditer(plain):
        yield Figure("email", match.group().strip("."), "", "", *match.span())
    for match in _LINK.finditer(plain):
        bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", match.group()).rstrip("./,;:!?")
        yield Figure("link", bare, "", "", match.start(), match.start() + len(match.group().rstrip(".,;:!?")))


def _phones(plain: str) -> Iterator[Figure]:
    for match in _PHONE.finditer(plain):
        digits = re.sub(r"\D", "", match.group())
        if 7 <= len(digits) <= 15:
            yield Figure("phone", digits, "", "", *match.span())


def _dates(plain: str) -> Iterator[Figure]:
    for match in _DATE.finditer(plain):
        part = match.groupdict()
        day = next(int(part[name]) for name in ("d1", "d2", "d3", "d4") if part[name])
        month = next(part[name] for name in ("m1", "m2", "m3", "m4") if part[name])
        number = int(month) if month.isdigit() else words.MONTHS[month]
        if 1 <= day <= 31 and 1 <= number <= 12:
            yield Figure("date", f"{number}-{day}", "", "", *match.span())


def _times(plain: str) -> Iterator[Figure]:
    for match in _TIME.finditer(plain):
        part = match.groupdict()
        if part["word"]:
            yield Figure(
                "time", 720.0 if part["word"] in {"noon", "midday", "mediodia"} else 0.0, "", "", *match.span()
            )
            continue
        hour = int(part["h1"] or part["h2"] or part["h3"])
        half = (part["half1"] or part["half2"] or part["half3"] or "").strip()
        between = plain[match.start() : match.end()]
        if hour > 24 or ("." in between[:3] and part["h1"] and not half):
            continue
        late = half.startswith("p") or half.endswith(("tarde", "noche"))
        hour = hour + 12 if late and hour < 12 else 0 if half.startswith("a") and hour == 12 else hour
        yield Figure("time", float(hour * 60 + int(part["min"] or part["min3"] or 0)), "", "", *match.span())


def _amounts(plain: str) -> Iterator[Figure]:
    for match in _BEFORE_MONEY.finditer(plain):
        mark = match["after"] or match["mark"]
        yield Figure(
            "money", _value(match["n"]) * words.scale(match["scale"]), words.CURRENCIES[mark], "", *match.span()
        )


def _numbers(plain: str) -> Iterator[Figure]:
    for match in _PLAIN.finditer(plain):
        value = _value(match["n"]) if match["n"] else words.number(match["w"])
        end = match.end()
        unit = _UNIT.match(plain, end)
        if unit and unit["scale"]:
            value, end = value * words.scale(unit["scale"]), unit.end()
            of = re.compile(r" de (?=[a-z])").match(plain, end)
            unit = _UNIT.match(plain, of.end() - 1 if of else end)
        yield from _with_unit(match, unit, value, end)


def _with_unit(match: re.Match[str], unit: re.Match[str] | None, value: float, end: int) -> Iterator[Figure]:
    start = match.start()
    if unit is None or unit["scale"] or (match["w"] and unit["unit"] and len(unit["unit"]) == 1):
        if match["w"] not in words.ONLY_WITH_UNIT:
            yield Figure("number", value, "", "", start, end, quality="word" if match["w"] else "")
    elif unit["pct"]:
        yield Figure("percent", value, "", "", start, unit.end())
    elif unit["money"]:
        yield Figure("money", value, words.CURRENCIES[unit["money"]], "", start, unit.end())
    else:
        kind, name, times = words.UNITS[unit["unit"]]
        quality = words.QUALITIES.get(unit["q1"] or unit["q2"] or "", "")
        yield Figure(kind, round(value * times, 4), name, "", start, unit.end(), quality=quality)


def _days(plain: str) -> Iterator[Figure]:
    for match in _WEEKDAY.finditer(plain):
        yield Figure("weekday", words.WEEKDAYS[match.group()], "", "", *match.span())
    for match in _MONTH_ALONE.finditer(plain):
        if match.group() not in words.MONTHS_OR_WORDS or re.search(
            r"\b(?:in|of|until|since|by|from) $", plain[max(0, match.start() - 8) : match.start()]
        ):
            yield Figure("month", float(words.MONTHS[match.group()]), "", "", *match.span())


def _models(plain: str) -> Iterator[Figure]:
    for match in _MODEL.finditer(plain):
        if not _MONEY_ONLY.match(match.group()):
            yield Figure("code", match.group().replace("-", ""), "", "", *match.span())


def _codes(plain: str) -> Iterator[Figure]:
    for match in _CODE.finditer(plain):
        yield Figure("code", match.group().replace("-", ""), "", "", *match.span())


def _ranges(plain: str, found: list[Figure]) -> list[Figure]:
    """In "5 a 7 días" the 5 is of days, too."""
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        if first.kind == "number" and second.kind in {"money", "percent", "period", "measure", "time"}:
            between = plain[first.end : second.start]
            if _JOIN.fullmatch(between):
                times = words.times_of(plain[second.start : second.end]) if second.kind == "period" else 1
                value = (
                    first.value * (60 if second.kind == "time" else times)
                    if isinstance(first.value, float)
                    else first.value
                )
                found[at] = replace(second, value=value, text=first.text, start=first.start, end=first.end)
    for first, second in pairwise(found):
        if (
            second.kind == "number"
            and first.kind == "period"
            and _ELLIPSIS.match(plain, second.end)
            and isinstance(second.value, float)
        ):
            value = second.value * words.times_of(plain[first.start : first.end])
            found[found.index(second)] = replace(
                first, value=value, text=second.text, start=second.start, end=second.end, quality=""
            )
    return found


def _with_bound(plain: str, figure: Figure) -> Figure:
    before = plain[max(0, figure.start - 28) : figure.start]
    for pattern, bound in words.BOUNDS:
        if pattern.search(before):
            return replace(figure, bound=bound)
    return figure


def _value(written: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", written):
        return float(re.sub(r"[.,]", "", written))
    whole, mark, part = max((written.rpartition(sign) for sign in ".,"), key=lambda cut: len(cut[0]))
    return float(f"{re.sub('[.,]', '', whole)}.{part}") if mark else float(written)
