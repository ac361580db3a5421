"""Reading the policy, and the level that a turn has."""

from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import ColumnElement, literal_column, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.types import Level, Policy, Where
from relevo.understanding.smalltalk import small_talk

_RULES = """
select jsonb_agg(jsonb_build_array(topic, language, channel, level)) from (
    select topic, language, channel, level from autonomy_levels
    union all select '', '', '', 'stopped' from assistant_stops) rules
"""
_QUERY = text(_RULES).columns(rules=JSONB)


async def policy_of(session: AsyncSession) -> Policy:
    """What the workspace of this transaction has set."""
    return policy_from(await session.scalar(_QUERY) or [])


def policy_json() -> ColumnElement[Any]:
    """The same, as a part of a query; `policy_from` reads it."""
    return literal_column(f"({_RULES})", type_=JSONB())


def policy_from(rows: Sequence[tuple[str, str, str, Level | Literal["stopped"]]]) -> Policy:
    rules: list[tuple[Where, Level]] = []
    for topic, language, channel, level in rows:
        if level != "stopped":
            rules.append((Where(topic, language, channel), level))
    return Policy(tuple(rules), stopped=len(rules) < len(rows))


def level_of(policy: Policy, where: Where, said: str) -> Level:
    """The level for what was said. A greeting is about no topic and commits to nothing, so it goes by the highest."""
    if small_talk(said):
        return policy.highest(language=where.language, channel=where.channel)
    return policy.level_for(where)
