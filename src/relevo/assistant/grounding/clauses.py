"""A sentence cut where one statement ends and the next begins."""

import re
from dataclasses import dataclass
from functools import lru_cache

_BOUNDARY = re.compile(
    r"[,;:()](?!\d)\s*|\s+[—·–-]\s+|\s+(?:pero|aunque|mientras que|but|although|while|whereas|sino que|y luego|and then|however)\s+"
    r"|\s+(?:y|and)\s+(?=(?:no|cannot|can't|don't|do not|will not|won't|are not|is not|not|never|nunca)\b)"
)
_AND = re.compile(r"\s+(?:y|e|o|and|or)\s+(?!(?:mas|más|menos|more|less|fewer|over|above|up)\b)")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Clause:
    """From `start` to `end` in its sentence."""

    start: int
    end: int


@lru_cache(maxsize=8192)
def clauses_of(sentence: str) -> tuple[Clause, ...]:
    """The clauses in their order, without gaps; "and" parts two only where both name a figure."""
    cuts = [0]
    for match in _BOUNDARY.finditer(sentence):
        if len(sentence[cuts[-1] : match.start()].split()) >= 2 and len(sentence[match.end() :].split()) >= 2:
            cuts.append(match.end())
    for match in _AND.finditer(sentence):
        before = sentence[max(cut for cut in cuts if cut <= match.start()) : match.start()]
        after = sentence[match.end() : min((cut for cut in cuts if cut > match.end()), default=len(sentence))]
        if _FIGURE.search(before) and _FIGURE.search(after) and len(before.split()) > 2 and len(after.split()) > 2:
            cuts.append(match.end())
    cuts.sort()
    return tuple(Clause(start, end) for start, end in zip(cuts, [*cuts[1:], len(sentence)], strict=True))
