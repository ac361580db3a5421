"""A message whose text changes after it was sent: an answer that is shown while it is written."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.conversations import tell
from relevo.conversations.actions.speaking import PREVIEW
from relevo.conversations.tables import Conversation, Message
from relevo.conversations.types import Outcome
from relevo.kit.cards import mask_cards
from relevo.kit.text import shorten
from relevo.platform.events import record


async def revise(
    session: AsyncSession, conversation: Conversation, message: Message, *,
    text: str, outcome: Outcome | None = None, sources: Sequence[dict[str, Any]] | None = None,
) -> None:  # fmt: skip
    """Gives the message another text. `conversation` is locked. Where nothing has been said since, its preview follows."""
    was = shorten(message.text, PREVIEW)
    message.text = mask_cards(text)
    message.outcome = outcome or message.outcome
    message.sources = list(sources) if sources is not None else message.sources
    if conversation.preview == was and conversation.preview_sender == message.sender_kind:
        conversation.preview = shorten(message.text, PREVIEW)
    await session.flush()
    await tell.contact(session, conversation, "message.updated", message_id=message.id)
    await record(
        session, "message.updated", contact_id=conversation.contact_id, conversation_id=conversation.id, message_id=message.id
    )  # fmt: skip
