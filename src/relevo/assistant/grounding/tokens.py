"""A text as words that can be compared with those of another: by stem, by meaning, and by direction (word vectors), across es and en."""

# ruff: noqa: E501, SIM905 - tables

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from relevo.assistant.grounding.figures import figures_of
from relevo.kit.folding import fold
from relevo.knowledge.glossary import glossary
from relevo.knowledge.stems import is_empty, stem
from relevo.understanding.own.words import shipped
from relevo.understanding.own.words import stem as spanish_stem

Floats = NDArray[np.float32]
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
NO_NEED = frozenset(
    "el la los las un una unos unas de del al a en y e o u que se su sus lo le les con por para si es son ser esta estan este esto ese eso "
    "como mas muy ya tu tus te me mi nos hay ha han he fue era the a an of to in on and or is are be was were been it its this that these those "
    "with for as at by from you your yours we our us they them their he she his her i my me will would can could may might shall should do does "
    "did has have had there here which who what when where how also so than then if but not no some any all each such into about please "
    "puede pueden puedes podemos debe deben tiene tienen tienes tenemos hacer hace desde hasta cuando donde porque pero tambien entre sobre".split()
)

PLACES = {
    name: names.split()[0]
    for names in (
        "espana spain espanol espanola espanoles spanish", "mexico mexicano mexicana mexicanos mexican mx", "francia france french", "alemania germany german",
        "italia italy", "portugal portuguese portugues", "uk britain kingdom reino", "usa eeuu estados states", "argentina argentinian", "chile chilean", "colombia colombian",
        "peru peruvian", "europa europe european europeo europea ue eu", "canarias canary", "baleares balearic balearics", "peninsula mainland peninsular", "cdmx ciudad city",
        "andorra andorran", "sevilla seville", "londres london", "nueva new",
    )
    for name in names.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """`keys` are stems in both languages and names of meanings; `name`: written as a name is; `figure`: part of a figure."""

    text: str
    start: int
    end: int
    keys: frozenset[str]
    name: bool = False
    figure: bool = False
    code: str = ""


@lru_cache(maxsize=2048)
def words_of(text: str, locale: str) -> tuple[Word, ...]:
    """The words that carry something: not articles, pronouns, auxiliaries."""
    figures = figures_of(text)
    inside = [False] * (len(text) + 1)
    found: list[Word] = []
    for figure in figures:
        for at in range(figure.start, figure.end):
            inside[at] = True
        code = f"#{figure.kind}:{figure.value}"
        found.append(Word(fold(figure.text), figure.start, figure.end, frozenset({code}), figure=True, code=code))
    for match in _WORD.finditer(text):
        if inside[match.start()]:
            continue
        plain = fold(match.group()).replace("'s", "").replace("'", "")
        if plain in NO_NEED or (len(plain) == 1 and not plain.isdigit()):
            continue
        named = _is_name(text, match)
        found.append(Word(plain, match.start(), match.end(), keys_of(plain, locale), name=named))
    found.sort(key=lambda one: one.start)
    return tuple(found)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """A capital inside a sentence, or more than one in a word."""
    word = match.group()
    if word.isupper() and len(word) > 1:
        return not (text.isupper() and len(text) > 20)
    if any(letter.isupper() for letter in word[1:]):
        return True
    if not word[0].isupper():
        return False
    before = text[: match.start()].rstrip(" \"'«“(¿¡*")
    return bool(before) and before[-1] not in ".!?…:;\n-•·—–>"


@lru_cache(maxsize=50_000)
def keys_of(plain: str, locale: str) -> frozenset[str]:
    spoken = "en" if locale == "en" else "es"
    root = stem(plain, spoken)
    names = () if is_empty(plain, spoken) else glossary().entries[spoken].get((root,), ())
    place = PLACES.get(plain)
    return frozenset({plain, root, *(f"={name}" for name in names), *([f"@{place}"] if place else ())})


@lru_cache(maxsize=50_000)
def vector_of(plain: str, locale: str) -> Floats:
    """The direction of a word, of length one; zero where nothing is known."""
    table = shipped()
    rows: list[int] = []
    if locale != "en" and (row := table._stems.get(spanish_stem(plain))) is not None:
        rows = [row]
    rows = rows or list(table._pieces.inner(plain, 12))
    whole = table._steps[rows] @ table._table[rows].astype(np.float32) if rows else np.zeros(table.dims, np.float32)
    length = float(np.linalg.norm(whole))
    return (whole / length if length else whole).astype(np.float32)


@cache
def _ranks() -> dict[str, int]:
    return dict(shipped()._pieces._vocabulary)


def rarity(plain: str, locale: str) -> float:
    """0 for a word that every text has, 1 for one that few know."""
    if locale != "en":
        return 0.3 if spanish_stem(plain) in shipped()._stems else 0.7
    rank = _ranks().get(plain)
    return 1.0 if rank is None else min(1.0, max(0.0, np.log(max(rank - 1900, 1)) / np.log(28_000)))


def is_common(plain: str, locale: str) -> bool:
    """A word that is in the dictionary, so hardly a name."""
    return plain in _ranks() if locale == "en" else spanish_stem(plain) in shipped()._stems


def is_content(plain: str, locale: str) -> bool:
    """Not one of the words that only carry a conversation."""
    return not is_empty(plain, "en" if locale == "en" else "es")
