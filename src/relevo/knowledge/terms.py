"""A text as terms to be indexed, and a question as slots to be filled.

A slot is one word or phrase of the question with everything that would answer to it: its stem, what the glossary says
it means (which also crosses languages), and with less weight its neighbours by a slip of the finger.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from relevo.knowledge.glossary import LOCALES, LONGEST, glossary
from relevo.knowledge.stems import WORD, is_empty, stem
from relevo.kit.folding import fold

MEANING = "="  # before the name of a meaning, so that it is never taken for a stem
_LINK = re.compile(r"https?://\S+|\S+@\S+\.\S+")


@dataclass(frozen=True, slots=True)
class Slot:
    """`stem` is None where a whole phrase was understood; `meanings` are names from the glossary."""

    words: str
    stem: str | None
    meanings: tuple[str, ...]


def terms_of(text: str, locale: str) -> Iterator[str]:
    """Stems and meanings of a text, once per occurrence."""
    for slot in _read(text, locale):
        if slot.stem:
            yield slot.stem
        for name in slot.meanings:
            yield MEANING + name


def slots_of(text: str, locale: str) -> list[Slot]:
    """The slots of a question, each once, in order."""
    found: dict[tuple[str | None, tuple[str, ...]], Slot] = {}
    for slot in _read(_LINK.sub(" ", text), locale):
        found.setdefault((slot.stem, slot.meanings), slot)
    return list(found.values())


def _read(text: str, locale: str) -> Iterator[Slot]:
    spoken = locale if locale in LOCALES else "es"
    words = [word.lower() for word in WORD.findall(text)]
    stems = [stem(word, spoken) for word in words]
    entries = glossary().entries[spoken]
    skip_until = 0
    for at, word in enumerate(words):
        phrase = _phrase_at(stems, at, entries)
        if phrase and at >= skip_until:
            length, names = phrase
            skip_until = at + length
            yield Slot(" ".join(words[at : at + length]), None, names)
        if not is_empty(fold(word), spoken):
            names = entries.get((stems[at],), ()) if at >= skip_until else ()
            yield Slot(word, stems[at], names)


def _phrase_at(stems: list[str], at: int, entries: dict[tuple[str, ...], tuple[str, ...]]) -> tuple[int, tuple[str, ...]] | None:
    """The longest phrase of two or more words that begins here."""
    for length in range(min(LONGEST, len(stems) - at), 1, -1):
        if names := entries.get(tuple(stems[at : at + length])):
            return length, names
    return None
