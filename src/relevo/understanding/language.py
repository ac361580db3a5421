"""The language of a message: Spanish, English, Catalan, Galician, Basque, Portuguese, French, German, Italian.

Told by small words and letters first, which serve short and badly typed messages; where they don't decide, by an identifier
trained on running text. Texts too short to tell ("ok", "no funciona") inherit what the conversation or the site speaks.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from relevo.kit.folding import fold
from relevo.understanding.language_words import ALONE, LETTERS, WORDS

_SHORT_WORDS = 2
_LETTER_WEIGHT = 0.75
_CLEAR = 0.8  # by how much the best has to lead, in words
_CLEAR_SHARE = 0.12  # and as a share of the words
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_LONGEST = 2_000
_IDENTIFIER_WEIGHT = 0.12  # of a unit of its logarithms, against a word


@dataclass(frozen=True, slots=True)
class Language:
    """`code` as in ISO 639-1; `sure` is False where it was inherited rather than read."""

    code: str
    sure: bool


def language_of(text: str, *, inherited: str) -> Language:
    """The language that `text` is written in; `inherited` is what the conversation or the site speaks."""
    text = text[:_LONGEST]
    words = _WORD.findall(fold(text))
    points = _points(text, words)
    if len(words) <= _SHORT_WORDS:
        return _of_few(words, points, inherited)
    best = _leader(points, len(words))
    return Language(best or _with_identifier(text, points, inherited), sure=True)


def _points(text: str, words: list[str]) -> Counter[str]:
    points: Counter[str] = Counter()
    for word in words:
        codes = _codes(word)
        for code in codes:
            points[code] += 1 / len(codes)  # pyright: ignore[reportArgumentType] - a Counter counts parts, too
    for letter in set(text.lower()):
        codes = LETTERS.get(letter, ())
        for code in codes:
            points[code] += _LETTER_WEIGHT / len(codes)  # pyright: ignore[reportArgumentType]
    return points


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in WORDS.items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found


def _codes(word: str) -> tuple[str, ...]:
    table = _table()
    return table.get(word) or table.get(word.replace("'", "")) or ()


def _leader(points: Counter[str], words: int) -> str | None:
    """Who leads clearly."""
    ranked = points.most_common(2)
    if not ranked:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] - second >= max(_CLEAR, _CLEAR_SHARE * words) else None


def _of_few(words: list[str], points: Counter[str], inherited: str) -> Language:
    """One or two words are believed where they belong to one language alone."""
    for word in words:
        if code := ALONE.get(word):
            return Language(code, sure=True)
    own = {code for word in words if len(codes := _codes(word)) == 1 for code in codes if len(word) > 1}
    if len(own) == 1 and (code := own.pop()) in {"es", "en"} and points.most_common(1)[0][0] == code:
        return Language(code, sure=True)
    return Language(inherited, sure=False)


def _with_identifier(text: str, points: Counter[str], inherited: str) -> str:
    weights = dict(_identifier().rank(text))
    highest = max(weights.values())
    liking = {code: points[code] + max(_IDENTIFIER_WEIGHT * float(weights[code] - highest), -1.5) for code in WORDS}
    if inherited in liking:
        liking[inherited] += 0.15
    return max(liking, key=lambda code: liking[code])


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(WORDS))
    return identifier


def site_language(code: str) -> str:
    """One of the two languages in which Relevo itself speaks: Spanish for the languages of Spain, else English."""
    return "es" if fold(code)[:2] in {"es", "ca", "gl", "eu"} else "en"
