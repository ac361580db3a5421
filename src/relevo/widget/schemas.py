"""What customers' programs send and get. The contract is fixed: fields may be added, none may change its meaning."""

from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from relevo.platform.http import Body


class Page(Body):
    url: str = Field(max_length=2000)
    title: str = Field("", max_length=300)


class SessionIn(Body):
    widget_key: str = Field(max_length=200)
    locale: str | None = Field(None, max_length=20)
    identity: str | None = Field(
        None, max_length=4000, description="JWT signed by the site's server (HS256) with sub and exp."
    )
    page: Page | None = None


class SessionOut(BaseModel):
    token: str
    contact_id: UUID


class MessageIn(Body):
    client_id: UUID = Field(description="Made by the sender, one for every message; repeats are harmless.")
    text: str = ""
    attachments: list[UUID] = Field(default_factory=list[UUID], max_length=10)


class MessageOut(BaseModel):
    id: UUID
    seq: int
    conversation_id: UUID


class SenderView(BaseModel):
    kind: Literal["contact", "assistant", "agent", "system"]
    name: str
    id: UUID | None = None
    automated: bool = Field(description="Sent by a program in the name of the team, not by a person.")
    released_by: str | None = Field(
        None, description="The member who let a message of the assistant go out, if one did."
    )


class AttachmentView(BaseModel):
    id: UUID
    name: str
    content_type: str
    size: int
    width: int | None
    height: int | None
    url: str


class SourceView(BaseModel):
    title: str
    url: str | None = None
    article: str
    quote: str


class MessageView(BaseModel):
    id: UUID
    conversation_id: UUID
    seq: int | None
    client_id: UUID
    sender: SenderView
    text: str
    html: str
    attachments: list[AttachmentView]
    sources: list[SourceView]
    outcome: Literal["answer", "clarify", "procedure", "hand_off"] | None
    quick_replies: list[str]
    at: str


class EventView(BaseModel):
    seq: int
    type: Literal["message.created", "message.updated", "typing", "conversation.updated", "rating.requested"]
    at: str
    data: dict[str, Any]


class EventsOut(BaseModel):
    events: list[EventView]
    last: int


class ConversationState(BaseModel):
    id: UUID
    status: Literal["open", "resolved"]
    holder: Literal["assistant", "queue", "agent"]
    agent: dict[str, str] | None
    people_available: bool
    wait_minutes: int | None
    agent_read_seq: int
    rating: dict[str, Any] | None


class Snapshot(BaseModel):
    messages: list[MessageView]
    last: int
    conversation: ConversationState | None
    more: bool


class HandOffOut(BaseModel):
    conversation_id: UUID
    holder: Literal["assistant", "queue", "agent"]


class RatingIn(Body):
    conversation_id: UUID
    score: int = Field(ge=1, le=5)
    comment: str | None = Field(None, max_length=2000)


class ReadIn(Body):
    seq: int = Field(ge=0, le=2**53)


class Theme(BaseModel):
    color: str
    position: Literal["left", "right"]
    scheme: Literal["auto", "light", "dark"]


class Uploads(BaseModel):
    max_bytes: int
    types: list[str]


class People(BaseModel):
    available: bool
    wait_minutes: int | None


class Config(BaseModel):
    workspace: str
    assistant_name: str | None = Field(description="None where people answer alone.")
    locale: str
    theme: Theme
    greeting: str
    starters: list[str]
    uploads: Uploads
    people: People
    privacy_url: str | None
    form: Literal["tu", "usted"]
