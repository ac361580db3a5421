"""Words of the knowledge base: the states of an article, who reads it, who changed it."""

from dataclasses import dataclass
from typing import Any, Literal, Self
from uuid import UUID

from relevo.platform.access import Actor

Status = Literal["draft", "review", "published", "withdrawn"]
STATUSES: tuple[Status, ...] = ("draft", "review", "published", "withdrawn")
Audience = Literal["everyone", "members"]  # members: internal knowledge, for those who answer

TITLE_LIMIT = 300
BODY_LIMIT = 200_000
CATEGORY_LIMIT = 80
TAG_LIMIT = 40
MOST_TAGS = 20
MOST_COUNTRIES = 60


@dataclass(frozen=True, slots=True)
class By:
    """Who changed an article: a member, a program by its key, a source that is read again, or Relevo itself."""

    kind: Literal["member", "program", "source", "system"]
    id: UUID | None = None
    name: str = ""

    @classmethod
    def actor(cls, actor: Actor) -> Self:
        return cls("program" if actor.is_program else "member", actor.member_id, actor.name)

    def as_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "id": str(self.id) if self.id else None, "name": self.name}


SYSTEM = By("system")
