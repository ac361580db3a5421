"""Texts as the numbers of word pieces, as BERT's uncased vocabulary has them (WordPiece: Wu and others, 2016)."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST_WORD = 100
_WIDE = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2FA1F),
)  # written without spaces: a word a sign


class WordPieces:
    """Finds the pieces of a text; any string has some."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self.start, self.end = vocabulary.get(START, -1), vocabulary.get(END, -1)
        self._unknown = (vocabulary[UNKNOWN],) if UNKNOWN in vocabulary else ()
        self.pieces_of = lru_cache(maxsize=20_000)(self._pieces_of)

    @classmethod
    def from_file(cls, path: Path) -> "WordPieces":
        """A vocabulary with a piece a line; its number is the line's."""
        return cls({piece: number for number, piece in enumerate(path.read_text(encoding="utf-8").splitlines())})

    @property
    def size(self) -> int:
        return len(self._vocabulary)

    def has(self, piece: str) -> bool:
        return piece in self._vocabulary

    def numbers(self, text: str, most: int) -> list[int]:
        """The numbers of the first pieces, between those of start and end; `most` in all."""
        return [self.start, *self.inner(text, most - 2), self.end]

    def inner(self, text: str, most: int) -> list[int]:
        """The numbers of the first pieces."""
        found: list[int] = []
        for word in words(text):
            found += self.pieces_of(word)
            if len(found) >= most:
                break
        return found[:most]

    def _pieces_of(self, word: str) -> tuple[int, ...]:
        """The longest pieces from left to right; a word that is not made of any is unknown as a whole."""
        if len(word) > _LONGEST_WORD:
            return self._unknown
        found: list[int] = []
        at = 0
        while at < len(word):
            for end in range(len(word), at, -1):
                number = self._vocabulary.get(("##" if at else "") + word[at:end])
                if number is not None:
                    found.append(number)
                    at = end
                    break
            else:
                return self._unknown
        return tuple(found)


def words(text: str) -> Iterator[str]:
    """Words in small letters without accents; every sign of punctuation is a word."""
    plain = unicodedata.normalize("NFD", text.lower())
    word = ""
    for c in plain:
        kind = unicodedata.category(c)
        if kind == "Mn" or (kind[0] == "C" and not c.isspace()) or c == "\ufffd":
            continue
        is_alone = kind[0] == "P" or (kind[0] == "S" and ord(c) < 128) or _is_wide(c)
        if (c.isspace() or is_alone) and word:
            yield word
            word = ""
        if is_alone:
            yield c
        elif not c.isspace():
            word += c
    if word:
        yield word


def _is_wide(c: str) -> bool:
    return ord(c) >= 0x3400 and any(low <= ord(c) <= high for low, high in _WIDE)
