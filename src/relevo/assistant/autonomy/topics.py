"""What a turn is about: the topic of the intent that was read, of those that ship and the workspace's own."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.understanding.shipped_intents import SHIPPED, TOPICS
from relevo.understanding.tables import Topic
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


def own_intents_json() -> ColumnElement[Any]:
    """The topic of each of the workspace's own intents, as a part of a query."""
    return literal_column(
        "(select jsonb_object_agg(i.name, coalesce(t.name, 'other')) from intents i left join topics t on t.id = i.topic_id)",
        type_=JSONB(),
    )


async def titles(session: AsyncSession) -> dict[str, dict[str, str]]:
    """All topics with their titles in both languages: those that ship, then the workspace's own."""
    shipped = {name: {"es": title.es, "en": title.en} for name, title in TOPICS.items()}
    own = await session.execute(select(Topic.name, Topic.title).order_by(Topic.title))
    return shipped | {name: {"es": title, "en": title} for name, title in own}
