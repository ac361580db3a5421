"""What other slices may know of a conversation."""

from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

SenderKind = Literal["contact", "assistant", "agent", "system"]
Holder = Literal["assistant", "queue", "agent"]
Outcome = Literal["answer", "clarify", "procedure", "hand_off"]


@dataclass(frozen=True)
class Sender:
    """Who speaks. Kind and `automated` come from the credential of the writer, never from text."""

    kind: SenderKind
    name: str
    id: UUID | None = None
    automated: bool = False  # a program that speaks in the name of the team


@dataclass(frozen=True)
class Saying:
    """A message to be sent by an agent or the assistant; `client_id` makes repeats harmless."""

    client_id: UUID
    text: str
    sender: Sender
    files: tuple[UUID, ...] = ()
    outcome: Outcome | None = None
    sources: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    quick_replies: list[str] = field(default_factory=list[str])
