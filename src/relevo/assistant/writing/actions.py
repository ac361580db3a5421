"""Connecting models and setting what they may cost."""

from collections.abc import Container, Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.writing import queries
from relevo.assistant.writing.desk import PURPOSE
from relevo.assistant.writing.schemas import BudgetIn, ModelIn
from relevo.assistant.writing.tables import LanguageBudget, LanguageModelRow
from relevo.kit.clock import now
from relevo.kit.errors import Invalid
from relevo.kit.ids import new_id
from relevo.platform.sealing import seal

_SHARED = (
    "provider",
    "name",
    "model",
    "base_url",
    "price_in",
    "price_out",
    "max_tokens",
    "first_token_seconds",
    "total_seconds",
)


async def set_models(
    session: AsyncSession, workspace_id: UUID, wanted: Sequence[ModelIn], *, master_key: bytes
) -> None:
    """Makes the workspace's models those that are wanted. Raises Invalid."""
    await session.execute(text("select pg_advisory_xact_lock(hashtextextended(:of, 7))"), {"of": str(workspace_id)})
    present = {row.id: row for row in await queries.models(session)}
    _check(wanted, present.keys())
    keeping = {one.id for one in wanted}
    for row in present.values():
        row.role = "off"  # roles are given anew: two models may change places
        if row.id not in keeping:
            await session.delete(row)
    await session.flush()
    for one in wanted:
        row = present.get(one.id) if one.id else None
        _set(session, row or _new(session, workspace_id), one, master_key=master_key)
    await session.flush()


def _check(wanted: Sequence[ModelIn], present: Container[UUID]) -> None:
    ids = [one.id for one in wanted if one.id]
    if len(set(ids)) < len(ids) or any(one not in present for one in ids):
        raise _invalid("models", "there is no such model", code="unknown_model")
    roles = [one.role for one in wanted if one.role != "off"]
    if len(set(roles)) < len(roles) or (roles and "first" not in roles):
        raise _invalid("models", "needs one that is first, and has at most one first and one fallback")


def _new(session: AsyncSession, workspace_id: UUID) -> LanguageModelRow:
    row = LanguageModelRow(id=new_id(), workspace_id=workspace_id, created_at=now(), updated_at=now())
    session.add(row)
    return row


def _set(session: AsyncSession, row: LanguageModelRow, wanted: ModelIn, *, master_key: bytes) -> None:
    before = (row.provider, row.model, row.base_url)
    if before[::2] != (wanted.provider, wanted.base_url):
        row.sealed_key = None  # a key goes only to the address that it was entered for
    if before != (wanted.provider, wanted.model, wanted.base_url):
        row.reported = row.reported_before = row.reported_since = None
    for name in _SHARED:
        if getattr(row, name) != getattr(wanted, name):
            setattr(row, name, getattr(wanted, name))
    if wanted.key is not None:
        row.sealed_key = seal(master_key, wanted.key, purpose=PURPOSE, belongs_to=row.id.bytes) if wanted.key else None
    row.role = wanted.role
    row.updated_at = now()


async def set_budget(session: AsyncSession, workspace_id: UUID, wanted: BudgetIn) -> None:
    row = await queries.budget(session)
    if row is None:
        row = LanguageBudget(workspace_id=workspace_id)
        session.add(row)
    for name in BudgetIn.model_fields:
        setattr(row, name, getattr(wanted, name))
    row.updated_at = now()
    await session.flush()


def _invalid(field: str, message: str, *, code: str | None = None) -> Invalid:
    return Invalid("Some of the values are not valid.", code=code, errors=[{"field": field, "message": message}])
