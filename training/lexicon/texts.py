"""Texts that say the same in English and in Spanish."""

import gettext
import html
import re
import sys
from collections.abc import Iterator
from pathlib import Path

Pair = tuple[str, str]

_PARAGRAPH = re.compile(r'<(p|h\d|span|td|th|dt|dd|li)[^>]*id="([^"]+)"[^>]*>(.*?)</\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_PLACE = re.compile(r"%\(?\w*\)?[sd]?")


def of_help(folder: Path) -> Iterator[Pair]:
    """Paragraphs of LibreOffice's help, which have the same name in every language."""
    for file in (folder / "en-US/text").rglob("*.html"):
        other = folder / "es" / file.relative_to(folder / "en-US")
        if other.exists():
            english, spanish = _paragraphs(file), _paragraphs(other)
            yield from ((english[name], spanish[name]) for name in english.keys() & spanish.keys())


def of_catalogues(packages: Path) -> Iterator[Pair]:
    """The texts of Django."""
    for file in packages.rglob("es/LC_MESSAGES/django*.mo"):
        with file.open("rb") as stream:
            catalogue: dict[object, str] = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
        for key, spanish in catalogue.items():
            english = key[0] if isinstance(key, tuple) else key
            yield _PLACE.sub("", str(english).split("\x04")[-1]), _PLACE.sub("", spanish)


def of_names(packages: Path) -> Iterator[Pair]:
    """Countries, languages, currencies, scripts, days and months."""
    sys.path.insert(0, str(packages))
    from babel import Locale  # noqa: PLC0415

    english, spanish = Locale("en"), Locale("es")
    for kind in ("territories", "languages", "currencies", "scripts"):
        names, others = getattr(english, kind), getattr(spanish, kind)
        yield from ((names[code], others[code]) for code in names if code in others)
    for kind in ("months", "days"):
        names, others = getattr(english, kind)["format"]["wide"], getattr(spanish, kind)["format"]["wide"]
        yield from ((names[code], others[code]) for code in names)


def by_hand() -> Iterator[tuple[list[str], list[str]]]:
    """The senses of this project's own list, with the Spanish words for each."""
    file = Path(__file__).parents[1] / "vectors/spanish.txt"
    for line in file.read_text(encoding="utf-8").splitlines():
        if ":" in line and not line.startswith("#"):
            english, spanish = line.split(":", 1)
            yield english.split(), [word for word in spanish.split() if "_" not in word]


def _paragraphs(file: Path) -> dict[str, str]:
    found = _PARAGRAPH.finditer(file.read_text(encoding="utf-8"))
    return {match[2]: html.unescape(_TAG.sub("", match[3])).strip() for match in found}
