"""Readings of messages and conversations; corrections; the workspace's own topics, intents and models."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, REAL, DateTime, ForeignKey, LargeBinary, SmallInteger, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, deferred, mapped_column

from relevo.platform.database import Table


class ReadingRow(Table):
    """What was understood of a customer's message; `corrected` holds what members said instead, by field, and wins."""

    __tablename__ = "readings"

    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id"), primary_key=True)
    workspace_id: Mapped[UUID]
    conversation_id: Mapped[UUID]
    language: Mapped[str] = mapped_column(Text)
    language_is_sure: Mapped[bool]
    intents: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    candidates: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    emotion: Mapped[str] = mapped_column(Text)
    emotion_confidence: Mapped[float] = mapped_column(REAL)
    emotion_because: Mapped[list[str]] = mapped_column(ARRAY(Text))
    urgency: Mapped[str] = mapped_column(Text)
    urgency_confidence: Mapped[float] = mapped_column(REAL)
    urgency_because: Mapped[list[str]] = mapped_column(ARRAY(Text))
    wants_human: Mapped[bool]
    personal_data: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    model: Mapped[str] = mapped_column(Text)
    corrected: Mapped[dict[str, Any]] = mapped_column(JSONB)
    corrected_by: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class ConversationReading(Table):
    """What was understood of a conversation so far; see course.py."""

    __tablename__ = "conversation_readings"

    conversation_id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID]
    intent: Mapped[str | None] = mapped_column(Text)
    intents: Mapped[list[str]] = mapped_column(ARRAY(Text))
    emotion: Mapped[str] = mapped_column(Text)
    course: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    urgency: Mapped[str] = mapped_column(Text)
    urgency_reason: Mapped[str] = mapped_column(Text)
    wants_human: Mapped[bool]
    language: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Correction(Table):
    """What members said of a message: training data. Its text is masked, since it outlives the message."""

    __tablename__ = "corrections"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"))
    member_id: Mapped[UUID] = mapped_column(ForeignKey("members.id"))
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    intent: Mapped[str | None] = mapped_column(Text)
    emotion: Mapped[str] = mapped_column(Text)
    urgency: Mapped[str] = mapped_column(Text)
    wants_human: Mapped[bool]
    corrected: Mapped[list[str]] = mapped_column(ARRAY(Text))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Topic(Table):
    __tablename__ = "topics"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    name: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Intent(Table):
    """An intent of the workspace's own. `name` is what programs know it by, `title` what people read."""

    __tablename__ = "intents"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    topic_id: Mapped[UUID | None] = mapped_column(ForeignKey("topics.id"))
    name: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class IntentExample(Table):
    """A text that means an intent. One that a correction proposed is learnt from once a member has accepted it."""

    __tablename__ = "intent_examples"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    intent_id: Mapped[UUID] = mapped_column(ForeignKey("intents.id"))
    text: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id"))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class IntentModel(Table):
    """A version of what was learnt from the workspace's examples. One at most is released: the one that reads messages."""

    __tablename__ = "intent_models"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    version: Mapped[int]
    state: Mapped[str] = mapped_column(Text)
    progress: Mapped[float] = mapped_column(REAL)
    doing: Mapped[str] = mapped_column(Text)
    error: Mapped[str | None] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(SmallInteger)
    intents: Mapped[int]
    examples: Mapped[int]
    quality: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    weights: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("members.id"))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    trained_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    released_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
