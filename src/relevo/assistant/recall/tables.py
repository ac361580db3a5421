"""Answers that stood on what is no longer so."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from relevo.platform.database import Table


class Recall(Table):
    """A sentence that a customer was told: what the article said then, what it says now (None: nothing), a draft of a correction.

    `void`: the article says again what was told.
    """

    __tablename__ = "recalls"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    article_id: Mapped[UUID | None]
    article: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    revision_from: Mapped[int]
    revision_to: Mapped[int | None]
    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id"))
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contacts.id"))
    said_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    sentence: Mapped[str] = mapped_column(Text)
    was: Mapped[str] = mapped_column(Text)
    is_now: Mapped[str | None] = mapped_column(Text)
    draft: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    sent_message_id: Mapped[UUID | None]
    settled_by: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    settled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    found_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
