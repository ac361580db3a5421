"""Opening, closing and changing a help centre."""

from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.help_centre import queries
from relevo.help_centre.tables import HelpCentre
from relevo.kit.clock import now
from relevo.kit.errors import Conflict
from relevo.kit.ids import new_id
from relevo.knowledge.slugs import slug_of
from relevo.platform.events import record
from relevo.workspaces.queries import get_workspace

_SLUG_LIMIT = 48


async def put(
    session: AsyncSession, *, enabled: bool, settings: dict[str, Any], slug: str | None = None, by: UUID | None = None
) -> HelpCentre:
    """Sets all of it; without `slug` the address stays, or is made of the company's name. Raises Conflict for an address that is
    another company's."""
    centre = await queries.find(session)
    if centre is None:
        workspace = await get_workspace(session)
        centre = HelpCentre(workspace_id=workspace.id, slug="", enabled=False, settings={}, updated_at=now())
        await _name(session, centre, slug or default_slug(workspace.name), may_differ=slug is None)
    elif slug and slug != centre.slug:
        await _name(session, centre, slug, may_differ=False)
    centre.enabled, centre.settings, centre.updated_at = enabled, settings, now()
    await session.flush()
    await record(session, "help_centre.changed", data={"by": str(by) if by else None, "enabled": enabled})
    return centre


def default_slug(company: str) -> str:
    return slug_of(company)[:_SLUG_LIMIT].strip("-")


async def _name(session: AsyncSession, centre: HelpCentre, slug: str, *, may_differ: bool) -> None:
    """Other companies' addresses cannot be seen from here; that one is taken shows when it is written."""
    try:
        async with session.begin_nested():
            centre.slug = slug
            session.add(centre)
            await session.flush()
    except IntegrityError as error:
        if not may_differ:
            raise Conflict("This address is another help centre's.", code="slug_taken") from error
        centre.slug = f"{slug}-{new_id().hex[-6:]}"
        session.add(centre)
        await session.flush()
