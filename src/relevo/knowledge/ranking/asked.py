"""A question as the second look takes it: its slots, all its words, and their order."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from relevo.kit.folding import fold
from relevo.knowledge.ranking.shelf import Counts, Shelf
from relevo.knowledge.ranking.vocabulary import END, content_words
from relevo.knowledge.stems import WORD, stem
from relevo.knowledge.terms import Slot

_MOST_WORDS = 64
SHORTEST = 5  # letters of a word that another may begin like


@dataclass(frozen=True, slots=True)
class AskedSlot:
    """`plain` is the stem, or the word where little is left of it: for words that only begin alike."""

    terms: tuple[tuple[int, float], ...]
    worth: float
    plain: str


@dataclass(frozen=True, slots=True)
class Asked:
    """`stems` are of all words and `forms` of those that say something, each with its rarity; `line` is the question in its order."""

    slots: tuple[AskedSlot, ...]
    stems: tuple[tuple[int, float], ...]
    forms: tuple[tuple[int, float], ...]
    line: tuple[tuple[int, float], ...]


def asked_of(
    text: str,
    locale: str,
    shelf: Shelf,
    slots: Sequence[tuple[Slot, float]],
    terms_of: Callable[[Slot], tuple[tuple[int, float], ...]],
) -> Asked:
    """`slots` come with what each is worth; `terms_of` says which terms answer to one."""
    words = [word.lower() for word in WORD.findall(text)][:_MOST_WORDS]
    find, figures = shelf.vocabulary.find, shelf.figures
    line = [find(stem(word, locale)) or END for word in words]
    stems = [(term, rarity(figures.passages, _at(figures.stems, term))) for term in line]
    forms = dict.fromkeys(find(fold(word)) or END for word in content_words(words, locale))
    return Asked(
        tuple(AskedSlot(terms_of(slot), worth, _plain(slot)) for slot, worth in slots),
        tuple((term, worth) for term, worth in dict(stems).items() if term != END),
        tuple((term, rarity(figures.passages, _at(figures.forms, term))) for term in forms if term != END),
        tuple(stems),
    )


def _plain(slot: Slot) -> str:
    if slot.stem is None:
        return ""
    return slot.stem if len(slot.stem) >= SHORTEST else fold(slot.words)


def rarity(passages: int, among: int) -> float:
    """What a term that stands in `among` passages says."""
    return math.log(1 + (passages - among + 0.5) / (among + 0.5))


def _at(counts: Counts, term: int) -> int:
    return int(counts[term]) if term < len(counts) else 0
