"""Reading articles. Row-level security limits every query to the transaction's workspace."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.knowledge.index import Entry
from relevo.knowledge.tables import Article, KnowledgeVersion, PassageRow


async def articles(session: AsyncSession) -> Sequence[Article]:
    """All articles, by name."""
    return (await session.scalars(select(Article).order_by(Article.name))).all()


async def find_article(session: AsyncSession, name: str) -> Article | None:
    return await session.scalar(select(Article).where(Article.name == name))


async def version(session: AsyncSession) -> int:
    """Another number with every change; 0 where nothing was ever added."""
    return await session.scalar(select(KnowledgeVersion.version)) or 0


async def entries(session: AsyncSession) -> list[Entry]:
    """Everything that is searched: the passages of published articles."""
    rows = await session.execute(
        select(
            Article.name, Article.title, PassageRow.heading, PassageRow.text, PassageRow.locale, Article.url, PassageRow.position
        )
        .join(Article, Article.id == PassageRow.article_id)
        .where(Article.status == "published")
        .order_by(Article.name, PassageRow.position)
    )  # fmt: skip
    return [Entry(*row) for row in rows]
