"""Whether what was found answers the question, as a chance: weighed together from signs that are weak one by one.

The weights were learnt from questions that articles answer and from others that they do not; docs/concepts/answers.md says from which.
"""

import math
from dataclasses import dataclass

from relevo.assistant.find import Findings
from relevo.understanding.question import Question

FROM = 0.7  # the chance from which it is answered
FROM_ELSEWHERE = 0.85  # in another language than the customer's
_WORDY = 40  # words from which a message says enough
_INTERCEPT = -1.86


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for an answer and against it, each about 0 to 1."""

    coverage: float
    own_near: float
    lexical: float
    preferred: float
    gives: float
    intent: float
    words: float
    unknown: float
    lacking: float
    missing: float
    asks: float
    called: float
    code: float
    elsewhere: float


_WEIGHTS = Grounds(
    coverage=1.32, own_near=1.34, lexical=0.96, preferred=3.15, gives=0.03, intent=1.56, words=1.73, unknown=-1.92, lacking=-0.41,
    missing=-3.38, asks=0.46, called=1.11, code=1.15, elsewhere=-0.48,
)  # fmt: skip


def grounds_of(findings: Findings, question: Question, *, locale: str) -> Grounds | None:
    """None where nothing was found."""
    signs = findings.signs
    if signs is None or not findings.rated:
        return None
    return Grounds(
        signs.coverage, signs.own_near, signs.lexical, signs.preferred, signs.gives, signs.intent,
        min(1.0, len(question.text.split()) / _WORDY), findings.unknown, float(findings.lacking), float(bool(findings.missing)),
        float(question.asks), float(bool(findings.called)), signs.code,
        float(findings.rated[0].unit.entry.locale != locale),
    )  # fmt: skip


def chance(grounds: Grounds) -> float:
    """That the best passage answers the question."""
    total = _INTERCEPT + sum(getattr(grounds, name) * getattr(_WEIGHTS, name) for name in Grounds.__slots__)
    return 1 / (1 + math.exp(-total))
