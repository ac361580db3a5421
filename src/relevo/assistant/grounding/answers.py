"""What a small model looks at to tell whether a whole answer is supported: the worst words, the rules broken, the words that restrict."""

import re
from collections import Counter
from collections.abc import Sequence

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
NAMES = (
    "worst",
    "worst_three",
    "bad",
    "very_bad",
    "least",
    "contradicted",
    "denials",
    "restrictions",
    "markup",
    *_CODES,
    *(f"words_{one}" for one in _COUNTED),
)
_BAD, _VERY_BAD = 0.7, 0.85
_DENIES = re.compile(
    r"\b(?:no|not|\w+n't|cannot|never|nunca|jamas|ningun\w*|none|nothing|neither|nor|ni|sin|without)\b"
)
_RESTRICTS = re.compile(
    r"\b(?:but|although|however|despite|though|regardless|unless|except|only|just|solely|exclusively|rather|instead|limited|pero|aunque|salvo|excepto"
    r"|solo|unicamente|solamente|siempre que|as long as|provided)\b"
)
_NEVER = frozenset({"hidden", "markup", "person", "about_itself", "done", "too_long"})


def answer_features(looked: Sequence[Looked], words: Sequence[Floats], doubts: Sequence[Floats]) -> Floats:
    """`words` are the features of the words of each sentence, `doubts` how likely each word is not supported."""
    said = [one.checked for one in looked if one.checked.verdict != "plain"]
    doubt = np.sort(np.concatenate([*doubts, np.zeros(3, np.float32)]))[::-1]
    codes = Counter(code for one in said for code in one.because)
    table = np.concatenate([*words, np.zeros((1, len(features.NAMES)), np.float32)]).sum(axis=0)
    text = fold(" ".join(one.sentence for one in said)).replace("’", "'")
    return np.array(
        [
            doubt[0], doubt[:3].mean(), (doubt > _BAD).sum(), (doubt > _VERY_BAD).sum(), 1 - min((one.score for one in said), default=1.0),
            sum(one.verdict == "contradicted" for one in said), min(len(_DENIES.findall(text)), 3), min(len(_RESTRICTS.findall(text)), 3),
            any(code in _NEVER for code in codes), *(min(codes[code], 2) for code in _CODES),
            *(min(float(table[features.NAMES.index(one)]), 3) for one in _COUNTED),
        ],
        np.float32,
    )  # fmt: skip
