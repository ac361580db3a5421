"""What readers of the help centre leave behind: opinions, and how often an article was opened."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.cards import mask_cards
from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.kit.text import clean
from relevo.knowledge.tables import Article, ArticleFeedback

COMMENT_LIMIT = 1_000
# Of articles that are still there: between reading and counting one may have been deleted.
_COUNT = text("""
insert into article_reads (article_id, day, workspace_id, times)
select a.id, :day, a.workspace_id, :times from articles a where a.id = :article_id
on conflict (article_id, day) do update set times = article_reads.times + excluded.times
""")


async def say_useful(session: AsyncSession, article: Article, *, useful: bool, comment: str) -> None:
    said = mask_cards(clean(comment)).strip()[:COMMENT_LIMIT]
    session.add(
        ArticleFeedback(
            id=new_id(), workspace_id=article.workspace_id, article_id=article.id, revision=article.revision, useful=useful,
            comment=said, at=now(),
        )
    )  # fmt: skip
    await session.flush()


async def count_reads(session: AsyncSession, day: date, times: Mapping[UUID, int]) -> None:
    for article_id in sorted(times):
        await session.execute(_COUNT, {"day": day, "article_id": article_id, "times": times[article_id]})
