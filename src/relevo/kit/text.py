"""Text from outside, made safe to store: normalised first, checked second."""

import re
import unicodedata

from relevo.kit.errors import Malformed

# C0 and C1 controls but tab and line feed; bidirectional overrides and isolates, which can make text read as something
# else; zero-width characters but the joiners that emoji and several scripts need; language tag characters, which can
# hide text. All are dropped.
_UNWANTED = re.compile(
    "[\x01-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_STACKED_MARKS = re.compile(
    r"((?:[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]){4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)


def clean(text: str) -> str:
    """`text` in NFC without characters that hide or disguise; at most four marks stacked on a letter.

    Raises Malformed for NUL and lone surrogates, which no client sends by accident and PostgreSQL cannot store.
    """
    if "\x00" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise Malformed("The text contains characters that are not valid Unicode text.", code="invalid_text")
    if text.isascii() and text.isprintable():
        return text
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _STACKED_MARKS.sub(r"\1", _UNWANTED.sub("", plain))


def clean_line(text: str, *, limit: int) -> str:
    """One line of at most `limit` characters: for names and titles."""
    return " ".join(clean(text).split())[:limit]


def shorten(text: str, limit: int) -> str:
    """The beginning of `text` on one line, cut with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
