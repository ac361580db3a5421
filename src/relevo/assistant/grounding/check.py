"""The gate: does each sentence of an answer stand in its sources? A pure function."""

from collections.abc import Sequence

from relevo.assistant.grounding import phrases
from relevo.assistant.grounding.align import Sentence, laid_over
from relevo.assistant.grounding.figures import figures_of
from relevo.assistant.grounding.ground import Ground
from relevo.assistant.grounding.plain import is_plain
from relevo.assistant.grounding.rules import CONTRADICTS, Around, look
from relevo.assistant.grounding.sentences import MOST_CHARACTERS, hides_something, sentences_of
from relevo.assistant.grounding.tokens import words_of
from relevo.assistant.grounding.types import Checked, Evidence, Receipt
from relevo.kit.folding import fold

VERSION = "1"
_ENOUGH, _ENOUGH_TO_COMMIT = 0.55, 0.62


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
    spoken = locale[:2].lower()
    ground = Ground(evidence)
    told = [text for text in (*said, question) if text]
    around = Around(
        figures=tuple(figure for text in told for figure in figures_of(text)),
        said=_keys(told, spoken),
        answer=_keys([answer[:MOST_CHARACTERS]], spoken),
        known=_keys(known, spoken),
    )
    phrases_known = [*known, *(one.title for one in evidence), *(one.heading for one in evidence)]
    found = [_checked(piece.text, ground, around, spoken, phrases_known) for piece in sentences_of(answer)]
    if len(answer) > MOST_CHARACTERS:
        found.append(
            Checked(answer[MOST_CHARACTERS : MOST_CHARACTERS + 200], "unsupported", None, "", 0.0, False, ("too_long",))
        )
    return Receipt(tuple(found), VERSION)


def _checked(text: str, ground: Ground, around: Around, locale: str, known: Sequence[str]) -> Checked:
    folded = fold(text).replace("’", "'")
    committing = bool(phrases.COMMITS.search(folded))
    if because := _never(text, folded):
        return Checked(
            text, "contradicted" if because in CONTRADICTS else "unsupported", None, "", 0.0, committing, (because,)
        )
    if is_plain(text, asked=around.said, known=known):
        return Checked(text, "plain", None, "", 1.0, False)
    if (at := ground.as_it_stands(text)) is not None:
        line = ground.lines[at]
        return Checked(text, "supported", line.evidence, line.text, 1.0, committing)
    if phrases.has_done(folded):
        return Checked(text, "unsupported", None, "", 0.0, committing, ("done",))
    sentence = laid_over(text, ground, locale)
    if not sentence.words or not ground.lines:
        return Checked(text, "unsupported", None, "", 0.0, committing, ("nothing_like_it",))
    return _weighed(sentence, around, committing=committing)


def _never(text: str, folded: str) -> str:
    """What may not be said whatever the sources say."""
    if hides_something(text):
        return "hidden"
    if phrases.UNSAFE.search(text):
        return "markup"
    if phrases.PERSON.search(folded) and not phrases.NOT_A_PERSON.search(folded):
        return "person"
    return "about_itself" if phrases.ABOUT_ITSELF.search(folded) else ""


def _weighed(sentence: Sentence, around: Around, *, committing: bool) -> Checked:
    because: list[str] = []
    total, weight, first = 0.0, 0.0, -1
    for clause in sentence.clauses:
        rows = sentence.inside(clause)
        if not rows:
            continue
        found = look(sentence, clause, around, committing=committing)
        because += found.because
        mass = float(sentence.weights[rows].sum())
        total, weight = total + mass * sentence.support(rows, found.line), weight + mass
        first = found.line if first < 0 else first
    score = total / weight if weight else 0.0
    line = sentence.ground.lines[max(first, 0)]
    wrong = tuple(dict.fromkeys(because))
    enough = score >= (_ENOUGH_TO_COMMIT if committing else _ENOUGH)
    verdict = "contradicted" if CONTRADICTS & set(wrong) else "supported" if enough and not wrong else "unsupported"
    wrong = wrong if enough else (*wrong, "nothing_like_it")
    return Checked(sentence.text, verdict, line.evidence, line.text, min(score, 1.0), committing, wrong)


def _keys(texts: Sequence[str], locale: str) -> frozenset[str]:
    return frozenset(key for text in texts for word in words_of(text, locale) for key in word.keys)
