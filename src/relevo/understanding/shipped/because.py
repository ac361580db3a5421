"""The words of a text that spoke most for a label, for people who ask why."""

import re

import numpy as np

from relevo.kit.folding import fold
from relevo.understanding.features import Features, pair_hash, word_hash
from relevo.understanding.linear import LinearModel
from relevo.understanding.shipped.model import Chances

_MOST = 4
_SHORTEST = 3  # letters of a word worth showing


def weightiest(model: LinearModel, chances: Chances, question: str, label: int) -> tuple[str, ...]:
    """As they stand in the text and in its order: those whose own features and pairs add most to the label, against the others."""
    head = model.heads[question]
    rows = head.weights[chances.vector.rows].astype(np.float32) * head.steps
    gain = (rows[:, label] - rows.mean(axis=1)) * chances.vector.values
    at = dict(zip(chances.vector.hashes.tolist(), gain.tolist(), strict=True))
    worth = {
        word: _worth(chances.features, word, at) for word in dict.fromkeys(chances.features.words) if _is_shown(word)
    }
    best = sorted((word for word in worth if worth[word] > 0), key=lambda word: -worth[word])[:_MOST]
    return tuple(_as_written(chances.text, word) for word in worth if word in best)


def _as_written(text: str, word: str) -> str:
    """With its accents; a folded text has the length of what it was made from."""
    found = re.search(rf"(?<!\w){word}(?!\w)", fold(text))
    return text[found.start() : found.end()].lower() if found else word


def _is_shown(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and not word.startswith(("number", "some", "attime", "linkorat"))


def _worth(features: Features, word: str, at: dict[int, float]) -> float:
    words = features.words
    total = at.get(word_hash(word), 0.0)
    for i, other in enumerate(words):
        if other == word and i + 1 < len(words):
            total += at.get(pair_hash(word, words[i + 1]), 0.0) / 2
        if other == word and i:
            total += at.get(pair_hash(words[i - 1], word), 0.0) / 2
    return total
