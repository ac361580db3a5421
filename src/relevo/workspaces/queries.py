"""Reading workspaces, members and keys. Row-level security limits every query here to the transaction's workspace."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Exists, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import NotFound
from relevo.workspaces.tables import ApiKey, Member, Workspace

PRESENT = timedelta(seconds=90)  # a console that is open says so every 30 seconds


async def people_available(session: AsyncSession) -> bool:
    """Whether somebody who answers is online now."""
    return bool(await session.scalar(select(somebody_is_there())))


def somebody_is_there() -> Exists:
    """The same, as a part of a query."""
    return exists().where(
        Member.kind == "person",
        Member.availability == "online",
        Member.deactivated_at.is_(None),
        Member.last_seen_at > now() - PRESENT,
    )


async def get_workspace(session: AsyncSession) -> Workspace:
    workspace = await session.scalar(select(Workspace))
    if workspace is None:
        raise NotFound("This workspace no longer exists.")
    return workspace


async def get_member(session: AsyncSession, member_id: UUID) -> Member:
    member = await session.get(Member, member_id)
    if member is None:
        raise NotFound("There is no such member here.")
    return member


async def members(session: AsyncSession, *, with_former: bool = False) -> Sequence[Member]:
    """People first, then programs, by name."""
    query = select(Member).order_by(Member.kind, Member.name, Member.id)
    return (await session.scalars(query if with_former else query.where(Member.deactivated_at.is_(None)))).all()


async def api_keys(session: AsyncSession) -> Sequence[tuple[ApiKey, str]]:
    """Keys that work, with their roles; newest first."""
    query = select(ApiKey, Member.role).join(Member, Member.id == ApiKey.member_id)
    rows = await session.execute(query.where(ApiKey.revoked_at.is_(None)).order_by(ApiKey.id.desc()))
    return [(key, role) for key, role in rows.all()]
