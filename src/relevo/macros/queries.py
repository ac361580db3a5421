"""Reading macros."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.errors import NotFound
from relevo.macros.tables import Macro
from relevo.platform.access import Actor


def visible_to(actor: Actor) -> Select[Macro]:
    return select(Macro).where(Macro.workspace_id == actor.workspace_id)


async def get(session: AsyncSession, actor: Actor, macro_id: UUID) -> Macro:
    """Raises NotFound."""
    macro = await session.scalar(visible_to(actor).where(Macro.id == macro_id))
    if macro is None:
        raise NotFound("There is no such macro here.")
    return macro


async def in_order(session: AsyncSession, actor: Actor) -> Sequence[Macro]:
    """By name, as agents look for them."""
    return (await session.scalars(visible_to(actor).order_by(Macro.name, Macro.id))).all()
