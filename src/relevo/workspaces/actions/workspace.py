"""Founding and changing a workspace."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Invalid
from relevo.kit.text import clean_line
from relevo.platform.events import record
from relevo.workspaces.tables import Workspace
from relevo.workspaces.types import LOCALES, Preferences


async def create_workspace(session: AsyncSession, workspace_id: UUID, *, name: str, locale: str) -> Workspace:
    """A new workspace. The session has to be a transaction of `workspace_id`, made with `new_id()`: under row-level
    security a workspace can only be founded from within."""
    if locale not in LOCALES:
        raise Invalid(f"The language {locale!r} is not one that Relevo speaks; choose {' or '.join(LOCALES)}.")
    workspace = Workspace(
        id=workspace_id, name=_name(name), locale=locale, settings=asdict(Preferences()), created_at=now()
    )
    session.add(workspace)
    await session.flush()
    await record(session, "workspace.created")
    return workspace


async def change_workspace(session: AsyncSession, *, changes: dict[str, Any], by: UUID) -> Workspace:
    """Sets name, locale and any of the preferences."""
    workspace = await session.scalar(select(Workspace).with_for_update())
    assert workspace, "a member's workspace exists"
    preferences = {name: value for name, value in changes.items() if name in Preferences.__dataclass_fields__}
    if "name" in changes:
        workspace.name = _name(changes["name"])
    if "locale" in changes:
        workspace.locale = changes["locale"]
    workspace.settings = {**workspace.settings, **preferences}
    await session.flush()
    await record(session, "workspace.changed", data={"by": str(by), "fields": sorted(changes)})
    return workspace


def _name(text: str) -> str:
    name = clean_line(text, limit=100)
    if not name:
        raise Invalid("A workspace needs a name.", errors=[{"field": "name", "message": "is empty"}])
    return name
