"""What customers and readers saw, in the order they saw it. Only ever appended to."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

Outcome = Literal["ok", "unknown"]


@dataclass(frozen=True)
class Sent:
    """One attempt to send. `unknown`: no answer came, or one that promises nothing."""

    contact: UUID
    number: int  # counts the messages of this customer
    client_id: UUID
    outcome: Outcome
    message: UUID | None = None
    seq: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Seen:
    """An event that arrived at a reader. `reader` names the way it reads, too."""

    reader: str
    contact: UUID
    seq: int
    type: str


@dataclass
class History:
    sent: list[Sent] = field(default_factory=list[Sent])
    seen: list[Seen] = field(default_factory=list[Seen])
    followed: dict[str, list[int]] = field(
        default_factory=dict[str, list[int]]
    )  # workspace stream: numbers by follower
    faults: list[str] = field(default_factory=list[str])
    recoveries: list[tuple[str, float]] = field(default_factory=list[tuple[str, float]])  # seconds until ready again

    @property
    def acknowledged(self) -> list[Sent]:
        return [sent for sent in self.sent if sent.outcome == "ok"]
