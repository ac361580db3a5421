"""Keeping readings, and the reading of the conversation up to date. Doing it again changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.conversations.tables import Conversation, Message
from relevo.kit.clock import now
from relevo.platform.events import record
from relevo.understanding import views
from relevo.understanding.course import ConversationCourse, Reply, Step, course_of
from relevo.understanding.tables import ConversationReading, ReadingRow
from relevo.understanding.types import Reading

_MESSAGES = 40  # the last ones, from which the conversation is read
_LIKELY = 0.4  # an order number alone is no wish; what is less likely than this is told of the message and not of the conversation


@dataclass(frozen=True, slots=True)
class Made:
    """A reading, and the message it is of."""

    message_id: UUID
    conversation_id: UUID
    contact_id: UUID
    reading: Reading


async def keep(session: AsyncSession, workspace_id: UUID, made: Sequence[Made]) -> set[UUID]:
    """Stores the readings of messages that have none yet and says so to members; which messages those were."""
    if not made:
        return set()
    statement = insert(ReadingRow).values([_row(workspace_id, one) for one in made])
    stored = await session.scalars(statement.on_conflict_do_nothing().returning(ReadingRow.message_id))
    new = set(stored.all())
    for conversation_id in sorted({one.conversation_id for one in made}):
        await bring_up_to_date(session, workspace_id, conversation_id, tell=False)
    for one in made:
        if one.message_id in new:
            await record(
                session, "reading.made", contact_id=one.contact_id, conversation_id=one.conversation_id,
                message_id=one.message_id, data={"message_id": str(one.message_id)},
            )  # fmt: skip
    return new


async def bring_up_to_date(
    session: AsyncSession, workspace_id: UUID, conversation_id: UUID, *, tell: bool
) -> ConversationReading | None:
    """Reads the conversation anew from the readings of its messages; None where there are none. With `tell`, members are told of a
    change. Whoever does this at the same time waits, so the last one has seen everything."""
    row = await _locked(session, workspace_id, conversation_id)
    course = course_of(await _said(session, conversation_id)) if row else None
    if row is None or course is None:
        return row
    before = views.of_conversation(row)
    _write(row, course)
    changed = views.of_conversation(row) != before
    if changed:
        row.updated_at = now()
        await session.flush()
    if changed and tell:
        contact_id = await session.scalar(select(Conversation.contact_id).where(Conversation.id == conversation_id))
        await record(session, "conversation.updated", contact_id=contact_id, conversation_id=conversation_id)
    return row


def _write(row: ConversationReading, course: ConversationCourse) -> None:
    row.intent, row.intents = course.intent, list(course.intents)
    row.emotion, row.course, row.since = course.emotion, course.course, course.since
    row.urgency, row.urgency_reason = course.urgency, course.urgency_reason
    row.wants_human, row.language = course.wants_human, course.language


async def _locked(session: AsyncSession, workspace_id: UUID, conversation_id: UUID) -> ConversationReading | None:
    """The conversation's reading; made where some message has one."""
    query = select(ConversationReading).where(ConversationReading.conversation_id == conversation_id)
    locked = query.with_for_update().execution_options(populate_existing=True)
    if row := await session.scalar(locked):
        return row
    has_readings = select(ReadingRow.message_id).where(ReadingRow.conversation_id == conversation_id).limit(1)
    if await session.scalar(has_readings) is None:
        return None
    first = insert(ConversationReading).values(conversation_id=conversation_id, workspace_id=workspace_id)
    await session.execute(first.on_conflict_do_nothing())
    return await session.scalar(locked)


_SAID = (
    select(
        Message.sender_kind, Message.outcome, Message.created_at, ReadingRow.intents, ReadingRow.emotion, ReadingRow.urgency,
        ReadingRow.urgency_because, ReadingRow.wants_human, ReadingRow.language, ReadingRow.language_is_sure, ReadingRow.corrected,
    )
    .outerjoin(ReadingRow, ReadingRow.message_id == Message.id)
    .where(Message.private.is_(False))
    .order_by(Message.id.desc())
    .limit(_MESSAGES)
)  # fmt: skip


async def _said(session: AsyncSession, conversation_id: UUID) -> list[Step | Reply]:
    rows = (await session.execute(_SAID.where(Message.conversation_id == conversation_id))).all()
    return [one for row in reversed(rows) if (one := _one_said(row))]


def _one_said(row: Any) -> Step | Reply | None:
    match row.sender_kind:
        case "contact":
            return _step(row) if row.emotion else None  # what is not read yet will be, and then counts
        case "agent":
            return Reply(by_person=True, answers=True)
        case "assistant":
            return Reply(by_person=False, answers=row.outcome in ("answer", "procedure"))
        case _:
            return None


def _step(row: Any) -> Step:
    corrected: Mapping[str, Any] = row.corrected
    intents = views.corrected_intents(corrected) if "intent" in corrected else row.intents
    return Step(
        row.created_at,
        tuple(guess["name"] for guess in intents if guess["confidence"] >= _LIKELY),
        corrected.get("emotion", row.emotion),
        corrected.get("urgency", row.urgency),
        () if "urgency" in corrected else tuple(row.urgency_because),
        corrected.get("wants_human", row.wants_human),
        corrected.get("language", row.language),
        row.language_is_sure or "language" in corrected,
    )


def _row(workspace_id: UUID, made: Made) -> dict[str, Any]:
    reading = made.reading
    return {
        "message_id": made.message_id, "workspace_id": workspace_id, "conversation_id": made.conversation_id,
        "language": reading.language, "language_is_sure": reading.language_is_sure,
        "intents": views.guesses(reading.intents), "candidates": views.guesses(reading.candidates),
        "emotion": reading.emotion.value, "emotion_confidence": reading.emotion.confidence,
        "emotion_because": list(reading.emotion.because), "urgency": reading.urgency.value,
        "urgency_confidence": reading.urgency.confidence, "urgency_because": list(reading.urgency.because),
        "wants_human": reading.wants_human, "personal_data": views.spans(reading.personal_data), "model": reading.model,
        "corrected": {}, "made_at": now(),
    }  # fmt: skip
