"""The figures of a clause have to stand together in a line that speaks of the same thing."""

import numpy as np
from numpy.typing import NDArray

from relevo.assistant.grounding.align import Sentence
from relevo.assistant.grounding.figures import Figure
from relevo.assistant.grounding.ground import Ground, beside
from relevo.knowledge.passages import ROW_NAME

Floats = NDArray[np.float32]

_SAME_THING = 0.34  # of a clause's words, for a line that is said to be about it
_CLEAR = 0.5
_OTHER_LINE = 0.15  # by how much another line is more about a clause than the one that has its figures


def line_with_figures(
    sentence: Sentence, figures: list[Figure], cover: Floats, spoken: tuple[Figure, ...]
) -> tuple[int, tuple[str, ...]]:
    """The best line that has all the figures, itself or with the line beside it."""
    needed = [one for one in figures if not any(one.same(other) for other in spoken) and not _is_glue(one, sentence)]
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
    if _another_line(sentence, needed, best):
        return -1, ("other_figure",)
    if _other_code(sentence, figures, lines[best].figures):
        return -1, ("swapped",)
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


def _another_line(sentence: Sentence, needed: list[Figure], best: int) -> bool:
    """Another line is clearly more about the sentence, and has another figure of that kind."""
    lines = sentence.ground.lines
    near = beside(sentence.ground, best)
    rivals = [at for at in range(len(lines)) if at not in near and _differs(needed, lines[at].figures)]
    return bool(rivals) and max(sentence.exact([at]) for at in rivals) - sentence.exact(near) >= _OTHER_LINE


def _other_code(sentence: Sentence, figures: list[Figure], there: tuple[Figure, ...]) -> bool:
    """ "For E5, wait 20 minutes": the code said before holds for what follows."""
    start = min(one.start for one in figures)
    before = [one for one in sentence.figures if one.kind == "code" and one.start < start]
    codes = [one for one in there if one.kind == "code"]
    return bool(before and codes) and not any(one.same(other) for one in before for other in codes)


def _differs(needed: list[Figure], there: tuple[Figure, ...]) -> bool:
    return any(
        one.kind not in {"number", "code"}
        and any(one.same_unit(other) for other in there)
        and not any(one.same(other) for other in there)
        for one in needed
    )


def _about_something(sentence: Sentence) -> bool:
    return sum(not word.figure for word in sentence.words) >= 2


_GLUE = frozenset(
    [
        "opcion",
        "option",
        "forma",
        "way",
        "manera",
        "paso",
        "step",
        "cosa",
        "thing",
        "caso",
        "case",
        "motivo",
        "reason",
        "tipo",
        "type",
        "condition",
        "condicion",
        "requisit",
        "passag",
        "factor",
        "requir",
        "kind",
        "punt",
        "point",
    ]
)


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
