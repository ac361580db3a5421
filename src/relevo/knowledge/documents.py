"""A file of knowledge read as an article: its title, its language, its text."""

import re
from dataclasses import dataclass

from relevo.kit.text import clean, clean_line

_HEADING = re.compile(r"^#\s+(.+?)\s*#*$")
_TITLE_LIMIT = 300

_SPANISH = re.compile(r"\b(?:el|la|los|las|de|del|que|en|y|con|para|por|una|un|se|no|es|su|tu)\b|[ñ¿¡]", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|are|you|your|for|with|on|be|it|we|our|can|or)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it comes from a file. `name` is its stable name, by which answers cite it."""

    name: str
    title: str
    locale: str
    body: str
    url: str | None = None
    source: str = ""


def read_document(
    name: str, text: str, *, locale: str | None = None, url: str | None = None, source: str = ""
) -> Document:
    """The article that `text` holds: the first line "# …" is its title, else the name is."""
    body = clean(text).strip()
    title = _title(body) or re.sub(r"[-_]+", " ", name.rsplit(".", 1)[0])
    return Document(name, clean_line(title, limit=_TITLE_LIMIT), locale or locale_of(body), body, url, source)


def locale_of(text: str) -> str:
    """Spanish or English, by the small words of the text."""
    sample = text[:20_000]
    return "es" if len(_SPANISH.findall(sample)) >= len(_ENGLISH.findall(sample)) else "en"


def _title(body: str) -> str | None:
    for line in body.splitlines():
        if line.strip():
            match = _HEADING.match(line.strip())
            return match.group(1).replace("**", "") if match else None
    return None
