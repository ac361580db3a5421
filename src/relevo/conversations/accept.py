"""A customer's message comes in: stored, numbered and joined to a conversation in one transaction, then acknowledged.

The work is one database function (`relevo_accept`), so that the hot path is a single statement; `relevo_accept_many` does it
for all messages that wait at the same moment (see intake.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal
from uuid import UUID

import asyncpg
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.cards import mask_cards
from relevo.kit.errors import Conflict, Invalid, RelevoError, Unauthenticated
from relevo.kit.ids import new_id
from relevo.platform.access import Customer
from relevo.platform.database import Connection

NO_SUCH_FILE = "RV001"
_COLUMNS = (
    "workspace", "contact", "token_version", "inbox", "client", "message", "conversation", "text", "files", "new_holder", "pause",
    "reopen",
)  # fmt: skip
_ON_CONNECTION = f"select * from relevo_accept({', '.join(f'${n}' for n in range(1, len(_COLUMNS) + 1))})"  # noqa: S608
_IN_SESSION = text(f"select * from relevo_accept({', '.join(f':{name}' for name in _COLUMNS)})")  # noqa: S608
_COLUMNS_OF_MANY = tuple(name for name in _COLUMNS if name != "files")
_MANY = f"select * from relevo_accept_many({', '.join(f'${n}' for n in range(1, len(_COLUMNS_OF_MANY) + 1))})"  # noqa: S608


@dataclass(frozen=True)
class Incoming:
    """A message as a customer sent it, its text cleaned."""

    client_id: UUID
    text: str
    files: Sequence[UUID] = ()


@dataclass(frozen=True)
class Policy:
    """What a workspace wants: who holds new conversations, how long the assistant waits for a further message, and for how
    long a resolved conversation is opened again instead of a new one begun."""

    new_holder: Literal["assistant", "queue"] = "assistant"
    pause: timedelta = timedelta(milliseconds=700)
    reopen: timedelta = timedelta(hours=72)


@dataclass(frozen=True)
class Accepted:
    """`holder` is None for a repeated message, which changed nothing."""

    message_id: UUID
    seq: int
    conversation_id: UUID
    repeated: bool
    holder: str | None


@dataclass(frozen=True)
class Order:
    """A message to be accepted, with whose it is."""

    customer: Customer
    incoming: Incoming
    policy: Policy


async def accept(connection: Connection, customer: Customer, incoming: Incoming, policy: Policy) -> Accepted:
    """Stores a message durably in a transaction of its own.

    Raises Conflict (client_id_reused) where the client_id came with another text, Invalid where a file is not the
    customer's or sent already, Unauthenticated where the token was revoked.
    """
    try:
        row = await connection.fetchrow(_ON_CONNECTION, *_values(customer, incoming, policy).values())
    except asyncpg.PostgresError as error:
        raise _explained(error) from error
    return _accepted(row)


async def accept_many(connection: Connection, orders: Sequence[Order]) -> list[Accepted | RelevoError | None]:
    """Stores messages without files durably, all in one transaction. What became of each: accepted, refused with an error, or None
    where its contact is held by another transaction, so that it has to be accepted by itself.
    """
    values = [_values(order.customer, order.incoming, order.policy) for order in orders]
    rows = await connection.fetch(_MANY, *([value[name] for value in values] for name in _COLUMNS_OF_MANY))
    return [None if row["state"] == "busy" else _outcome(row) for row in rows]


async def accept_in(session: AsyncSession, customer: Customer, incoming: Incoming, policy: Policy) -> Accepted:
    """As `accept`, within the transaction of `session`."""
    try:
        result = await session.execute(_IN_SESSION, _values(customer, incoming, policy))
    except DBAPIError as error:
        raise _explained(error.orig.__cause__ if error.orig else error) from error
    return _accepted(result.mappings().one())


def _values(customer: Customer, incoming: Incoming, policy: Policy) -> dict[str, Any]:
    """What is stored. A card's number is not: every way in comes through here, and a repeat is masked to the same text."""
    return {
        "workspace": customer.workspace_id,
        "contact": customer.contact_id,
        "token_version": customer.token_version,
        "inbox": customer.inbox_id,
        "client": incoming.client_id,
        "message": new_id(),
        "conversation": new_id(),
        "text": mask_cards(incoming.text),
        "files": list(incoming.files),
        "new_holder": policy.new_holder,
        "pause": policy.pause,
        "reopen": policy.reopen,
    }


def _explained(error: BaseException | None) -> BaseException:
    if getattr(error, "sqlstate", None) == NO_SUCH_FILE:
        return Invalid("An attachment was not found, or was sent already.", code="unknown_attachment")
    return error or RuntimeError("the database gave no reason")


def _accepted(row: Any) -> Accepted:
    outcome = _outcome(row)
    if isinstance(outcome, RelevoError):
        raise outcome
    return outcome


def _outcome(row: Any) -> Accepted | RelevoError:
    match row["state"]:
        case "stored" | "repeated":
            return Accepted(
                row["message_id"], row["seq"], row["conversation_id"], row["state"] == "repeated", row["holder"]
            )
        case "reused":
            return Conflict(
                "This client_id was used for another text; make a new one for every message.", code="client_id_reused"
            )
        case _:
            return Unauthenticated("This chat session has ended; begin a new one.", code="session_ended")
