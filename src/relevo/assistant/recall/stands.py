"""Whether what was said still stands in an article as it is now, and what it says instead. Pure functions."""

from collections.abc import Sequence

from relevo.assistant.grounding.check import check
from relevo.assistant.grounding.types import Evidence
from relevo.kit.folding import fold
from relevo.knowledge.terms import terms_of

_ALIKE = 0.34  # of the words of what was quoted, for a passage to be about the same


def stands(sentence: str, quote: str, now: Sequence[Evidence], *, locale: str) -> bool:
    """The quoted words are there still, wherever; or the sentence is supported by what is there instead."""
    wanted = _plain(quote)
    if wanted and any(wanted in _plain(passage.text) for passage in now):
        return True
    receipt = check(sentence, now, locale=locale) if now else None
    return bool(receipt and receipt.sentences) and all(one.verdict == "supported" for one in receipt.sentences)  # type: ignore[union-attr]


def instead(quote: str, now: Sequence[Evidence]) -> str | None:
    """The line that says most of what was quoted; None where nothing is about it any more."""
    best, found = _ALIKE, None
    for passage in now:
        wanted = set(terms_of(quote, passage.locale))
        for line in _lines(passage.text):
            shared = len(wanted & set(terms_of(line, passage.locale))) / len(wanted) if wanted else 0.0
            if shared > best:
                best, found = shared, line
    return found


def _lines(text: str) -> list[str]:
    """Sentences of a paragraph, items of a list."""
    lines = [part.strip(" -*•\t") for line in text.splitlines() for part in _sentences(line)]
    return [line for line in lines if line]


def _sentences(line: str) -> list[str]:
    parts, start = [], 0
    for at in range(len(line) - 1):
        if line[at] in ".!?" and line[at + 1] == " " and not line[max(0, at - 1)].isdigit():
            parts.append(line[start : at + 1])
            start = at + 2
    return [*parts, line[start:]]


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("*", " ").replace("|", " ").split()).strip("-• ").removesuffix("…")
