"""What happened, from any point on: a contact's events without gaps, the workspace's in an order that cannot skip one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from relevo.conversations import views
from relevo.conversations.views import Reader
from relevo.kit.clock import rfc3339
from relevo.kit.errors import Unauthenticated
from relevo.platform.access import Customer
from relevo.platform.database import Database

PAGE = 200
NO_SUCH_SESSION = "RV002"
_OF_CONTACT = "select * from relevo_contact_events($1, $2, $3, $4, $5)"


async def of_contact(
    database: Database, customer: Customer, reader: Reader, *, after: int, limit: int = PAGE
) -> list[dict[str, Any]]:
    """Raises Unauthenticated where the token was revoked."""
    try:
        async with database.connection() as connection:
            rows = await connection.fetch(
                _OF_CONTACT, customer.workspace_id, customer.contact_id, customer.token_version, after, limit
            )
    except asyncpg.PostgresError as error:
        if getattr(error, "sqlstate", None) == NO_SUCH_SESSION:
            raise Unauthenticated("This chat session has ended; begin a new one.", code="session_ended") from error
        raise
    return [_contact_event(row, reader) for row in rows]


def _contact_event(row: Any, reader: Reader) -> dict[str, Any]:
    data = views.message(orjson.loads(row["message"]), reader) if row["message"] else orjson.loads(row["data"] or "{}")
    return {"seq": row["seq"], "type": row["type"], "at": rfc3339(row["at"]), "data": data}


@dataclass(frozen=True)
class Happened:
    """An event of the workspace. `message` is the raw row; the reader's view of it is made where it is sent."""

    seq: int
    type: str
    at: str
    conversation_id: UUID | None
    data: dict[str, Any]
    message: dict[str, Any] | None


@dataclass(frozen=True)
class Page:
    """`upto`: everything up to this number has been seen, even where the page is empty. `ceiling`: what was committed before the
    question lies under it; until `upto` has reached it, something may be about to appear."""

    events: list[Happened]
    upto: int
    ceiling: int

    @property
    def is_settled(self) -> bool:
        return self.upto >= self.ceiling - 1


async def of_workspace(database: Database, workspace_id: UUID, *, after: int, limit: int = PAGE) -> Page:
    async with database.connection() as connection:
        rows = await connection.fetch("select * from relevo_workspace_events($1, $2, $3)", workspace_id, after, limit)
    events = [_happened(row) for row in rows if row["seq"] is not None]
    ceiling: int = rows[0]["ceiling"]
    if len(events) == limit:
        return Page(events, events[-1].seq, ceiling)
    # The horizon never falls, so a reader that asks from it on misses nothing.
    return Page(events, max(after, rows[0]["horizon"] - 1), ceiling)


async def horizon(database: Database) -> int:
    """The number from which on "from now" begins."""
    async with database.connection() as connection:
        return await connection.fetchval("select relevo_event_horizon()") - 1


def _happened(row: Any) -> Happened:
    return Happened(
        row["seq"], row["type"], rfc3339(row["at"]), row["conversation_id"], orjson.loads(row["data"] or "{}"),
        orjson.loads(row["message"]) if row["message"] else None,
    )  # fmt: skip
