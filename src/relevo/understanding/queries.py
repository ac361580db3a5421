"""Reading what was understood, and the workspace's own topics and intents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.errors import Invalid, NotFound
from relevo.understanding import views
from relevo.understanding.tables import ConversationReading, Correction, Intent, IntentExample, IntentModel, Topic


async def of_conversations(session: AsyncSession, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """The readings of those of these conversations that have one."""
    if not ids:
        return {}
    rows = await session.execute(_READINGS.where(ConversationReading.conversation_id.in_(ids)))
    return {row.conversation_id: views.of_conversation(row) for row in rows}


_READINGS = select(*ConversationReading.__table__.columns)  # plain rows: a list of fifty is shown often


@dataclass(frozen=True, slots=True)
class Counted:
    """An intent, and how many examples it has and how many are proposed."""

    intent: Intent
    examples: int
    proposed: int


async def topics(session: AsyncSession) -> Sequence[Topic]:
    return (await session.scalars(select(Topic).order_by(func.lower(Topic.title), Topic.id))).all()


async def intents(session: AsyncSession, *, only: UUID | None = None) -> list[Counted]:
    """By title, with counts of examples."""
    is_accepted = IntentExample.state == "accepted"
    query = (
        select(
            Intent, func.count(IntentExample.id).filter(is_accepted), func.count(IntentExample.id).filter(~is_accepted)
        )
        .outerjoin(IntentExample, IntentExample.intent_id == Intent.id)
        .group_by(Intent.id)
        .order_by(func.lower(Intent.title), Intent.id)
    )
    rows = await session.execute(query.where(Intent.id == only) if only else query)
    return [Counted(intent, examples, proposed) for intent, examples, proposed in rows]


async def intent(session: AsyncSession, intent_id: UUID) -> Counted:
    """Raises NotFound."""
    found = await intents(session, only=intent_id)
    if not found:
        raise NotFound
    return found[0]


async def examples(
    session: AsyncSession, intent_id: UUID, *, limit: int, cursor: str | None
) -> tuple[Sequence[IntentExample], str | None]:
    """Newest first, and the cursor of the next page."""
    query = select(IntentExample).where(IntentExample.intent_id == intent_id)
    return await _page(session, query, IntentExample.id, limit=limit, cursor=cursor)


async def corrections(
    session: AsyncSession, *, limit: int, cursor: str | None
) -> tuple[Sequence[Correction], str | None]:
    """Newest first, and the cursor of the next page."""
    return await _page(session, select(Correction), Correction.id, limit=limit, cursor=cursor)


async def models(session: AsyncSession) -> Sequence[IntentModel]:
    """Newest first."""
    return (await session.scalars(select(IntentModel).order_by(IntentModel.version.desc()).limit(200))).all()


async def _page(
    session: AsyncSession, query: Any, row_id: Any, *, limit: int, cursor: str | None
) -> tuple[Sequence[Any], str | None]:
    if cursor:
        try:
            query = query.where(row_id < UUID(cursor))
        except ValueError as error:
            wrong = [{"field": "cursor", "message": "is not valid"}]
            raise Invalid("The cursor is not one of ours.", errors=wrong) from error
    rows = (await session.scalars(query.order_by(row_id.desc()).limit(limit + 1))).all()
    return rows[:limit], str(rows[limit - 1].id) if len(rows) > limit else None
