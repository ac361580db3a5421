"""The names of a clause have to be those of its line, and each figure has to belong to its own name."""

import re
from collections.abc import Collection
from itertools import pairwise

from relevo.assistant.grounding.align import ALIKE, Sentence
from relevo.assistant.grounding.clauses import Clause
from relevo.assistant.grounding.figures import Figure
from relevo.assistant.grounding.ground import beside
from relevo.assistant.grounding.tokens import is_common
from relevo.knowledge.passages import ROW_NAME


def names_differ(
    sentence: Sentence, clause: Clause, rows: list[int], line: int, needless: Collection[str]
) -> tuple[str, ...]:
    """The names of the clause, or those of the clause before it, stand in the line, its heading or its title."""
    named = [at for at in rows if _is_name(sentence, at)]
    own = bool(named)
    has_figure = any(sentence.words[at].figure for at in rows)
    if not named and has_figure:
        named = _names_before(sentence, clause)
    translated = sentence.ground.evidence[sentence.ground.lines[line].evidence].locale[:2] != sentence.locale
    found: list[str] = []
    for at in named:
        word = sentence.words[at]
        if not word.keys.isdisjoint(needless):
            continue
        if max(float(sentence.with_around[at, near]) for near in beside(sentence.ground, line)) >= ALIKE:
            continue
        anywhere = float(sentence.by_line[at].max(initial=0)) >= ALIKE
        same = sentence.ground.evidence_of == sentence.ground.evidence_of[line]
        nearby = float(sentence.by_line[at, same].max(initial=0)) >= ALIKE
        if anywhere and has_figure and (own or not nearby):
            found.append("swapped")
        elif not anywhere and word.name and own and not (translated and is_common(word.text, sentence.locale)):
            found.append("name")
    return tuple(dict.fromkeys(found))


_SEGMENT = re.compile(r"\s·\s|;\s|,\s(?!(?:y|and|o|or)\s)|,?\s(?:o|or|y|and|u|e)\s(?=(?:[^\s\d]+\s)?[$€]?\d)")


def belongs_to_another(sentence: Sentence, clause: Clause, rows: list[int], line: int) -> tuple[str, ...]:
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
            word = sentence.words[at]
            if not (_is_name(sentence, at) or (word.figure and not word.code.startswith(f"#{figure.kind}:"))):
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
    for start, end in pairwise(cuts):
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
