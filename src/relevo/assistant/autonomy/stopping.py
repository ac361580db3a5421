"""The kill switch: once the stop is committed, the assistant of the workspace says nothing any more, in no process.

Whoever speaks for the assistant asks `may_speak` in the transaction in which it is said. The question takes a shared lock and the
stop an exclusive one, so a stop waits for the few sentences that are being committed, and none comes after it.
"""

from datetime import timedelta
from uuid import UUID

import structlog
from sqlalchemy import or_, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.notices import note
from relevo.assistant.autonomy.people import STOPPED, to_people
from relevo.assistant.autonomy.tables import Stop
from relevo.assistant.autonomy.types import By
from relevo.conversations import actions
from relevo.conversations.tables import Conversation
from relevo.kit.clock import now
from relevo.kit.errors import NotFound
from relevo.platform.live import TURNS
from relevo.platform.platform import Platform

log = structlog.get_logger()

LATELY = timedelta(minutes=15)
_MAY_SPEAK = text("select relevo_may_speak()")
_STOPPING = text(
    "select pg_advisory_xact_lock(hashtextextended('relevo assistant ' || relevo_workspace()::text, 0))"  # as in relevo_may_speak
)


async def may_speak(session: AsyncSession) -> bool:
    """Whether the assistant may say something in this transaction. Ask when the rows it needs are locked already."""
    return bool(await session.scalar(_MAY_SPEAK))


async def stop(platform: Platform, workspace_id: UUID, *, by: By, reason: str) -> int:
    """Stops the assistant and passes what it was busy with to people; how many conversations that were."""
    async with platform.db.transaction(workspace_id) as session:
        await session.execute(_STOPPING)
        row = {"workspace_id": workspace_id, "reason": reason, "stopped_by": by.as_json(), "stopped_at": now()}
        done = await session.execute(insert(Stop).values(row).on_conflict_do_nothing().returning(Stop.workspace_id))
        if done.first():
            await note(session, workspace_id, "stopped", by=by, because=[reason] if reason else [])
    platform.hub.wake(workspace_id, TURNS)
    return await _pass_on(platform, workspace_id)


async def resume(platform: Platform, workspace_id: UUID, *, by: By) -> bool:
    """Lets the assistant answer again; False where it was not stopped. What people have meanwhile stays with them."""
    async with platform.db.transaction(workspace_id) as session:
        row = await session.get(Stop, workspace_id, with_for_update=True)
        if row:
            await session.delete(row)
            await session.flush()
            await note(session, workspace_id, "resumed", by=by, because=[])
    platform.hub.wake(workspace_id, TURNS)
    return row is not None


async def _pass_on(platform: Platform, workspace_id: UUID) -> int:
    """Conversations in which somebody waits for the assistant or has just talked to it. Where nothing was said for a while, the
    next message passes it on."""
    async with platform.db.transaction(workspace_id) as session:
        query = select(Conversation.id).where(
            Conversation.holder == "assistant",
            Conversation.status == "open",
            or_(Conversation.waiting_since.is_not(None), Conversation.last_message_at > now() - LATELY),
        )
        found = (await session.scalars(query)).all()
    return sum([await _one(platform, workspace_id, conversation_id) for conversation_id in found])


async def _one(platform: Platform, workspace_id: UUID, conversation_id: UUID) -> bool:
    try:
        async with platform.db.transaction(workspace_id) as session:
            conversation = await actions.lock(session, conversation_id)
            if conversation.holder != "assistant" or conversation.status != "open":
                return False
            await to_people(session, conversation, reason=STOPPED)
    except NotFound:  # deleted meanwhile
        return False
    platform.hub.wake(conversation.contact_id, workspace_id)
    return True
