"""Reading workspaces and members."""

from datetime import timedelta

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.workspaces.tables import Member

PRESENT = timedelta(seconds=90)  # a console that is open says so every 30 seconds


async def people_available(session: AsyncSession) -> bool:
    """Whether somebody who answers is online now."""
    return bool(
        await session.scalar(
            select(
                exists().where(
                    Member.kind == "person",
                    Member.availability == "online",
                    Member.deactivated_at.is_(None),
                    Member.last_seen_at > now() - PRESENT,
                )
            )
        )
    )
