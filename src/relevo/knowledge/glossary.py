"""Words of customer service that mean the same, also across Spanish and English (`glossary.txt`)."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from relevo.knowledge.stems import WORD, stem

LOCALES = ("es", "en")
LONGEST = 5


@dataclass(frozen=True, slots=True)
class Glossary:
    """`entries` maps stems standing side by side to the names of what they mean.

    `subjects` are names that an answer must speak of, `things` names that it need not, `special` cases of a
    subject; `beginnings` are the first stems
    of phrases, so that most words need no further look; `spelled` are the single words with their language.
    """

    entries: dict[str, dict[tuple[str, ...], tuple[str, ...]]]
    subjects: frozenset[str]
    things: frozenset[str]
    special: frozenset[str]
    beginnings: dict[str, frozenset[str]]
    spelled: frozenset[tuple[str, str]]


@cache
def glossary() -> Glossary:
    found: dict[str, dict[tuple[str, ...], list[str]]] = {locale: {} for locale in LOCALES}
    subjects: set[str] = set()
    spelled: set[tuple[str, str]] = set()
    things: set[str] = set()
    special: set[str] = set()
    for line in files("relevo.knowledge").joinpath("glossary.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, *columns = (part.strip() for part in line.split("|"))
            if name.endswith("!"):
                subjects.add(name := name[:-1])
            if name.endswith("*"):
                things.add(name := name[:-1])
            if name.endswith("~"):
                special.add(name := name[:-1])
            for locale, column in zip(LOCALES, columns, strict=True):
                for phrase in column.split():
                    if "_" not in phrase:
                        spelled.add((phrase, locale))
                    names = found[locale].setdefault(_key(phrase, locale), [])
                    if name not in names:
                        names.append(name)
    entries = {locale: {key: tuple(names) for key, names in words.items()} for locale, words in found.items()}
    beginnings = {locale: frozenset(key[0] for key in words if len(key) > 1) for locale, words in found.items()}
    return Glossary(entries, frozenset(subjects), frozenset(things), frozenset(special), beginnings, frozenset(spelled))


def _key(phrase: str, locale: str) -> tuple[str, ...]:
    return tuple(stem(word, locale) for word in WORD.findall(phrase.replace("_", " ")))
