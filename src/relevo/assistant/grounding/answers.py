"""What a small model looks at to tell whether a whole answer is supported: the worst words, the rules broken, the words that restrict."""

# ruff: noqa: E501 - tables and patterns

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from relevo.assistant.grounding import features
from relevo.assistant.grounding.check import Looked
from relevo.kit.folding import fold

Floats = NDArray[np.float32]
_CODES = (
    "other_figure",
    "negation",
    "opposite",
    "figure",
    "name",
    "strong_only",
    "strong_always",
    "strong_never",
    "nothing_like_it",
)
_COUNTED = ("name_unlike", "figure_unlike", "sour_unlike", "denied", "denied_there")
FAULTS = ("added", "changed")  # a claim from elsewhere, or a word of the sources turned into another
_OF_WORDS = ("worst", "worst_three", "worst_run", "worst_long_run", "worst_sentence", "bad", "very_bad")
NAMES = (
    *(f"{fault}_{one}" for fault in FAULTS for one in _OF_WORDS), "least", "contradicted", "denials", "restrictions", "markup", *_CODES,
    *(f"words_{one}" for one in _COUNTED),
)  # fmt: skip
_RUN, _LONG_RUN = 3, 6
_BAD, _VERY_BAD = 0.7, 0.85
_DENIES = re.compile(
    r"\b(?:no|not|\w+n't|cannot|never|nunca|jamas|ningun\w*|none|nothing|neither|nor|ni|sin|without)\b"
)
_RESTRICTS = re.compile(
    r"\b(?:but|although|however|despite|though|regardless|unless|except|only|just|solely|exclusively|rather|instead|limited|pero|aunque|salvo|excepto"
    r"|solo|unicamente|solamente|siempre que|as long as|provided)\b"
)
_NEVER = frozenset({"hidden", "markup", "person", "about_itself", "done", "too_long"})


def answer_features(
    looked: Sequence[Looked], words: Sequence[Floats], doubts: Mapping[str, Sequence[Floats]]
) -> Floats:
    """`words` are the features of the words of each sentence, `doubts` for each fault how likely each word has it."""
    said = [one.checked for one in looked if one.checked.verdict != "plain"]
    codes = Counter(code for one in said for code in one.because)
    table = np.concatenate([*words, np.zeros((1, len(features.NAMES)), np.float32)]).sum(axis=0)
    text = fold(" ".join(one.sentence for one in said)).replace("’", "'")
    return np.array(
        [
            *(value for fault in FAULTS for value in _of_words(doubts[fault])),
            1 - min((one.score for one in said), default=1.0), sum(one.verdict == "contradicted" for one in said),
            min(len(_DENIES.findall(text)), 3), min(len(_RESTRICTS.findall(text)), 3), any(code in _NEVER for code in codes),
            *(min(codes[code], 2) for code in _CODES), *(min(float(table[features.NAMES.index(one)]), 3) for one in _COUNTED),
        ],
        np.float32,
    )  # fmt: skip


def _of_words(doubts: Sequence[Floats]) -> tuple[float, ...]:
    doubt = np.sort(np.concatenate([*doubts, np.zeros(3, np.float32)]))[::-1]
    return (
        float(doubt[0]), float(doubt[:3].mean()), _worst(doubts, _RUN), _worst(doubts, _LONG_RUN), _worst(doubts, 0), float((doubt > _BAD).sum()),
        float((doubt > _VERY_BAD).sum()),
    )  # fmt: skip


def _worst(doubts: Sequence[Floats], run: int) -> float:
    """The highest mean doubt of so many words in a row; with 0, of a whole sentence."""
    found = [0.0]
    for one in doubts:
        if len(one) > run > 0:
            sums = np.cumsum(np.insert(one, 0, 0.0))
            found.append(float((sums[run:] - sums[:-run]).max()) / run)
        elif len(one):
            found.append(float(one.sum()) / max(len(one), 3))
    return max(found)
