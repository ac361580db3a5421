"""Messages and conversations as members see them: with what was understood of them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.conversations import queries, views
from relevo.conversations.views import Reader
from relevo.understanding import queries as readings
from relevo.understanding.views import of_message

Summary = dict[str, Any]


async def by_ids(session: AsyncSession, ids: Sequence[UUID]) -> list[Summary]:
    """Summaries in the order of `ids`; what is not there is left out."""
    return await with_readings(session, await queries.by_ids(session, ids))


async def with_readings(session: AsyncSession, summaries: Sequence[Summary]) -> list[Summary]:
    """The summaries with the readings of their conversations: one query for all of them."""
    found = await readings.of_conversations(session, [UUID(summary["id"]) for summary in summaries])
    return [{**summary, "reading": found.get(UUID(summary["id"]))} for summary in summaries]


def message(row: dict[str, Any], reader: Reader) -> dict[str, Any]:
    return {**views.message(row, reader), "reading": of_message(row["reading"])}
