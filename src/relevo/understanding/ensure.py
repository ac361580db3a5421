"""For who is about to decide: the readings of some messages, made now where there are none yet."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from relevo.conversations.intake import Intake
from relevo.platform.platform import Platform
from relevo.understanding import views
from relevo.understanding.make import make
from relevo.understanding.tables import ReadingRow
from relevo.understanding.types import Judged, Reading, Span, guesses_of

# The last ones; of a longer burst the listener reads the rest. Who writes without pause makes most turns void.
_MOST, _MOST_WHILE_BUSY = 8, 2


async def understood(platform: Platform, workspace_id: UUID, message_ids: Sequence[UUID]) -> tuple[Reading, ...]:
    """The readings of these messages as members see them, oldest first: a correction counts."""
    wanted = message_ids[-(_MOST_WHILE_BUSY if platform.part(Intake).is_busy else _MOST) :]
    rows = await _stored(platform, workspace_id, wanted)
    if len(rows) < len(wanted):
        await make(platform, workspace_id, wanted)
        rows = await _stored(platform, workspace_id, wanted)
    return tuple(reading_of(row) for row in rows)


async def _stored(platform: Platform, workspace_id: UUID, message_ids: Sequence[UUID]) -> Sequence[ReadingRow]:
    query = select(ReadingRow).where(ReadingRow.message_id.in_(message_ids)).order_by(ReadingRow.message_id)
    async with platform.db.transaction(workspace_id) as session:
        return (await session.scalars(query)).all()


def reading_of(row: ReadingRow) -> Reading:
    """The row as a reading, with what members corrected."""
    view = views.of_row(row)
    return Reading(
        view["language"],
        row.language_is_sure or "language" in view["corrected"],
        guesses_of(view["intents"]),
        guesses_of(view["candidates"]),
        *(
            Judged(view[name], view["confidences"][name], tuple(view["reasons"][name]))
            for name in ("emotion", "urgency")
        ),
        wants_human=view["wants_human"],
        personal_data=tuple(Span(**span) for span in view["personal_data"]),
        model=view["model"],
    )


def summary_of(reading: Reading) -> dict[str, Any]:
    """What stands with a decision, to show why it was made."""
    view = views.of_text(reading)
    return {
        name: view[name] for name in ("language", "intents", "emotion", "urgency", "wants_human", "reasons", "model")
    }
