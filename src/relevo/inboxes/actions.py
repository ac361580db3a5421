"""Opening and changing inboxes."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.inboxes import queries
from relevo.inboxes.tables import Inbox
from relevo.inboxes.types import ChatSettings
from relevo.kit.clock import now
from relevo.kit.errors import Invalid
from relevo.kit.ids import new_id
from relevo.kit.text import clean_line
from relevo.platform.events import record
from relevo.platform.secrets import NamedToken

WIDGET_KEY_PREFIX = "wk"


async def create_chat_inbox(
    session: AsyncSession, workspace_id: UUID, name: str, settings: ChatSettings | None = None
) -> Inbox:
    """An inbox for the chat widget. Its key stands in the site's page and names the workspace; it is no secret."""
    inbox = Inbox(
        id=new_id(), workspace_id=workspace_id, channel="chat", name=_name(name),
        widget_key=NamedToken.new(workspace_id).text(WIDGET_KEY_PREFIX), settings=dict(settings or {}), created_at=now(),
    )  # fmt: skip
    session.add(inbox)
    await session.flush()
    await record(session, "inbox.created", data={"inbox_id": str(inbox.id)})
    return inbox


async def change(
    session: AsyncSession, inbox_id: UUID, *, name: str | None, settings: dict[str, Any], by: UUID
) -> Inbox:
    """Sets the name and the given settings; None unsets one. Raises NotFound, Invalid."""
    inbox = await queries.get_locked(session, inbox_id)
    if name is not None:
        inbox.name = _name(name)
    merged = {**inbox.settings, **settings}
    inbox.settings = {key: value for key, value in merged.items() if value is not None}
    await session.flush()
    await record(session, "inbox.changed", data={"inbox_id": str(inbox.id), "by": str(by)})
    return inbox


def _name(given: str) -> str:
    name = clean_line(given, limit=100)
    if not name:
        raise Invalid("An inbox needs a name.", errors=[{"field": "name", "message": "is empty"}])
    return name
