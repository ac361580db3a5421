"""Taking back what the assistant may do where its answers have got worse: each hour, and at once when answers are recalled."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.counting import WINDOW, evidence
from relevo.assistant.autonomy.evidence import Gates, demotion
from relevo.assistant.autonomy.levels import lower_everywhere
from relevo.assistant.autonomy.policy import policy_of
from relevo.assistant.autonomy.tables import LevelRow
from relevo.assistant.autonomy.types import ITSELF, Level, Policy, Where, rank
from relevo.kit.clock import now
from relevo.platform.platform import Platform
from relevo.workspaces.queries import get_workspace


async def reassess_all(platform: Platform) -> None:
    """Every workspace, by the clock."""
    async with platform.db.connection() as connection:
        rows = await connection.fetch("select * from relevo_workspaces()")
    for row in rows:
        async with platform.db.transaction(row["workspace_id"]) as session:
            changed = await reassess(session, row["workspace_id"])
        if changed:
            platform.hub.wake(row["workspace_id"])


async def reassess(session: AsyncSession, workspace_id: UUID) -> int:
    """Lowers, by one level, the topics whose last answers do not carry theirs; how many those are. What was found before somebody
    set the level anew is not held against it."""
    gates = Gates.of((await get_workspace(session)).settings)
    policy = await policy_of(session)
    changed = 0
    for topic in await evidence(session, most=gates.recent):
        recent = (await evidence(session, most=gates.recent, since=await _set_at(session, topic))).get(topic)
        found = demotion(highest(policy, topic), recent, gates) if recent else None
        if found:
            lower, because = found
            await lower_everywhere(session, workspace_id, Where(topic), lower, by=ITSELF, because=because)
            changed += 1
    return changed


def highest(policy: Policy, topic: str) -> Level:
    """The most that the assistant may do about a topic anywhere."""
    places = [
        Where(topic),
        *(Where(topic, rule.language, rule.channel) for rule, _ in policy.rules if rule.topic in (topic, "*")),
    ]
    return max((policy.level_for(place) for place in places), key=rank)


async def _set_at(session: AsyncSession, topic: str) -> datetime:
    last = await session.scalar(select(func.max(LevelRow.since)).where(LevelRow.topic == topic))
    return max(last or now() - WINDOW, now() - WINDOW)
