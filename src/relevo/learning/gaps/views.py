"""Gaps as members see them, those that matter most first."""

import asyncio
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from relevo.conversations.tables import Conversation
from relevo.kit.clock import now
from relevo.kit.errors import NotFound
from relevo.knowledge.tables import Article
from relevo.learning.gaps.actions import title_of
from relevo.learning.gaps.tables import Gap, GapQuestion
from relevo.platform.access import Actor

_HALF_LIFE_DAYS = 14.0
_LOW = 2  # a rating of up to this
_REPEATED = timedelta(days=7)
_MOST = 10_000
_UNRESOLVED, _RATED_LOW, _AGAIN = 0.5, 1.0, 0.5  # what a question counts more that ended so
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and how its conversation ended."""

    question: GapQuestion
    is_resolved: bool
    is_rated_low: bool
    came_again: bool


async def in_order(session: AsyncSession, actor: Actor, *, state: str | None, limit: int) -> list[dict[str, Any]]:
    """By how often it was asked, how lately, and how it ended."""
    query = select(Gap).where(Gap.workspace_id == actor.workspace_id)
    gaps = (await session.scalars(query.where(Gap.state == state) if state else query)).all()
    asked = await _asked(session, [gap.id for gap in gaps])
    moment = now()
    ranked = sorted((gap for gap in gaps if gap.id in asked), key=lambda gap: -weight(asked[gap.id], moment))[:limit]
    articles = await _articles(session, ranked)
    return [await _view(gap, asked[gap.id], articles, shown=_SHOWN) for gap in ranked]


async def one(session: AsyncSession, actor: Actor, gap_id: UUID) -> dict[str, Any]:
    """Raises NotFound."""
    gap = await session.scalar(select(Gap).where(Gap.workspace_id == actor.workspace_id, Gap.id == gap_id))
    asked = await _asked(session, [gap_id]) if gap else {}
    if gap is None or gap.id not in asked:
        raise NotFound
    return await _view(gap, asked[gap.id], await _articles(session, [gap]), shown=_MOST)


def weight(asked: Sequence[Asked], moment: datetime) -> float:
    return sum(_weight(each, moment) for each in asked)


def _weight(each: Asked, moment: datetime) -> float:
    days = max(0.0, (moment - each.question.at).total_seconds() / 86_400)
    ended = (not each.is_resolved) * _UNRESOLVED + each.is_rated_low * _RATED_LOW + each.came_again * _AGAIN
    return math.exp(-math.log(2) * days / _HALF_LIFE_DAYS) * (1 + ended)


async def _asked(session: AsyncSession, gap_ids: Sequence[UUID]) -> dict[UUID, list[Asked]]:
    """Newest first."""
    later = aliased(Conversation)
    again = exists().where(
        later.contact_id == Conversation.contact_id, later.id != Conversation.id, later.created_at > GapQuestion.at,
        later.created_at < GapQuestion.at + _REPEATED,
    )  # fmt: skip
    query = (
        select(GapQuestion, Conversation.status, Conversation.rating_score, again)
        .join(Conversation, Conversation.id == GapQuestion.conversation_id)
        .where(GapQuestion.gap_id.in_(gap_ids))
        .order_by(GapQuestion.at.desc(), GapQuestion.turn_id)
        .limit(_MOST)
    )
    found: dict[UUID, list[Asked]] = {}
    for question, status, rating, came_again in (await session.execute(query)).all():
        is_low = rating is not None and rating <= _LOW
        found.setdefault(question.gap_id, []).append(Asked(question, status == "resolved", is_low, came_again))
    return found


async def _articles(session: AsyncSession, gaps: Sequence[Gap]) -> dict[UUID, Article]:
    ids = {gap.article_id for gap in gaps if gap.article_id}
    return {article.id: article for article in await session.scalars(select(Article).where(Article.id.in_(ids)))}


async def _view(gap: Gap, asked: Sequence[Asked], articles: dict[UUID, Article], *, shown: int) -> dict[str, Any]:
    article = articles.get(gap.article_id) if gap.article_id else None
    texts = [each.question.text for each in reversed(asked)]
    return {
        "id": gap.id,
        "title": await asyncio.to_thread(title_of, texts, gap.locale),
        "locale": gap.locale,
        "questions": [
            {
                "text": each.question.text, "conversation_id": each.question.conversation_id, "at": each.question.at,
                "outcome": each.question.outcome, "answer": each.question.answer,
            }
            for each in asked[:shown]
        ],
        "count": len(_conversations(asked)),
        "last_at": asked[0].question.at,
        "ended": {
            "resolved": len(_conversations([each for each in asked if each.is_resolved])),
            "rated_low": len(_conversations([each for each in asked if each.is_rated_low])),
            "repeated": len(_conversations([each for each in asked if each.came_again])),
        },
        "state": gap.state,
        "article": {"id": article.id, "title": article.title, "status": article.status} if article else None,
        "sentences": gap.sentences,
        "closed": {"at": gap.closed_at, "answered": gap.answered, "of": gap.of} if gap.closed_at else None,
    }  # fmt: skip


def _conversations(asked: Sequence[Asked]) -> set[UUID]:
    return {each.question.conversation_id for each in asked}
