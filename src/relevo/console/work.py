"""What an agent does with a conversation, in the actions of the slices above."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.packet import packet_of
from relevo.console import showing
from relevo.console.schemas import TEXT_LIMIT, MessageIn
from relevo.contacts.tables import Contact
from relevo.conversations import actions, queries
from relevo.conversations.tables import Conversation, Message
from relevo.conversations.types import Saying, Sender
from relevo.kit.cards import mask_cards
from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid, NotFound, TooLarge
from relevo.kit.text import clean
from relevo.macros import queries as macros
from relevo.macros.fill import fill
from relevo.platform.access import Actor
from relevo.platform.live import TURNS
from relevo.platform.platform import Platform
from relevo.workspaces.tables import Member, Workspace


def search_text(q: str | None) -> str | None:
    return (clean(q).strip() or None) if q else None


async def summary(session: AsyncSession, actor: Actor, conversation_id: UUID) -> dict[str, Any]:
    await queries.get(session, actor, conversation_id)
    return (await showing.by_ids(session, [conversation_id]))[0]


async def send(session: AsyncSession, actor: Actor, conversation_id: UUID, sent: MessageIn) -> tuple[Message, bool]:
    """The message, and whether it is new. Raises Conflict: conversation_moved, held_by_other, client_id_reused."""
    if len(sent.text) > TEXT_LIMIT:
        raise TooLarge(f"A message may have up to {TEXT_LIMIT:,} characters.")
    text = clean(sent.text).strip()
    if not text and not sent.attachments:
        raise Invalid("The message is empty.", errors=[{"field": "text", "message": "is empty"}])
    await queries.get(session, actor, conversation_id)
    conversation = await actions.lock(session, conversation_id)
    saying = Saying(sent.client_id, text, await _sender(session, actor), files=tuple(sent.attachments))
    before = await session.scalar(
        select(Message.id).where(
            Message.contact_id == conversation.contact_id,
            Message.sender_kind == "agent",
            Message.client_id == sent.client_id,
        )
    )
    if sent.private:
        return await actions.note(session, conversation, saying), before is None
    if before is None:
        _check_owner(actor, conversation, sent)
        await actions.take(session, conversation, actor.member_id)
        if conversation.status != "open":
            await actions.reopen(session, conversation)
    return await actions.say(session, conversation, saying), before is None


async def _sender(session: AsyncSession, actor: Actor) -> Sender:
    """A program speaks in the name of the team and is marked as one: nobody may take it for a person."""
    if not actor.is_program:
        return Sender("agent", actor.name, actor.member_id)
    team = await session.scalar(select(Workspace.name)) or actor.name
    return Sender("agent", team, actor.member_id, automated=True)


def _check_owner(actor: Actor, conversation: Conversation, sent: MessageIn) -> None:
    if sent.epoch is not None and sent.epoch != conversation.epoch and not sent.take_over:
        raise Conflict(
            "Somebody else has taken this conversation over meanwhile.",
            code="conversation_moved",
            epoch=conversation.epoch,
        )
    held_by_other = conversation.holder == "agent" and conversation.assignee_id != actor.member_id
    if held_by_other and not sent.take_over:
        raise Conflict(
            "Another agent is answering this conversation.",
            code="held_by_other",
            assignee_id=str(conversation.assignee_id),
        )


async def assign(session: AsyncSession, conversation: Conversation, member_id: UUID) -> None:
    member = await session.scalar(select(Member).where(Member.id == member_id, Member.deactivated_at.is_(None)))
    if not member:
        raise NotFound("There is no such member here.")
    await actions.take(session, conversation, member.id)


async def to_queue(session: AsyncSession, actor: Actor, conversation: Conversation, reason: str | None) -> None:
    if conversation.holder == "queue":
        return
    packet = await packet_of(session, conversation)
    if reason:
        packet["summary"] = [f"{actor.name}: {mask_cards(clean(reason).strip())}", *packet["summary"]]
    await actions.hand_off(session, conversation, reason="by_agent", packet=packet)


async def read(session: AsyncSession, actor: Actor, conversation: Conversation, seq: int) -> None:
    """Only who answers moves the customer's read mark: a look by somebody else promises nothing."""
    if conversation.holder == "agent" and conversation.assignee_id == actor.member_id:
        await actions.read_by_agent(session, conversation, seq)


async def apply_macro(
    session: AsyncSession, actor: Actor, conversation: Conversation, macro_id: UUID, client_id: UUID
) -> None:
    macro = await macros.get(session, actor, macro_id)
    contact_name = await session.scalar(select(Contact.name).where(Contact.id == conversation.contact_id)) or ""
    if macro.text.strip():
        text = fill(macro.text, contact_name=contact_name, agent_name=actor.name)
        await send(session, actor, conversation.id, MessageIn(client_id=client_id, text=text, epoch=conversation.epoch))
    wanted: dict[str, Any] = macro.actions
    if name := wanted.get("tag"):
        await actions.tag(session, conversation, name)
    if wanted.get("assign_me"):
        await actions.take(session, conversation, actor.member_id)
    if hours := wanted.get("snooze_hours"):
        await actions.snooze(session, conversation, until=now() + timedelta(hours=hours))
    if wanted.get("resolve"):
        await actions.resolve(session, conversation)


async def typing(platform: Platform, actor: Actor, conversation_id: UUID) -> None:
    """Tells the customer and the other members that the agent writes; stored nowhere."""
    async with platform.db.transaction(actor.workspace_id) as session:
        conversation = await queries.get(session, actor, conversation_id)
    sender = {"kind": "agent", "name": actor.name}
    if conversation.holder == "agent" and conversation.assignee_id == actor.member_id:
        platform.hub.tell(conversation.contact_id, {"type": "typing", "data": {"sender": sender}})
    news = {"conversation_id": str(conversation_id), "sender": {**sender, "id": str(actor.member_id)}}
    platform.hub.tell(actor.workspace_id, {"type": "typing", "data": news})


def wake(platform: Platform, conversation: Conversation, *, turn: bool = False) -> None:
    platform.hub.wake(conversation.contact_id, conversation.workspace_id, *((TURNS,) if turn else ()))
