"""Events: what happened and was committed. The table is the outbox for listeners and the stream for agents.

Only actions record events. A payload is ids and small facts; readers look up the rows.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from relevo.platform.database import Table, to_json


class Event(Table):
    """`seq` ascends with the order of visibility for readers that stay below the horizon; see decision 0004."""

    __tablename__ = "events"

    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    workspace_id: Mapped[UUID]
    type: Mapped[str] = mapped_column(Text)
    contact_id: Mapped[UUID | None]
    conversation_id: Mapped[UUID | None]
    message_id: Mapped[UUID | None]
    data: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


_RECORD = text(
    "insert into events (seq, workspace_id, type, contact_id, conversation_id, message_id, data) values "
    "(relevo_next_event_seq(), relevo_workspace(), :type, :contact_id, :conversation_id, :message_id, cast(:data as jsonb))"
)


async def record(
    session: AsyncSession,
    type_: str,
    *,
    contact_id: UUID | None = None,
    conversation_id: UUID | None = None,
    message_id: UUID | None = None,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Records an event of the transaction's workspace; it is told to nobody before the commit."""
    await session.execute(
        _RECORD,
        {
            "type": type_,
            "contact_id": contact_id,
            "conversation_id": conversation_id,
            "message_id": message_id,
            "data": to_json(data) if data else None,
        },
    )
