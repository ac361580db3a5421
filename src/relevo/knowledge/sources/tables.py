"""Sources, what they hold, and files that wait to be read."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, DateTime, ForeignKey, SmallInteger, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from relevo.platform.database import Table


class Source(Table):
    """A page, a site map, a folder, or some files that were dropped together."""

    __tablename__ = "sources"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    kind: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    locale: Mapped[str | None] = mapped_column(Text)
    every_hours: Mapped[int | None]
    settings: Mapped[dict[str, Any]] = mapped_column(JSONB)
    state: Mapped[str] = mapped_column(Text)
    run_id: Mapped[UUID | None]
    done: Mapped[int]
    total: Mapped[int]
    counts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    last_run_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    last_error: Mapped[str | None] = mapped_column(Text)
    next_run_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    lease: Mapped[UUID | None]
    lease_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_by: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class SourceItem(Table):
    """A page or a file of a source; while `run_id` is set, it has still to be looked at."""

    __tablename__ = "source_items"
    __table_args__ = (UniqueConstraint("source_id", "name"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    source_id: Mapped[UUID] = mapped_column(ForeignKey("sources.id"))
    name: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(Text)
    taken: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)
    detail: Mapped[str] = mapped_column(Text)
    article_id: Mapped[UUID | None]
    articles: Mapped[list[str]] = mapped_column(ARRAY(Text))
    run_id: Mapped[UUID | None]
    attempts: Mapped[int] = mapped_column(SmallInteger)
    missing: Mapped[int] = mapped_column(SmallInteger)
    content_hash: Mapped[str | None] = mapped_column(Text)
    etag: Mapped[str | None] = mapped_column(Text)
    last_modified: Mapped[str | None] = mapped_column(Text)
    sketch: Mapped[bytes | None]
    at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class SourceFile(Table):
    """A dropped file until it has been read."""

    __tablename__ = "source_files"

    item_id: Mapped[UUID] = mapped_column(ForeignKey("source_items.id"), primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    content: Mapped[bytes]
