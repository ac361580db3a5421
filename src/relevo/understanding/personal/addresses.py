"""Postal addresses: a street with a number, and what follows of floor, quarter, postcode and town. Places without a number are none."""

# ruff: noqa: E501 - a pattern reads better on one line

import re

from relevo.kit.folding import fold
from relevo.understanding.personal import address_words as table
from relevo.understanding.personal.address_tail import LINKS, WORD, with_tail
from relevo.understanding.personal.first_names import FIRST_NAMES
from relevo.understanding.personal.scan import Scan
from relevo.understanding.types import Span

_NUMBER = re.compile(
    r",?\s*(?:n\.?[ºo°]\.?|num(?:ero)?\.?|no\.|#|nro\.?|nº)?\s*(?:\d{1,5}[a-z]?(?:\s?(?:bis|sur|norte|este|oeste))?(?:\s?-\s?\d{1,5}(?!\d)[a-z]?)?(?:-[a-z](?!\w))?|km\.?\s?\d{1,3}(?:[.,]\d{1,3})?|s/n|m(?:z|za|anzana)\.? ?\w{1,3},? ?l(?:t|te|ote)\.? ?\w{1,3})(?![\w%€$]|[.,:/]\d)"
)
_PLATE = re.compile(
    r"\s*\d{1,3}\s?[a-z]{0,2}(?:\s?bis)?(?:\s(?:sur|norte|este))?\s?(?:#|no?\.?|n[°º]\.?|num\.?|numero)\s?\d{1,3}\s?[a-z]{0,2}\s?-\s?\d{1,3}(?!\w)"
)
_STREET = re.compile(r"(?<![\w@./])(?:c/\s?|c\.\s|pº\s|p\.º\s|av/|[a-z]+\b\.?)")
_HOUSE = re.compile(r"(?<![\w.,/$€£#-])\d{1,5}(?:-\d{1,4})?[a-z]?,?\s+(?=[a-z'])")
_BEFORE_HOUSE = re.compile(
    r"(?:\b(?:flat|unit|apt|apartment|suite|number|no|room|studio)\.?\s+\w{1,4},?\s*|\bnumber\s+)$"
)
_BOX = re.compile(
    r"\b(?:p\.?\s?o\.?\s?box|apartado(?: de correos| postal)?|casilla(?: de correo)?)\s+(?:n[ºo°]\.?\s?)?\d{2,6}\b"
)
_UK = re.compile(table.UK_POSTCODE)
_BUSINESS = re.compile(table.BUSINESS)
_INTRODUCES = re.compile(table.INTRODUCES)
_LINE_BEFORE = re.compile(
    r"(?<![\w'’.])([A-Z0-9][\w'’.-]*(?: (?:[A-Z0-9][\w'’.-]*|of|the|on|upon|and|le|in)){0,5}),?\s{1,2}$"
)
_MOST_LINES, _LONGEST_LINE = 5, 60
_OF_STREET = re.compile(r"(?:n[ºo°]\.?|numero|num\.?)\s?\d{1,4},?\s+(?:de|en)\s+(?:la\s+|el\s+)?")
_MOST_NAME_WORDS = 8


def find_addresses(scan: Scan) -> list[Span]:
    if not any(c.isdigit() for c in scan.folded):
        return []
    found = [*_named_first(scan), *_numbered_first(scan), *_introduced(scan)]
    found += [Span(match.start(), with_tail(scan, match.end())[0], "address") for match in _BOX.finditer(scan.folded)]
    found += [Span(_lines_before(scan, match.start()), match.end(), "address") for match in _UK.finditer(scan.folded)]
    return found


def _lines_before(scan: Scan, postcode: int) -> int:
    """Where an address begins that ends with a British postcode: parts with capitals, set apart by commas."""
    start = postcode
    for _ in range(_MOST_LINES):
        line = _LINE_BEFORE.search(scan.text, max(0, start - _LONGEST_LINE), start)
        first = fold(line[1]).split()[0] if line else ""
        if not line or first in table.NOT_FIRST or first in FIRST_NAMES:
            break
        start = line.start(1)
    return start


# -- "calle Mayor 15" --------------------------------------------------------------------------------------------------


def _named_first(scan: Scan) -> list[Span]:
    found: list[Span] = []
    done = 0
    for match in _STREET.finditer(scan.folded):
        word = match[0].strip(" ./")
        if match.start() < done or not (word in table.STREETS or match[0].startswith(("c/", "p", "av/"))):
            continue
        if word not in table.STREETS and word not in ("pº", "p.º"):
            continue
        end = _street_end(scan, match)
        if end is None or _BUSINESS.search(scan.folded, max(0, match.start() - 50), match.start()):
            continue
        end, parts = with_tail(scan, end)
        if word in table.WEAK_STREETS and not parts and not _is_marked(scan, match):
            continue
        before = _OF_STREET.search(scan.folded, max(0, match.start() - 30), match.start())
        start = before.start() if before and before.end() == match.start() else match.start()
        found.append(Span(start, end, "address"))
        done = end
    return found


def _street_end(scan: Scan, match: re.Match[str]) -> int | None:
    plate = _PLATE.match(scan.folded, match.end())
    if plate:
        return plate.end()
    position = match.end()
    for count in range(_MOST_NAME_WORDS):
        number = _NUMBER.match(scan.folded, position)
        if count and number and not _counts(scan, number.end()):
            return number.end()
        word = WORD.match(scan.folded, position) or (
            WORD.match(scan.folded, position + 1) if scan.folded[position : position + 1] == "," else None
        )
        if not word or (word[1] in table.NO_STREET and not _is_capital(scan, word.start(1))):
            break
        position = word.end()
    of = _OF_STREET.search(scan.folded, max(0, match.start() - 30), match.start())
    if of and of.end() == match.start() and position > match.end():
        first = WORD.match(scan.folded, match.end())
        return first.end() if first else None
    return None


