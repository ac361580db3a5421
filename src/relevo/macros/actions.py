"""Writing macros."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid
from relevo.kit.ids import new_id
from relevo.kit.text import clean, clean_line
from relevo.macros import queries
from relevo.macros.tables import Macro
from relevo.platform.access import Actor
from relevo.platform.events import record

_MOST = 1000


async def add(
    session: AsyncSession, actor: Actor, *, name: str, locale: str | None, text: str, actions: dict[str, Any]
) -> Macro:
    """Raises Invalid for a macro that has no name or does nothing."""
    if (await session.scalar(select(func.count()).select_from(Macro)) or 0) >= _MOST:
        raise Conflict(f"A workspace may have {_MOST} macros.", code="too_many_macros")
    macro = Macro(
        id=new_id(), workspace_id=actor.workspace_id, name=clean_line(name, limit=100), locale=locale,
        text=clean(text).strip(), actions=actions, created_at=now(), updated_at=now(),
    )  # fmt: skip
    _check(macro)
    session.add(macro)
    await session.flush()
    await _note(session, macro)
    return macro


async def change(session: AsyncSession, actor: Actor, macro_id: UUID, *, changes: dict[str, Any]) -> Macro:
    """Raises NotFound, Invalid."""
    macro = await queries.get(session, actor, macro_id)
    macro.name = clean_line(changes.get("name", macro.name), limit=100)
    macro.text = clean(changes.get("text", macro.text)).strip()
    macro.locale = changes.get("locale", macro.locale)
    macro.actions = changes.get("actions", macro.actions)
    macro.updated_at = now()
    _check(macro)
    await session.flush()
    await _note(session, macro)
    return macro


async def remove(session: AsyncSession, actor: Actor, macro_id: UUID) -> None:
    """Raises NotFound."""
    macro = await queries.get(session, actor, macro_id)
    await session.delete(macro)
    await session.flush()
    await _note(session, macro)


def _check(macro: Macro) -> None:
    if not macro.name:
        raise Invalid("A macro needs a name.", errors=[{"field": "name", "message": "is empty"}])
    if not macro.text and not macro.actions:
        raise Invalid("A macro needs a text or something to do.", errors=[{"field": "text", "message": "is empty"}])


async def _note(session: AsyncSession, macro: Macro) -> None:
    await record(session, "macro.changed", data={"macro_id": str(macro.id)})
