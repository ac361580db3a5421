"""The gate: does each sentence of an answer stand in its sources? A pure function."""

from collections.abc import Sequence

from relevo.assistant.grounding.figures import figures_of
from relevo.assistant.grounding.ground import Ground
from relevo.assistant.grounding.sentences import sentences_of
from relevo.assistant.grounding.tokens import words_of
from relevo.assistant.grounding.types import Checked, Evidence, Receipt

VERSION = "1"


def check(
    answer: str,
    evidence: Sequence[Evidence],
    *,
    said: Sequence[str] = (),
    question: str = "",
    locale: str = "es",
    known: Sequence[str] = (),
) -> Receipt:
    """What becomes of each sentence of `answer`. `said`: what the customer wrote; `known`: names and phrases that need no source."""
    ground = Ground(evidence)
    return Receipt(tuple(_checked(piece.text, ground, said, locale) for piece in sentences_of(answer)), VERSION)


def _checked(sentence: str, ground: Ground, said: Sequence[str], locale: str) -> Checked:
    words = words_of(sentence, locale)
    like = ground.likeness(words, locale)
    if not words or not like.size:
        return Checked(sentence, "plain" if not words else "unsupported", None, "", 0.0, False)
    best = max(
        range(len(ground.lines)),
        key=lambda at: float(like[:, ground.lines[at].start : ground.lines[at].end].max(axis=1, initial=0).mean()),
    )
    line = ground.lines[best]
    score = float(like.max(axis=1).mean())
    spoken = [figure for text in said for figure in figures_of(text)]
    near = [figure for one in ground.lines if one.evidence == line.evidence for figure in one.figures]
    missing = [one for one in figures_of(sentence) if not any(one.same(other) for other in [*near, *spoken])]
    verdict = "supported" if score >= 0.6 and not missing else "unsupported"
    return Checked(sentence, verdict, line.evidence, line.text, score, False, ("figure",) if missing else ())
