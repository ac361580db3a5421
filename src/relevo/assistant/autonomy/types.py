"""Levels and the policy that gives each topic, language and channel one of them."""

from dataclasses import dataclass
from typing import Any, Literal, get_args
from uuid import UUID

Level = Literal["off", "observe", "suggest", "approve", "autonomous"]
LEVELS: tuple[Level, ...] = get_args(Level)
ANY = "*"


def rank(level: Level) -> int:
    return LEVELS.index(level)


@dataclass(frozen=True, slots=True)
class Where:
    """What a level holds for; `*` is every one."""

    topic: str = ANY
    language: str = ANY
    channel: str = ANY

    def fits(self, other: "Where") -> bool:
        """Whether what is set here holds for `other`."""
        pairs = ((self.topic, other.topic), (self.language, other.language), (self.channel, other.channel))
        return all(own in (ANY, wanted) for own, wanted in pairs)

    @property
    def precision(self) -> int:
        """A topic says more than a language, a language more than a channel."""
        return 4 * (self.topic != ANY) + 2 * (self.language != ANY) + (self.channel != ANY)


@dataclass(frozen=True, slots=True)
class Policy:
    """All levels that a workspace has set, and whether its assistant is stopped."""

    rules: tuple[tuple[Where, Level], ...] = ()
    stopped: bool = False

    def level_for(self, where: Where) -> Level:
        """The rule that says most of those that fit; people alone where none does."""
        precision, found = -1, LEVELS[0]
        for rule, level in self.rules:
            if rule.fits(where) and rule.precision > precision:
                precision, found = rule.precision, level
        return found

    def highest(self, *, language: str = ANY, channel: str = ANY) -> Level:
        """The most that the assistant may do about any topic there: in any language, where none is given."""
        places = (
            Where(
                rule.topic, rule.language if language == ANY else language, rule.channel if channel == ANY else channel
            )
            for rule, _ in self.rules
        )
        levels: list[Level] = ["off", *(self.level_for(place) for place in places)]
        return max(levels, key=rank)


@dataclass(frozen=True, slots=True)
class By:
    """Who changed something: a member, or the platform itself."""

    kind: Literal["member", "system"]
    id: UUID | None
    name: str

    def as_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "id": str(self.id) if self.id else None, "name": self.name}


ITSELF = By("system", None, "Relevo")
