"""A contact's own conversation: as it stands now, and the small things a customer does with it."""

from datetime import timedelta
from typing import Any

import orjson
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact
from relevo.conversations import actions, tell, turns, views
from relevo.conversations.tables import Conversation
from relevo.conversations.views import Reader
from relevo.kit.errors import NotFound, Unauthenticated
from relevo.kit.text import clean
from relevo.platform.access import Customer
from relevo.platform.platform import Platform
from relevo.widget.schemas import RatingIn

_MESSAGES = text(
    "select cast(relevo_message(id) as text) from (select id, seq from messages where contact_id = :contact and not private and "
    "(cast(:before as bigint) is null or seq < :before) order by seq desc limit :limit) page order by seq"
)


async def check(session: AsyncSession, customer: Customer) -> Contact:
    """The contact. Raises Unauthenticated where the token was revoked or the contact is gone."""
    contact = await session.get(Contact, customer.contact_id)
    if contact is None or contact.token_version != customer.token_version:
        raise Unauthenticated("This chat session has ended; begin a new one.", code="session_ended")
    return contact


async def of(
    platform: Platform, customer: Customer, reader: Reader, *, limit: int, before: int | None
) -> dict[str, Any]:
    """The last messages, the state, and the number from which events go on."""
    async with platform.db.transaction(customer.workspace_id) as session:
        # The number is read first: an event that comes in between is then told again, not left out.
        contact = await check(session, customer)
        conversation = (
            await session.get(Conversation, contact.current_conversation_id)
            if contact.current_conversation_id
            else None
        )
        rows = (await session.scalars(_MESSAGES, {"contact": contact.id, "before": before, "limit": limit + 1})).all()
        state = await tell.state_for_contact(session, conversation) if conversation else None
    messages = [views.message(orjson.loads(row), reader) for row in rows[-limit:]]
    return {"messages": messages, "last": contact.last_seq, "conversation": state, "more": len(rows) > limit}


async def rate(platform: Platform, customer: Customer, rating: RatingIn) -> None:
    """Raises NotFound for a conversation of somebody else, Conflict before it is resolved."""
    await platform.limits.hit("chat.message", customer.contact_id.hex)
    async with platform.db.transaction(customer.workspace_id) as session:
        await check(session, customer)
        conversation = await actions.lock(session, rating.conversation_id)
        if conversation.contact_id != customer.contact_id:
            raise NotFound
        comment = clean(rating.comment).strip() if rating.comment else None
        await actions.rate(session, conversation, score=rating.score, comment=comment or None)
    platform.hub.wake(customer.contact_id, customer.workspace_id)


async def mark_read(platform: Platform, customer: Customer, seq: int) -> None:
    async with platform.db.transaction(customer.workspace_id) as session:
        contact = await check(session, customer)
        if contact.current_conversation_id is None:
            return
        conversation = await actions.lock(session, contact.current_conversation_id)
        changed = await actions.read_by_contact(session, conversation, seq)
    if changed:
        platform.hub.wake(customer.workspace_id)


async def typing(platform: Platform, customer: Customer) -> None:
    """Tells members that the customer is writing; stored nowhere. The assistant waits for what they write."""
    async with platform.db.transaction(customer.workspace_id) as session:
        row = (
            await session.execute(
                select(Contact.current_conversation_id, Contact.name).where(Contact.id == customer.contact_id)
            )
        ).first()
        current = row[0] if row else None
        if current:
            await turns.wait_for_more(session, current, timedelta(milliseconds=platform.settings.pause_ms))
    if row and current:
        data = {
            "conversation_id": str(current),
            "sender": {"kind": "contact", "id": str(customer.contact_id), "name": row[1]},
        }
        platform.hub.tell(customer.workspace_id, {"type": "typing", "data": data})
