"""Reads the messages that no turn of the assistant has read: those that people answer, and those that came while it was busy."""

import asyncio
import time
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.conversations.intake import Intake
from relevo.conversations.tables import Message
from relevo.platform.dispatch import Happened, Listener
from relevo.platform.platform import Platform
from relevo.understanding.actions import readings
from relevo.understanding.make import think, to_read

_AT_ONCE = 10  # so that the first of many need not wait for the last
_REST = 3.0  # times as long as the last ones took, while messages come in so fast that taking them in needs the machine


async def on_messages(platform: Platform, workspace_id: UUID, events: Sequence[Happened]) -> None:
    """Customers' messages get their readings; where somebody replied, less is waiting for an answer."""
    ids = [event.message_id for event in events if event.message_id]
    for start in range(0, len(ids), _AT_ONCE):
        started = time.perf_counter()
        await _some(platform, workspace_id, ids[start : start + _AT_ONCE])
        if platform.part(Intake).is_busy:
            await asyncio.sleep(min(1.0, _REST * (time.perf_counter() - started)))


async def _some(platform: Platform, workspace_id: UUID, ids: Sequence[UUID]) -> None:
    async with platform.db.transaction(workspace_id) as session:
        work = await to_read(session, ids)
        replied = await _replied(session, ids)
    made = await think(platform, work)
    if not made and not replied:
        return
    async with platform.db.transaction(workspace_id) as session:
        await readings.keep(session, workspace_id, made)
        for conversation_id in sorted(replied):
            await readings.bring_up_to_date(session, workspace_id, conversation_id, tell=True)
    platform.hub.wake(workspace_id)


async def _replied(session: AsyncSession, ids: Sequence[UUID]) -> set[UUID]:
    """The conversations in which one of these messages was said to the customer."""
    query = select(Message.conversation_id).where(
        Message.id.in_(ids), Message.sender_kind.in_(("agent", "assistant")), Message.private.is_(False)
    )
    return set((await session.scalars(query)).all())


LISTENER = Listener("readings", ("message.created",), on_messages)
