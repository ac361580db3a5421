"""Marks on a conversation: read, rated, tagged."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact
from relevo.conversations import tell
from relevo.conversations.tables import Conversation
from relevo.kit.cards import mask_cards
from relevo.kit.clock import now
from relevo.kit.errors import Conflict


async def read_by_agent(session: AsyncSession, conversation: Conversation, seq: int) -> None:
    """The agent who answers has seen everything up to `seq`. A read mark never goes back."""
    last = await session.scalar(select(Contact.last_seq).where(Contact.id == conversation.contact_id)) or 0
    seq = min(seq, last)
    if seq <= conversation.agent_read_seq and conversation.unread == 0:
        return
    conversation.agent_read_seq = max(seq, conversation.agent_read_seq)
    conversation.unread = 0
    await session.flush()
    await tell.both(session, conversation)


async def read_by_contact(session: AsyncSession, conversation: Conversation, seq: int) -> bool:
    """The customer has seen everything up to `seq`; True where that was news."""
    last = await session.scalar(select(Contact.last_seq).where(Contact.id == conversation.contact_id)) or 0
    if min(seq, last) <= conversation.contact_read_seq:
        return False
    conversation.contact_read_seq = min(seq, last)
    await session.flush()
    await tell.members(session, conversation, "conversation.updated")
    return True


async def rate(session: AsyncSession, conversation: Conversation, *, score: int, comment: str | None) -> None:
    """The customer's opinion; they may correct it. Raises Conflict before the conversation is resolved."""
    if conversation.status != "resolved":
        raise Conflict("A conversation can be rated once it has been resolved.", code="not_resolved")
    conversation.rating_score, conversation.rated_at = score, now()
    conversation.rating_comment = mask_cards(comment) if comment else comment
    await session.flush()
    await tell.contact(
        session, conversation, "conversation.updated", data=await tell.state_for_contact(session, conversation)
    )
    await tell.members(session, conversation, "rating.received")


async def tag(session: AsyncSession, conversation: Conversation, name: str) -> None:
    if name in conversation.tags:
        return
    conversation.tags = [*conversation.tags, name]
    await session.flush()
    await tell.members(session, conversation, "conversation.updated")
