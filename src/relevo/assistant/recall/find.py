"""Finding the answers that stood on an article which says something else now."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.grounding.types import Evidence
from relevo.assistant.read import voice_of
from relevo.assistant.recall.stands import instead, stands
from relevo.assistant.recall.tables import Recall
from relevo.assistant.recall.words import draft
from relevo.assistant.receipts.tables import Ground
from relevo.conversations.tables import Conversation
from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.knowledge.tables import Article, PassageRow
from relevo.platform.events import record

REMEMBERED = timedelta(days=90)  # what was said before is not corrected any more
_MOST = 2000


async def recall(session: AsyncSession, workspace_id: UUID, *, article_id: UUID, name: str) -> int:
    """Keeps a recall for every sentence that no longer stands, once; takes back those that stand again. How many are new."""
    article = await session.get(Article, article_id)
    passages = await _passages(session, article)
    await _take_back(session, article_id, passages)
    found = 0
    for ground in await _grounds(session, article_id, name):
        if stands(ground.sentence, ground.quote, passages, locale=passages[0].locale if passages else "es"):
            continue
        found += await _keep(session, workspace_id, ground, article, passages)
    return found


async def _passages(session: AsyncSession, article: Article | None) -> list[Evidence]:
    """What answers may be made from now: nothing, unless it is published and valid."""
    if article is None or not is_live(article, now()):
        return []
    query = select(PassageRow).where(PassageRow.article_id == article.id).order_by(PassageRow.position)
    return [
        Evidence(
            article.name, article.title, row.heading, row.text, row.locale, article.id, article.revision, article.url, row.position
        )
        for row in await session.scalars(query)
    ]  # fmt: skip


def is_live(article: Article, moment: datetime) -> bool:
    begun = article.valid_from is None or article.valid_from <= moment
    return article.status == "published" and begun and (article.valid_until is None or article.valid_until > moment)


async def _grounds(session: AsyncSession, article_id: UUID, name: str) -> Sequence[Ground]:
    query = (
        select(Ground)
        .where(
            or_(Ground.article_id == article_id, and_(Ground.article_id.is_(None), Ground.article == name)),
            Ground.said_at > now() - REMEMBERED,
        )
        .order_by(Ground.id.desc())
        .limit(_MOST)
    )
    return (await session.scalars(query)).all()


async def _take_back(session: AsyncSession, article_id: UUID, passages: Sequence[Evidence]) -> None:
    query = select(Recall).where(Recall.article_id == article_id, Recall.state == "open").with_for_update()
    for old in await session.scalars(query):
        if passages and stands(old.sentence, old.was, passages, locale=passages[0].locale):
            old.state, old.settled_at = "void", now()
    await session.flush()


async def _keep(
    session: AsyncSession, workspace_id: UUID, ground: Ground, article: Article | None, passages: Sequence[Evidence]
) -> int:
    conversation = await session.get(Conversation, ground.conversation_id)
    if conversation is None:
        return 0
    says = instead(ground.quote, passages)
    row = {
        "id": new_id(), "workspace_id": workspace_id, "article_id": ground.article_id or (article.id if article else None),
        "article": ground.article, "title": article.title if article else ground.article, "revision_from": ground.revision,
        "revision_to": article.revision if article and passages else None, "message_id": ground.message_id,
        "conversation_id": conversation.id, "contact_id": conversation.contact_id, "said_at": ground.said_at,
        "sentence": ground.sentence, "was": ground.quote, "is_now": says, "state": "open", "found_at": now(),
        "draft": draft(await voice_of(session, conversation), was=ground.sentence, now=says),
    }  # fmt: skip
    added = await session.scalar(insert(Recall).values(row).on_conflict_do_nothing().returning(Recall.id))
    if added is None:
        return 0
    await record(session, "recall.created", conversation_id=conversation.id, data={"recall_id": str(added)})
    return 1
