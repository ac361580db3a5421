"""What the database holds in the end, read as its superuser."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any
from uuid import UUID

_TURNS_LEFT = """
    select count(*) from conversations where workspace_id = $1 and turn_due_at is not null
    and (turn_claimed_until is null or turn_claimed_until < now() + interval '10 seconds')
"""
NOT_FOR_MEMBERS = ("conversation.resolved",)


@dataclass(frozen=True)
class Message:
    id: UUID
    contact: UUID
    client_id: UUID
    sender: str
    seq: int | None


@dataclass(frozen=True)
class Conversation:
    id: UUID
    status: str
    holder: str | None
    has_assignee: bool
    waits_for_assistant: bool  # the customer spoke last, the assistant holds it
    turn_is_due: bool


@dataclass(frozen=True)
class Stored:
    messages: list[Message]
    events_of: dict[UUID, list[int]]  # numbers of a contact's events, ascending
    last_seq: dict[UUID, int]
    conversations: list[Conversation]
    workspace_events: list[int]


async def read(connection: Any, workspace: UUID) -> Stored:
    """As of one moment: a late turn of the assistant may still be written meanwhile."""
    async with connection.transaction(isolation="repeatable_read"):
        return await _read(connection, workspace)


async def _read(connection: Any, workspace: UUID) -> Stored:
    messages = await connection.fetch(
        "select id, contact_id, client_id, sender_kind, seq from messages where workspace_id = $1 order by contact_id, seq",
        workspace,
    )
    contacts = await connection.fetch("select id, last_seq from contacts where workspace_id = $1", workspace)
    events = await connection.fetch(
        "select contact_id, array_agg(seq order by seq) as seqs from contact_events where workspace_id = $1 group by 1",
        workspace,
    )
    stream = await connection.fetch(
        "select seq from events where workspace_id = $1 and type <> all ($2) order by seq",
        workspace,
        list(NOT_FOR_MEMBERS),
    )
    return Stored(
        [Message(m["id"], m["contact_id"], m["client_id"], m["sender_kind"], m["seq"]) for m in messages],
        {row["contact_id"]: row["seqs"] for row in events},
        {row["id"]: row["last_seq"] for row in contacts},
        await _conversations(connection, workspace),
        [row["seq"] for row in stream],
    )


async def settled(connection: Any, workspace: UUID, *, seconds: float) -> None:
    """Returns when no turn of the assistant is left to be done, or the time is over. Turns that a worker held when it was killed
    are done again after a minute; they are not waited for."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and await connection.fetchval(_TURNS_LEFT, workspace):
        await asyncio.sleep(0.2)


async def _conversations(connection: Any, workspace: UUID) -> list[Conversation]:
    rows = await connection.fetch(
        "select id, status, holder, assignee_id is not null as has_assignee, turn_due_at is not null as turn_is_due, "
        "status = 'open' and holder = 'assistant' and preview_sender = 'contact' as waits from conversations where workspace_id = $1",
        workspace,
    )
    return [
        Conversation(c["id"], c["status"], c["holder"], c["has_assignee"], c["waits"], c["turn_is_due"]) for c in rows
    ]
