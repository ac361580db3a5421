"""Texts that the word vectors are fitted to: pieces of the training messages in English, and words at random.

    python -m training.vectors.sentences VOCABULARY > texts.txt

Uses no text but this project's own messages and the words of the encoder's vocabulary.
"""

import random
import re
import sys
from pathlib import Path

import numpy as np

from training.messages_file import read_messages

MESSAGES = Path(__file__).parents[1] / "messages"
HOW_MANY = 90_000
SPANS = 12  # of a sentence
FIRST_WORD = 1996  # what stands before in the vocabulary are signs and unused places


def main(vocabulary: Path) -> None:
    texts = sorted(_spans(random.Random(5)))  # noqa: S311 - the same texts every time
    words = [
        word
        for word in vocabulary.read_text(encoding="utf-8").splitlines()[FIRST_WORD:]
        if word.isalpha() and len(word) > 1
    ]
    rare = np.array([1 / (rank + 200) ** 0.7 for rank in range(len(words))])
    draw = np.random.RandomState(1)
    while len(texts) < HOW_MANY:
        texts.append(" ".join(draw.choice(words, draw.randint(2, 6), p=rare / rare.sum())))
    sys.stdout.write("\n".join(texts) + "\n")


def _spans(draw: random.Random) -> set[str]:
    found: set[str] = set()
    english = [
        one.text for path in sorted(MESSAGES.glob("*.txt")) for one in read_messages(path) if one.language == "en"
    ]
    for sentence in (part for text in english for part in re.split(r"(?<=[.!?\n])\s+", text)):
        words = sentence.split()
        if 2 <= len(words) <= 30:
            found.add(" ".join(words))
        for _ in range(SPANS if len(words) > 3 else 0):
            size = draw.randint(2, min(12, len(words)))
            start = draw.randrange(0, len(words) - size + 1)
            found.add(" ".join(words[start : start + size]))
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
