"""Follows conversations that people answer: proposes an answer to what customers write, compares it with what people write."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.policy import policy_of
from relevo.assistant.autonomy.tables import Proposal
from relevo.assistant.autonomy.types import Policy
from relevo.assistant.proposals.compare import compare, says_something
from relevo.assistant.proposals.propose import LEVELS, propose
from relevo.assistant.proposals.settle import expire
from relevo.conversations.tables import Conversation, Message
from relevo.kit.clock import now
from relevo.platform.dispatch import Happened, Listener
from relevo.platform.platform import Platform

_NEWS = timedelta(minutes=10)  # what was said before has been answered, or will be by a person


async def on_events(platform: Platform, workspace_id: UUID, events: Sequence[Happened]) -> None:
    recent = [event for event in events if event.at > now() - _NEWS]
    async with platform.db.transaction(workspace_id) as session:
        policy = await policy_of(session)
        if not _has_to_do(policy):
            return
        said = await _messages(session, [event.message_id for event in recent if event.message_id])
        for message in said:
            await _overtaken(session, message)
        for event in recent:
            if event.type == "conversation.resolved" and event.conversation_id:
                await _end(session, event.conversation_id)
        asked = await _of_people(session, [one for one in said if one.sender_kind == "contact"])
    platform.hub.wake(workspace_id)
    for conversation_id in asked:
        await propose(platform, workspace_id, conversation_id)


def _has_to_do(policy: Policy) -> bool:
    return not policy.stopped and any(level in LEVELS for _, level in policy.rules)


async def _messages(session: AsyncSession, ids: Sequence[UUID]) -> Sequence[Message]:
    kinds = ("contact", "agent")
    query = select(Message).where(Message.id.in_(ids), Message.private.is_(False), Message.sender_kind.in_(kinds))
    return (await session.scalars(query.order_by(Message.id))).all()


async def _overtaken(session: AsyncSession, message: Message) -> None:
    """A person's answer is compared with what was proposed; what the customer writes makes the proposals before it old."""
    before = select(Proposal).where(
        Proposal.conversation_id == message.conversation_id, Proposal.upto_message_id < message.id
    )
    if message.sender_kind == "agent":
        last = await session.scalar(before.order_by(Proposal.upto_message_id.desc()).limit(1))
        if last and last.state in ("shadow", "waiting", "expired"):
            await _compare(session, last, message)
    for waiting in await session.scalars(before.where(Proposal.state == "waiting")):
        await expire(session, waiting)


async def _compare(session: AsyncSession, proposal: Proposal, message: Message) -> None:
    """With all that people have said since, until the customer wrote again. A program's or an empty word says nothing."""
    query = select(Message).where(
        Message.conversation_id == proposal.conversation_id, Message.id > proposal.upto_message_id, Message.id <= message.id,
        Message.private.is_(False), Message.sender_kind.in_(("contact", "agent")),
    )  # fmt: skip
    since = (await session.scalars(query.order_by(Message.id))).all()
    if any(one.sender_kind == "contact" for one in since) or proposal.outcome != "answer":
        return
    written = "\n".join(one.text for one in since if not one.automated)
    if not says_something(written, proposal.language):
        return
    quotes = [str(source["quote"]) for source in proposal.sources]
    links = [str(source["url"]) for source in proposal.sources if source.get("url")]
    found = compare(proposal.text, written, locale=proposal.language, quotes=quotes, links=links)
    proposal.agreed, proposal.similarity, proposal.compared_at = found.agreed, found.similarity, now()
    proposal.compared_with = written
    await session.flush()


async def _end(session: AsyncSession, conversation_id: UUID) -> None:
    query = select(Proposal).where(Proposal.conversation_id == conversation_id, Proposal.state == "waiting")
    for waiting in await session.scalars(query):
        await expire(session, waiting)


async def _of_people(session: AsyncSession, asked: Sequence[Message]) -> list[UUID]:
    """Their conversations that people answer: one proposal each, for the last that was said."""
    ids = {message.conversation_id for message in asked}
    query = select(Conversation.id).where(
        Conversation.id.in_(ids), Conversation.holder.in_(("queue", "agent")), Conversation.status == "open"
    )
    return list((await session.scalars(query)).all())


LISTENER = Listener("proposals", ("message.created", "conversation.resolved"), on_events)
