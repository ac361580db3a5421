"""Correcting readings. What a member says wins everywhere from then on, and is kept as training data."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.conversations.tables import Message
from relevo.kit.clock import now
from relevo.kit.errors import Invalid, NotFound
from relevo.kit.ids import new_id
from relevo.platform.access import Actor
from relevo.platform.events import record
from relevo.understanding import views
from relevo.understanding.actions.intents import propose
from relevo.understanding.actions.readings import bring_up_to_date
from relevo.understanding.shipped_intents import SHIPPED
from relevo.understanding.tables import Correction, Intent, ReadingRow

Changes = Mapping[str, Any]  # of the fields in views.FIELDS; the intent None is "none of those known"


async def correct(
    session: AsyncSession, actor: Actor, message: Message, changes: Changes, *, masked: str
) -> ReadingRow:
    """The reading as it then is. `masked` is the message's text without personal data. Raises Invalid, NotFound."""
    row = await session.scalar(select(ReadingRow).where(ReadingRow.message_id == message.id).with_for_update())
    if row is None:
        raise NotFound
    own = await _own_intent(session, changes)
    before = views.of_row(row)
    row.corrected = {**row.corrected, **changes}
    row.corrected_by = {"id": str(actor.member_id), "name": actor.name}
    await session.flush()
    await _keep(session, actor, row, masked)
    if own:
        await propose(session, actor.workspace_id, own.id, text=masked, message_id=message.id)
    await bring_up_to_date(session, actor.workspace_id, message.conversation_id, tell=False)
    await _tell(session, actor, message, changes, before)
    return row


async def _own_intent(session: AsyncSession, changes: Changes) -> Intent | None:
    """The intent of the workspace's own that the correction names, if it names one. Raises Invalid for an unknown one."""
    name = changes.get("intent")
    if not name:
        return None
    own = await session.scalar(select(Intent).where(func.lower(Intent.name) == name.lower()))
    if own is None and name not in SHIPPED:
        raise Invalid("There is no such intent.", errors=[{"field": "intent", "message": "is not known"}])
    return own


async def _keep(session: AsyncSession, actor: Actor, row: ReadingRow, masked: str) -> None:
    """One correction for a message, however often it is corrected."""
    view = views.of_row(row)
    values = {
        "member_id": actor.member_id,
        "text": masked,
        "intent": view["intents"][0]["name"] if view["intents"] else None,
        **{name: view[name] for name in ("language", "emotion", "urgency", "wants_human", "corrected")},
        "updated_at": now(),
    }
    first = insert(Correction).values(
        id=new_id(), workspace_id=actor.workspace_id, message_id=row.message_id, created_at=now(), **values
    )
    await session.execute(first.on_conflict_do_update(index_elements=[Correction.message_id], set_=values))


async def _tell(session: AsyncSession, actor: Actor, message: Message, changes: Changes, before: Changes) -> None:
    """For the members' consoles and for whoever has to know later who said what."""
    was = {**before, "intent": before["intents"][0]["name"] if before["intents"] else None}
    changed = {name: {"was": was[name], "becomes": value} for name, value in changes.items()}
    await record(
        session, "reading.corrected", contact_id=message.contact_id, conversation_id=message.conversation_id,
        message_id=message.id,
        data={"message_id": str(message.id), "member_id": str(actor.member_id), "changes": changed},
    )  # fmt: skip


async def customers_message(session: AsyncSession, message_id: UUID) -> Message:
    """Raises NotFound; notes and what members or the assistant say have no reading and are never read."""
    message = await session.get(Message, message_id)
    if message is None or message.sender_kind != "contact":
        raise NotFound
    return message
