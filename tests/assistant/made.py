"""Proposals and recalls put straight into the database, for tests that are about what becomes of them."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.tables import Proposal
from relevo.assistant.recall.tables import Recall
from relevo.assistant.tables import Turn
from relevo.conversations.tables import Message
from relevo.kit.clock import now
from relevo.kit.ids import new_id


async def last_message(session: AsyncSession, conversation_id: UUID, kind: str = "contact") -> Message:
    query = select(Message).where(Message.conversation_id == conversation_id, Message.sender_kind == kind)
    found = await session.scalar(query.order_by(Message.id.desc()).limit(1))
    assert found is not None
    return found


async def proposal(session: AsyncSession, conversation_id: UUID, **more: Any) -> UUID:
    asked = await last_message(session, conversation_id)
    turn_id, proposal_id = new_id(), new_id()
    session.add(
        Turn(
            id=turn_id, workspace_id=asked.workspace_id, conversation_id=conversation_id, question=asked.text, decision="answer",
            reasons=[], sources=[], readings=[], timings={}, topic=more.get("topic", "orders"), calls=[], created_at=now(),
        )
    )  # fmt: skip
    await session.flush()
    values: dict[str, Any] = {
        "topic": "orders", "language": "es", "channel": "chat", "level": "approve", "state": "waiting", "outcome": "answer",
        "text": "El envío cuesta 4,90 €.", "sources": [], "quick_replies": [], "unsupported": 0, "reasons": [],
        "upto_message_id": asked.id, "made_at": now(), **more,
    }  # fmt: skip
    session.add(
        Proposal(
            id=proposal_id, workspace_id=asked.workspace_id, conversation_id=conversation_id, turn_id=turn_id, **values
        )
    )
    await session.flush()
    return proposal_id


async def recall(session: AsyncSession, conversation_id: UUID, **more: Any) -> UUID:
    said = await last_message(session, conversation_id, more.pop("kind", "contact"))
    recall_id = new_id()
    values: dict[str, Any] = {
        "article": "envios.md", "title": "Envíos", "revision_from": 1, "revision_to": 2, "message_id": said.id,
        "contact_id": said.contact_id, "said_at": now(), "sentence": "Cuesta 4,90 €.", "was": "Cuesta 4,90 €.",
        "is_now": "Cuesta 5,90 €.", "draft": "Ahora cuesta 5,90 €.", "state": "open", "found_at": now(), **more,
    }  # fmt: skip
    session.add(Recall(id=recall_id, workspace_id=said.workspace_id, conversation_id=conversation_id, **values))
    await session.flush()
    return recall_id
