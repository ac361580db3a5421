"""Names of persons: the contact's own always; others where they are signed, introduced, or made of known names."""

from bisect import bisect_left
from collections.abc import Sequence

from relevo.kit.folding import fold
from relevo.understanding.personal import name_words as table
from relevo.understanding.personal.first_names import NOT_ALONE
from relevo.understanding.personal.name_parts import Part, parts_of
from relevo.understanding.personal.names_introduced import by_introduction
from relevo.understanding.personal.names_listed import by_lists
from relevo.understanding.personal.names_signed import signed
from relevo.understanding.personal.scan import Scan
from relevo.understanding.personal.spans import Taken
from relevo.understanding.personal.surnames import ALSO_WORDS
from relevo.understanding.types import Span

_SHORTEST_KNOWN = 3
_MOST_REPEATED = 50


def find_names(scan: Scan, known: Sequence[str], taken: Taken) -> list[Span]:
    parts = [part for part in parts_of(scan) if not taken.overlapping(part.start, part.end)]
    found = Taken()
    for spans in (_known(parts, known), signed(scan, parts), by_introduction(scan, parts), by_lists(scan, parts)):
        for span in spans:
            if not found.take(span):
                found.take(_before(parts, span, found))
    for span in _again(parts, found.all()):
        found.take(span)
    return list(found.all())


def _before(parts: Sequence[Part], span: Span, found: Taken) -> Span:
    """What is left of a name of which the end was found already: "Lola" of "Lola y Manolo"."""
    other = found.overlapping(span.start, span.end)
    index = bisect_left(parts, span.start, key=lambda part: part.start)
    end = span.start
    while other and index < len(parts) and parts[index].end <= other.start:
        end = end if parts[index].is_link or parts[index].folded in table.TITLES else parts[index].end
        index += 1
    return Span(span.start, end, span.type)


def _again(parts: Sequence[Part], found: Sequence[Span]) -> list[Span]:
    """Parts of the names found, wherever they come again with a capital."""
    if not found or len(found) > _MOST_REPEATED:
        return []
    covered = Taken(found)
    words = {part.folded for part in parts if part.capital and covered.overlapping(part.start, part.end)}
    words = {word for word in words if len(word) >= _SHORTEST_KNOWN and not _is_word(word)}
    return [Span(part.start, part.end, "name") for part in parts if part.capital and part.folded in words]


# -- the contact's own -------------------------------------------------------------------------------------------------


def _known(parts: Sequence[Part], known: Sequence[str]) -> list[Span]:
    """Their names and the parts of them, however they are written. A part that is also a word needs a capital."""
    pieces = {piece for name in known for piece in fold(name).replace("-", " ").split()}
    words = {word for word in pieces if len(word) >= _SHORTEST_KNOWN and word not in table.LINKS}
    if not words:
        return []
    found: list[Span] = []
    index = 0
    while index < len(parts):
        end = index
        while end < len(parts) and _is_known(parts, index, end, words):
            end += 1
        while end > index and parts[end - 1].is_link:
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
    if index > begin and part.is_link:
        return True
    return part.folded in words or any(piece in words for piece in part.folded.split("-"))


def _is_word(word: str) -> bool:
    return any(word in words for words in (NOT_ALONE, ALSO_WORDS, table.NO_NAMES, table.GOES_ON, table.EVERYDAY))
