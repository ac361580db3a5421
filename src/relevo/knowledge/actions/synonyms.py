"""Setting a workspace's synonyms."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.errors import Invalid
from relevo.kit.text import clean_line
from relevo.knowledge.actions.store import new_version
from relevo.knowledge.entries import SYNONYMS
from relevo.knowledge.stems import WORD
from relevo.platform.access import Actor
from relevo.platform.events import record
from relevo.workspaces.tables import Workspace

MOST_GROUPS, MOST_WORDS, LONGEST = 500, 20, 60
_FEWEST = 2


async def put_synonyms(session: AsyncSession, actor: Actor, groups: Sequence[Sequence[str]]) -> list[list[str]]:
    """Sets all groups, cleaned; what was set before is replaced. Raises Invalid where a group says nothing."""
    cleaned = [_cleaned(group, at) for at, group in enumerate(groups)]
    workspace = await session.scalar(select(Workspace).with_for_update())
    assert workspace, "a member's workspace exists"
    workspace.settings = {**workspace.settings, SYNONYMS: cleaned}
    await session.flush()
    await new_version(session, workspace.id)
    await record(session, "workspace.changed", data={"by": str(actor.member_id), "fields": [SYNONYMS]})
    return cleaned


def _cleaned(group: Sequence[str], at: int) -> list[str]:
    words = list(dict.fromkeys(clean_line(word, limit=LONGEST).strip().lower() for word in group))
    words = [word for word in words if WORD.search(word)]
    if len(words) < _FEWEST:
        raise Invalid(
            "A group of synonyms needs two words at least.",
            errors=[{"field": f"groups.{at}", "message": "needs two different words"}],
        )
    return words
