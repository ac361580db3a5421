"""The words of a text as parts of names, and how far a name reaches."""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relevo.understanding.personal import name_words as table
from relevo.understanding.personal.first_names import FIRST_NAMES, NOT_ALONE
from relevo.understanding.personal.scan import Scan
from relevo.understanding.personal.surnames import ALSO_WORDS, SURNAMES

_PART = re.compile(r"[^\W\d_]++(?:['-][^\W\d_]++)*+(?![\d_])")
_POSSESSIVE = re.compile(r"'s?$")
_PIECES = re.compile(r"['-]")
_COMPANY = re.compile(
    r"[\s,]{0,2}(?<![^\W_])(?:s\.? ?l\.? ?[uplt]?|s\.? ?a\.?(?: ?s\.?)?|s\.? ?c\.?|c\.? ?v|s\. de r|ltda?|inc|llc|gmbh|plc|corp|& (?:co|sons|cia|hijos|asociados)|e hijos|y asociados)\b"
)
_MOST_PARTS = 7
_FROM = frozenset({"de", "del", "y"})


@dataclass(frozen=True, slots=True)
class Part:
    """A word that may be of a name. `first`, `last`: it is known as a first name, as a surname."""

    start: int
    end: int
    folded: str
    capital: bool
    first: bool
    last: bool

    @property
    def plain_first(self) -> bool:
        """A first name and nothing else."""
        return self.first and self.folded not in NOT_ALONE

    @property
    def plain_last(self) -> bool:
        return self.last and self.folded not in ALSO_WORDS and self.folded not in NOT_ALONE

    @property
    def is_link(self) -> bool:
        return self.folded in table.LINKS

    @property
    def is_no_name(self) -> bool:
        return self.folded in table.NO_NAMES and not (self.first or self.last)


def parts_of(scan: Scan) -> list[Part]:
    made: list[Part] = []
    for match in _PART.finditer(scan.folded):
        word, start, end = match[0], match.start(), match.end()
        if "'" in word and (possessive := _POSSESSIVE.search(word)):
            word, end = word[: possessive.start()], start + possessive.start()
        made.append(Part(start, end, word, scan.text[start].isupper(), _is_first(word), _is_last(word)))
    return made


def _is_first(word: str) -> bool:
    return word in FIRST_NAMES or ("-" in word and all(piece in FIRST_NAMES for piece in word.split("-")))


def _is_last(word: str) -> bool:
    if word in SURNAMES:
        return True
    pieces = _PIECES.split(word)
    if len(pieces) == 1:
        return word.startswith(("mac", "mc", "etx", "goik", "itur")) and len(word) > 6
    is_prefixed = pieces[0] in ("o", "d", "mc", "l") and len(pieces[-1]) > 2
    return is_prefixed or (pieces[0] in SURNAMES and len(pieces[0]) > 2 and "'" not in word)


def is_lower(scan: Scan, part: Part) -> bool:
    """Whether how the word is written says nothing: in small letters, or all in capitals."""
    return not part.capital or scan.shouts


def follows(parts: Sequence[Part], index: int) -> Part | None:
    """The part right after that at `index`, a space between them."""
    if index + 1 < len(parts) and parts[index + 1].start - parts[index].end == 1:
        return parts[index + 1]
    return None


def extend(scan: Scan, parts: Sequence[Part], index: int, *, loose: bool) -> int:
    """The end of the name that begins at `index`; `loose` takes unknown words with capitals, too."""
    lower = is_lower(scan, parts[index])
    end = probe = index + 1
    while probe < len(parts) and probe - index < _MOST_PARTS:
        part, before = parts[probe], parts[probe - 1]
        gap = scan.folded[before.end : part.start]
        if gap != " " and not (gap == ". " and before.end - before.start <= 2):
            break
        if part.is_link and not (part.capital and part.last):
            probe += 1
            continue
        is_from = before.folded in _FROM and not (part.first or part.last)  # "Moisés de Albacete"
        if is_from or not _belongs(scan, part, loose=loose, lower=lower):
            break
        probe += 1
        end = probe
    return end


def _belongs(scan: Scan, part: Part, *, loose: bool, lower: bool) -> bool:
    if part.end - part.start == 1 and scan.folded[part.end : part.end + 1] != ".":
        return False
    if part.folded in table.NOT_BEFORE and not (loose and part.last and part.capital):
        return False
    known = part.first or part.last
    if lower:
        return known and part.folded not in table.GOES_ON and part.folded not in table.EVERYDAY
    return part.capital and (known or (loose and part.folded not in table.NO_NAMES))


def is_place_or_thing(scan: Scan, parts: Sequence[Part], index: int, end: int, *, introduced: bool) -> bool:
    """Whether the words around make a street, a company or a product of it."""
    last = parts[end - 1]
    after = follows(parts, end - 1)
    if after and after.folded in table.NOT_BEFORE:
        return True
    if _COMPANY.match(scan.folded, last.start if last.end - last.start == 1 else last.end):
        return True
    first = parts[index - 1] if index and parts[index].start - parts[index - 1].end == 1 else parts[index]
    if any(scan.folded[one.start : last.end] in table.BRANDS for one in (first, parts[index])):
        return True
    if not index or introduced or scan.folded[parts[index - 1].end : parts[index].start] not in (" ", ". "):
        return False
    return parts[index - 1].folded in table.NOT_AFTER
