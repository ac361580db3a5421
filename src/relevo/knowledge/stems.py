"""Words reduced to what their forms have in common, with or without accents, in Spanish and English."""

import re
import threading
from functools import cache, lru_cache
from importlib.resources import files
from typing import Protocol

import snowballstemmer

from relevo.kit.folding import fold

WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_of_thread = threading.local()
_ACCENT_LEFT_OUT = re.compile(r"([csxgt])ion$")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@cache
def _empty() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    code = ""
    for line in files("relevo.knowledge").joinpath("stopwords.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            code = line.strip("[]")
        elif not line.startswith("#"):
            found[code] = found.get(code, frozenset()) | frozenset(line.split())
    return found


@lru_cache(maxsize=200_000)
def is_empty(word: str, locale: str) -> bool:
    """Words that every text has, and those that only carry a conversation."""
    return fold(word) in _empty().get(locale, frozenset()) or (len(word) == 1 and not word.isdigit())


@lru_cache(maxsize=200_000)
def stem(word: str, locale: str) -> str:
    """The stem of a word; -ción without its accent is still found, since many people type it so."""
    if not word.isalpha() or len(word) <= 2:
        return fold(word)
    if locale == "es":
        word = _ACCENT_LEFT_OUT.sub(r"\1ión", word.lower())
    found = fold(_stemmer(locale).stemWord(word.lower()))
    # "garantía" loses its ending, "garantia" keeps an i of it.
    return found[:-1] if locale == "es" and found.endswith("i") and len(found) > 3 else found


def _stemmer(locale: str) -> _Stemmer:
    """One for each thread: while it works, a stemmer keeps the word in itself."""
    language = "english" if locale == "en" else "spanish"
    found: _Stemmer | None = getattr(_of_thread, language, None)
    if found is None:
        found = snowballstemmer.stemmer(language)
        setattr(_of_thread, language, found)
    return found
