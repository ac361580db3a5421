"""A file of knowledge read as an article: its title, its language, its text."""

import re
from dataclasses import dataclass
from datetime import datetime

from relevo.kit.text import clean, clean_line
from relevo.knowledge.front_matter import split
from relevo.knowledge.types import TITLE_LIMIT

_HEADING = re.compile(r"^#\s+(.+?)\s*#*$")

_SPANISH = re.compile(r"\b(?:el|la|los|las|de|del|que|en|y|con|para|por|una|un|se|no|es|su|tu)\b|[ñ¿¡]", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|are|you|your|for|with|on|be|it|we|our|can|or)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it comes from a file or a page. `name` is its stable name, by which answers cite it. What the document does
    not say about itself is None: it stays as it is in an article that is there already."""

    name: str
    title: str
    locale: str
    body: str
    url: str | None = None
    source: str = ""
    status: str | None = None
    category: str | None = None
    tags: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    audience: str | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    translation_of: str | None = None  # the name of the document that says the same in another language


def read_document(
    name: str, text: str, *, locale: str | None = None, url: str | None = None, source: str = ""
) -> Document:
    """The article that `text` holds: the first line "# …" is its title, else what it says about itself, else the name."""
    about, rest = split(clean(text).lstrip("\ufeff\n"))
    body = rest.strip()
    title = _title(body) or about.title or re.sub(r"[-_]+", " ", name.rsplit(".", 1)[0])
    return Document(
        name, clean_line(title, limit=TITLE_LIMIT), locale or about.locale or locale_of(body), body, url, source,
        status=about.status, category=about.category, tags=about.tags, countries=about.countries, audience=about.audience,
        valid_from=about.valid_from, valid_until=about.valid_until, translation_of=about.translation_of,
    )  # fmt: skip


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
