"""A text as features for linear models: words and pairs of words, pieces of words, the look of the whole, and hints at urgency.

Every feature is a hash of its text, so there is no vocabulary to carry (the hashing trick: Weinberger and others, ICML 2009).
Accents, capitals, spaces and the digits of numbers make no difference; signs are kept as features of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np

from relevo.kit.folding import fold
from relevo.understanding.hints import hints
from relevo.understanding.table import Hashes

LONGEST = 4_000  # characters that are read; what somebody wants is said by then
_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[?!¿¡]+|\.{2,}|[^\w\s]|[^\W_]+")
_TIME = re.compile(r"\b(?:[01]?\d|2[0-3])(?::|\.|h)[0-5]\d\s?h?\b|\b(?:[1-9]|1[0-2])\s?[ap]\.?\s?m\b\.?|\b\d{1,2}h\b")
_MONEY = re.compile(
    r"[$€£]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:[€$£]|euros?|pesos?|dolares|dollars?|pounds?|quid|bucks|soles|lucas)(?!\w)"
)
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
_CODE = re.compile(r"\b(?=[a-z-]*\d)(?=\d*-?[a-z])[a-z0-9]+(?:-[a-z0-9]+)*\b|\b\d+(?:[-/]\d+)+\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_RUN = re.compile(r"([a-z])\1{2,}")
_SHORTEST_PIECE, _LONGEST_PIECE = 3, 5
_NEGATIONS = frozenset(
    [
        "no",
        "ni",
        "sin",
        "nunca",
        "nada",
        "tampoco",
        "jamas",
        "not",
        "never",
        "without",
        "nor",
        "dont",
        "doesnt",
        "didnt",
        "cant",
        "isnt",
        "wasnt",
        "wont",
    ]
)
_REACH = 3  # words behind a negation that are read as denied


@dataclass(frozen=True, slots=True)
class Features:
    """Hashes by block, each with repetitions; `words` are the folded tokens in order."""

    words: tuple[str, ...]
    blocks: tuple[Hashes, ...]


BLOCKS = ("words", "pieces", "look", "hints")


def features(text: str, *, hinted: bool = True) -> Features:
    """The features of `text`; any string has some. Without hints the last block is empty, which spares half of the time."""
    text = text[:LONGEST]
    words = tuple(_tokens(text))
    blocks = (_hashes(_word_features(words)), _pieces(words), _hashes(_look(text, words)))
    return Features(words, (*blocks, _hashes(_hinted(text)) if hinted else np.zeros(0, np.uint32)))


def _tokens(text: str) -> list[str]:
    plain = fold(text)
    plain = _ADDRESS.sub(" linkorat ", plain)
    plain = _TIME.sub(" attime ", plain)
    plain = _MONEY.sub(" somemoney ", plain)
    plain = _CODE.sub(" somecode ", plain)
    plain = _NUMBER.sub(_number, plain)
    return [_RUN.sub(r"\1", token.replace("'", ""))[:30] for token in _TOKEN.findall(plain)]


def _number(match: re.Match[str]) -> str:
    digits = match.group()
    return digits if len(digits) == 1 else f" number{min(len(digits), 6)} "


def word_hash(word: str) -> int:
    """The feature that a word by itself is."""
    return crc32(_word(word).encode())


def pair_hash(first: str, second: str) -> int:
    """The feature that two words in a row are."""
    return crc32(_pair(first, second).encode())


def _word(word: str) -> str:
    return f"w {word}"


def _pair(first: str, second: str) -> str:
    return f"2 {first} {second}"


def _word_features(words: tuple[str, ...]) -> Iterator[str]:
    denied = 0
    for i, word in enumerate(words):
        yield _word(word)
        if i + 1 < len(words):
            yield _pair(word, words[i + 1])
        if i + 2 < len(words):
            yield f"s {word} {words[i + 2]}"
            yield f"3 {word} {words[i + 1]} {words[i + 2]}"
        if denied and word.isalpha():
            yield f"n {word}"
        denied = _REACH if word in _NEGATIONS else max(0, denied - 1)
    for word in words[:2]:
        yield f"b {word}"
    for word in words[-2:]:
        yield f"e {word}"


def _pieces(words: tuple[str, ...]) -> Hashes:
    parts = [_pieces_of(word) for word in words]
    return np.concatenate(parts) if parts else np.zeros(0, np.uint32)


@lru_cache(maxsize=30_000)
def _pieces_of(word: str) -> Hashes:
    """Pieces of three to five letters, ends of the word included."""
    padded = f" {word} ".encode()
    return np.array(
        [
            crc32(padded[i : i + size])
            for size in range(_SHORTEST_PIECE, _LONGEST_PIECE + 1)
            for i in range(max(1, len(padded) - size + 1))
        ],
        np.uint32,
    )


def _look(text: str, words: tuple[str, ...]) -> Iterator[str]:
    """Length, signs, emojis."""
    yield f"l length {min(len(words) // 4, 12)}"
    for sign in "!?¡¿":
        if count := text.count(sign):
            yield f"l {sign} {min(count, 4)}"
    if not any(sign in text for sign in ".,?!;:"):
        yield "l unpunctuated"
    for c in set(text):
        if ord(c) > 0x2600:
            yield f"l {c}"


def _hinted(text: str) -> Iterator[str]:
    yield "h any text"
    for hint in hints(text):
        yield f"h {hint}"


def _hashes(found: Iterator[str]) -> Hashes:
    return np.fromiter((crc32(feature.encode()) for feature in found), np.uint32)
