"""What a small model looks at to tell how well each word of a sentence is supported where the sentence stands in the passages."""

# ruff: noqa: E501 - tables and patterns

import re

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from relevo.assistant.grounding.align import ALIKE, Sentence
from relevo.assistant.grounding.polarity import denied_words
from relevo.assistant.grounding.tokens import is_content, rarity

Floats = NDArray[np.float32]
_BESIDE = 3  # words of the sentence on either side
_NEAR = 8  # words of the passage on either side
_CLOSE = 3
NAMES = (
    "unlike", "unlike_rare", "not_exact", "context", "away", "context_away", "joint", "pair", "name", "name_unlike", "figure", "figure_unlike", "rare",
    "content", "denied", "denied_there", "asked", "first", "sour", "sour_unlike", "some_like", "context_some_like",
)  # fmt: skip
_SOUR = re.compile(
    r"un(?:able|likely|willing|reliable|safe|happy|interested|successful|available|fair|helpful)|in(?:ferior|sufficient|capable|correct|convenient|adequate|consistent|complete)|dis(?:courag|like|agree|satisf|miss|continu)|"
    r"lack|fail|refus|reject|declin|den(?:y|ied)|worse|worst|hinder|harm|poor|bad|limit|restrict|ignor|avoid|struggl|neglect|complain|cancel|prevent|prohib|exclud|omit|withdr|threaten|forbid|useless|expensiv|mislead|hesita|delay|never|without|"
    r"rechaz|negar|niega|neg[oó]|carec|falt|peor|mal[oa]s?$|limit|imped|impid|evit|ignor|olvid|quej|cancel|prohib|excl|retras|dud|empeor|escas|sin$|nunca|jamas|apenas"
)


def word_features(sentence: Sentence, asked: frozenset[str] = frozenset()) -> Floats:
    """A row for each word."""
    count = len(sentence.words)
    found = np.zeros((count, len(NAMES)), np.float32)
    if not count:
        return found
    best, context, there, joint, pair = _placed(sentence.like)
    mine = denied_words(sentence.text)
    exact = sentence.like >= ALIKE
    denied = sentence.ground.denied
    asserted: NDArray[np.bool_] = np.any(exact & ~denied, axis=1)
    refused: NDArray[np.bool_] = np.any(exact & denied, axis=1)
    for at, word in enumerate(sentence.words):
        rare = rarity(word.text, sentence.locale)
        alike = best[at] >= ALIKE
        own = word.start in mine
        sour = bool(_SOUR.match(word.text))
        some = 0.45 <= best[at] < ALIKE
        found[at] = (
            1 - best[at], (1 - best[at]) * rare, not alike, context[at], 1 - there[at], context[at] * (1 - there[at]), joint[at], pair[at], word.name,
            word.name and not alike, word.figure, word.figure and not alike, rare, is_content(word.text, sentence.locale), own and alike and not refused[at],
            alike and not own and not asserted[at], bool(word.keys & asked), at == 0, sour, sour and not alike, some, context[at] * some,
        )  # fmt: skip
    return found


def _placed(like: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """For each word: the most alike anywhere; how much of what stands beside it is found together; the most alike there; both at
    once; and the word after it near the word."""
    count, width = like.shape
    if not width:
        nothing = np.zeros(count, np.float32)
        return nothing, nothing, nothing, nothing, nothing
    near = _widest(like, _NEAR)
    total = np.cumsum(np.vstack([np.zeros((1, width), np.float32), near]), axis=0)
    rows = np.arange(count)
    low, high = np.maximum(rows - _BESIDE, 0), np.minimum(rows + _BESIDE + 1, count)
    beside = (total[high] - total[low] - near) / np.maximum(high - low - 1, 1)[:, None]
    at = beside.argmax(axis=1)
    both = (like * (0.5 + 0.5 * beside)).max(axis=1)
    close = _widest(like, _CLOSE)
    after = np.minimum(like[:-1], close[1:]).max(axis=1) if count > 1 else np.zeros(0, np.float32)
    pair = np.maximum(np.append(after, 0), np.insert(after, 0, 0)) if count > 1 else like.max(axis=1)
    return like.max(axis=1), beside.max(axis=1), near[rows, at], both, pair


def _widest(like: Floats, reach: int) -> Floats:
    """The most alike within some words on either side."""
    wide = np.pad(like, ((0, 0), (reach, reach)))
    return sliding_window_view(wide, 2 * reach + 1, axis=1).max(axis=2)
