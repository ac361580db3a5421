"""When an article changes, is taken back or runs out, the answers that stood on it are looked through."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from relevo.assistant.autonomy.reassess import reassess
from relevo.assistant.recall.find import recall
from relevo.kit.clock import now
from relevo.knowledge.tables import Article
from relevo.platform.dispatch import Happened, Listener
from relevo.platform.platform import Platform

_JUST_RUN_OUT = timedelta(hours=2)  # so that a run that was missed is made up for


async def on_articles(platform: Platform, workspace_id: UUID, events: Sequence[Happened]) -> None:
    changed = {
        str(event.data["article_id"]): str(event.data.get("name", "")) for event in events if "article_id" in event.data
    }
    for article_id, name in changed.items():
        await _look_through(platform, workspace_id, UUID(article_id), name)


async def run_out(platform: Platform) -> None:
    """Articles whose time is over, in every workspace."""
    async with platform.db.connection() as connection:
        rows = await connection.fetch("select * from relevo_workspaces()")
    for row in rows:
        async with platform.db.transaction(row["workspace_id"]) as session:
            over = Article.valid_until.between(now() - _JUST_RUN_OUT, now())
            found = (await session.execute(select(Article.id, Article.name).where(over))).all()
        for article_id, name in found:
            await _look_through(platform, row["workspace_id"], article_id, name)


async def _look_through(platform: Platform, workspace_id: UUID, article_id: UUID, name: str) -> None:
    async with platform.db.transaction(workspace_id) as session:
        found = await recall(session, workspace_id, article_id=article_id, name=name)
        if found:
            await reassess(session, workspace_id)
    if found:
        platform.hub.wake(workspace_id)


LISTENER = Listener("recalls", ("article.published", "article.changed", "article.withdrawn"), on_articles)
