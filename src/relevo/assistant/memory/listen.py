"""Learns from customers' messages once they were read: what they say of themselves in so many words."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from relevo.assistant.memory import facts
from relevo.assistant.memory.hear import hear
from relevo.contacts.tables import Contact
from relevo.conversations.tables import Message
from relevo.platform.dispatch import Happened, Listener
from relevo.platform.events import record
from relevo.platform.platform import Platform


async def on_readings(platform: Platform, workspace_id: UUID, events: Sequence[Happened]) -> None:
    ids = [event.message_id for event in events if event.message_id]
    async with platform.db.transaction(workspace_id) as session:
        query = select(Message.id, Message.contact_id, Message.text, Message.created_at).where(
            Message.id.in_(ids), Message.sender_kind == "contact", Message.private.is_(False)
        )
        said = (await session.execute(query.order_by(Message.id))).all()
        names = await facts.products(session) if said else ()
    for message_id, contact_id, text, at in said:
        if await asyncio.to_thread(hear, text, names):
            await _learn(platform, workspace_id, contact_id, message_id, text=text, at=at, names=names)


async def _learn(
    platform: Platform,
    workspace_id: UUID,
    contact_id: UUID,
    message_id: UUID,
    *,
    text: str,
    at: datetime,
    names: Sequence[str],
) -> None:
    source = {"kind": "message", "id": str(message_id), "name": None}
    async with platform.db.transaction(workspace_id) as session:
        contact = await session.get(Contact, contact_id)
        if contact is None:
            return
        kept = [
            await facts.keep(session, contact, heard.kind, heard.value, source=source, said_at=at)
            for heard in hear(text, names)
        ]
        if any(kept):
            await record(session, "contact.updated", contact_id=contact_id)
    platform.hub.wake(workspace_id)


async def forget_expired(platform: Platform) -> None:
    """In every workspace."""
    async with platform.db.connection() as connection:
        rows = await connection.fetch("select * from relevo_workspaces()")
    for row in rows:
        async with platform.db.transaction(row["workspace_id"]) as session:
            await facts.drop_expired(session)


LISTENER = Listener("memory", ("reading.made",), on_readings)
