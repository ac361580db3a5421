"""The customers of Casa Lumbre and what they talked about, read from `stories/*.toml`.

A conversation begins `hours_ago`; each of its lines is `[minutes after that, who or what, …]`:
`contact` text · `assistant` text, article · NAME-OF-AN-AGENT text · `note` agent, text · `hand_off` reason · `resolve` ·
`rate` score, comment · `snooze` hours from now.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relevo.demo.people import PEOPLE

FOLDER = Path(__file__).parent / "stories"
AGENTS = {person.key for person in PEOPLE}


@dataclass(frozen=True)
class Said:
    """`by` is "contact", "assistant" or an agent's key; `article` is what the assistant stood on."""

    minute: float
    by: str
    text: str
    article: str | None = None
    private: bool = False


@dataclass(frozen=True)
class HandedOff:
    minute: float
    reason: str


@dataclass(frozen=True)
class Resolved:
    minute: float


@dataclass(frozen=True)
class Rated:
    minute: float
    score: int
    comment: str


@dataclass(frozen=True)
class Snoozed:
    minute: float
    hours: float


Line = Said | HandedOff | Resolved | Rated | Snoozed


@dataclass(frozen=True)
class Talk:
    hours_ago: float
    lines: tuple[Line, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Story:
    """A customer. `number` is the shop's own customer number, by which they are found again."""

    name: str
    locale: str
    number: str
    email: str
    phone: str | None
    attributes: dict[str, str]
    talks: tuple[Talk, ...]


def read_all() -> list[Story]:
    return [_story(tomllib.loads(file.read_text("utf-8"))) for file in sorted(FOLDER.glob("*.toml"))]


def _story(content: dict[str, Any]) -> Story:
    return Story(
        name=content["name"],
        locale=content["locale"],
        number=content["number"],
        email=content["email"],
        phone=content.get("phone"),
        attributes=content["attributes"],
        talks=tuple(_talk(talk) for talk in content["conversations"]),
    )


def _talk(content: dict[str, Any]) -> Talk:
    return Talk(content["hours_ago"], tuple(_line(line) for line in content["lines"]), tuple(content.get("tags", ())))


def _line(line: list[Any]) -> Line:
    match line:
        case [minute, "contact", text]:
            return Said(minute, "contact", text)
        case [minute, "assistant", text, article]:
            return Said(minute, "assistant", text, article)
        case [minute, "note", agent, text] if agent in AGENTS:
            return Said(minute, agent, text, private=True)
        case [minute, "hand_off", reason]:
            return HandedOff(minute, reason)
        case [minute, "resolve"]:
            return Resolved(minute)
        case [minute, "rate", score, comment]:
            return Rated(minute, score, comment)
        case [minute, "snooze", hours]:
            return Snoozed(minute, hours)
        case [minute, agent, text] if agent in AGENTS:
            return Said(minute, agent, text)
        case _:
            raise ValueError(f"a line of a story cannot be read: {line}")
