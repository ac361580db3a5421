"""Reading why something was said."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.tables import Turn
from relevo.assistant.writing.tables import LanguageCall
from relevo.conversations.tables import Message
from relevo.kit.errors import NotFound


async def why(session: AsyncSession, message_id: UUID) -> dict[str, Any]:
    """Of a message of the assistant, or of one that a customer wrote and the assistant thought about. Raises NotFound."""
    message = await session.get(Message, message_id)
    turn = await turn_of(session, message) if message else None
    if turn is None:
        raise NotFound("The assistant has nothing to do with this message.")
    return {
        "decision": turn.decision,
        "reason": turn.reason,
        "reasons": turn.reasons,
        "question": turn.question,
        "topic": turn.topic,
        "language": turn.language,
        "channel": turn.channel,
        "level": turn.level,
        "readings": turn.readings,
        "receipt": turn.receipt,
        "sources": turn.sources,
        "calls": [_call(call) for call in await _calls(session, turn.calls)],
        "timings": turn.timings,
    }


async def turn_of(session: AsyncSession, message: Message) -> Turn | None:
    """The turn that said it; for a customer's message, the next one of the conversation."""
    if message.sender_kind == "contact":
        after = select(Turn).where(
            Turn.conversation_id == message.conversation_id, Turn.created_at >= message.created_at
        )
        return await session.scalar(after.order_by(Turn.id).limit(1))
    return await session.scalar(select(Turn).where(Turn.message_id == message.id))


async def sources_for_customer(session: AsyncSession, contact_id: UUID, message_id: UUID) -> list[dict[str, Any]]:
    """What each sentence of an answer stands on, as its reader may see it. Raises NotFound for a message of somebody else."""
    message = await session.get(Message, message_id)
    if message is None or message.contact_id != contact_id or message.private:
        raise NotFound("There is no such message here.")
    turn = await turn_of(session, message) if message.sender_kind == "assistant" else None
    receipt: dict[str, Any] = (turn.receipt if turn else None) or {}
    return [
        _told(one)
        for one in receipt.get("sentences", ())
        if one["source"] is not None and one["sentence"] in message.text
    ]


def _told(one: dict[str, Any]) -> dict[str, Any]:
    source = one["source"]
    return {
        "sentence": one["sentence"], "quote": one["quote"], "title": source["title"], "heading": source["heading"],
        "article": source["article"], "revision": source["revision"], "url": source["url"],
    }  # fmt: skip


async def _calls(session: AsyncSession, ids: Sequence[UUID]) -> Sequence[LanguageCall]:
    if not ids:
        return ()
    return (await session.scalars(select(LanguageCall).where(LanguageCall.id.in_(ids)).order_by(LanguageCall.id))).all()


def _call(call: LanguageCall) -> dict[str, Any]:
    names = (
        "id",
        "provider",
        "model",
        "prompt",
        "prompt_revision",
        "outcome",
        "tokens_in",
        "tokens_out",
        "currency",
        "latency_ms",
    )
    return {**{name: getattr(call, name) for name in names}, "cost": float(call.cost)}
