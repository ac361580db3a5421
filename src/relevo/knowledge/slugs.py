"""The name of an article in an address: made of its title, unique in the workspace, and kept when the title changes."""

import re
from itertools import count
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.folding import fold
from relevo.knowledge.tables import Article

LONGEST = 80
# Two who choose a name at the same time do so one after the other.
_ONE_AT_A_TIME = text("select pg_advisory_xact_lock(hashtextextended('article name ' || relevo_workspace()::text, 0))")
_OTHER = re.compile(r"[^a-z0-9]+")


def slug_of(title: str) -> str:
    """Letters a to z and digits; what is written otherwise (Greek, say) leaves nothing, and the article is called "article"."""
    return _OTHER.sub("-", fold(title)).strip("-")[:LONGEST].strip("-") or "article"


async def free_slug(session: AsyncSession, wanted: str, *, but: UUID | None = None) -> str:
    """`wanted`, or with a number behind it where another article is called so."""
    await session.execute(_ONE_AT_A_TIME)
    taken = set(
        await session.scalars(
            select(Article.slug).where(Article.slug.startswith(wanted, autoescape=True), Article.id != but)
        )
    )
    if wanted not in taken:
        return wanted
    return next(name for n in count(2) if (name := f"{wanted[: LONGEST - 8]}-{n}") not in taken)
