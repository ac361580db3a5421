"""Reads material/*.txt: in an answer every "{right|wrong}" makes one that is not supported, and "[a/b]" are equally good.

# name language industry
S: a source (more lines belong to it until the next mark)
Q: a question
A: an answer
"""

# ruff: noqa: S311 - no secret is drawn here

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from training.grounding.corrupt import corrupted

FOLDER = Path(__file__).with_name("material")
RULED = 8  # faults by rule for each answer
_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_SAME = re.compile(r"\[([^\[\]/]*)/([^\[\]/]*)\]")


@dataclass
class Case:
    name: str
    language: str
    industry: str
    sources: list[str] = field(default_factory=list)
    question: str = ""
    answers: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Example:
    """`wrong`: where the words stand that the sources do not support; empty for a supported answer."""

    case: str
    industry: str
    language: str
    sources: tuple[str, ...]
    question: str
    answer: str
    wrong: tuple[tuple[int, int], ...]
    fault: str = ""

    @property
    def supported(self) -> bool:
        return not self.wrong


def cases(folder: Path = FOLDER) -> list[Case]:
    found: list[Case] = []
    for path in sorted(folder.glob("*.txt")):
        mark = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                found.append(Case(*line[2:].split()[:3]))
            elif line[:3] in {"S: ", "A: ", "Q: ", "Q:"}:
                mark, text = line[0], line[3:]
                if mark == "S":
                    found[-1].sources.append(text)
                elif mark == "A":
                    found[-1].answers.append(text)
                else:
                    found[-1].question = text
            elif mark == "S":
                found[-1].sources[-1] += "\n" + line
            elif mark == "A":
                found[-1].answers[-1] += "\n" + line
    return found


def examples(seed: int = 1) -> Iterator[Example]:
    """Every answer as it should be, with either wording, and once with each fault; and summaries also a sentence or two at a time."""
    chance = random.Random(seed)
    for one in _whole(chance):
        yield one
        if not one.question:
            yield from _parts(one, chance)


def _parts(whole: Example, chance: random.Random) -> Iterator[Example]:
    """Of a supported answer each sentence by itself and two in a row; of the others one such part with the fault in it."""
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s|$)", whole.answer)]
    cuts = list(zip([0, *ends[:-1]], ends, strict=True)) if ends else []
    cuts += [(one[0], other[1]) for one, other in pairwise(cuts)]
    cuts = [cut for cut in cuts if cut != (0, len(whole.answer))]
    if whole.wrong:
        (start, end), cuts = (
            whole.wrong[0],
            [cut for cut in cuts if cut[0] <= whole.wrong[0][0] and whole.wrong[0][1] <= cut[1]],
        )
        cuts = [chance.choice(cuts)] if cuts else []
        for low, high in cuts:
            yield replace(whole, answer=whole.answer[low:high], wrong=((start - low, end - low),))
        return
    for low, high in cuts:
        yield replace(whole, answer=whole.answer[low:high])


def _whole(chance: random.Random) -> Iterator[Example]:
    for case in cases():
        long = ["\n\n".join(pair) for pair in pairwise(case.answers)] if case.question else []
        for answer in [*case.answers, *long]:
            count = len(_CHOICE.findall(answer))
            for same in (0, 1):
                yield _example(case, answer, set(), lambda pair, same=same: pair[same])
            for at in range(count):
                yield _example(case, answer, {at}, chance.choice)
            for _ in range(RULED):
                good = _example(case, answer, set(), chance.choice)
                if made := corrupted(good.answer, good.sources, case.language, chance):
                    yield replace(good, answer=made[0], wrong=(made[1],), fault=made[2])


def _example(case: Case, answer: str, faults: set[int], choose) -> Example:
    plain = _SAME.sub(lambda match: choose((match[1], match[2])), answer)
    text, wrong, last, fault = "", [], 0, ""
    for at, match in enumerate(_CHOICE.finditer(plain)):
        text += plain[last : match.start()]
        said = match[2] if at in faults else match[1]
        if at in faults:
            wrong.append((len(text), len(text) + max(len(said), 1)))
            fault = "added" if not match[1].strip() else "changed"
        text += said
        last = match.end()
    text += plain[last:]
    return Example(
        case.name, case.industry, case.language, tuple(case.sources), case.question, text, tuple(wrong), fault
    )
