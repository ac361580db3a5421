"""Thinking beside people: the conversation is theirs, and what the assistant would say is kept as a proposal."""

import time
from dataclasses import replace
from uuid import UUID

import structlog
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.policy import level_of
from relevo.assistant.autonomy.stopping import may_speak
from relevo.assistant.autonomy.tables import Proposal
from relevo.assistant.autonomy.topics import topic_of
from relevo.assistant.autonomy.types import Where
from relevo.assistant.read import Gathered, gather
from relevo.assistant.speaking import Allowed, outcome_of, replies_of, source_row, sources_of, turn_row
from relevo.assistant.thinking import Thought, think
from relevo.assistant.types import Answer, Clarify, Context
from relevo.conversations import actions
from relevo.conversations.tables import Conversation, Message
from relevo.kit.clock import now
from relevo.kit.errors import NotFound
from relevo.kit.ids import new_id
from relevo.platform.events import record
from relevo.platform.platform import Platform
from relevo.understanding.ensure import understood

log = structlog.get_logger()

LEVELS = frozenset({"observe", "suggest", "approve"})


async def propose(platform: Platform, workspace_id: UUID, conversation_id: UUID) -> None:
    """Thinks about what the customer said last. Whatever goes wrong here must not trouble those who answer."""
    try:
        await _propose(platform, workspace_id, conversation_id)
    except NotFound:
        return
    except Exception as error:
        log.exception("proposal_failed", conversation_id=str(conversation_id), exc_info=error)


async def _propose(platform: Platform, workspace_id: UUID, conversation_id: UUID) -> None:
    started = time.perf_counter()
    async with platform.db.transaction(workspace_id) as session:
        conversation = await session.get(Conversation, conversation_id)
        if conversation is None or conversation.holder == "assistant":
            return
        gathered = await gather(session, conversation)
    if gathered.around.policy.stopped or not gathered.burst:
        return
    readings = await understood(platform, workspace_id, gathered.burst)
    context = replace(gathered.context, readings=readings)
    allowed = _allowed(gathered, context)
    if allowed.level not in LEVELS:
        return
    thought = await think(
        platform, workspace_id, conversation_id, context, gathered.index, has_model=gathered.around.has_model
    )
    thought = replace(thought, timings={"think": round((time.perf_counter() - started) * 1000, 2)})
    await _keep(platform, workspace_id, conversation_id, gathered, context=context, thought=thought, allowed=allowed)


def _allowed(gathered: Gathered, context: Context) -> Allowed:
    topic = topic_of(context.readings, gathered.around.own, before=gathered.around.topic)
    where = Where(topic, context.voice.locale, gathered.around.channel)
    return Allowed(where, level_of(gathered.around.policy, where, context.text))


async def _keep(
    platform: Platform, workspace_id: UUID, conversation_id: UUID, gathered: Gathered, *,
    context: Context, thought: Thought, allowed: Allowed,
) -> None:  # fmt: skip
    async with platform.db.transaction(workspace_id) as session:
        conversation = await actions.lock(session, conversation_id)
        if await last_of_customer(session, conversation_id) != gathered.burst[-1] or not await may_speak(session):
            return  # they wrote again: that message gets its own proposal
        turn = turn_row(conversation, context, thought, allowed)
        session.add(turn)
        await session.flush()
        if isinstance(thought.decision, Answer | Clarify) and conversation.holder != "assistant":
            await _add(session, conversation, turn.id, gathered.burst[-1], thought, allowed)
    platform.hub.wake(workspace_id)


async def _add(
    session: AsyncSession, conversation: Conversation, turn_id: UUID, upto: UUID, thought: Thought, allowed: Allowed
) -> None:
    decision = thought.decision
    assert isinstance(decision, Answer | Clarify)
    is_shown = allowed.level != "observe"
    await session.execute(
        update(Proposal)
        .where(Proposal.conversation_id == conversation.id, Proposal.state == "waiting")
        .values(state="expired", settled_at=now())
    )
    row = {
        "id": new_id(), "workspace_id": conversation.workspace_id, "conversation_id": conversation.id, "turn_id": turn_id,
        "upto_message_id": upto, "topic": allowed.where.topic, "language": allowed.where.language,
        "channel": allowed.where.channel, "level": allowed.level, "state": "waiting" if is_shown else "shadow",
        "outcome": outcome_of(decision), "text": decision.text, "receipt": thought.receipt,
        "sources": [source_row(source) for source in sources_of(decision)], "quick_replies": replies_of(decision),
        "unsupported": thought.unsupported, "reasons": list(decision.reasons), "made_at": now(),
    }  # fmt: skip
    added = await session.scalar(insert(Proposal).values(row).on_conflict_do_nothing().returning(Proposal.id))
    if added and is_shown:
        await record(session, "proposal.created", conversation_id=conversation.id, data={"proposal_id": str(added)})


async def last_of_customer(session: AsyncSession, conversation_id: UUID) -> UUID | None:
    query = select(Message.id).where(Message.conversation_id == conversation_id, Message.sender_kind == "contact")
    return await session.scalar(query.order_by(Message.id.desc()).limit(1))
