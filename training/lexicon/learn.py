"""Learns which words stand for which and writes the table that ships.

python -m training.lexicon.learn HELP_FOLDER PACKAGES_FOLDER
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from relevo.knowledge import lexicon
from relevo.knowledge.stems import is_empty, stem
from training.lexicon.texts import Pair, by_hand, of_catalogues, of_help, of_names

ROUNDS, LONGEST, LEAST, TOGETHER, BY_HAND = 8, 30, 0.2, 2, 0.7
SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]{2,}")


def main(help_folder: Path, packages: Path) -> None:
    pairs = {*of_help(help_folder), *of_catalogues(packages), *of_names(packages)}
    table = learnt(sorted((english, spanish) for english, spanish in pairs if english != spanish))
    for english, spanish in by_hand():
        for one in (stem(word, "es") for word in spanish):
            for other in (stem(word, "en") for word in english if not is_empty(word, "en")):
                table[one][other] = max(table[one].get(other, 0.0), BY_HAND)
    lines = [line for line in (_line(one, others) for one, others in sorted(table.items())) if line]
    lexicon.FILE.write_text(lexicon.HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(pairs):,} pairs of texts, {len(lines):,} Spanish stems, {lexicon.FILE.stat().st_size / 1024:.0f} KiB")


def learnt(pairs: Iterable[Pair]) -> defaultdict[str, dict[str, float]]:
    """English stems for Spanish ones, with weights."""
    numbers: tuple[dict[str, int], dict[str, int]] = ({}, {})
    texts = [(_numbered(english, "en", numbers[0]), _numbered(spanish, "es", numbers[1])) for english, spanish in pairs]
    texts = [pair for pair in texts if all(0 < len(side) <= LONGEST for side in pair)]
    english = np.concatenate([np.repeat(e, len(s)) for e, s in texts])
    spanish = np.concatenate([np.tile(s, len(e)) for e, s in texts])
    text = np.repeat(np.arange(len(texts)), [len(e) * len(s) for e, s in texts])
    cells, of_cell = np.unique(english.astype(np.int64) * len(numbers[1]) + spanish, return_inverse=True)
    of_english, of_spanish = np.divmod(cells, len(numbers[1]))
    there = _likely(of_cell, of_english, text * len(numbers[1]) + spanish)
    back = _likely(of_cell, of_spanish, text * len(numbers[0]) + english)
    surely, often = np.sqrt(there * back), np.bincount(of_cell)
    names = [list(side) for side in numbers]
    table: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for cell in np.flatnonzero((surely >= LEAST) & (often >= TOGETHER)).tolist():
        one, other = names[1][of_spanish[cell]], names[0][of_english[cell]]
        if len(one) >= SHORTEST and len(other) >= SHORTEST:
            table[one][other] = float(surely[cell])
    return table


def _likely(of_cell: np.ndarray, given: np.ndarray, place: np.ndarray) -> np.ndarray:
    """How likely each pair's word stands for the given one: each word of a text goes to one of the other text's."""
    _, place = np.unique(place, return_inverse=True)
    likely = np.ones(len(given))
    for _ in range(ROUNDS):
        share = likely[of_cell]
        share /= np.bincount(place, share)[place]
        counted = np.bincount(of_cell, share, len(given))
        likely = counted / np.bincount(given, counted)[given]
    return likely


def _line(spanish: str, others: dict[str, float]) -> str:
    """A Spanish stem with the English ones, the surest first; nothing where they are only the same."""
    ordered = sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))
    told = [f"{other}:{weight:.2f}" for other, weight in ordered if other != spanish]
    return " ".join([spanish, *told]) if told else ""


def _numbered(text: str, locale: str, numbers: dict[str, int]) -> list[int]:
    return sorted({numbers.setdefault(word, len(numbers)) for word in _stems(text, locale)})


def _stems(text: str, locale: str) -> list[str]:
    return [stem(word, locale) for word in _WORD.findall(text.lower()) if not is_empty(word, locale)]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
