"""Keeping what a message stands on, in the transaction in which it is said."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.receipts.tables import Ground
from relevo.conversations.tables import Message
from relevo.kit.ids import new_id


async def keep(session: AsyncSession, message: Message, receipt: dict[str, Any] | None) -> None:
    """One row for every sentence of the message that stands on a passage."""
    for one in (receipt or {}).get("sentences", ()):
        source = one["source"]
        if source is None or one["sentence"] not in message.text:
            continue
        session.add(
            Ground(
                id=new_id(), workspace_id=message.workspace_id, message_id=message.id, conversation_id=message.conversation_id,
                article_id=UUID(source["article_id"]) if source["article_id"] else None, article=source["article"],
                revision=source["revision"], sentence=one["sentence"], quote=one["quote"], said_at=message.created_at,
            )
        )  # fmt: skip
    await session.flush()
