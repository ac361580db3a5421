"""What is wrong with a reply: its outcome, its sources, what it has to say and must not say, its language.

Compared as the eye compares: small letters, accents folded, runs of white space as one.
"""

from dataclasses import dataclass

from relevo.assistant.scenarios.script import Expectation
from relevo.kit.folding import fold
from relevo.understanding.language import language_of

_TELLING = 6  # words from which a reply tells its language


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back on one turn, `text` None where nothing did."""

    text: str | None
    outcome: str | None = None
    sources: tuple[str, ...] = ()
    quick_replies: tuple[str, ...] = ()


def faults(reply: Reply, expected: Expectation, *, language: str) -> tuple[str, ...]:
    """In plain words; none where the turn passes."""
    if reply.text is None:
        return ("no reply came",)
    said = flat(reply.text)
    found = [
        _outcome(reply, expected),
        _citation(reply, expected),
        *_facts(said, expected),
        *_forbidden(said, expected),
    ]
    found.append(_language(reply.text, language))
    return tuple(fault for fault in found if fault)


def flat(text: str) -> str:
    """`text` as it is compared."""
    return " ".join(fold(text).split())


def _outcome(reply: Reply, expected: Expectation) -> str | None:
    if not expected.outcomes or reply.outcome in expected.outcomes:
        return None
    return f"outcome {reply.outcome or 'none'}, expected {' or '.join(expected.outcomes)}"


def _citation(reply: Reply, expected: Expectation) -> str | None:
    if reply.outcome != "answer" or not expected.must_cite or set(reply.sources) & set(expected.must_cite):
        return None
    return f"cites {', '.join(reply.sources) or 'nothing'}, expected one of {', '.join(expected.must_cite)}"


def _facts(said: str, expected: Expectation) -> list[str]:
    lacking = [fact for fact in expected.must_contain_any if fact and not any(flat(one) in said for one in fact)]
    return [f"lacks: {' | '.join(fact)}" for fact in lacking]


def _forbidden(said: str, expected: Expectation) -> list[str]:
    return [f"says: {one}" for one in expected.must_not_contain if flat(one) in said]


def _language(text: str, language: str) -> str | None:
    """Too little text tells nothing."""
    if len(text.split()) < _TELLING:
        return None
    found = language_of(text, inherited=language)
    return f"written in {found.code}, expected {language}" if found.sure and found.code != language else None
