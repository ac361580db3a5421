"""Names of persons: the contact's own always, others where they are introduced, addressed, signed, or made of known first names and surnames."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relevo.kit.folding import fold
from relevo.understanding.personal import name_words as table
from relevo.understanding.personal.first_names import FIRST_NAMES, NOT_ALONE
from relevo.understanding.personal.scan import Scan
from relevo.understanding.personal.spans import Taken
from relevo.understanding.personal.surnames import ALSO_WORDS, SURNAMES
from relevo.understanding.types import Span

_PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_BACK = 34  # characters before a name in which its introduction stands
_MOST_PARTS = 7
_SHORTEST_KNOWN = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A word that may be of a name; `first`, `last`: it is known as a first name or a surname."""

    start: int
    end: int
    folded: str
    capital: bool
    first: bool
    last: bool

    @property
    def plain(self) -> bool:
        """Known, and nothing else than a name."""
        return (self.first and self.folded not in NOT_ALONE) or (self.last and self.folded not in ALSO_WORDS)


def find_names(scan: Scan, known: Sequence[str], taken: Taken) -> list[Span]:
    parts = [part for part in _parts(scan) if not taken.overlapping(part.start, part.end)]
    found = Taken()
    for finder in (
        _known(scan, parts, known),
        _signatures(scan, parts),
        _by_introduction(scan, parts),
        _by_lists(scan, parts),
    ):
        for span in finder:
            found.take(span)
    return list(found.all())


def _parts(scan: Scan) -> list[Part]:
    made: list[Part] = []
    for match in _PART.finditer(scan.folded):
        word, end = match[0], match.end()
        if possessive := _POSSESSIVE.search(word):
            word, end = word[: possessive.start()], match.start() + possessive.start()
        pieces = re.split(r"['’-]", word)
        first = word in FIRST_NAMES or (len(pieces) > 1 and pieces[0] in FIRST_NAMES)
        last = any(piece in SURNAMES for piece in pieces) or word.replace("'", "") in SURNAMES
        made.append(Part(match.start(), end, word, scan.text[match.start()].isupper(), first, last))
    return made


# -- the contact's own -------------------------------------------------------------------------------------------------


def _known(scan: Scan, parts: Sequence[Part], known: Sequence[str]) -> list[Span]:
    """Their names and the parts of them, however they are written. A part that is also a word needs a capital."""
    words = {word for name in known for word in _PART.findall(fold(name))}
    words = {word for word in words if len(word) >= _SHORTEST_KNOWN and word not in table.LINKS}
    if not words:
        return []
    found: list[Span] = []
    index = 0
    while index < len(parts):
        end = index
        while end < len(parts) and _is_known(parts, index, end, words):
            end += 1
        while end > index and parts[end - 1].folded in table.LINKS:
            end -= 1
        run = parts[index:end]
        if run and (len(run) > 1 or not _is_word(run[0].folded) or run[0].capital):
            found.append(Span(run[0].start, run[-1].end, "name"))
        index = max(end, index + 1)
    return found


def _is_known(parts: Sequence[Part], begin: int, index: int, words: set[str]) -> bool:
    part = parts[index]
    if index > begin and part.start - parts[index - 1].end > 2:
        return False
    return part.folded in words or (index > begin and part.folded in table.LINKS)


def _is_word(word: str) -> bool:
    return word in NOT_ALONE or word in ALSO_WORDS or word in table.NO_NAMES or word in table.GOES_ON


# -- introduced --------------------------------------------------------------------------------------------------------


def _by_introduction(scan: Scan, parts: Sequence[Part]) -> list[Span]:
    found: list[Span] = []
    for index, part in enumerate(parts):
        if part.folded in table.GOES_ON and not (part.capital and part.first):
            continue
        strength = _introduction(scan, parts, index)
        if strength is None:
            continue
        end = _introduced_end(scan, parts, index, strength)
        if end > index and not _is_place_or_thing(scan, parts, index, end, introduced=True):
            found.append(Span(part.start, parts[end - 1].end, "name"))
    return found


