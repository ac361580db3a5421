"""What agents and the assistant say, and the notes that members write."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.conversations import tell
from relevo.conversations.tables import Conversation, File, Message
from relevo.conversations.types import Saying
from relevo.kit.cards import mask_cards
from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid
from relevo.kit.ids import new_id
from relevo.kit.text import shorten
from relevo.platform.events import record

PREVIEW = 140


async def say(session: AsyncSession, conversation: Conversation, saying: Saying) -> Message:
    """Sends a message to the customer. `conversation` is locked and owned by the sender.

    The same client_id again returns the first message; with another text it raises Conflict (client_id_reused).
    """
    saying = replace(saying, text=mask_cards(saying.text))
    if found := await _said_before(session, conversation, saying):
        return found
    moment = now()
    message = _message(conversation, saying, moment, private=False)
    session.add(message)
    message.seq = await tell.contact(session, conversation, "message.created", message_id=message.id, at=moment)
    await session.flush()
    await _attach(session, conversation, message, saying.files)
    conversation.version += 1
    conversation.preview, conversation.preview_sender = shorten(saying.text, PREVIEW), saying.sender.kind
    conversation.last_message_at = moment
    if saying.sender.kind in ("agent", "assistant"):
        conversation.waiting_since = None
        conversation.unread = 0
        conversation.end_turn()
    await session.flush()
    await record(
        session,
        "message.created",
        contact_id=conversation.contact_id,
        conversation_id=conversation.id,
        message_id=message.id,
    )
    return message


async def note(session: AsyncSession, conversation: Conversation, saying: Saying) -> Message:
    """Writes a note that only members see. It changes nothing for the customer or the assistant."""
    saying = replace(saying, text=mask_cards(saying.text))
    if found := await _said_before(session, conversation, saying):
        return found
    message = _message(conversation, saying, now(), private=True)
    session.add(message)
    await session.flush()
    await _attach(session, conversation, message, saying.files)
    await record(
        session,
        "message.created",
        contact_id=conversation.contact_id,
        conversation_id=conversation.id,
        message_id=message.id,
    )
    return message


async def _said_before(session: AsyncSession, conversation: Conversation, saying: Saying) -> Message | None:
    found = await session.scalar(
        select(Message).where(
            Message.contact_id == conversation.contact_id,
            Message.sender_kind == saying.sender.kind,
            Message.client_id == saying.client_id,
        )
    )
    if found and (found.text != saying.text or found.conversation_id != conversation.id):
        raise Conflict(
            "This client_id was used for another text; make a new one for every message.", code="client_id_reused"
        )
    return found


def _message(conversation: Conversation, saying: Saying, moment: datetime, *, private: bool) -> Message:
    return Message(
        id=new_id(),
        workspace_id=conversation.workspace_id,
        conversation_id=conversation.id,
        contact_id=conversation.contact_id,
        seq=None,
        client_id=saying.client_id,
        sender_kind=saying.sender.kind,
        sender_id=saying.sender.id,
        sender_name=saying.sender.name,
        automated=saying.sender.automated,
        private=private,
        text=saying.text,
        sources=saying.sources or None,
        outcome=saying.outcome,
        quick_replies=saying.quick_replies or None,
        created_at=moment,
    )


async def _attach(session: AsyncSession, conversation: Conversation, message: Message, files: tuple[UUID, ...]) -> None:
    if not files:
        return
    attached = await session.scalars(
        update(File)
        .where(
            File.id.in_(files),
            File.contact_id == conversation.contact_id,
            File.message_id.is_(None),
            File.uploaded_by == "agent",
        )
        .values(message_id=message.id, position=func.array_position(array(files), File.id))
        .returning(File.id)
    )
    if len(attached.all()) != len(set(files)):
        raise Invalid("An attachment was not found, or was sent already.", code="unknown_attachment")
