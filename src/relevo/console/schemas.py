"""What agents' programs send and get."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from relevo.platform.http import Body
from relevo.understanding.schemas import ConversationReadingView, ReadingView
from relevo.widget.schemas import MessageView

TEXT_LIMIT = 8000


class Named(BaseModel):
    id: UUID
    name: str


class InboxName(Named):
    channel: str


class Rating(BaseModel):
    score: int
    comment: str | None


class Summary(BaseModel):
    id: UUID
    contact: Named
    inbox: InboxName
    status: Literal["open", "snoozed", "resolved"]
    holder: Literal["assistant", "queue", "agent"]
    assignee: Named | None
    locale: str
    preview: str
    preview_sender: str
    last_message_at: datetime
    waiting_since: datetime | None
    queued_at: datetime | None
    hand_off_reason: str | None
    snoozed_until: datetime | None
    created_at: datetime
    resolved_at: datetime | None
    unread: int
    epoch: int = Field(
        description="Counts the changes of owner; send it along to be refused when somebody took over meanwhile."
    )
    version: int
    contact_read_seq: int
    agent_read_seq: int
    rating: Rating | None
    tags: list[str]
    reading: ConversationReadingView | None = Field(description="What was understood so far; null until it was read.")


class Summaries(BaseModel):
    conversations: list[Summary]
    next: str | None


class Counts(BaseModel):
    """How many, counted up to 100; null where it is not counted."""

    mine: int
    unassigned: int
    waiting: int
    all: int
    snoozed: int
    resolved: int | None


class AgentMessageView(MessageView):
    """A message as members see it: notes, too, and who sent it."""

    private: bool
    reading: ReadingView | None = Field(
        description="What was understood of a customer's message; null until it was read."
    )


class Messages(BaseModel):
    messages: list[AgentMessageView]
    more: bool


class MessageIn(Body):
    client_id: UUID
    text: str = ""
    private: bool = False
    attachments: list[UUID] = Field(default_factory=list[UUID], max_length=10)
    epoch: int | None = None
    take_over: bool = False


class MessageOut(BaseModel):
    id: UUID
    seq: int | None
    conversation_id: UUID


class Assign(Body):
    member_id: UUID | None = Field(None, description="Whose it becomes; without one, yours.")
    epoch: int | None = None


class Snooze(Body):
    until: AwareDatetime


class HandOff(Body):
    reason: Annotated[str, StringConstraints(max_length=500)] | None = None


class Nothing(Body):
    pass


class Read(Body):
    seq: int = Field(ge=0, le=2**53)


class Viewing(Body):
    viewing: bool


class DraftIn(Body):
    text: str = Field(max_length=TEXT_LIMIT)
    private: bool = False


class Draft(BaseModel):
    text: str
    private: bool


class ApplyMacro(Body):
    client_id: UUID


class Asked(BaseModel):
    question: str
    outcome: str | None = None
    answer: str | None = None
    sources: list[str] = []


class Packet(BaseModel):
    """What goes along when a conversation is passed to people."""

    reason: str
    at: datetime
    contact: dict[str, Any]
    wants: str
    summary: list[str]
    asked: list[Asked]
    tried: list[str]
    suggestions: list[Any]


class IdentityView(BaseModel):
    kind: str
    value: str
    verified: bool


class ContactView(BaseModel):
    id: UUID
    name: str
    locale: str
    identities: list[IdentityView]
    attributes: dict[str, str]
    created_at: datetime
    last_seen_at: datetime
    page: dict[str, Any] | None
    conversations: list[Summary]


Attribute = Annotated[str, StringConstraints(max_length=500)]
AttributeName = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class ContactChange(Body):
    name: Annotated[str, StringConstraints(max_length=200)] | None = None
    attributes: dict[AttributeName, Attribute | None] | None = Field(None, max_length=50)


class MemberPresence(BaseModel):
    id: UUID
    name: str
    availability: Literal["online", "away", "offline"]
    viewing: UUID | None


class Presence(BaseModel):
    members: list[MemberPresence]


class EventOut(BaseModel):
    seq: int
    type: str
    at: str
    data: dict[str, Any]


class EventsOut(BaseModel):
    events: list[EventOut]
    last: int
