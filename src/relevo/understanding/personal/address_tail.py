"""What follows street and number in an address: floor, quarter, postcode and town."""

import re

from relevo.understanding.personal import address_words as table
from relevo.understanding.personal.scan import Scan
from relevo.understanding.tokens import word_set

_GAP = r"[\s,;.\-–(]{1,4}"
_TAIL = re.compile(rf"(?P<gap>[\s,;.\-–(]{{0,4}}+)(?:{table.PARTS}|{table.FLOOR})(?!\w)")
_QUARTER = re.compile(rf"{_GAP}{table.QUARTERS}\s")
_POSTCODE = re.compile(rf"{_GAP}{table.POSTCODE}")
_DOTTED = re.compile(r"(?:d\.?f|n\.?l|b\.?c|s\.?l\.?p|edo\. mex|d\.?c)\b\.?")
_MOST_PARTS = 9
WORD = re.compile(
    r"(?:(?<=\w\w\w\w\w)\s{0,3}|(?<!\w\w\w\w\w)[\s.]{0,3})(\d{1,3}(?=\s+(?:de|del|norte|sur|oriente|poniente|este|oeste)\s)|[^\W\d_]++(?:['·-][^\W\d_]++)*+(?![\d_]))"
)
LINKS = word_set("de del la las los el y i e of the d l")


def with_tail(scan: Scan, end: int) -> tuple[int, tuple[str, ...]]:
    """The end of the address with floor, quarter, postcode and town, and which of those there were."""
    parts: list[str] = []
    for _ in range(_MOST_PARTS):
        following = _next_part(scan, end, parts)
        if following is None:
            break
        end, kind = following
        parts.append(kind)
    return end, tuple(parts)


def _next_part(scan: Scan, end: int, parts: list[str]) -> tuple[int, str] | None:
    text = scan.folded
    if "postcode" not in parts and (match := _POSTCODE.match(text, end)):
        return match.end(), "postcode"
    if (match := _TAIL.match(text, end)) and (match["gap"] or text[end : end + 1] in "ºª°"):
        return match.end(), "part"
    if match := _QUARTER.match(text, end):
        words = _place(scan, match.end(), any_case=True)
        return (words, "quarter") if words else None
    return _town(scan, end, parts)


def _town(scan: Scan, end: int, parts: list[str]) -> tuple[int, str] | None:
    gap = re.compile(r"\s*[,.\-–(]\s*(?:in\s|en\s)?|\s+(?:de|en|in)\s+|\s+").match(scan.folded, end)
    if not gap:
        return None
    sure = "," in gap[0] or "-" in gap[0] or (bool(parts) and parts[-1] == "postcode")
    if match := _DOTTED.match(scan.folded, gap.end()):
        return match.end(), "town"
    state = re.compile(r"([a-z]{2})\b(?:\s+(\d{5}(?:-\d{4})?))?").match(scan.folded, gap.end())
    if state and state[1] in table.STATES and scan.text[state.start(1) : state.end(1)].isupper() and (sure or state[2]):
        return state.end(), "postcode" if state[2] else "town"
    last = _place(scan, gap.end(), any_case=False)
    first = WORD.match(scan.folded, gap.end())
    if last is None or first is None:
        return None
    known = first[1] in table.PLACES or scan.folded[first.start(1) : last] in table.PLACES
    if not (sure or known) or ("." in gap[0] and not known) or (_is_new_sentence(scan, gap[0], first) and not known):
        return None
    return last, "town"


def _is_new_sentence(scan: Scan, gap: str, first: re.Match[str]) -> bool:
    return "\n" in gap or first[1] in (
        "tel",
        "telefono",
        "mi",
        "el",
        "la",
        "y",
        "soy",
        "dni",
        "nif",
        "cel",
        "email",
        "correo",
        "gracias",
        "thanks",
        "please",
        "phone",
        "ahi",
        "i",
        "it",
        "my",
    )


def _place(scan: Scan, position: int, *, any_case: bool) -> int | None:
    """The end of a name of one to four words with capitals; in small letters only where known, or where `any_case`."""
    end: int | None = None
    for _ in range(5):
        word = WORD.match(scan.folded, position)
        if not word or (end is not None and scan.folded[position : word.start(1)].strip()):
            break
        if word.end(1) - word.start(1) == 1 and word[1] not in LINKS:
            break
        capital = scan.text[word.start(1)].isupper()
        if not (capital or word[1] in LINKS or word[1] in table.PLACES or (any_case and end is None)):
            break
        if scan.folded[position : word.start(1)].count("\n"):
            break
        if capital or word[1] in table.PLACES or (any_case and end is None):
            end = word.end()
        position = word.end()
    return end
