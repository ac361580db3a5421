"""How near passages are to a question in meaning, whatever their words and language: by the vectors of words that ship.

The vectors are rough: they know that a drill belongs to fitting something, and that a cat is no invoice. So they only
put in order what the words of the question have found.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from relevo.knowledge.index import Entry
from relevo.understanding.own.words import shipped, stem

Floats = NDArray[np.float32]

_BEGINNING = 400  # characters of a passage that say what it is about
_LEAST = 3  # of fewer texts, the middle says nothing


def nearness(question: str, locale: str, texts: Sequence[tuple[str, str]]) -> list[float]:
    """For each text with its language, how near it is to the question, -1 to 1. What all of them have in common counts for
    nothing, so a company's own subject brings no text nearer."""
    asked = _vector(question, locale)
    if len(texts) < _LEAST or not asked.any():
        return [0.0] * len(texts)
    rows = np.stack([_vector(text, language) for text, language in texts])
    rows = rows - rows.mean(axis=0)
    lengths = np.linalg.norm(rows, axis=1)
    return [float(one) for one in rows @ asked / np.maximum(lengths, 1e-6)]


def nearest(question: str, locale: str, entries: Sequence[Entry], *, limit: int) -> list[Entry]:
    """The entries nearest in meaning, nearest first."""
    near = nearness(question, locale, [(beginning(entry), entry.locale) for entry in entries])
    order = sorted(range(len(entries)), key=lambda at: near[at], reverse=True)
    return [entries[at] for at in order[:limit] if near[at] > 0]


def beginning(entry: Entry) -> str:
    """What says what a passage is about."""
    return f"{entry.title}. {entry.heading}. {entry.text[:_BEGINNING]}"


@lru_cache(maxsize=20_000)
def _vector(text: str, language: str) -> Floats:
    """The direction of a text, of length one; zero where no word is known."""
    words = shipped()
    if language != "es":
        whole = words.total(text)
    else:
        whole, unknown = words.total_of_spanish(text)
        further = _further_words()
        for one in unknown:
            if (vector := further.get(one)) is not None:
                whole = whole + vector
    length = float(np.linalg.norm(whole))
    return whole / length if length else whole


@cache
def _further_words() -> dict[str, Floats]:
    """Stems of Spanish words with the mean of their English senses' vectors."""
    senses: defaultdict[str, list[Floats]] = defaultdict(list)
    for line in files("relevo.assistant.words").joinpath("spanish.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            english, spanish = line.split(":", 1)
            vector = shipped().total(english) / np.float32(len(english.split()))
            for word in spanish.split():
                senses[stem(word)].append(vector)
    return {one: np.mean(vectors, axis=0) for one, vectors in senses.items()}
