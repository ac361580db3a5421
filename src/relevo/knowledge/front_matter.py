"""What a file says about itself before its text: YAML between two lines of three dashes.

Known words are category, tags, countries, audience, valid_from, valid_until, locale, status, title and
translation_of (the name of the file that says the same in another language); others are passed over,
since files made for other programs have words of their own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import yaml

from relevo.kit.text import clean_line
from relevo.knowledge.types import CATEGORY_LIMIT, MOST_COUNTRIES, MOST_TAGS, STATUSES, TAG_LIMIT

_BLOCK = re.compile(r"\A---[ \t]*\n(.{0,8000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_COUNTRY = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class About:
    """None where the file does not say."""

    title: str | None = None
    locale: str | None = None
    status: str | None = None
    category: str | None = None
    tags: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    audience: str | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    translation_of: str | None = None


def split(text: str) -> tuple[About, str]:
    """What the file says about itself, and the rest of it. Dashes that open no such block are part of the text."""
    found = _BLOCK.match(text)
    if not found:
        return About(), text
    try:
        said: Any = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return About(), text
    if not isinstance(said, dict):
        return About(), text
    return _about({str(name).lower(): value for name, value in said.items()}), text[found.end() :]


def _about(said: Mapping[str, Any]) -> About:
    locale = str(said.get("locale") or said.get("lang") or "").lower()[:2]
    status = str(said.get("status") or "").lower()
    audience = str(said.get("audience") or "").lower()
    return About(
        title=_line(said.get("title"), 300),
        locale=locale if locale in ("es", "en") else None,
        status=status if status in STATUSES else None,
        category=_line(said.get("category"), CATEGORY_LIMIT),
        tags=_list(said.get("tags"), TAG_LIMIT, MOST_TAGS),
        countries=_countries(said.get("countries", said.get("country"))),
        audience=audience if audience in ("everyone", "members") else None,
        valid_from=_moment(said.get("valid_from")),
        valid_until=_moment(said.get("valid_until"), end_of_day=True),
        translation_of=_line(said.get("translation_of"), 300),
    )


def _line(value: Any, limit: int) -> str | None:
    return (clean_line(str(value), limit=limit) or None) if isinstance(value, str | int | float) else None


def _list(value: Any, limit: int, most: int) -> tuple[str, ...] | None:
    items = value.split(",") if isinstance(value, str) else value
    if not isinstance(items, list):
        return None
    lines = (_line(item, limit) for item in items)
    return tuple(dict.fromkeys(line for line in lines if line))[:most]


def _countries(value: Any) -> tuple[str, ...] | None:
    codes = _list(value, 20, MOST_COUNTRIES)
    return None if codes is None else tuple(code.lower() for code in codes if _COUNTRY.fullmatch(code.lower()))


def _moment(value: Any, *, end_of_day: bool = False) -> datetime | None:
    """A day alone means from its beginning, or until its end, in UTC."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(), UTC) + timedelta(days=1 if end_of_day else 0)
    return None
