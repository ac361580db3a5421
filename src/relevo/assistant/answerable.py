"""Whether what was found answers the question, as a chance: weighed together from signs that are weak one by one.

The weights were learnt from questions that articles answer and from others that they do not (training/answers).
"""

import math
from dataclasses import dataclass

from relevo.assistant.find import Findings
from relevo.assistant.query import Query
from relevo.understanding.question import Question

FROM = 0.68  # the chance from which it is answered
FROM_ELSEWHERE = 0.85  # in another language than the customer's
_WORDY = 14  # slots from which a question says enough
_INTERCEPT = -2.55


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for an answer and against it, each about 0 to 1."""

    coverage: float
    own_near: float
    lexical: float
    solid: float
    preferred: float
    gives: float
    intent: float
    article: float
    wordy: float
    lacking: float
    missing: float
    on_subject: float
    asks: float
    called: float


_WEIGHTS = Grounds(
    coverage=0.36, own_near=1.7, lexical=0.52, solid=0.41, preferred=2.23, gives=0.68, intent=1.01, article=0.16, wordy=1.87,
    lacking=-0.69, missing=-4.81, on_subject=0.8, asks=0.37, called=1.61,
)  # fmt: skip


def grounds_of(findings: Findings, question: Question, query: Query) -> Grounds | None:
    """None where nothing was found."""
    signs = findings.signs
    if signs is None or not findings.rated:
        return None
    return Grounds(
        signs.coverage, signs.own_near, signs.lexical, findings.solid, signs.preferred, signs.gives, signs.intent, signs.article,
        min(1.0, len(query.slots) / _WORDY), float(findings.lacking), float(bool(findings.missing)),
        float(findings.on_subject), float(question.asks), float(bool(findings.called)),
    )  # fmt: skip


def chance(grounds: Grounds) -> float:
    """That the best passage answers the question."""
    total = _INTERCEPT + sum(getattr(grounds, name) * getattr(_WEIGHTS, name) for name in Grounds.__slots__)
    return 1 / (1 + math.exp(-total))
