"""Reading help centres: by members, and by anybody who knows the address of one that is open."""

import time
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.help_centre.tables import HelpCentre
from relevo.help_centre.types import Centre, Look
from relevo.inboxes.tables import Inbox
from relevo.kit.errors import NotFound
from relevo.knowledge.tables import KnowledgeVersion
from relevo.platform.platform import Platform
from relevo.workspaces.tables import Workspace

_BY_ADDRESS = text("select relevo_help_centre(:slug)")
_REMEMBER_SECONDS = 60.0
_MOST_REMEMBERED = 10_000
_remembered: dict[str, tuple[float, UUID]] = {}


async def find(session: AsyncSession) -> HelpCentre | None:
    """The help centre of the transaction's workspace."""
    return await session.scalar(select(HelpCentre))


async def workspace_of(platform: Platform, slug: str) -> UUID:
    """Whose help centre has this address; that it still has is seen when it is opened. Raises NotFound."""
    known = _remembered.get(slug)
    if known and known[0] > time.monotonic():
        return known[1]
    async with platform.db.unbound() as session:
        found: UUID | None = await session.scalar(_BY_ADDRESS, {"slug": slug})
    if found is None:
        raise NotFound("There is no help centre at this address.")
    if len(_remembered) >= _MOST_REMEMBERED:
        _remembered.clear()
    _remembered[slug] = (time.monotonic() + _REMEMBER_SECONDS, found)
    return found


async def get_open(session: AsyncSession, slug: str) -> Centre:
    """The transaction's help centre as it is now, in one query. Raises NotFound where it is closed or has moved."""
    key = (
        select(Inbox.widget_key)
        .where(Inbox.channel == "chat", Inbox.widget_key.is_not(None))
        .order_by(Inbox.id)
        .limit(1)
        .scalar_subquery()
    )
    row = (
        await session.execute(
            select(HelpCentre, Workspace.name, KnowledgeVersion.version, key)
            .join(Workspace, Workspace.id == HelpCentre.workspace_id)
            .outerjoin(KnowledgeVersion, KnowledgeVersion.workspace_id == HelpCentre.workspace_id)
            .where(HelpCentre.slug == slug, HelpCentre.enabled)
        )
    ).first()
    if row is None:
        raise NotFound("There is no help centre at this address.")
    centre, company, version, widget_key = row
    return Centre(
        centre.workspace_id, company, centre.slug, Look.of(centre.settings), widget_key, version or 0, centre.updated_at
    )
