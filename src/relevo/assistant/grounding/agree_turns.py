"""A clause has to deny, oppose, promise and depend as its line does."""

import numpy as np

from relevo.assistant.grounding.align import ALIKE, Sentence
from relevo.assistant.grounding.clauses import Clause, clauses_of
from relevo.assistant.grounding.ground import Ground
from relevo.assistant.grounding.polarity import (
    Turns,
    conditions_of,
    denials,
    denied_words,
    heads_what_is_not,
    opposed,
    turns_of,
)
from relevo.assistant.grounding.tokens import words_of

_CLEAR = 0.5
_NEARLY = 0.8
_OTHER_LINE = 0.15  # by how much another line is more about a clause than the one that has its figures


def turned_round(sentence: Sentence, clause: Clause, rows: list[int], line: int) -> tuple[str, ...]:
    """Negation and opposites, word by word against the line; another line of the passages that is as near may agree."""
    own = turns_of(sentence.text[clause.start : clause.end])
    cover = sentence.coverage(rows)
    if cover[line] < _CLEAR:
        return ()
    weights = sentence.weights[rows]
    inside = weights @ sentence.by_line[rows] / max(float(weights.sum()), 1e-6)
    found: tuple[str, ...] = ()
    for at in [
        line,
        *(at for at in range(len(cover)) if at != line and inside[at] >= max(0.95 * inside[line], _CLEAR)),
    ]:
        if cover[at] < 0.95 * cover[line]:
            continue
        there = turns_of(_window(sentence, rows, at))
        wrong = _negated(sentence, rows, at, own, there) + ("opposite",) * bool(opposed(own, there))
        if not wrong:
            return ()
        found = found or wrong
    return found


def _negated(sentence: Sentence, rows: list[int], line: int, own: Turns, there: Turns) -> tuple[str, ...]:
    """What one of the two denies, the other asserts: for each negation, by the words that both have."""
    one = sentence.ground.lines[line]
    if _stands_under_no(sentence.ground, line):
        return () if denials(sentence.text) or own.negative - there.negative else ("negation",)
    mine, theirs = denied_words(sentence.text), denied_words(one.text)
    pairs: list[tuple[int, int]] = []
    for at in rows:
        like = sentence.like[at, one.start : one.end]
        if like.size and like.max() >= ALIKE and not sentence.words[at].figure:
            pairs.append((sentence.words[at].start, sentence.ground.words[one.start + int(like.argmax())].start))
    if not there.negative - own.negative and any(_alone(scope, pairs, theirs) for scope in denials(sentence.text)):
        return ("negation",)
    back = [(there, here) for here, there in pairs]
    asserted = any(_alone(scope, back, mine) for scope in denials(one.text))
    return ("negation",) if asserted and not own.negative - there.negative else ()


def _alone(scope: frozenset[int], pairs: list[tuple[int, int]], denied: frozenset[int]) -> bool:
    """Of the words that a negation is about, some stand on the other side, and none is denied there."""
    others = [other for word, other in pairs if word in scope]
    return bool(others) and denied.isdisjoint(others)


def _stands_under_no(ground: Ground, line: int) -> bool:
    """The heading above it says what is not: "What we do not accept"."""
    here = ground.evidence_of[line]
    return any(one.around and one.evidence == here and heads_what_is_not(one.text) for one in ground.lines)


def _window(sentence: Sentence, rows: list[int], line: int) -> str:
    """The clauses of a line in which most words of the clause stand."""
    there = sentence.ground.lines[line]
    words = sentence.ground.words[there.start : there.end]
    part = sentence.like[rows, there.start : there.end] >= ALIKE
    clauses = clauses_of(there.text)
    if not part.any() or len(clauses) == 1:
        return there.text
    inside = np.array([[one.start <= word.start < one.end for word in words] for one in clauses])
    hits = (part @ inside.T).sum(axis=0)
    best = [at for at in range(len(clauses)) if hits[at] >= max(1, 0.5 * hits.max())]
    return " , ".join(there.text[clauses[at].start : clauses[at].end] for at in best)


def too_strong(sentence: Sentence, clause: Clause, rows: list[int], line: int) -> tuple[str, ...]:
    """Always, never, free, all, only, guarantee: as strong in the line, or in what stands above it."""
    own = turns_of(sentence.text[clause.start : clause.end]).needs
    if not own:
        return ()
    here = sentence.ground.evidence_of[line]
    there = turns_of(sentence.ground.lines[line].text).strong
    for at, one in enumerate(sentence.ground.lines):
        if sentence.ground.evidence_of[at] == here and (one.around or abs(at - line) == 1):
            there = there | turns_of(one.text).strong
    return tuple(f"strong_{name}" for name in sorted(own - there))


def condition_left_out(
    sentence: Sentence, clause: Clause, rows: list[int], line: int, told: frozenset[str]
) -> tuple[str, ...]:
    """A condition of the line may not be left out, unless the customer or another sentence named it, or another line has none."""
    cover = sentence.coverage(rows)
    near = [
        at for at in range(len(cover)) if cover[at] >= _NEARLY * cover[line] and not sentence.ground.lines[at].around
    ]
    figures = [one for one in sentence.figures if clause.start <= one.start < clause.end]
    same = [
        at for at in near if all(any(one.same(other) for other in sentence.ground.lines[at].figures) for one in figures)
    ]
    return ("condition",) if all(_depends(sentence, rows, at, told) for at in {line, *same}) else ()


def _depends(sentence: Sentence, rows: list[int], line: int, told: frozenset[str]) -> bool:
    text = _part(sentence, rows, line)
    there, own = turns_of(text), turns_of(sentence.text)
    if there.hard_condition and not own.hard_condition and not own.conditional and not own.negations:
        return True
    for condition in conditions_of(text):
        keys = [word.keys for word in words_of(condition, sentence.locale) if not word.figure]
        if keys and all(told.isdisjoint(one) for one in keys) and not own.conditional:
            return True
    return False


def _part(sentence: Sentence, rows: list[int], line: int) -> str:
    """The part of the line between semicolons that has most of the words."""

    def hits(part: str) -> int:
        there = _keys(part, sentence.locale)
        return sum(not sentence.words[at].keys.isdisjoint(there) for at in rows)

    return max(sentence.ground.lines[line].text.split(";"), key=hits)


def _keys(text: str, locale: str) -> frozenset[str]:
    return frozenset(key for word in words_of(text, locale) for key in word.keys)
