"""Taking hold of a conversation. Lock order is contact, then conversation, as for a customer's message; so nothing can deadlock."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact
from relevo.conversations.tables import Conversation
from relevo.kit.errors import Conflict, NotFound


async def lock(session: AsyncSession, conversation_id: UUID, *, epoch: int | None = None) -> Conversation:
    """The conversation, locked together with its contact until the end of the transaction.

    Raises NotFound, and Conflict (conversation_moved) where `epoch` is given and another owner has taken over since.
    """
    contact_id = await session.scalar(select(Conversation.contact_id).where(Conversation.id == conversation_id))
    if contact_id is None:
        raise NotFound
    await session.execute(select(Contact.id).where(Contact.id == contact_id).with_for_update())
    statement = select(Conversation).where(Conversation.id == conversation_id).with_for_update()
    conversation = (await session.execute(statement.execution_options(populate_existing=True))).scalar_one()
    if epoch is not None and conversation.epoch != epoch:
        raise Conflict(
            "Somebody else has taken this conversation over meanwhile.",
            code="conversation_moved",
            epoch=conversation.epoch,
        )
    return conversation
