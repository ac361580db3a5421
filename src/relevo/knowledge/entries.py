"""Reading what is searched: which articles there are in which state, and the passages of some of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.knowledge.entry import Entry
from relevo.knowledge.tables import Article, KnowledgeVersion, PassageRow
from relevo.workspaces.tables import Workspace

PUBLISHED = "published"
SYNONYMS = "synonyms"  # in the workspace's settings

# An article's name, and what differs whenever anything of it differs.
Stamp = tuple[str, int, datetime]


async def version(session: AsyncSession) -> int:
    """Another number with every change; 0 where nothing was ever added."""
    return await session.scalar(select(KnowledgeVersion.version)) or 0


async def stamps(session: AsyncSession) -> dict[UUID, Stamp]:
    """The published articles, by id."""
    rows = await session.execute(
        select(Article.id, Article.name, Article.revision, Article.updated_at).where(Article.status == PUBLISHED)
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


async def entries(session: AsyncSession, articles: Sequence[UUID] | None = None) -> list[Entry]:
    """The passages of published articles, in order: of these, or of all."""
    query = (
        select(
            Article.name, Article.title, PassageRow.heading, PassageRow.text, PassageRow.locale, Article.url, PassageRow.position,
            Article.id, Article.revision, Article.valid_from, Article.valid_until, Article.countries, Article.audience,
        )
        .join(Article, Article.id == PassageRow.article_id)
        .where(Article.status == PUBLISHED)
        .order_by(Article.name, PassageRow.position)
    )  # fmt: skip
    if articles is not None:
        query = query.where(Article.id.in_(articles))
    return [_entry(row) for row in await session.execute(query)]


async def synonym_groups(session: AsyncSession) -> list[list[str]]:
    """The workspace's own synonyms."""
    settings: dict[str, Any] | None = await session.scalar(select(Workspace.settings))
    return (settings or {}).get(SYNONYMS, [])


def _entry(row: Any) -> Entry:
    *values, countries, audience = row
    return Entry(*values, countries=tuple(countries), audience=audience)
