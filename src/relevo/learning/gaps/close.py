"""When an article is published, the questions that wait for one are asked again; a gap that it answers is closed."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.thinking import by_itself
from relevo.assistant.types import Answer, Context, Voice
from relevo.kit.clock import now
from relevo.knowledge.index import Index
from relevo.knowledge.search import index_of
from relevo.knowledge.tables import Article
from relevo.learning.gaps.collect import tell
from relevo.learning.gaps.tables import Gap, GapQuestion
from relevo.platform.dispatch import Happened, Listener
from relevo.platform.platform import Platform
from relevo.workspaces.queries import get_workspace

_MOST_GAPS, _MOST_QUESTIONS = 300, 20
_LOOKED_AT = 5
_ENOUGH = 0.5  # of the questions


async def on_articles(platform: Platform, workspace_id: UUID, events: Sequence[Happened]) -> None:
    for article_id in dict.fromkeys(str(event.data["article_id"]) for event in events if "article_id" in event.data):
        async with platform.db.transaction(workspace_id) as session:
            article = await session.get(Article, UUID(article_id))
            if article is not None and article.status == "published":
                changed = await _ask_again(session, workspace_id, article)
            else:
                changed = await _open_again(session, UUID(article_id))
        if changed:
            platform.hub.wake(workspace_id)


async def _ask_again(session: AsyncSession, workspace_id: UUID, article: Article) -> bool:
    index = await index_of(session, workspace_id)
    name = (await get_workspace(session)).name
    query = select(Gap).where(Gap.state.in_(("open", "drafted")))
    gaps = (await session.scalars(query.order_by(Gap.updated_at.desc()).limit(_MOST_GAPS))).all()
    changed = False
    for gap in gaps:
        questions = await questions_of(session, gap.id)
        texts = [question.text for question in questions]
        asking = asyncio.to_thread(
            answers, texts, index, article.name, gap.article_id == article.id, Voice(name, "Relevo", gap.locale)
        )
        found = await asking
        if found is None:
            continue
        for question, answer in zip(questions, found, strict=True):
            question.answer = answer
        await _settle(session, gap, article, found)
        changed = True
    return changed


def answers(
    texts: Sequence[str], index: Index, article: str, is_its_own: bool, voice: Voice
) -> list[str | None] | None:
    """What each question is answered now from this article; None where it is not about any of it."""
    if not texts:
        return None
    hits = index.find(texts[0], locale=voice.locale, limit=_LOOKED_AT)
    if not is_its_own and all(hit.entry.article != article for hit in hits):
        return None
    found = [_answer(text, index, article, voice) for text in texts]
    return found if is_its_own or any(found) else None


def _answer(text: str, index: Index, article: str, voice: Voice) -> str | None:
    decision = by_itself(Context(text, voice, introduced=True), index).decision
    if isinstance(decision, Answer) and any(source.article == article for source in decision.sources):
        return decision.text
    return None


async def _settle(session: AsyncSession, gap: Gap, article: Article, found: Sequence[str | None]) -> None:
    """Closed where most of it is answered; else what there is so far is noted."""
    answered = sum(one is not None for one in found)
    gap.answered, gap.of = answered, len(found)
    gap.updated_at = now()
    if answered and answered >= _ENOUGH * len(found):
        gap.state, gap.closed_at, gap.article_id = "closed", now(), article.id
    await session.flush()
    await tell(session, gap)


async def _open_again(session: AsyncSession, article_id: UUID) -> bool:
    """What the article had answered is without an answer now."""
    query = select(Gap).where(Gap.article_id == article_id, Gap.state == "closed").with_for_update()
    gaps = (await session.scalars(query)).all()
    for gap in gaps:
        gap.state, gap.closed_at, gap.answered, gap.of, gap.updated_at = "drafted", None, None, None, now()
        for question in await questions_of(session, gap.id):
            question.answer = None
        await session.flush()
        await tell(session, gap)
    return bool(gaps)


async def questions_of(session: AsyncSession, gap_id: UUID, limit: int = _MOST_QUESTIONS) -> Sequence[GapQuestion]:
    """Newest first."""
    query = select(GapQuestion).where(GapQuestion.gap_id == gap_id).order_by(GapQuestion.at.desc(), GapQuestion.turn_id)
    return (await session.scalars(query.limit(limit))).all()


LISTENER = Listener("gaps_closing", ("article.published", "article.changed", "article.withdrawn"), on_articles)
