"""Names that nothing introduces, made of known first names and surnames."""

from collections.abc import Sequence
from itertools import pairwise

from relevo.understanding.personal import name_words as table
from relevo.understanding.personal.first_names import NOT_ALONE
from relevo.understanding.personal.name_parts import Part, extend, is_lower, is_place_or_thing
from relevo.understanding.personal.scan import Scan
from relevo.understanding.types import Span


def by_lists(scan: Scan, parts: Sequence[Part]) -> list[Span]:
    found: list[Span] = []
    for index, part in enumerate(parts):
        if not part.first or not _begins(scan, parts, index):
            continue
        end = extend(scan, parts, index, loose=part.plain_first)
        if _is_name(scan, parts[index:end]) and not is_place_or_thing(scan, parts, index, end, introduced=False):
            found.append(Span(part.start, parts[end - 1].end, "name"))
    return [*found, *_with_initials(scan, parts)]


def _begins(scan: Scan, parts: Sequence[Part], index: int) -> bool:
    """Not in the middle of something with capitals, like "Muebles Ana"."""
    if not index or is_lower(scan, parts[index]):
        return True
    before = parts[index - 1]
    is_joined = before.capital and parts[index].start - before.end == 1
    return not (is_joined and _is_mid_sentence(scan, before) and before.folded not in table.TITLES)


def _is_mid_sentence(scan: Scan, part: Part) -> bool:
    before = scan.folded[max(0, part.start - 3) : part.start].rstrip()
    return bool(before) and before[-1] not in ".!?¡¿\n:"


def _is_name(scan: Scan, run: Sequence[Part]) -> bool:
    named = [part for part in run if not part.is_link]
    if is_lower(scan, run[0]):
        if len(named) == 1:
            return False
        return any(part.plain_last for part in named[1:]) and (run[0].plain_first or len(named) > 2)
    if len(named) == 1:
        return run[0].plain_first
    return run[0].folded not in NOT_ALONE or any(
        part.last or part.first or part.end - part.start == 1 for part in named[1:]
    )


def _with_initials(scan: Scan, parts: Sequence[Part]) -> list[Span]:
    """ "A. Thompson"."""
    return [
        Span(one.start, two.end, "name")
        for one, two in pairwise(parts)
        if one.end - one.start == 1
        and one.capital
        and two.capital
        and two.last
        and scan.folded[one.end : two.start] == ". "
    ]
