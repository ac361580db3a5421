"""Conversations, messages, files, and what each contact is told."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, DateTime, ForeignKey, LargeBinary, SmallInteger, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, deferred, mapped_column

from relevo.platform.database import Table


class Conversation(Table):
    """A thread with one contact. `holder` is who has to answer; `epoch` counts the changes of holder."""

    __tablename__ = "conversations"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID]
    inbox_id: Mapped[UUID] = mapped_column(ForeignKey("inboxes.id"))
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contacts.id"))
    status: Mapped[str] = mapped_column(Text)
    holder: Mapped[str] = mapped_column(Text)
    assignee_id: Mapped[UUID | None] = mapped_column(ForeignKey("members.id"))
    epoch: Mapped[int]
    version: Mapped[int]
    locale: Mapped[str] = mapped_column(Text)
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text))
    preview: Mapped[str] = mapped_column(Text)
    preview_sender: Mapped[str] = mapped_column(Text)
    unread: Mapped[int]
    last_message_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    waiting_since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    queued_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    hand_off_reason: Mapped[str | None] = mapped_column(Text)
    snoozed_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    resolved_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    contact_read_seq: Mapped[int] = mapped_column(BigInteger)
    agent_read_seq: Mapped[int] = mapped_column(BigInteger)
    rating_score: Mapped[int | None] = mapped_column(SmallInteger)
    rating_comment: Mapped[str | None] = mapped_column(Text)
    rated_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    turn_due_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    turn_first_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    turn_claimed_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    turn_attempts: Mapped[int] = mapped_column(SmallInteger)
    failed_attempts: Mapped[int] = mapped_column(SmallInteger)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    def end_turn(self) -> None:
        """No turn of the assistant is due any more."""
        self.turn_due_at = self.turn_first_at = self.turn_claimed_until = None
        self.turn_attempts = 0


class Message(Table):
    """What was said, or with `private` a note that only members see. `outcome` stands on the assistant's messages, `released_by` on
    those that a member let go out."""

    __tablename__ = "messages"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID]
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    contact_id: Mapped[UUID]
    seq: Mapped[int | None] = mapped_column(BigInteger)
    client_id: Mapped[UUID]
    sender_kind: Mapped[str] = mapped_column(Text)
    sender_id: Mapped[UUID | None]
    sender_name: Mapped[str] = mapped_column(Text)
    automated: Mapped[bool] = mapped_column(server_default="false")
    released_by: Mapped[str | None] = mapped_column(Text)
    private: Mapped[bool]
    text: Mapped[str] = mapped_column(Text)
    sources: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB(none_as_null=True))
    outcome: Mapped[str | None] = mapped_column(Text)
    quick_replies: Mapped[list[str] | None] = mapped_column(JSONB(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class File(Table):
    """An image or PDF; belongs to a message once that was sent."""

    __tablename__ = "files"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID]
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contacts.id"))
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"), index=True)
    uploaded_by: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    name: Mapped[str] = mapped_column(Text)
    content_type: Mapped[str] = mapped_column(Text)
    size: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class ContactEvent(Table):
    """Something a contact is told, numbered without gaps."""

    __tablename__ = "contact_events"

    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contacts.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    workspace_id: Mapped[UUID]
    type: Mapped[str] = mapped_column(Text)
    message_id: Mapped[UUID | None]
    data: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Draft(Table):
    """What a member has begun to write."""

    __tablename__ = "drafts"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("members.id"), primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    workspace_id: Mapped[UUID]
    text: Mapped[str] = mapped_column(Text)
    private: Mapped[bool]
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Handoff(Table):
    """The packet that went along when a conversation was passed to people."""

    __tablename__ = "handoffs"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID]
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    reason: Mapped[str] = mapped_column(Text)
    packet: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    accepted_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
