"""Reading models, budgets and calls."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.writing.budget import Spent, periods
from relevo.assistant.writing.tables import LanguageBudget, LanguageCall, LanguageModelRow, LanguageSpending
from relevo.kit.clock import now
from relevo.kit.errors import Invalid, NotFound


async def models(session: AsyncSession) -> Sequence[LanguageModelRow]:
    return (await session.scalars(select(LanguageModelRow).order_by(LanguageModelRow.id))).all()


async def get_model(session: AsyncSession, model_id: UUID) -> LanguageModelRow:
    found = await session.get(LanguageModelRow, model_id)
    if found is None:
        raise NotFound
    return found


async def budget(session: AsyncSession) -> LanguageBudget | None:
    return await session.scalar(select(LanguageBudget))


async def spent(session: AsyncSession) -> dict[str, Spent]:
    """Of this day and month, as far as anything was."""
    counted = periods(now(), None)
    rows = await session.scalars(select(LanguageSpending).where(LanguageSpending.period.in_(counted.values())))
    by_name = {row.period: Spent(row.tokens, row.cost) for row in rows}
    return {kind: by_name.get(name, Spent()) for kind, name in counted.items()}


async def calls(session: AsyncSession, *, limit: int, cursor: str | None) -> tuple[Sequence[LanguageCall], str | None]:
    """Newest first, and the cursor of the next page."""
    query = select(LanguageCall)
    if cursor:
        try:
            query = query.where(LanguageCall.id < UUID(cursor))
        except ValueError as error:
            wrong = [{"field": "cursor", "message": "is not valid"}]
            raise Invalid("The cursor is not one of ours.", errors=wrong) from error
    rows = (await session.scalars(query.order_by(LanguageCall.id.desc()).limit(limit + 1))).all()
    return rows[:limit], str(rows[limit - 1].id) if len(rows) > limit else None


async def calls_of(session: AsyncSession, ids: Sequence[UUID]) -> Sequence[LanguageCall]:
    """The records of these calls, oldest first: for "why this answer"."""
    if not ids:
        return ()
    return (await session.scalars(select(LanguageCall).where(LanguageCall.id.in_(ids)).order_by(LanguageCall.id))).all()
