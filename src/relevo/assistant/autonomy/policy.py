"""Reading the policy, and the level that a turn has."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.types import Level, Policy, Where
from relevo.understanding.smalltalk import small_talk

_READ = text("""
select topic, language, channel, level from autonomy_levels
union all select '', '', '', 'stopped' from assistant_stops
""")  # one round trip: it is read for every turn


async def policy_of(session: AsyncSession) -> Policy:
    """What the workspace of this transaction has set."""
    rows = (await session.execute(_READ)).all()
    rules = tuple((Where(row.topic, row.language, row.channel), row.level) for row in rows if row.level != "stopped")
    return Policy(rules, stopped=len(rules) < len(rows))


def level_of(policy: Policy, where: Where, said: str) -> Level:
    """The level for what was said. A greeting is about no topic and commits to nothing, so it goes by the highest."""
    if small_talk(said):
        return policy.highest(language=where.language, channel=where.channel)
    return policy.level_for(where)
