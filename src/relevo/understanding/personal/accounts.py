"""IBANs, also mistyped ones where they are introduced as such."""

import re

from relevo.understanding.personal.cues import Cue, cue_before
from relevo.understanding.personal.scan import Scan
from relevo.understanding.types import Span

_LENGTHS = {
    country: int(length)
    for length, countries in {
        "15": "no", "16": "be", "18": "dk fi fo gl nl", "19": "mk si", "20": "at ba ee kz lt lu xk", "21": "ch cr hr li lv",
        "22": "bg bh de gb ge ie me rs", "23": "ae gi il", "24": "ad cz es md pk ro sa se sk tn", "25": "pt", "26": "is tr",
        "27": "fr gr it mc mr sm", "28": "al az by cy do gt hu lb pl", "29": "br eg ps qa ua", "30": "jo kw mu", "31": "mt",
    }.items()
    for country in countries.split()
}  # fmt: skip
_START = re.compile(
    r"(?<![^\W_])([a-z]{2})[ -]?\d{2}(?![\d,/:])(?=[ .\-]?[a-z0-9])|(?<![^\W_])([a-z]{2})[ -]?\d{2}(?=\d)"
)
_LONGEST = 31 + 14  # with separators
_FEWEST_INTRODUCED = 14


def find_ibans(scan: Scan) -> list[Span]:
    found: list[Span] = []
    done = 0
    for match in _START.finditer(scan.folded):
        length = _LENGTHS.get(match[1] or match[2])
        if length is None or match.start() < done:
            continue
        compact, ends = _compact(scan.folded, match.start())
        end = ends[length - 1] if len(compact) >= length else 0
        if end and _ends_word(scan.folded, end) and _is_valid(compact[:length]):
            pass
        elif match[0].startswith("es ") and scan.text[match.start()] == "e":
            continue  # "mi cuenta es 2100…"
        elif cue_before(scan, match.start()) is Cue.ACCOUNT:
            end = _introduced_end(scan.folded, compact[:length], ends)
        else:
            continue
        if end:
            found.append(Span(match.start(), end, "iban"))
            done = end
    return found


def _compact(text: str, start: int) -> tuple[str, list[int]]:
    """Letters and digits from `start` on with single separators left out, and where each ends."""
    compact: list[str] = []
    ends: list[int] = []
    gap = 0
    for position in range(start, min(len(text), start + _LONGEST)):
        c = text[position]
        if c.isascii() and c.isalnum():
            compact.append(c)
            ends.append(position + 1)
            gap = 0
        elif c in " .-" and gap < 2:
            gap += 1
        else:
            break
    return "".join(compact), ends


def _introduced_end(text: str, compact: str, ends: list[int]) -> int:
    """Where a mistyped number ends: at the end of its length, or with its last digit."""
    last = max((i for i, c in enumerate(compact) if c.isdigit()), default=-1)
    digits = sum(c.isdigit() for c in compact)
    if digits < _FEWEST_INTRODUCED:
        return 0
    end = ends[last]
    while end < len(text) and text[end].isdigit():
        end += 1
    return end


def _ends_word(text: str, end: int) -> bool:
    return end >= len(text) or not text[end].isalnum()


def _is_valid(compact: str) -> bool:
    """The check digits: the number, its first four behind the rest, leaves 1 when divided by 97."""
    moved = compact[4:] + compact[:4]
    return int("".join(str(int(c, 36)) for c in moved)) % 97 == 1
