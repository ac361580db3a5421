"""Questions without an answer."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, SmallInteger, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from relevo.platform.database import Table


class Gap(Table):
    """Questions that mean the same. `sentences` are those of the draft, with the conversations that they are from."""

    __tablename__ = "gaps"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    locale: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    article_id: Mapped[UUID | None] = mapped_column(ForeignKey("articles.id"))
    sentences: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default="[]")
    answered: Mapped[int | None] = mapped_column(SmallInteger)
    of: Mapped[int | None] = mapped_column(SmallInteger)
    closed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    settled_by: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class GapQuestion(Table):
    """A question of a turn that ended without an answer, without the personal data in it. `answer` is what it gets now."""

    __tablename__ = "gap_questions"

    turn_id: Mapped[UUID] = mapped_column(ForeignKey("turns.id"), primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    gap_id: Mapped[UUID] = mapped_column(ForeignKey("gaps.id"))
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    text: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(Text)
    answer: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
