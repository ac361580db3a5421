"""What a turn is about: the topic of the intent that was read, of those that ship and the workspace's own."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.understanding.shipped_intents import SHIPPED, TOPICS
from relevo.understanding.tables import Intent, Topic
from relevo.understanding.types import Reading

OTHER = "other"
_SAYS_NOTHING = frozenset({"small_talk", "talk_to_human", "complaint"})  # of what it is about


def topic_of(readings: Sequence[Reading], own: Mapping[str, str], *, before: str | None = None) -> str:
    """The topic of the last message that has one; else `before`, what the conversation was about so far.

    `own` gives the topic of each intent of the workspace's own.
    """
    for reading in reversed(readings):
        for guess in reading.intents:
            if guess.name not in _SAYS_NOTHING:
                return own.get(guess.name) or (SHIPPED[guess.name].topic if guess.name in SHIPPED else OTHER)
    return before or OTHER


async def own_intents(session: AsyncSession) -> dict[str, str]:
    """The topic of each of the workspace's own intents."""
    query = select(Intent.name, Topic.name).outerjoin(Topic, Topic.id == Intent.topic_id)
    return {intent: topic or OTHER for intent, topic in await session.execute(query)}


async def titles(session: AsyncSession) -> dict[str, dict[str, str]]:
    """All topics with their titles in both languages: those that ship, then the workspace's own."""
    shipped = {name: {"es": title.es, "en": title.en} for name, title in TOPICS.items()}
    own = await session.execute(select(Topic.name, Topic.title).order_by(Topic.title))
    return shipped | {name: {"es": title, "en": title} for name, title in own}
