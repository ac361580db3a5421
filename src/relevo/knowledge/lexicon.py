"""Words of one language that stand for words of the other (`lexicon.txt`, made by training/lexicon: origin and licence there).

By it a question finds articles that are written in the other language only. It is looser than the glossary, and crosses languages
only: what it finds counts less than what was written.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("lexicon.txt")
HEAD = "# Spanish stems with English ones that stand for the same, and how surely. Made by training/lexicon.\n"
_AS_SURE = 0.9
_LEAST = 0.3
_MOST = 4

Terms = tuple[tuple[str, float], ...]


def translated(stem: str, locale: str) -> Terms:
    """Stems of the other language for a stem of this one, the surest first."""
    return _table(locale == "en").get(stem, ())


@cache
def _table(from_english: bool) -> Mapping[str, Terms]:
    found: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        spanish, *others = line.split()
        for english, weight in (other.rsplit(":", 1) for other in others):
            one, other = (english, spanish) if from_english else (spanish, english)
            found[one].append((other, max(_LEAST, _AS_SURE * float(weight))))
    return {one: tuple(sorted(others, key=lambda o: (-o[1], o[0]))[:_MOST]) for one, others in found.items()}