def _introduction(scan: Scan, parts: Sequence[Part], index: int) -> str | None:
    """How sure the words before say that a name comes: "sure", "title", "relative", "half", or not at all."""
    part = parts[index]
    if index:
        before = parts[index - 1]
        gap = scan.folded[before.end : part.start]
        if before.folded in table.TITLES and gap in (". ", " ", "."):
            return "title" if before.folded not in ("d", "don") or part.capital or part.first else None
        if before.folded in table.RELATIVES and gap in (" ", ", ", ": "):
            return "relative"
    match = table.INTRODUCED.search(scan.folded, max(0, part.start - _BACK), part.start)
    if not match:
        return None
    return "sure" if match["sure"] else "half"


def _introduced_end(scan: Scan, parts: Sequence[Part], index: int, strength: str) -> int:
    """The end of the name that begins at `index`; `index` itself where none does."""
    first = parts[index]
    lower = not first.capital or scan.shouts
    if strength in ("half", "relative") and not (first.plain or first.first or (first.last and strength != "half")):
        if not (strength == "half" and _is_capital_pair(scan, parts, index)):
            return index
    if lower and strength in ("half", "relative") and not _is_plain_name(parts, index):
        return index
    if strength == "half" and not lower and not _is_name_after_half(scan, parts, index):
        return index
    if lower and strength == "title" and not (first.first or first.last):
        return index
    if (
        not (first.first or first.last)
        and first.folded in table.NO_NAMES
        and not (strength == "title" and first.capital)
    ):
        return index
    return _extend(scan, parts, index, loose=not lower and strength != "half", lower=lower)


def _is_plain_name(parts: Sequence[Part], index: int) -> bool:
    """In small letters: a name that is nothing else, or first name and surname together."""
    part = parts[index]
    following = parts[index + 1] if index + 1 < len(parts) else None
    if part.first and part.folded not in NOT_ALONE:
        return True
    return part.first and following is not None and following.last and following.start - part.end == 1


def _is_capital_pair(scan: Scan, parts: Sequence[Part], index: int) -> bool:
    """Two unknown words with capitals, the second known as a surname: "Breixo Castro"."""
    if index + 1 >= len(parts) or scan.shouts or not parts[index].capital or parts[index].folded in table.NO_NAMES:
        return False
    following = parts[index + 1]
    return following.capital and following.last and following.start - parts[index].end == 1


def _is_name_after_half(scan: Scan, parts: Sequence[Part], index: int) -> bool:
    part = parts[index]
    before = parts[index - 1].folded if index else ""
    if before in ("soy", "am", "aqui", "tal", "dear", "contesta", "hola", "hello", "hi", "hey") or part.plain:
        return part.first or part.last or _is_capital_pair(scan, parts, index)
    following = parts[index + 1] if index + 1 < len(parts) else None
    together = following is not None and following.start - part.end == 1 and following.capital and following.last
    return together or _is_capital_pair(scan, parts, index)


# -- by the lists ------------------------------------------------------------------------------------------------------


def _by_lists(scan: Scan, parts: Sequence[Part]) -> list[Span]:
    found: list[Span] = []
    for index, part in enumerate(parts):
        if not part.first or not _begins(scan, parts, index):
            continue
        end = _extend(scan, parts, index, loose=part.folded not in NOT_ALONE, lower=not part.capital or scan.shouts)
        if _is_name(scan, parts[index:end]) and not _is_place_or_thing(scan, parts, index, end, introduced=False):
            found.append(Span(part.start, parts[end - 1].end, "name"))
    return [*found, *_initials(scan, parts)]


def _begins(scan: Scan, parts: Sequence[Part], index: int) -> bool:
    """Not in the middle of something with capitals, like "Muebles Ana"."""
    if not index or not parts[index].capital or scan.shouts:
        return True
    before = parts[index - 1]
    return not (
        before.capital
        and parts[index].start - before.end == 1
        and _mid_sentence(scan, before)
        and before.folded not in table.TITLES
    )


def _mid_sentence(scan: Scan, part: Part) -> bool:
    before = scan.folded[max(0, part.start - 3) : part.start].rstrip()
    return bool(before) and before[-1] not in ".!?¡¿\n:"


