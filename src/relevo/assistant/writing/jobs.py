"""What has to be done with records of calls from time to time."""

from datetime import timedelta

from relevo.assistant.writing import calls
from relevo.kit.clock import now
from relevo.platform.platform import Platform

KEPT = timedelta(days=90)


async def forget_calls(platform: Platform) -> None:
    """Drops records that are older than is said they are kept."""
    async with platform.db.connection() as connection:
        rows = await connection.fetch("select * from relevo_workspaces()")
    for row in rows:
        async with platform.db.transaction(row["workspace_id"]) as session:
            await calls.forget(session, before=now() - KEPT)
