"""Gaps put straight into the database, for tests that are about what becomes of them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.tables import Turn
from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.learning.gaps.tables import Gap, GapQuestion
from tests.assistant.made import last_message


async def gap(
    session: AsyncSession, conversation_id: UUID, *, text: str = "¿Hay visitas?", at: datetime | None = None
) -> UUID:
    """A group with one question of this conversation."""
    asked = await last_message(session, conversation_id)
    turn_id, gap_id, moment = new_id(), new_id(), at or now()
    session.add(
        Turn(
            id=turn_id, workspace_id=asked.workspace_id, conversation_id=conversation_id, question=text, decision="hand_off",
            reason="no_answer", reasons=[], sources=[], readings=[], timings={}, calls=[], created_at=moment,
        )
    )  # fmt: skip
    session.add(
        Gap(
            id=gap_id,
            workspace_id=asked.workspace_id,
            locale="es",
            state="open",
            sentences=[],
            created_at=moment,
            updated_at=moment,
        )
    )
    await session.flush()
    session.add(
        GapQuestion(
            turn_id=turn_id, workspace_id=asked.workspace_id, gap_id=gap_id, conversation_id=conversation_id, text=text,
            outcome="no_answer", at=moment,
        )
    )  # fmt: skip
    await session.flush()
    return gap_id
