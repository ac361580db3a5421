"""Names below a message: after "Un saludo," or "Kind regards", or alone on the last lines."""

import re
from collections.abc import Sequence

from relevo.understanding.personal import name_words as table
from relevo.understanding.personal.name_parts import Part
from relevo.understanding.personal.scan import Scan
from relevo.understanding.types import Span

_LONGEST = 60  # characters of a line with a signature
_LAST_LINES = 4
_MOST_PARTS = 5
_SENTENCE = re.compile(r"[!?]|[^\W\d]{3,}\.\s*$")


def signed(scan: Scan, parts: Sequence[Part]) -> list[Span]:
    found: list[Span] = []
    lines = scan.folded.split("\n")
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    position = index = 0
    closed, blank = False, False
    for number, line in enumerate(lines):
        end = position + len(line)
        run: list[Part] = []
        while index < len(parts) and parts[index].start < end:
            run.append(parts[index])
            index += 1
        is_closing = len(line) < _LONGEST and bool(table.CLOSINGS.fullmatch(line))
        may_be_alone = number > 0 and (number == last or (blank and number > last - _LAST_LINES))
        if run and not is_closing:
            whole = len(line) < _LONGEST and (closed or may_be_alone) and _signature(scan, run, end, closed=closed)
            if span := _closing_line(scan, run, position, end) or whole:
                found.append(span)
        closed = is_closing if line.strip() else closed
        blank = not line.strip()
        position = end + 1
    return found


def _closing_line(scan: Scan, run: list[Part], start: int, end: int) -> Span | None:
    """ "… Saludos, Evaristo"."""
    matches = list(table.CLOSED_BY.finditer(scan.folded, max(start, end - _LONGEST), end))
    if not matches:
        return None
    after = [part for part in run if part.start >= matches[-1].end()]
    return _signature(scan, after, end, closed=True) if after and after[0].start - matches[-1].end() <= 1 else None


def _signature(scan: Scan, run: list[Part], end: int, *, closed: bool) -> Span | None:
    """The name that `run` is, up to a comma. Without a closing before, it has to look more like one."""
    comma = scan.folded.find(",", run[0].start, end)
    run = [part for part in run if comma < 0 or part.end <= comma]
    while len(run) > 1 and run[0].folded in table.TITLES:
        run = run[1:]
    if not 1 <= len(run) <= _MOST_PARTS or any(c.isdigit() for c in scan.folded[run[0].start : end]):
        return None
    if any(part.is_no_name or part.folded in table.ORGANISATIONS for part in run) or _SENTENCE.search(
        scan.folded[run[-1].start : end]
    ):
        return None
    if not _looks_like_one(scan, run, closed=closed):
        return None
    return Span(run[0].start, run[-1].end, "name")


def _looks_like_one(scan: Scan, run: list[Part], *, closed: bool) -> bool:
    known = [part for part in run if part.first or part.last]
    if not all(part.capital or part.is_link for part in run):
        return closed and bool(known) and len(known) == len([part for part in run if not part.is_link])
    if scan.shouts:
        return bool(known)
    if len(run) == 1:
        word = run[0]
        return word.end - word.start > 1 and (
            word.first or not (word.folded in table.GOES_ON or word.folded in table.EVERYDAY)
        )
    has_initial = any(part.end - part.start == 1 for part in run[:-1])
    return closed or bool(known) or has_initial
