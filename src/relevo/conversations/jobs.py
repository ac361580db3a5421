"""What has to be done with conversations from time to time."""

from datetime import timedelta

from sqlalchemy import delete

from relevo.conversations import actions
from relevo.conversations.tables import File
from relevo.kit.clock import now
from relevo.platform.platform import Platform

_UNSENT = timedelta(days=1)


async def wake_snoozed(platform: Platform) -> int:
    """Brings back the conversations whose time has come; how many were due."""
    async with platform.db.connection() as connection:
        rows = await connection.fetch("select * from relevo_woken()")
    for row in rows:
        async with platform.db.transaction(row["workspace_id"]) as session:
            conversation = await actions.lock(session, row["conversation_id"])
            await actions.wake_up(session, conversation)
        platform.hub.wake(row["workspace_id"])
    return len(rows)


async def drop_unsent_files(platform: Platform) -> None:
    """Forgets files that were uploaded and never sent."""
    async with platform.db.connection() as connection:
        rows = await connection.fetch("select * from relevo_workspaces()")
    for row in rows:
        async with platform.db.transaction(row["workspace_id"]) as session:
            await session.execute(delete(File).where(File.message_id.is_(None), File.created_at < now() - _UNSENT))
