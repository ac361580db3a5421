"""Bytes as text: UTF-8, UTF-16, or what Western Windows and Latin-1 systems wrote."""

import codecs
import re

from relevo.knowledge.reading.types import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE = 4_096


def decoded(content: bytes, *, said: str | None = None) -> str:
    """The text. `said` is the encoding that the file or its server names. Raises Unreadable."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _text(content.decode(encoding, "replace"))
    for encoding in filter(None, (said, _wide(content), "utf-8")):
        try:
            return _text(content.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    return _text(content.decode("cp1252", "replace").replace("\ufffd", " "))


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is nothing."""
    sample = content[:_SAMPLE]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else None


def _text(text: str) -> str:
    text = "".join(c for c in text if not "\ud800" <= c <= "\udfff") if not text.isascii() else text
    odd = len(_CONTROLS.findall(text[: _SAMPLE * 4]))
    if odd > 2 + len(text[: _SAMPLE * 4]) * 0.01:
        raise Unreadable("This is no text.", code="not_text")
    return _CONTROLS.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
