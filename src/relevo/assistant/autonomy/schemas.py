"""What the routes of autonomy take and give."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from relevo.assistant.autonomy.types import Level
from relevo.platform.http import Body

Name = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Reason = Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)]


class ByView(BaseModel):
    kind: str
    id: UUID | None
    name: str


class Stopped(BaseModel):
    at: datetime
    by: ByView
    reason: str


class LevelView(BaseModel):
    language: str = Field(description="* is every language.")
    channel: str = Field(description="* is every channel.")
    level: Level
    since: datetime
    by: ByView


class EvidenceView(BaseModel):
    answers: int = Field(description="Answers of the assistant within 90 days, said or proposed.")
    sample: int = Field(description="Those that were compared with a person's, released, changed or refused.")
    agreed: int
    agreement: float | None
    lower_bound: float | None = Field(description="What the agreement is at least, with 95 % confidence (Wilson).")
    unsupported: int = Field(
        description="Sentences that promise or name something no article says; the gate kept them back."
    )
    repeat_contacts: int = Field(description="Customers who came back about the same within seven days.")
    recalled: int


class Promotion(BaseModel):
    to: Level
    because: list[str]


class NoticeView(BaseModel):
    kind: str
    topic: str
    language: str
    channel: str
    from_: Level | None = Field(None, alias="from")
    to: Level | None
    because: list[str]
    by: ByView
    at: datetime


class TopicAutonomy(BaseModel):
    topic: str
    title: dict[str, str]
    level: Level = Field(description="What holds for it in every language and channel that has nothing of its own.")
    levels: list[LevelView]
    evidence: EvidenceView
    may_promote: Promotion | None
    notices: list[NoticeView]


class AutonomyView(BaseModel):
    stopped: Stopped | None
    default: Level
    topics: list[TopicAutonomy]
    notices: list[NoticeView]
    gates: dict[str, Any]


class LevelIn(Body):
    topic: Name
    language: Name = "*"
    channel: Name = "*"
    level: Level
    reason: Reason = ""


class StopIn(Body):
    reason: Reason = ""


class Passed(BaseModel):
    passed_on: int = Field(description="Conversations that went to people at once.")


class Nothing(Body):
    pass
