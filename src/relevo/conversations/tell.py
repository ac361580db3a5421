"""What a contact and the members are told of a change, recorded in the transaction of the change."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact
from relevo.conversations.tables import ContactEvent, Conversation
from relevo.kit.clock import now
from relevo.platform.events import record
from relevo.workspaces.queries import people_available
from relevo.workspaces.tables import Member

_USUAL_WAIT = text("""
    select percentile_cont(0.5) within group (order by extract(epoch from waited)) from (
        select accepted_at - created_at as waited from handoffs
        where workspace_id = relevo_workspace() and accepted_at > now() - interval '14 days'
        order by accepted_at desc limit 20
    ) recent
""")


async def contact(
    session: AsyncSession,
    conversation: Conversation,
    type_: str,
    *,
    message_id: UUID | None = None,
    data: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> int:
    """Records what the contact is told and returns its number. The contact's row must be locked (`actions.lock`)."""
    seq = await session.scalar(
        update(Contact)
        .where(Contact.id == conversation.contact_id)
        .values(last_seq=Contact.last_seq + 1)
        .returning(Contact.last_seq)
    )
    assert seq is not None
    session.add(
        ContactEvent(
            contact_id=conversation.contact_id,
            seq=seq,
            workspace_id=conversation.workspace_id,
            type=type_,
            message_id=message_id,
            data=data,
            at=at or now(),
        )
    )
    return seq


async def members(session: AsyncSession, conversation: Conversation, type_: str, **data: Any) -> None:
    await record(session, type_, contact_id=conversation.contact_id, conversation_id=conversation.id, data=data or None)


async def both(session: AsyncSession, conversation: Conversation) -> None:
    """Status, holder or read mark have changed."""
    await contact(session, conversation, "conversation.updated", data=await state_for_contact(session, conversation))
    await members(session, conversation, "conversation.updated")


async def state_for_contact(session: AsyncSession, conversation: Conversation) -> dict[str, Any]:
    """The conversation as its contact sees it; the waiting time is what others waited lately, or unknown."""
    name = None
    if conversation.assignee_id and conversation.holder == "agent":
        name = await session.scalar(select(Member.name).where(Member.id == conversation.assignee_id))
    queued = conversation.holder == "queue"
    rating = (
        {"score": conversation.rating_score, "comment": conversation.rating_comment}
        if conversation.rating_score
        else None
    )
    return {
        "id": str(conversation.id),
        "status": "resolved" if conversation.status == "resolved" else "open",
        "holder": conversation.holder,
        "agent": {"name": name} if name else None,
        "people_available": await people_available(session),
        "wait_minutes": await usual_wait_minutes(session) if queued else None,
        "agent_read_seq": conversation.agent_read_seq,
        "rating": rating,
    }


async def usual_wait_minutes(session: AsyncSession) -> int | None:
    """Median of the last 20 waits for a person within two weeks, in whole minutes, at least 1; None without any."""
    seconds = await session.scalar(_USUAL_WAIT)
    return None if seconds is None else max(1, round(float(seconds) / 60))
