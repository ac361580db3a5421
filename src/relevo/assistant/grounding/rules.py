"""What must hold of a clause whatever its score: its figures, names, negation, opposites, strong words and conditions are those of a line."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relevo.assistant.grounding.align import ALIKE, Sentence
from relevo.assistant.grounding.clauses import Clause, clauses_of
from relevo.assistant.grounding.figures import Figure
from relevo.assistant.grounding.ground import Ground, beside
from relevo.assistant.grounding.polarity import Turns, conditions_of, denied_words, heads_what_is_not, opposed, turns_of
from relevo.assistant.grounding.tokens import words_of
from relevo.knowledge.passages import ROW_NAME

CONTRADICTS = frozenset({"other_figure", "negation", "opposite", "swapped", "person"})
_SAME_THING = 0.34  # of a clause's words, for a line that is said to be about it
_CLEAR = 0.5
_OTHER_LINE = 0.25  # by how much another line is more about a clause than the one that has its figures


@dataclass(frozen=True, slots=True)
class Around:
    """What else a clause may stand on: figures and stems of what the customer said, stems of the whole answer, names known."""

    figures: tuple[Figure, ...]
    said: frozenset[str]
    answer: frozenset[str]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """The line that a clause stands on, and what is wrong with it."""

    line: int
    because: tuple[str, ...]


Floats = NDArray[np.float32]


def look(sentence: Sentence, clause: Clause, around: Around, *, committing: bool) -> Found:
    """The line of the passages that a clause stands on, with what does not agree."""
    rows = sentence.inside(clause) or list(range(len(sentence.words)))
    figures = [one for one in sentence.figures if clause.start <= one.start < clause.end]
    content = [at for at in rows if not sentence.words[at].figure]
    whole = sentence.coverage([at for at, word in enumerate(sentence.words) if not word.figure])
    cover = sentence.coverage(content) if len(content) > 1 else whole
    cover = cover + 0.3 * whole - 0.3 * sentence.ground.is_around
    line, because = _with_figures(sentence, figures, cover, around)
    if line < 0:
        return Found(int(cover.argmax()), because)
    for one in (_names, _segments, _turned, _strong):
        because += one(sentence, clause, rows, line, around)
    if committing:
        because += _condition(sentence, clause, rows, line, around)
    return Found(line, because)


def _with_figures(
    sentence: Sentence, figures: list[Figure], cover: Floats, around: Around
) -> tuple[int, tuple[str, ...]]:
    """The best line that has all the figures, itself or with the line beside it."""
    needed = [
        one for one in figures if not any(one.same(other) for other in around.figures) and not _is_glue(one, sentence)
    ]
    if not needed:
        return int(cover.argmax()), ()
    lines = sentence.ground.lines
    having = [at for at in range(len(lines)) if _has_all(needed, lines[at].figures)]
    having = having or [at for at in range(len(lines)) if _has_all(needed, _figures_near(sentence.ground, at))]
    if not having:
        known = all(any(one.same(other) for line in lines for other in line.figures) for one in needed)
        return -1, ("figure_elsewhere" if known else _other(needed, lines[int(cover.argmax())].figures, cover),)
    best = max(having, key=lambda at: float(cover[at]))
    if cover[best] < _SAME_THING and _about_something(sentence):
        return -1, ("figure_elsewhere",)
    rivals = [at for at in range(len(lines)) if _differs(needed, lines[at].figures)]
    exact = sentence.exact
    if rivals and max(float(exact[at]) for at in rivals) - float(exact[best]) >= _OTHER_LINE:
        return -1, ("other_figure",)
    return best, _quality(needed, _figures_near(sentence.ground, best))


def _has_all(needed: list[Figure], there: tuple[Figure, ...]) -> bool:
    return all(any(one.same(other) for other in there) for one in needed)


def _figures_near(ground: Ground, at: int) -> tuple[Figure, ...]:
    """Of a line and those beside it that belong to the same text; rows of a table stand alone."""
    if ROW_NAME in ground.lines[at].text:
        return ground.lines[at].figures
    return tuple(figure for near in beside(ground, at) for figure in ground.lines[near].figures)


def _other(needed: list[Figure], there: tuple[Figure, ...], cover: Floats) -> str:
    """Invented, or another than the line that speaks of the same thing has."""
    return "other_figure" if float(cover.max()) >= _CLEAR and _differs(needed, there) else "figure"


def _differs(needed: list[Figure], there: tuple[Figure, ...]) -> bool:
    return any(
        one.kind not in {"number", "code"}
        and any(one.same_unit(other) for other in there)
        and not any(one.same(other) for other in there)
        for one in needed
    )


def _about_something(sentence: Sentence) -> bool:
    return sum(not word.figure for word in sentence.words) >= 2


_GLUE = frozenset(["opcion", "option", "forma", "way", "manera", "paso", "step", "cosa", "thing", "caso", "case", "motivo", "reason", "tipo", "type", "condition", "condicion", "requisit", "passag", "factor", "requir", "kind", "punt", "point"])  # fmt: skip


def _is_glue(figure: Figure, sentence: Sentence) -> bool:
    """ "two ways": a count of what follows."""
    if figure.kind != "number" or not isinstance(figure.value, float) or figure.value > 6:
        return False
    after = next((word for word in sentence.words if word.start >= figure.end), None)
    before = next((word for word in reversed(sentence.words) if word.end <= figure.start), None)
    return any(word is not None and word.keys & _GLUE for word in (after, before))


def _quality(needed: list[Figure], there: tuple[Figure, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for one in needed:
        same = [other for other in there if one.same(other)]
        if one.bound and all(other.bound and other.bound != one.bound for other in same):
            found.append("opposite")
        if one.kind == "period" and one.unit == "time" and all(other.quality != one.quality for other in same):
            there_is = {other.quality for other in same}
            if one.quality and there_is - {""}:
                found.append("opposite")
            elif (one.quality == "working") or (not one.quality and there_is == {"working"}):
                found.append("quality")
    return tuple(dict.fromkeys(found))


def _names(sentence: Sentence, clause: Clause, rows: list[int], line: int, around: Around) -> tuple[str, ...]:
    """The names of the clause, or those of the clause before it, stand in the line, its heading or its title."""
    named = [at for at in rows if _is_name(sentence, at)]
    own = bool(named)
    has_figure = any(sentence.words[at].figure for at in rows)
    if not named and has_figure:
        named = _names_before(sentence, clause)
    found: list[str] = []
    for at in named:
        word = sentence.words[at]
        if word.keys & around.known or word.keys & around.said:
            continue
        if sentence.with_around[at, line] >= ALIKE:
            continue
        anywhere = float(sentence.by_line[at].max(initial=0)) >= ALIKE
        same = sentence.ground.evidence_of == sentence.ground.evidence_of[line]
        nearby = float(sentence.by_line[at, same].max(initial=0)) >= ALIKE
        if anywhere and has_figure and (own or not nearby):
            found.append("swapped")
        elif not anywhere and word.name and own:
            found.append("name")
    return tuple(dict.fromkeys(found))


_SEGMENT = re.compile(r"\s·\s|;\s|,\s(?!(?:y|and|o|or)\s)|,?\s(?:o|or|y|and|u|e)\s(?=(?:[^\s\d]+\s)?[$€]?\d)")


def _segments(sentence: Sentence, clause: Clause, rows: list[int], line: int, around: Around) -> tuple[str, ...]:
    """In "5,90 € in Spain, $119 in Mexico" each figure belongs to its own country."""
    there = sentence.ground.lines[line]
    name_end = there.text.find(ROW_NAME) + 1
    parts = _parts_with_figures(there.text[name_end:], there.figures, name_end)
    if len(parts) < 2:
        return ()
    figures = [one for one in sentence.figures if clause.start <= one.start < clause.end]
    words = sentence.ground.words[there.start : there.end]
    for figure in figures:
        rivals = [
            part
            for part in parts
            if any(one.kind == figure.kind for one in part[2]) and not any(figure.same(one) for one in part[2])
        ]
        own = [part for part in parts if any(figure.same(one) for one in part[2])]
        if not own or not rivals:
            continue
        for at in rows:
            if not (
                _is_name(sentence, at)
                or (sentence.words[at].figure and not figure.start <= sentence.words[at].start < figure.end)
            ):
                continue
            places = [word.start for place, word in enumerate(words) if sentence.like[at, there.start + place] >= ALIKE]
            inside = [any(part[0] <= place < part[1] for part in rivals) for place in places if place >= name_end]
            if inside and all(inside) and len(inside) == len(places):
                return ("swapped",)
    return ()


def _parts_with_figures(text: str, figures: tuple[Figure, ...], offset: int) -> list[tuple[int, int, list[Figure]]]:
    """The parts of a line, each with its figures; a part without any belongs to the one before it."""
    parts: list[tuple[int, int, list[Figure]]] = []
    cuts = [0, *(match.end() for match in _SEGMENT.finditer(text)), len(text)]
    for start, end in zip(cuts, cuts[1:], strict=False):
        own = [one for one in figures if start + offset <= one.start < end + offset]
        if own or not parts:
            parts.append((start + offset, end + offset, own))
        else:
            parts[-1] = (parts[-1][0], end + offset, parts[-1][2])
    return parts


def _is_name(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if word.figure:
        return False
    return word.name or (sentence.text[word.start].isupper() and word.text in sentence.ground.names)


def _names_before(sentence: Sentence, clause: Clause) -> list[int]:
    found: list[int] = []
    for other in sentence.clauses:
        if other.start >= clause.start:
            break
        found = [at for at in sentence.inside(other) if _is_name(sentence, at)] or found
    return found


def _turned(sentence: Sentence, clause: Clause, rows: list[int], line: int, around: Around) -> tuple[str, ...]:
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
    """One of the two denies of a word what the other asserts."""
    one = sentence.ground.lines[line]
    denied = denied_words(one.text)
    whole = _stands_under_no(sentence.ground, line)
    mine = denied_words(sentence.text)
    pairs: list[tuple[bool, bool]] = []
    for at in rows:
        word = sentence.words[at]
        like = sentence.like[at, one.start : one.end]
        if like.size and like.max() >= ALIKE and not word.figure:
            place = sentence.ground.words[one.start + int(like.argmax())]
            pairs.append((word.start in mine, whole or place.start in denied))
    if (True, True) in pairs:
        return ()
    if (True, False) in pairs and not there.negative:
        return ("negation",)
    return ("negation",) if (False, True) in pairs and not own.negative else ()


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


def _strong(sentence: Sentence, clause: Clause, rows: list[int], line: int, around: Around) -> tuple[str, ...]:
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


def _condition(sentence: Sentence, clause: Clause, rows: list[int], line: int, around: Around) -> tuple[str, ...]:
    """A condition of the line may not be left out, unless the customer or another sentence of the answer named it."""
    text = next((part for part in _parts(sentence, rows, line)), "")
    there, own = turns_of(text), turns_of(sentence.text)
    if there.hard_condition and not own.hard_condition and not own.conditional and not own.negations:
        return ("condition",)
    for condition in conditions_of(text):
        keys = [word.keys for word in words_of(condition, sentence.locale) if not word.figure]
        if keys and not any(one & around.answer or one & around.said for one in keys) and not own.conditional:
            return ("condition",)
    return ()


def _parts(sentence: Sentence, rows: list[int], line: int) -> Collection[str]:
    """The part of the line between semicolons that has most of the words."""
    there = sentence.ground.lines[line]
    rank: Callable[[str], int] = lambda part: sum(
        bool(sentence.words[at].keys & _keys(part, sentence.locale)) for at in rows
    )  # noqa: E731
    return [max(there.text.split(";"), key=rank)]


def _keys(text: str, locale: str) -> frozenset[str]:
    return frozenset(key for word in words_of(text, locale) for key in word.keys)


__all__ = ["CONTRADICTS", "Around", "Found", "look"]
