"""Names that something introduces: "soy …", "my name is …", "Sr. …", "mi hija …"."""

import re
from collections.abc import Sequence

from relevo.understanding.personal import name_words as table
from relevo.understanding.personal.name_parts import Part, extend, follows, is_lower, is_place_or_thing
from relevo.understanding.personal.scan import Scan
from relevo.understanding.personal.surnames import ALSO_WORDS
from relevo.understanding.types import Span

_NEVER = table.NO_NAMES | table.GOES_ON | table.ORGANISATIONS
_OWN_NAME = re.compile(r"me llamo|mi nombre|my (?:full )?name")
_ACCENTED = re.compile(r"[óÓ]\W*$")  # "me llamó": somebody called


def by_introduction(scan: Scan, parts: Sequence[Part]) -> list[Span]:
    introductions = {match.end(): match for match in table.INTRODUCED.finditer(scan.folded)}
    found: list[Span] = []
    for index, part in enumerate(parts):
        if part.folded in table.GOES_ON and not (part.capital and part.first):
            continue
        if _is_introduced(scan, parts, index, introductions.get(part.start)):
            end = extend(scan, parts, index, loose=True)
            if not is_place_or_thing(scan, parts, index, end, introduced=True):
                found.append(Span(part.start, parts[end - 1].end, "name"))
    return found


def _is_introduced(scan: Scan, parts: Sequence[Part], index: int, match: re.Match[str] | None) -> bool:
    """Whether what stands before asks for a name, and the word is as much of one as that needs."""
    part = parts[index]
    if index:
        before = parts[index - 1]
        gap = scan.folded[before.end : part.start]
        if _is_title(before, gap):
            return _after_title(scan, part)
        if before.folded in table.RELATIVES and gap in (" ", ", ", ": "):
            return _after_relative(scan, parts, index)
    if not match or _ACCENTED.search(scan.text[match.start() : part.start]):
        return False
    if match["sure"]:
        return _after_sure(scan, part, own=bool(_OWN_NAME.match(match["sure"])))
    if match["called"]:
        return part.plain_first or (part.capital and part.first) or _is_capital_pair(scan, parts, index)
    if match["self"]:
        return not _is_date(parts, index, match["self"]) and _after_self(scan, parts, index)
    return _after_half(scan, parts, index)


def _is_title(before: Part, gap: str) -> bool:
    if before.folded in ("d", "dna", "lic", "ing", "arq", "prof", "profr", "rev", "dr", "dra") and gap == ". ":
        return True
    return before.folded in table.TITLES and len(before.folded) > 1 and gap in (". ", " ", ".")


def _after_title(scan: Scan, part: Part) -> bool:
    if part.is_no_name or part.folded in table.GOES_ON:
        return False
    return part.plain_first or part.plain_last if is_lower(scan, part) else part.end - part.start > 1


def _after_relative(scan: Scan, parts: Sequence[Part], index: int) -> bool:
    part = parts[index]
    if is_lower(scan, part):
        return _is_plain_name(parts, index)
    is_title = scan.text[part.start : part.end].istitle() and part.end - part.start > 2
    return part.first or part.last or (is_title and part.folded not in _NEVER)


def _after_sure(scan: Scan, part: Part, *, own: bool) -> bool:
    """ "Me llamo …": any word, unless it is one that goes on with the sentence. "A nombre de la empresa" is no name."""
    if part.folded in table.ORGANISATIONS and not part.first:
        return False
    if part.is_no_name or part.end - part.start == 1:
        return part.end - part.start == 1 and part.capital and scan.folded[part.end : part.end + 1] == "."
    if is_lower(scan, part):
        return part.first or part.plain_last or (own and part.folded not in table.EVERYDAY)
    return True


def _after_self(scan: Scan, parts: Sequence[Part], index: int) -> bool:
    """ "Soy …", "this is …", "hola …"."""
    part = parts[index]
    if is_lower(scan, part):
        return _is_plain_name(parts, index)
    return part.first or part.plain_last or _is_capital_pair(scan, parts, index)


def _after_half(scan: Scan, parts: Sequence[Part], index: int) -> bool:
    """ "De …", "for …": much else may follow."""
    part = parts[index]
    if is_lower(scan, part):
        return False
    following = follows(parts, index)
    if part.first and following and following.capital and following.last:
        return True
    return part.plain_first or _is_capital_pair(scan, parts, index)


def _is_date(parts: Sequence[Part], index: int, introduction: str) -> bool:
    """ "It's June"."""
    return (
        introduction in ("it's", "its", "it is")
        and parts[index].folded in table.MONTHS
        and follows(parts, index) is None
    )


def _is_plain_name(parts: Sequence[Part], index: int) -> bool:
    """In small letters: a name that is nothing else, or first name and surname together."""
    part, following = parts[index], follows(parts, index)
    return part.plain_first or (part.first and following is not None and following.last)


def _is_capital_pair(scan: Scan, parts: Sequence[Part], index: int) -> bool:
    """An unknown word with a capital, then a surname: "Breixo Castro"."""
    part, following = parts[index], follows(parts, index)
    if (
        following is None
        or scan.shouts
        or not part.capital
        or part.folded in table.NO_NAMES
        or part.folded in ALSO_WORDS
    ):
        return False
    return following.capital and following.plain_last
