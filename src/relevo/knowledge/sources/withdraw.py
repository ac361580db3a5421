"""Articles that their source takes back: they are answered from no longer, and kept for whoever wants to look."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.knowledge.actions.store import store
from relevo.knowledge.tables import Article
from relevo.knowledge.types import By


async def withdraw(session: AsyncSession, names: Sequence[str], *, by: By, note: str) -> None:
    if not names:
        return
    query = select(Article).where(Article.name.in_(names), Article.status != "withdrawn")
    for article in (await session.scalars(query.order_by(Article.id).with_for_update())).all():
        was, article.status = article.status, "withdrawn"
        await store(session, article, by=by, was=was, note=note)
