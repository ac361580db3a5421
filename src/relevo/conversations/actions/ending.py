"""Resolving, reopening and snoozing."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact
from relevo.conversations import tell
from relevo.conversations.tables import Conversation
from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid


async def resolve(session: AsyncSession, conversation: Conversation) -> None:
    """Closes the conversation and asks the customer for a rating, once."""
    if conversation.status == "resolved":
        return
    conversation.status, conversation.resolved_at = "resolved", now()
    conversation.snoozed_until = conversation.waiting_since = conversation.queued_at = None
    conversation.unread = 0
    conversation.end_turn()
    conversation.version += 1
    await session.flush()
    await tell.both(session, conversation)
    await tell.members(session, conversation, "conversation.resolved")
    if conversation.rating_score is None:
        await tell.contact(session, conversation, "rating.requested", data={"conversation_id": str(conversation.id)})


async def reopen(session: AsyncSession, conversation: Conversation) -> None:
    if conversation.status == "open":
        return
    conversation.status, conversation.resolved_at, conversation.snoozed_until = "open", None, None
    if conversation.holder == "queue":
        conversation.queued_at = now()
    conversation.version += 1
    await session.flush()
    await session.execute(
        update(Contact).where(Contact.id == conversation.contact_id).values(current_conversation_id=conversation.id)
    )
    await tell.both(session, conversation)


async def snooze(session: AsyncSession, conversation: Conversation, *, until: datetime) -> None:
    """Puts the conversation out of sight until then, or until the customer writes. Raises Invalid for a time that has passed."""
    if until <= now():
        raise Invalid("Choose a time in the future.", errors=[{"field": "until", "message": "has passed"}])
    if conversation.status == "resolved":
        raise Conflict("A resolved conversation cannot be snoozed; reopen it first.", code="conversation_resolved")
    conversation.status, conversation.snoozed_until = "snoozed", until
    conversation.version += 1
    await session.flush()
    await tell.members(session, conversation, "conversation.updated")


async def wake_up(session: AsyncSession, conversation: Conversation) -> None:
    """A snoozed conversation comes back when its time has come."""
    if conversation.status != "snoozed" or not conversation.snoozed_until or conversation.snoozed_until > now():
        return
    conversation.status, conversation.snoozed_until = "open", None
    conversation.version += 1
    await session.flush()
    await tell.members(session, conversation, "conversation.updated")
