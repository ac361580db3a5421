"""Looks through articles after they were changed, and keeps what it finds with them.

It runs beside requests, as a job that lets all others go first: an editor never waits for it, and neither does anything else when
thousands of articles come at once. What is cheap and must not wait (orders to a model, keys) is found when an article is written; see
actions/store.py.
"""

import asyncio
from collections.abc import Sequence
from functools import partial
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.knowledge.findings.alike import marks
from relevo.knowledge.findings.at_writing import looked_through
from relevo.knowledge.findings.pairs import PAIRWISE, mirrored, pairs, passages_of_article
from relevo.knowledge.findings.private import FindPersonal, personal
from relevo.knowledge.findings.types import Found
from relevo.knowledge.tables import Article, ArticleMark
from relevo.platform.dispatch import Happened, Listener
from relevo.platform.events import record
from relevo.platform.jobs import Job, put_off
from relevo.platform.platform import Platform

_JOB = "check_articles"
# Of two articles that are about each other the second has to find what the first left.
_ONE_AT_A_TIME = text(
    "select pg_advisory_xact_lock(hashtextextended('article findings ' || relevo_workspace()::text, 0))"
)
_AT_ONCE = 20  # articles of a job
_TYPES = ("article.changed", "article.published", "article.withdrawn")
_MOST_LISTED = 10  # in an article, of findings about others


def job(find_personal: FindPersonal) -> Job:
    """`find_personal` knows personal data in a text."""
    return Job(_JOB, partial(_check_some, find_personal), priority=-10, is_alone=True)


def listener(find_personal: FindPersonal) -> Listener:
    return Listener("article_findings", _TYPES, partial(_put_off, job(find_personal)))


async def check(session: AsyncSession, article_id: UUID, find_personal: FindPersonal) -> None:
    """Brings an article's findings up to date, and those of others about it."""
    await session.execute(_ONE_AT_A_TIME)
    article = await session.get(Article, article_id)
    if article is None or article.status == "withdrawn":
        await session.execute(delete(ArticleMark).where(ArticleMark.article_id == article_id))
        await _keep(session, article, [])
        await _mirror(session, article_id, [])
        return
    revision = article.revision
    passages = await passages_of_article(session, article.id)
    found_marks = sorted(await asyncio.to_thread(marks, [text for _, text in passages]))
    about_others = await pairs(session, article, passages, found_marks)
    alone = [
        *await looked_through(article.title, article.body),
        *await asyncio.to_thread(personal, article.body, find_personal),
        *(found for each in article.checked if (found := Found.of(each)).kind == "unreadable"),
    ]
    # Nobody waited for this; whoever changed the article meanwhile has caused another look.
    await session.refresh(article, with_for_update=True)
    if article.revision == revision:
        await _mark(session, article, found_marks)
        await _keep(session, article, [*alone, *about_others])
        await _mirror(session, article.id, about_others if article.status == "published" else [])


async def _mark(session: AsyncSession, article: Article, found: Sequence[int]) -> None:
    await session.execute(delete(ArticleMark).where(ArticleMark.article_id == article.id))
    session.add_all(ArticleMark(article_id=article.id, mark=mark, workspace_id=article.workspace_id) for mark in found)
    await session.flush()


async def _put_off(wanted: Job, platform: Platform, workspace_id: UUID, events: Sequence[Happened]) -> None:
    ids = list(dict.fromkeys(str(event.data["article_id"]) for event in events))
    async with platform.db.transaction(workspace_id) as session:
        for start in range(0, len(ids), _AT_ONCE):
            some = ",".join(ids[start : start + _AT_ONCE])
            await put_off(session, wanted, workspace_id=str(workspace_id), article_ids=some)


async def _check_some(find_personal: FindPersonal, platform: Platform, *, workspace_id: str, article_ids: str) -> None:
    workspace = UUID(workspace_id)
    for article_id in article_ids.split(","):
        async with platform.db.transaction(workspace) as session:
            await check(session, UUID(article_id), find_personal)
    platform.hub.wake(workspace)


async def _keep(session: AsyncSession, article: Article | None, found: Sequence[Found]) -> None:
    if article is None:
        return
    stored = [each.as_json() for each in found]
    if article.checked != stored:
        article.checked = stored
        await session.flush()
        await record(session, "article.checked", data={"article_id": str(article.id), "findings": len(stored)})


async def _mirror(session: AsyncSession, article_id: UUID, found: Sequence[Found]) -> None:
    """What was found about two articles stands in both."""
    partners = [each.article_id for each in found]
    mentioned = Article.checked.contains([{"article_id": str(article_id)}])
    others = select(Article).where((Article.id.in_(partners)) | mentioned, Article.id != article_id)
    for other in (await session.scalars(others.order_by(Article.id).with_for_update())).all():
        others_own = [one for each in other.checked if (one := Found.of(each)).article_id != article_id]
        about_this = [mirrored(each, article_id) for each in found if each.article_id == other.id]
        alone = [one for one in others_own if one.kind not in PAIRWISE]
        pairwise = [*about_this, *(one for one in others_own if one.kind in PAIRWISE)]
        await _keep(session, other, [*alone, *pairwise[:_MOST_LISTED]])