def _is_capital(scan: Scan, position: int) -> bool:
    return scan.text[position].isupper() and not scan.shouts


def _is_marked(scan: Scan, match: re.Match[str]) -> bool:
    """A weak word that is written as in an address: with a capital, with a sign, or introduced."""
    written = match[0].rstrip()
    following = WORD.match(scan.folded, match.end())
    capital = following is not None and scan.text[following.start(1)].isupper()
    return "/" in written or capital or bool(_INTRODUCES.search(scan.folded, max(0, match.start() - 50), match.start()))


def _counts(scan: Scan, end: int) -> bool:
    """Whether the number goes with what follows it, as in "la calle cortada 3 veces" or "5 de mayo"."""
    following = re.compile(
        r"\s(?:de|del|veces|dias|horas|minutos|anos|meses|personas|euros|pesos|km|metros|unidades|%)\b"
    ).match(scan.folded, end)
    if following is None:
        return False
    return not (following[0].strip() in ("de", "del") and _is_place_after(scan, following.end()))


def _is_place_after(scan: Scan, position: int) -> bool:
    word = WORD.match(scan.folded, position)
    return word is not None and word[1] in table.PLACES


# -- "123 Main Street" -------------------------------------------------------------------------------------------------


def _numbered_first(scan: Scan) -> list[Span]:
    found: list[Span] = []
    done = 0
    for match in _HOUSE.finditer(scan.folded):
        if match.start() < done:
            continue
        ending = _ending(scan, match.end())
        if ending is None:
            continue
        end, weak = ending
        before = _BEFORE_HOUSE.search(scan.folded, max(0, match.start() - 24), match.start())
        start = before.start() if before else match.start()
        end, parts = with_tail(scan, end)
        introduced = _INTRODUCES.search(scan.folded, max(0, start - 50), start)
        if _BUSINESS.search(scan.folded, max(0, start - 50), start) or (weak and not (parts or introduced or before)):
            continue
        found.append(Span(start, end, "address"))
        done = end
    return found


def _ending(scan: Scan, position: int) -> tuple[int, bool] | None:
    """Where the name of the street ends, and whether that is in doubt."""
    text = scan.folded
    capitals = 0
    for count in range(5):
        word = re.compile(r"[\s.,]{0,2}(\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:['’-][a-z]+)*)").match(text, position)
        if not word or (word[1] in table.COUNTED and not (word[1] == "the" and _is_capital(scan, word.start(1)))):
            return None
        position = word.end()
        if count and word[1] in table.ENDINGS and not _goes_on(scan, position):
            is_capital = scan.text[word.start(1)].isupper()
            in_doubt = not (is_capital and capitals) or (word[1] in table.WEAK_ENDINGS and not is_capital)
            if text[position : position + 1] == "." and word[1] in ("st", "rd", "ave", "dr", "ln", "blvd", "ct"):
                position += 1
            side = re.compile(r"\s(?:nw|ne|sw|se|n|s|e|w|north|south|east|west)\b").match(text, position)
            return (side.end() if side else position), in_doubt
        capitals += scan.text[word.start(1)].isupper() or word[1][0].isdigit()
    return None


def _goes_on(scan: Scan, position: int) -> bool:
    """Whether another word of the name follows: "Park" of "Park View", or a thing: "2 Drive belts"."""
    following = re.compile(r"\s([a-z]+)").match(scan.folded, position)
    if not following or following[1] in (
        "in",
        "at",
        "please",
        "is",
        "now",
        "has",
        "unit",
        "apt",
        "and",
        "instead",
        "london",
        "nw",
        "ne",
        "sw",
        "se",
        "n",
        "s",
        "e",
        "w",
    ):
        return False
    return following[1] in table.ENDINGS or not (
        following[1] in table.PLACES or re.compile(table.POSTCODE).match(scan.folded, following.start(1)) is not None
    )


# -- an address without a word for the street --------------------------------------------------------------------------


def _introduced(scan: Scan) -> list[Span]:
    """ "Vivo en Rivadavia 4567, Buenos Aires": names with capitals and a number, introduced or followed by postcode and town."""
    found: list[Span] = []
    for match in re.compile(r"(?<=[a-z]) \d{1,5}(?![\w%€$-]|[.,:/]\d)").finditer(scan.folded):
        start = _capitals_before(scan, match.start())
        if start is None or _counts(scan, match.end()):
            continue
        end, parts = with_tail(scan, match.end())
        introduced = _INTRODUCES.search(scan.folded, max(0, start - 50), start)
        if (introduced or "postcode" in parts or len(parts) > 2 or parts == ("part", "town")) and not _BUSINESS.search(
            scan.folded, max(0, start - 50), start
        ):
            found.append(Span(start, end, "address"))
    return found


def _capitals_before(scan: Scan, end: int) -> int | None:
    index = scan.index_from(end) - 1
    start: int | None = None
    while (
        index >= 0
        and end - scan.words[index].end <= 2
        and (end - scan.words[index].end <= 1 or scan.text[end - 2] == ".")
    ):
        word = scan.words[index]
        if scan.text[word.start].isupper():
            start = word.start
        elif word.folded not in LINKS:
            break
        end = word.start
        index -= 1
    return start
