"""The gate: does each sentence of an answer stand in its sources? A pure function."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from relevo.assistant.grounding import phrases
from relevo.assistant.grounding.align import Sentence, laid_over
from relevo.assistant.grounding.figures import figures_of
from relevo.assistant.grounding.ground import Ground
from relevo.assistant.grounding.plain import is_plain
from relevo.assistant.grounding.rules import CONTRADICTS, Around, look
from relevo.assistant.grounding.sentences import LONGEST_SENTENCE, MOST_CHARACTERS, hides_something, sentences_of
from relevo.assistant.grounding.tokens import words_of
from relevo.assistant.grounding.types import Checked, Evidence, Receipt
from relevo.kit.folding import fold

VERSION = "gate-1"
_MOST_SAID, _MOST_MESSAGES = 4_000, 20  # what the customer said further back is not remembered here
_ENOUGH, _ENOUGH_TO_COMMIT = 0.55, 0.55


@dataclass(frozen=True, slots=True)
class Looked:
    """A sentence with its verdict, and where its words stand in the passages if that had to be looked at."""

    checked: Checked
    laid: Sentence | None = None


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
    looked = look_through(answer, evidence, said=(*said, question), locale=locale, known=known)
    return Receipt(tuple(one.checked for one in looked), VERSION)


def look_through(
    answer: str, evidence: Sequence[Evidence], *, said: Sequence[str], locale: str, known: Sequence[str] = ()
) -> Iterator[Looked]:
    """The sentences of `answer` one by one."""
    spoken = locale[:2].lower()
    ground = Ground(evidence)
    told = [text[:_MOST_SAID] for text in said[-_MOST_MESSAGES:] if text]
    around = Around(
        figures=tuple(figure for text in told for figure in figures_of(text)),
        said=keys_in(told, spoken),
        answer=keys_in([answer[:MOST_CHARACTERS]], spoken),
        known=keys_in(known, spoken),
    )
    phrases_known = [*known, *(one.title for one in evidence), *(one.heading for one in evidence)]
    for piece in sentences_of(answer):
        one = _looked(piece.text, ground, around, spoken, phrases_known)
        yield (
            replace(one, checked=replace(one.checked, sentence=piece.mark.lstrip() + piece.text)) if piece.mark else one
        )
    if len(answer) > MOST_CHARACTERS:
        yield Looked(_refused(answer[MOST_CHARACTERS : MOST_CHARACTERS + 200], "too_long"))


def keys_in(texts: Sequence[str], locale: str) -> frozenset[str]:
    """The stems and meanings of texts."""
    return frozenset(key for text in texts for word in words_of(text, locale) for key in word.keys)


def _looked(text: str, ground: Ground, around: Around, locale: str, known: Sequence[str]) -> Looked:
    if len(text) > LONGEST_SENTENCE:
        return Looked(_refused(text[:LONGEST_SENTENCE], "too_long"))
    folded = fold(text).replace("’", "'")
    committing = bool(phrases.COMMITS.search(folded))
    if because := _never(text, folded):
        return Looked(_refused(text, because, committing=committing))
    if is_plain(text, asked=around.said, known=known):
        return Looked(Checked(text, "plain", None, "", 1.0, False))
    if (at := ground.as_it_stands(text)) is not None:
        line = ground.lines[at]
        return Looked(Checked(text, "supported", line.evidence, line.text, 1.0, committing))
    sentence = laid_over(text, ground, locale)
    if phrases.has_done(folded):
        return Looked(_refused(text, "done", committing=committing), sentence)
    if not sentence.words or not ground.lines:
        return Looked(_refused(text, "nothing_like_it", committing=committing))
    return Looked(_weighed(sentence, around, committing=committing), sentence)


def _refused(text: str, because: str, *, committing: bool = False) -> Checked:
    verdict = "contradicted" if because in CONTRADICTS else "unsupported"
    return Checked(text, verdict, None, "", 0.0, committing, (because,))


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
    score = min(total / weight, 1.0) if weight else 0.0
    line = sentence.ground.lines[max(first, 0)]
    enough = score >= (_ENOUGH_TO_COMMIT if committing else _ENOUGH)
    if not enough:
        because.append("nothing_like_it")
    wrong = tuple(dict.fromkeys(because))
    verdict = "contradicted" if CONTRADICTS & set(wrong) else "unsupported" if wrong else "supported"
    return Checked(sentence.text, verdict, line.evidence, line.text, score, committing, wrong)
