"""The form of an answer that a model is asked for, and reading it: whole at the end, sentence by sentence while it comes."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from relevo.ports.language_model import Schema

MOST_SENTENCES = 12
LONGEST_SENTENCE = 600
LONGEST_TEXT = 40_000  # of the JSON; more is not read

Kind = Literal["answer", "clarify", "cannot_answer"]

SCHEMA = Schema(
    "reply",
    {
        "type": "object",
        "properties": {
            "outcome": {"type": "string", "enum": ["answer", "clarify", "cannot_answer"]},
            "sentences": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "text": {"type": "string"},
                        "passages": {"type": "array", "items": {"type": "integer"}},
                    },
                    "required": ["text", "passages"],
                    "additionalProperties": False,
                },
            },
        },
        "required": ["outcome", "sentences"],
        "additionalProperties": False,
    },
)


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model wrote, in form; whether it may be said is another matter."""

    kind: Kind
    sentences: tuple[Sentence, ...]


class _Sentence(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    text: Annotated[str, Field(min_length=1, max_length=LONGEST_SENTENCE)]
    passages: Annotated[list[int], Field(max_length=50)]


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    outcome: Kind
    sentences: Annotated[list[_Sentence], Field(max_length=MOST_SENTENCES)]


_FENCE = re.compile(r"\A\s*```(?:json)?[ \t]*\n(.*)\n\s*```\s*\Z", re.DOTALL)
_BEGINNING = re.compile(
    r'\A\s*(?:```(?:json)?\s*)?\{\s*"outcome"\s*:\s*"(answer|clarify|cannot_answer)"\s*,\s*"sentences"\s*:\s*\['
)
_STRUCTURE = re.compile(r'["\\{}]')


def read_draft(text: str) -> Draft | None:
    """None for anything that is not exactly of the form. A frame of Markdown around it is taken off; prose is none of it."""
    if len(text) > LONGEST_TEXT:
        return None
    if fence := _FENCE.match(text):
        text = fence[1]
    try:
        reply = _Reply.model_validate(orjson.loads(text))
    except (orjson.JSONDecodeError, ValidationError, RecursionError):
        return None
    sentences = tuple(_sentence(one) for one in reply.sentences)
    if (reply.outcome == "cannot_answer") != (not sentences):
        return Draft("cannot_answer", ()) if reply.outcome == "cannot_answer" else None
    return Draft(reply.outcome, sentences)


def _sentence(one: _Sentence) -> Sentence:
    return Sentence(one.text, tuple(dict.fromkeys(one.passages)))


class Incoming:
    """An answer while it comes: each sentence is given once it is complete. Only what is surely in form is given, so nothing at all
    where the answer begins in another way; and never what comes after the most that is read."""

    def __init__(self) -> None:
        self._text = ""
        self._at: int | None = None  # where the next sentence begins
        self._seen = 0  # up to where it has been looked at
        self._depth = 0
        self._in_string = False
        self._given = 0

    def feed(self, piece: str) -> list[Sentence]:
        self._text += piece
        if self._at is None:
            begun = _BEGINNING.match(self._text)
            if begun is None or begun[1] != "answer":
                return []
            self._at = self._seen = begun.end()
        return self._complete()

    @property
    def is_too_long(self) -> bool:
        return len(self._text) > LONGEST_TEXT

    def _complete(self) -> list[Sentence]:
        found: list[Sentence] = []
        while (sign := _STRUCTURE.search(self._text, self._seen)) and self._given < MOST_SENTENCES:
            if sign[0] == "\\":
                if sign.end() == len(self._text):
                    break  # what is escaped has not come yet
                self._seen = sign.end() + 1
                continue
            self._seen = sign.end()
            self._step(sign)
            if self._depth < 0:
                break
            if sign[0] == "}" and not self._in_string and self._depth == 0:
                found += self._take(sign.end())
        return found

    def _step(self, sign: re.Match[str]) -> None:
        if sign[0] == '"':
            self._in_string = not self._in_string
        elif not self._in_string:
            if sign[0] == "{":
                self._at = sign.start() if self._depth == 0 else self._at
                self._depth += 1
            else:
                self._depth -= 1

    def _take(self, end: int) -> list[Sentence]:
        try:
            value: Any = orjson.loads(self._text[self._at : end])
            one = _Sentence.model_validate(value)
        except (orjson.JSONDecodeError, ValidationError):
            self._given = MOST_SENTENCES  # out of form: nothing more is given early
            return []
        self._given += 1
        return [_sentence(one)]
