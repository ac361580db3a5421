"""An answer cut into the sentences that are checked one by one, and a passage into the lines it can be quoted by."""

import re
from dataclasses import dataclass

MOST_CHARACTERS = 20_000  # of an answer; nobody writes a customer more
MOST_SENTENCES = 200
LONGEST_SENTENCE = 1_500
_END = re.compile(r"(?<=[.!?…])[\"”»')\]]*\s+(?=[\"“«'(\[¿¡]*[A-ZÁÉÍÓÚÑÜ¿¡\d$€])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:aprox|p\. ?ej|ej|etc|núm|no|n\.º|tel|col|av|avda|c|sr|sra|srta|dr|dra|art|pág|vs|e\.g|i\.e|approx|mr|mrs|ms|st|inc|ltd|"
    r"u\.s|ee\. ?uu|p\.m|a\.m|[A-Z])\.$",
    re.IGNORECASE,
)
LIST_MARK = re.compile(r"^\s*(?:[-*•·–]\s+|\d{1,2}[.)]\s+|#{1,6}\s+)")
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufe00-\ufe0f"
    "\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence as it stands in the answer; `line` is the number of its line, so that an answer can be put together again."""

    text: str
    line: int
    mark: str = ""


def hides_something(text: str) -> bool:
    """Characters that nobody sees: control, direction, tags."""
    return bool(_UNSEEN.search(text))


def sentences_of(text: str) -> list[Piece]:
    """The sentences in their order; of a list each item. Never more than `MOST_SENTENCES`."""
    found: list[Piece] = []
    for number, line in enumerate(text[:MOST_CHARACTERS].splitlines()):
        mark = match.group() if (match := LIST_MARK.match(line)) else ""
        for at, piece in enumerate(_cut(line[len(mark) :])):
            found.append(Piece(piece, number, mark if at == 0 else ""))
            if len(found) >= MOST_SENTENCES:
                return found
    return found


def lines_of(text: str) -> list[tuple[str, bool]]:
    """The sentences of a passage, items, steps and rows each by themselves; with each whether it runs on from the one before."""
    return [
        (piece[start : start + LONGEST_SENTENCE], at > 0 or start > 0)
        for line in text[:MOST_CHARACTERS].splitlines()
        for at, piece in enumerate(_cut(LIST_MARK.sub("", line)))
        for start in range(0, len(piece), LONGEST_SENTENCE)
    ]


def _cut(line: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for match in _END.finditer(line):
        before = line[start : match.start()].strip()
        if _ABBREVIATED.search(before[-12:]):
            continue
        pieces.append(line[start : match.end()].strip())
        start = match.end()
    pieces.append(line[start:].strip())
    return [piece for piece in pieces if any(letter.isalnum() for letter in piece)]
