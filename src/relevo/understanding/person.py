"""The wish for a person, heard in any of many words, by code alone.

Runs before everything else on a customer's message, so it must be fast and cannot fail: words become classes
(`person_words`), classes make patterns (`person_patterns`). When in doubt a person is called: being passed on without
having asked costs a little, not being heard costs the customer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from relevo.understanding.person_patterns import ALWAYS, WISHES
from relevo.understanding.person_words import CLASSES, FILLERS, NOT_SLIPS
from relevo.understanding.tokens import Vocabulary, tokens


@dataclass(frozen=True, slots=True)
class PersonRequest:
    """Why a text is taken for a request for a person: the kind of pattern and the words that matched."""

    reason: str
    words: str


_SIGNS = {"up": "UP", "on": "ON", "from": "FROM", "now": "NOW", "today": "NOW", "hoy": "NOW", "ya": "NOW",
          "ahora": "NOW", ".": "END", "?": "QUESTION", ",": "PAUSE"}  # fmt: skip
_MARKS = {
    name: chr(0xE000 + i)
    for i, name in enumerate([*CLASSES, "UP", "ON", "FROM", "NOW", "NUMERAL", "END", "QUESTION", "PAUSE"])
}
_OTHER = "x"
_ANY = f"[^{_MARKS['END']}{_MARKS['QUESTION']}]"
_BREAK = f"[{_MARKS['END']}{_MARKS['QUESTION']}{_MARKS['PAUSE']}]"
_EDGES = {"STOP": f"{_BREAK}|$", "START": f"^|(?<={_BREAK})"}
_vocabulary = Vocabulary(CLASSES, keep=NOT_SLIPS)


def _part(word: str) -> str:
    if word.startswith("~"):
        return f"{_ANY}{{0,{word[1:]}}}?"
    stem, repeat = (word[:-1], word[-1]) if word[-1] in "?*" else (word, "")
    names = stem.split("|")
    marks = "".join(_MARKS[name] for name in names if name not in _EDGES)
    choices = [f"[{marks}]"] * bool(marks) + [_EDGES[name] for name in names if name in _EDGES]
    return f"(?:{'|'.join(choices)}){repeat}"


def _compiled(patterns: tuple[tuple[str, str], ...]) -> list[tuple[str, re.Pattern[str]]]:
    return [(reason, re.compile("".join(map(_part, shape.split())))) for reason, shape in patterns]


_WISHES = _compiled(WISHES)
_ALWAYS = _compiled(ALWAYS)
# "No quiero que", "no hace falta que", "don't need to", "no need to": turns what follows in the same breath round.
_REFUSED = re.compile("".join(map(_part, ["NOT", "~2", "WANT|NEEDED|CALL|CALL_ME|PASS_ME|CONNECT|SERVE"])))
_REACH = 3  # words between a refusal and what it refuses


def person_requested(text: str, locale: str | None = None) -> PersonRequest | None:
    """The wish for a person that `text` holds, or None. All languages are tried: people mix them."""
    words = tokens(text)
    for sentence in _sentences(words):
        if _names_a_person_alone(sentence):
            return PersonRequest("named alone", " ".join(sentence))
    marks = "".join(map(_mark, words))
    for reason, shape in _ALWAYS:
        if match := shape.search(marks):
            return PersonRequest(reason, _words_of(words, match))
    for reason, shape in _WISHES:
        for match in shape.finditer(marks):
            if not _is_refused(marks, match) and not _is_past(marks, match):
                return PersonRequest(reason, _words_of(words, match))
    return None


def _mark(word: str) -> str:
    name = _SIGNS.get(word) or ("NUMERAL" if word.isdigit() else _vocabulary.class_of(word))
    return _MARKS[name] if name else _OTHER


def _sentences(words: list[str]) -> Iterator[list[str]]:
    sentence: list[str] = []
    for word in [*words, "."]:
        if word in {".", "?"}:
            yield sentence
            sentence = []
        else:
            sentence.append(word)


def _names_a_person_alone(words: list[str]) -> bool:
    rest = [word for word in words if word not in FILLERS or _vocabulary.class_of(word) == "HUMAN"]
    if not rest or len(rest) > 4 or len(words) > 9:
        return False
    return all(_vocabulary.class_of(word) in {"HUMAN", "CHIEF"} for word in rest)


def _is_refused(marks: str, match: re.Match[str]) -> bool:
    clause = re.split(_BREAK, marks[: match.start()])[-1] + match.group()
    start = len(clause) - len(match.group())
    if match.group()[0] == _MARKS["WANT"]:
        return _MARKS["NOT"] in clause[max(0, start - 2) : start]
    ends = [refusal.end() for refusal in _REFUSED.finditer(clause) if refusal.start() <= start]
    return bool(ends) and start - ends[-1] <= _REACH


def _is_past(marks: str, match: re.Match[str]) -> bool:
    """ "I spoke to a real person yesterday" tells, it does not ask."""
    before = re.split(_BREAK, marks[: match.start()])[-1]
    return _MARKS["PAST"] in before[-3:] or _MARKS["PAST"] in marks[match.end() : match.end() + 1]


def _words_of(words: list[str], match: re.Match[str]) -> str:
    return " ".join(words[match.start() : match.end()]).strip(" .,?")
