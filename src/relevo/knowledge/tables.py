"""Articles with their revisions and passages, what readers say of them, and when anything changed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Date, DateTime, ForeignKey, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from relevo.platform.database import Table


class Article(Table):
    """A page of knowledge. `name` is stable and unique in the workspace: answers cite it. Answers are made from it while it is
    published and valid. `checked` is what was found in it; `proposed` a revision that waits for review meanwhile."""

    __tablename__ = "articles"
    __table_args__ = (UniqueConstraint("workspace_id", "name"), UniqueConstraint("workspace_id", "slug"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    name: Mapped[str] = mapped_column(Text)
    slug: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    locale: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    source_id: Mapped[UUID | None]
    status: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]
    proposed: Mapped[int | None]
    valid_from: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    valid_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    countries: Mapped[list[str]] = mapped_column(ARRAY(Text))
    audience: Mapped[str] = mapped_column(Text)
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text))
    category: Mapped[str] = mapped_column(Text)
    translation_of: Mapped[UUID | None] = mapped_column(ForeignKey("articles.id"))
    checked: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    changed_by: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    content_hash: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class ArticleRevision(Table):
    """How an article was after a change, who made it and why."""

    __tablename__ = "article_revisions"

    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    title: Mapped[str] = mapped_column(Text)
    locale: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    category: Mapped[str] = mapped_column(Text)
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text))
    countries: Mapped[list[str]] = mapped_column(ARRAY(Text))
    audience: Mapped[str] = mapped_column(Text)
    valid_from: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    valid_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    changed_by: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    changed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    note: Mapped[str] = mapped_column(Text)


class ArticleMark(Table):
    """A mark of an article's text; articles that share one may say the same."""

    __tablename__ = "article_marks"

    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    mark: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))


class PassageRow(Table):
    """The piece of an article that an answer stands on, in the order of `position`."""

    __tablename__ = "passages"
    __table_args__ = (UniqueConstraint("article_id", "position"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id"))
    position: Mapped[int]
    heading: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    locale: Mapped[str] = mapped_column(Text)


class KnowledgeVersion(Table):
    """Another number with every change of a workspace's articles, so that an index in memory knows when it is old."""

    __tablename__ = "knowledge_versions"

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)


class ArticleFeedback(Table):
    """What a reader said to "was this useful?"; nothing of who it was."""

    __tablename__ = "article_feedback"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id"))
    revision: Mapped[int]
    useful: Mapped[bool]
    comment: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class ArticleReads(Table):
    """How often an article was opened in the help centre on a day."""

    __tablename__ = "article_reads"

    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    times: Mapped[int]
