"""Packs the fitted vectors, and those of Spanish words by their English ones, into the table that ships.

python -m training.vectors.pack VOCABULARY pieces.npy
"""

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from relevo.understanding.own import words
from relevo.understanding.own.wordpiece import WordPieces

HERE = Path(__file__).parent
GLOSSARY = Path(words.__file__).parents[2] / "knowledge/glossary.txt"
DIMS = 256


def main(vocabulary: Path, fitted: Path) -> None:
    names = vocabulary.read_text(encoding="utf-8").splitlines()
    table = _turned(np.load(fitted).astype(np.float32), names)
    pieces = WordPieces({name: i for i, name in enumerate(names)})

    def of_english(text: str) -> np.ndarray:
        numbers = pieces.numbers(text, 40)[1:-1]
        return table[numbers].mean(axis=0)

    spanish: defaultdict[str, list[np.ndarray]] = defaultdict(list)
    for english, words_of_it in [*_own(), *_glossary()]:
        for word in words_of_it:
            spanish[words.stem(word)].append(of_english(english))
    kept = [i for i, name in enumerate(names) if name.isascii() and not name.startswith("[")]
    stems = sorted(spanish)
    out = words.pack(
        [names[i] for i in kept], table[kept], stems, np.array([np.mean(spanish[one], axis=0) for one in stems])
    )
    words.FILE.write_bytes(out)
    print(f"{len(kept):,} pieces, {len(stems):,} Spanish stems, {len(out) / 2**20:.1f} MiB")


def _turned(fitted: np.ndarray, names: list[str]) -> np.ndarray:
    """The directions in which the vectors differ most."""
    seen = fitted[[i for i, name in enumerate(names) if not name.startswith("[")]]
    _, directions = np.linalg.eigh(seen.T @ seen)
    return fitted @ directions[:, ::-1][:, :DIMS]


def _own() -> list[tuple[str, list[str]]]:
    lines = (HERE / "spanish.txt").read_text(encoding="utf-8").splitlines()
    parted = [line.split(":", 1) for line in lines if line.strip() and not line.startswith("#")]
    return [(english, _single(spanish)) for english, spanish in parted]


def _glossary() -> list[tuple[str, list[str]]]:
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    parted = [line.split("|") for line in lines if not line.startswith("#") and line.count("|") == 2]
    return [
        (" ".join(english.replace("_", " ").split()[:8]), _single(spanish))
        for _, spanish, english in parted
        if english.strip()
    ]


def _single(text: str) -> list[str]:
    return [word for word in text.split() if "_" not in word]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
