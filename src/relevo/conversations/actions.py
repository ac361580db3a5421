"""What members and the assistant do with a conversation. Each action locks it, changes it, and records who is told.

Lock order is contact, then conversation, as for a customer's message; so nothing here can deadlock with one.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact
from relevo.conversations import tell
from relevo.conversations.tables import Conversation, File, Handoff, Message
from relevo.conversations.types import Holder, Saying
from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid, NotFound
from relevo.kit.ids import new_id
from relevo.kit.text import shorten
from relevo.platform.events import record

PREVIEW = 140


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


async def say(session: AsyncSession, conversation: Conversation, saying: Saying) -> Message:
    """Sends a message to the customer. `conversation` is locked and owned by the sender.

    The same client_id again returns the first message; with another text it raises Conflict (client_id_reused).
    """
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
        _end_turn(conversation)
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


async def take(session: AsyncSession, conversation: Conversation, member_id: UUID) -> None:
    """Makes the conversation this agent's; whatever the assistant was about to say under the old epoch is not sent."""
    if conversation.holder == "agent" and conversation.assignee_id == member_id:
        return
    if conversation.holder == "queue":
        await session.execute(
            update(Handoff)
            .where(Handoff.conversation_id == conversation.id, Handoff.accepted_at.is_(None))
            .values(accepted_at=now())
        )
    conversation.assignee_id = member_id
    await _change_holder(session, conversation, "agent")


async def hand_off(
    session: AsyncSession,
    conversation: Conversation,
    *,
    reason: str,
    packet: dict[str, Any],
    saying: Saying | None = None,
) -> None:
    """Passes the conversation to people. `saying` is the assistant's last word to the customer, if it has one.

    `reason` is a stable word: requested, safety, no_answer, failed_twice, assistant_failed, by_agent …
    """
    if saying:
        await say(session, conversation, saying)
    moment = now()
    session.add(
        Handoff(
            id=new_id(),
            workspace_id=conversation.workspace_id,
            conversation_id=conversation.id,
            reason=reason,
            packet=packet,
            created_at=moment,
            accepted_at=None,
        )
    )
    conversation.hand_off_reason = reason
    conversation.queued_at = moment
    conversation.waiting_since = conversation.waiting_since or moment
    conversation.assignee_id = None
    await _change_holder(session, conversation, "queue")


async def hand_back(session: AsyncSession, conversation: Conversation) -> None:
    """Gives the conversation back to the assistant; a question that nobody has answered becomes its turn."""
    if conversation.holder == "assistant":
        return
    conversation.assignee_id = None
    conversation.queued_at = None
    conversation.hand_off_reason = None
    conversation.failed_attempts = 0
    await _change_holder(session, conversation, "assistant")
    if conversation.waiting_since:
        conversation.turn_first_at = conversation.turn_due_at = now()


async def resolve(session: AsyncSession, conversation: Conversation) -> None:
    """Closes the conversation and asks the customer for a rating, once."""
    if conversation.status == "resolved":
        return
    conversation.status, conversation.resolved_at = "resolved", now()
    conversation.snoozed_until = conversation.waiting_since = conversation.queued_at = None
    conversation.unread = 0
    _end_turn(conversation)
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
    conversation.rating_score, conversation.rating_comment, conversation.rated_at = score, comment, now()
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


async def _change_holder(session: AsyncSession, conversation: Conversation, holder: Holder) -> None:
    conversation.holder = holder
    conversation.epoch += 1
    conversation.version += 1
    if conversation.status != "open":
        conversation.status, conversation.resolved_at, conversation.snoozed_until = "open", None, None
    if holder != "queue":
        conversation.queued_at = None
    _end_turn(conversation)
    await session.flush()
    await tell.both(session, conversation)


def _end_turn(conversation: Conversation) -> None:
    conversation.turn_due_at = conversation.turn_first_at = conversation.turn_claimed_until = None
    conversation.turn_attempts = 0


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
        id=new_id(), workspace_id=conversation.workspace_id, conversation_id=conversation.id, contact_id=conversation.contact_id,
        seq=None, client_id=saying.client_id, sender_kind=saying.sender.kind, sender_id=saying.sender.id,
        sender_name=saying.sender.name, private=private, text=saying.text, sources=saying.sources or None, outcome=saying.outcome,
        quick_replies=saying.quick_replies or None, created_at=moment,
    )  # fmt: skip


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
        .values(message_id=message.id)
        .returning(File.id)
    )
    if len(attached.all()) != len(set(files)):
        raise Invalid("An attachment was not found, or was sent already.", code="unknown_attachment")
