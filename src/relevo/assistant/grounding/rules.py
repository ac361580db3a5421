"""What must hold of a clause whatever its score: figures, names, negation, strong words and conditions are those of a line."""

from dataclasses import dataclass

import numpy as np

from relevo.assistant.grounding.agree_figures import line_with_figures
from relevo.assistant.grounding.agree_names import belongs_to_another, names_differ
from relevo.assistant.grounding.agree_turns import condition_left_out, too_strong, turned_round
from relevo.assistant.grounding.align import Sentence
from relevo.assistant.grounding.clauses import Clause
from relevo.assistant.grounding.figures import Figure

CONTRADICTS = frozenset({"other_figure", "negation", "opposite", "swapped", "person"})
_SAME_THING = 0.34  # of a clause's words, for a line that is said to be about it


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


def look(sentence: Sentence, clause: Clause, around: Around, *, committing: bool) -> Found:
    """The line of the passages that a clause stands on, with what does not agree."""
    rows = sentence.inside(clause) or list(range(len(sentence.words)))
    figures = [one for one in sentence.figures if clause.start <= one.start < clause.end]
    content = [at for at in rows if not sentence.words[at].figure]
    whole = sentence.coverage([at for at, word in enumerate(sentence.words) if not word.figure])
    cover = sentence.coverage(content) if len(content) > 1 else whole
    cover = np.asarray(cover + 0.3 * whole - 0.3 * sentence.ground.is_around, np.float32)
    line, because = line_with_figures(sentence, figures, cover, around.figures)
    if line < 0:
        return Found(int(cover.argmax()), because)
    because += names_differ(sentence, clause, rows, line, around.known | around.said)
    because += belongs_to_another(sentence, clause, rows, line)
    because += turned_round(sentence, clause, rows, line)
    because += too_strong(sentence, clause, rows, line)
    if committing:
        because += condition_left_out(sentence, clause, rows, line, around.answer | around.said)
    return Found(line, because)