def _is_name(scan: Scan, run: Sequence[Part]) -> bool:
    named = [part for part in run if part.folded not in table.LINKS]
    lower = not run[0].capital or scan.shouts
    if len(named) == 1:
        return not lower and run[0].folded not in NOT_ALONE
    if lower:
        return any(p.last and p.folded not in ALSO_WORDS and p.folded not in NOT_ALONE for p in named[1:]) and (
            run[0].folded not in NOT_ALONE or len(named) > 2
        )
    surnames = [part for part in named[1:] if part.last or part.first]
    return bool(surnames) or run[0].folded not in NOT_ALONE


def _initials(scan: Scan, parts: Sequence[Part]) -> list[Span]:
    """ "A. Thompson"."""
    return [
        Span(one.start, two.end, "name")
        for one, two in zip(parts, parts[1:], strict=False)
        if one.end - one.start == 1
        and one.capital
        and two.capital
        and two.last
        and scan.folded[one.end : two.start] == ". "
    ]


def _extend(scan: Scan, parts: Sequence[Part], index: int, *, loose: bool, lower: bool) -> int:
    """The end of the name that begins at `index`; `loose` takes unknown words with capitals, too."""
    end = index + 1
    probe = end
    while probe < len(parts) and probe - index < _MOST_PARTS:
        part = parts[probe]
        gap = scan.folded[parts[probe - 1].end : part.start]
        if gap != " " and not (gap == ". " and parts[probe - 1].end - parts[probe - 1].start <= 2):
            break
        if part.folded in table.LINKS and not (part.capital and part.last):
            probe += 1
            continue
        if not _belongs(part, loose=loose, lower=lower):
            break
        probe += 1
        end = probe
    return end


def _belongs(part: Part, *, loose: bool, lower: bool) -> bool:
    known = part.first or part.last
    if lower:
        return known and part.folded not in table.GOES_ON and (part.plain or not _is_everyday(part.folded))
    if not part.capital:
        return False
    return known or (loose and part.folded not in table.NO_NAMES and part.folded not in table.NOT_BEFORE)


def _is_everyday(word: str) -> bool:
    return word in table.NO_NAMES or word in _FUNCTION_WORDS


_FUNCTION_WORDS = frozenset(
    "calle casa mas mayor bueno buena mira real dorado sola solo sal seco vivo will may grant mark page long small short good great park rich see case cash".split()
)


def _is_place_or_thing(scan: Scan, parts: Sequence[Part], index: int, end: int, *, introduced: bool) -> bool:
    before = parts[index - 1] if index else None
    after = parts[end] if end < len(parts) else None
    if after and after.folded in table.NOT_BEFORE and scan.folded[parts[end - 1].end : after.start] in (" ", ", "):
        return True
    if any(part.folded in table.NOT_BEFORE and part.capital for part in parts[index:end]):
        return True
    if after and after.folded in ("s",) and scan.folded[after.start : after.start + 4] in ("s.l.", "s.a."):
        return True
    if before is None or introduced or scan.folded[before.end : parts[index].start] not in (" ", ". "):
        return False
    return before.folded in table.NOT_AFTER


# -- signatures --------------------------------------------------------------------------------------------------------


def _signatures(scan: Scan, parts: Sequence[Part]) -> list[Span]:
    """The line after "Un saludo," or "Kind regards": one to five words, nothing else on it."""
    if "\n" not in scan.folded:
        return []
    found: list[Span] = []
    closed = False
    position = 0
    for line in scan.folded.split("\n"):
        if table.CLOSINGS.match(line) and len(line) < 60:
            closed = True
        elif line.strip():
            if closed:
                found += _signed(scan, parts, position, position + len(line))
            closed = False
        position += len(line) + 1
    return found


def _signed(scan: Scan, parts: Sequence[Part], start: int, end: int) -> list[Span]:
    run = [part for part in parts if start <= part.start < end]
    if not 1 <= len(run) <= 6 or any(c.isdigit() for c in scan.folded[start:end]):
        return []
    known = any(part.first or part.last for part in run)
    capitals = all(part.capital or part.folded in table.LINKS for part in run)
    if not known and not (capitals and not any(part.folded in table.NO_NAMES for part in run)):
        return []
    if any(part.folded in table.NO_NAMES and not (part.first or part.last) for part in run):
        return []
    return [Span(run[0].start, run[-1].end, "name")]
