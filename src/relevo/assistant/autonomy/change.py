"""A member changes a level: down always, up as far as the evidence carries, beyond that an admin with a reason."""

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.counting import evidence
from relevo.assistant.autonomy.evidence import Evidence, Gates, missing_for
from relevo.assistant.autonomy.levels import set_level
from relevo.assistant.autonomy.policy import policy_of
from relevo.assistant.autonomy.topics import titles
from relevo.assistant.autonomy.types import ANY, By, Level, Where, rank
from relevo.kit.errors import Conflict, NotFound
from relevo.platform.access import Actor
from relevo.workspaces.queries import get_workspace


async def change_level(session: AsyncSession, actor: Actor, where: Where, level: Level, *, reason: str) -> None:
    """Raises NotFound for an unknown topic, Forbidden, and Conflict (not_proven) where it takes an admin's reason."""
    if where.topic != ANY and where.topic not in await titles(session):
        raise NotFound("There is no such topic here.")
    by = By("member", actor.member_id, actor.name)
    before = (await policy_of(session)).level_for(where)
    because = (reason,) if reason else ()
    if rank(level) > rank(before):
        lacks = await _lacks(session, where, level)
        if lacks:
            _check(actor, lacks, reason)
            because = (reason, *lacks)
    kind = "promoted" if rank(level) > rank(before) else "demoted" if rank(level) < rank(before) else "set"
    await set_level(session, actor.workspace_id, where, level, by=by, because=because, kind=kind)


async def _lacks(session: AsyncSession, where: Where, level: Level) -> tuple[str, ...]:
    """For every topic at once, there is no evidence that would do."""
    gates = Gates.of((await get_workspace(session)).settings)
    if where.topic == ANY:
        return missing_for(level, Evidence(), gates)
    return missing_for(level, (await evidence(session)).get(where.topic, Evidence()), gates)


def _check(actor: Actor, lacks: tuple[str, ...], reason: str) -> None:
    if not actor.at_least("admin") or not reason:
        raise Conflict(
            f"The conversations so far do not carry this: {'; '.join(lacks)}. An admin may set it all the same, with a reason.",
            code="not_proven",
            because=list(lacks),
        )
