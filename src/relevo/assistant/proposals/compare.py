"""Does what the assistant would have said agree with what the person wrote? A pure function.

They agree where they say the same figures and largely the same of the matter. The words alone do not decide: two sentences that
differ in an amount are alike and yet contradict each other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relevo.kit.folding import fold
from relevo.knowledge.terms import terms_of

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_LINK = re.compile(r"https?://[^\s)>\]]+")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|$))")
ALIKE = 0.5  # of the shorter one's words, where there are no figures to compare
ALIKE_WITH_FIGURES = 0.25
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """`similarity`: the part of the shorter text's words that the other one has, too."""

    agreed: bool
    similarity: float
    because: str


def says_something(text: str, locale: str) -> bool:
    """Whether a person's message answers anything: not "one moment", not a greeting."""
    return bool(_figures(text)) or len(_words(text, locale)) >= _FEWEST_WORDS


def compare(
    proposed: str, written: str, *, locale: str, quotes: Sequence[str] = (), links: Sequence[str] = ()
) -> Compared:
    """`quotes` and `links` are what the proposal stands on: a person may say another part of the same passage."""
    likeness = similarity(proposed, written, locale)
    if any(link in links for link in _LINK.findall(written)):
        return Compared(True, likeness, "the same article")
    own, theirs, sources = _figures(proposed), _figures(written), _figures(" ".join(quotes))
    if theirs - own - sources:
        return Compared(False, likeness, "figures that the assistant did not have")
    if own and theirs:
        shared = bool(own & theirs)
        return Compared(
            shared and likeness >= ALIKE_WITH_FIGURES, likeness, "the same figures" if shared else "other figures"
        )
    by_source = max((similarity(quote, written, locale) for quote in quotes), default=0.0)
    agreed = max(likeness, by_source) >= ALIKE
    return Compared(agreed, likeness, "the same matter" if agreed else "something else")


def similarity(one: str, other: str, locale: str) -> float:
    first, second = _words(one, locale), _words(other, locale)
    fewest = min(len(first), len(second))
    return len(first & second) / fewest if fewest else 0.0


def _words(text: str, locale: str) -> set[str]:
    return {term for term in terms_of(_LINK.sub(" ", text), locale) if not term.isdigit()}


def _figures(text: str) -> set[str]:
    """Amounts, days, times and the like, however they are written: 1.000 and 1,000 are one, 7,50 and 7.50 too."""
    found = _FIGURE.findall(fold(_LINK.sub(" ", text)))
    plain = (_THOUSANDS.sub("", figure).replace(",", ".") for figure in found)
    return {re.sub(r"\.0+$", "", figure) for figure in plain}
