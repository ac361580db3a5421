"""A text as terms to be indexed, and a question as slots to be filled.

A slot is one word or phrase of the question with everything that would answer to it: its stem, what the glossary says
it means (which also crosses languages), and with less weight its neighbours by a slip of the finger.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from relevo.kit.folding import fold
from relevo.knowledge.glossary import LOCALES, LONGEST, glossary
from relevo.knowledge.stems import WORD, is_empty, stem

MEANING = "="  # before the name of a meaning, so that it is never taken for a stem
# A price answers "how much" without the word, a number of days "how long".
_SHAPES = (
    (
        "how_much",
        re.compile(r"[€$]\s?\d|\d\s?[€$]|\bMXN\b|\b(?:gratis|free|sin coste|sin costo|no cuesta)\b", re.IGNORECASE),
    ),
    (
        "how_long",
        re.compile(
            r"\d\+?\s+(?:\w+\s+)?(?:días?|horas?|minutos|meses|mes|años?|semanas|days?|hours?|minutes|months?|years?|weeks?)\b"
        ),
    ),
    ("days_limit", re.compile(r"\b(?:hasta el|antes del?|until|before the|by the)\s(?:día\s)?\d", re.IGNORECASE)),
    ("open", re.compile(r"\b\d{1,2}:\d{2}\b")),
    ("phone", re.compile(r"\b\d{3} \d{3} \d{3,4}\b")),
    ("email", re.compile(r"\S@\S+\.\w")),
)
_LEFT_OUT = frozenset(
    [
        "it",
        "them",
        "him",
        "her",
        "this",
        "that",
        "me",
        "us",
        "my",
        "your",
        "the",
        "a",
        "an",
        "lo",
        "la",
        "los",
        "las",
        "le",
        "les",
        "me",
        "te",
        "se",
        "el",
        "un",
        "una",
        "mi",
        "tu",
        "su",
        "ustedes",
        "vosotros",
    ]
)
_LINK = re.compile(r"https?://\S+|\S+@\S+\.\S+")
_SENTENCE = 400  # characters


@dataclass(frozen=True, slots=True)
class Slot:
    """`stem` is None where a whole phrase was understood, whose words are its `parts`; `meanings` are names from the glossary."""

    words: str
    stem: str | None
    meanings: tuple[str, ...]
    parts: tuple[str, ...] = ()


def terms_of(text: str, locale: str) -> Sequence[str]:
    """Stems and meanings of a text, once per occurrence. Sentences and headings are asked for with every question, so theirs are
    remembered."""
    return _remembered_terms(text, locale) if len(text) <= _SENTENCE else tuple(_terms(text, locale))


@lru_cache(maxsize=20_000)
def _remembered_terms(text: str, locale: str) -> tuple[str, ...]:
    return tuple(_terms(text, locale))


def _terms(text: str, locale: str) -> Iterator[str]:
    for name in shapes_of(text):
        yield MEANING + name
    for slot in _read(text, locale):
        yield from (slot.stem,) if slot.stem else slot.parts
        for name in slot.meanings:
            yield MEANING + name


def topics_of(title: str, locale: str) -> frozenset[str]:
    """What a title says an article is about. Here a phrase is one thing: "Gift cards" is not about cards."""
    slots = list(_read(title, locale))
    stems = {slot.stem for slot in slots if slot.stem}
    return frozenset(stems | {MEANING + name for slot in slots for name in slot.meanings})


def shapes_of(text: str) -> list[str]:
    """What a text gives by its look alone: a price, a length of time, opening hours, a telephone number, an address."""
    return [name for name, shape in _SHAPES if shape.search(text)]


def slots_of(text: str, locale: str) -> list[Slot]:
    """The slots of a question, each once, in order."""
    found: dict[tuple[str | None, tuple[str, ...]], Slot] = {}
    for slot in _read(_LINK.sub(" ", text), locale):
        found.setdefault((slot.stem, slot.meanings), slot)
    return list(found.values())


def _read(text: str, locale: str) -> Iterator[Slot]:
    spoken = locale if locale in LOCALES else "es"
    words = [_word(word, spoken) for word in WORD.findall(text.lower())]
    entries = glossary().entries[spoken]
    at = 0
    while at < len(words):
        word = words[at]
        if word.begins and (phrase := _phrase_at(words, at, entries)):
            end, names = phrase
            parts = tuple(other.stem for other in words[at:end] if not other.is_empty)
            yield Slot(" ".join(other.spelled for other in words[at:end]), None, names, parts)
            at = end
            continue
        if word.names or not word.is_empty:
            yield Slot(word.spelled, word.stem, word.names)
        at += 1


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with what is known of it: `names` of what it means by itself, whether a phrase begins with it."""

    spelled: str
    stem: str
    names: tuple[str, ...]
    is_empty: bool
    begins: bool
    left_out: bool


@lru_cache(maxsize=200_000)
def _word(word: str, locale: str) -> _Word:
    found, empty = stem(word, locale), is_empty(word, locale)
    names = glossary().entries[locale].get((found,), ())
    if empty and (word, locale) not in glossary().spelled:
        names = ()  # "para" only looks like a form of "parar"
    return _Word(word, found, names, empty, found in glossary().beginnings[locale], fold(word) in _LEFT_OUT)


def _phrase_at(
    words: Sequence[_Word], at: int, entries: dict[tuple[str, ...], tuple[str, ...]]
) -> tuple[int, tuple[str, ...]] | None:
    """The longest phrase of two or more words that begins here; "call it off" is "call off"."""
    found: tuple[int, tuple[str, ...]] | None = None
    for leave_out in (False, True):
        key: list[str] = []
        for i in range(at, min(at + LONGEST + 2, len(words))):
            if leave_out and key and words[i].left_out:
                continue
            key.append(words[i].stem)
            names = entries.get(tuple(key)) if len(key) > 1 else None
            if names and (found is None or i + 1 > found[0]):
                found = (i + 1, names)
        if found:
            return found
    return None
