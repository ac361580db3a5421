"""A turn: read what was said, think with no transaction open, write only if nobody has moved on meanwhile."""

import asyncio
import time
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.decide import decide
from relevo.assistant.packet import packet_of
from relevo.assistant.read import context_of, voice_of
from relevo.assistant.tables import Turn
from relevo.assistant.texts import wording
from relevo.assistant.types import Answer, Clarify, Context, Decision, HandOff, Silence, Source
from relevo.conversations import actions, turns
from relevo.conversations.tables import Conversation
from relevo.conversations.turns import Claimed, Due
from relevo.conversations.types import Saying, Sender
from relevo.kit.cards import mask_cards
from relevo.kit.clock import now
from relevo.kit.errors import RelevoError
from relevo.kit.ids import new_id
from relevo.knowledge.index import Index
from relevo.knowledge.search import index_of
from relevo.platform.platform import Platform
from relevo.understanding.ensure import summary_of, understood
from relevo.understanding.types import Reading

log = structlog.get_logger()

MOST_ATTEMPTS = 3
_NAMES: dict[type[Decision], str] = {Answer: "answer", Clarify: "clarify", HandOff: "hand_off", Silence: "silence"}


async def run_turn(platform: Platform, due: Due) -> None:
    """Runs the turn if it is still due. Where thinking fails, a person takes over."""
    started = time.perf_counter()
    async with platform.db.transaction(due.workspace_id) as session:
        claimed = await turns.claim(session, due.conversation_id)
    if claimed is None:
        return
    try:
        if claimed.attempt > MOST_ATTEMPTS:
            raise RuntimeError("the turn was begun too often")
        context, burst, index = await _read(platform, due)
        read = time.perf_counter()
        context = replace(context, readings=await _understood(platform, due, burst))
        understand = time.perf_counter()
        decision = await asyncio.to_thread(decide, context, index)
        thought = time.perf_counter()
        timings = {"read": _ms(started, read), "understand": _ms(read, understand), "think": _ms(understand, thought)}
    except Exception as error:  # whatever broke, the customer must not be left alone with it
        log.exception("turn_failed", conversation_id=str(due.conversation_id), exc_info=error)
        await _fail(platform, due, claimed)
        return
    await _write(platform, due, claimed, context=context, decision=decision, timings=timings)


async def _read(platform: Platform, due: Due) -> tuple[Context, tuple[UUID, ...], Index]:
    async with platform.db.transaction(due.workspace_id) as session:
        conversation = await session.get_one(Conversation, due.conversation_id)
        context, burst = await context_of(session, conversation)
        return context, burst, await index_of(session, due.workspace_id)


async def _understood(platform: Platform, due: Due, burst: tuple[UUID, ...]) -> tuple[Reading, ...]:
    """What was understood of the messages; without it an answer is still better than none."""
    try:
        return await understood(platform, due.workspace_id, burst)
    except RelevoError as error:
        log.warning("turn_without_reading", conversation_id=str(due.conversation_id), reason=error.detail)
        return ()


async def _write(
    platform: Platform, due: Due, claimed: Claimed, *, context: Context, decision: Decision, timings: dict[str, float]
) -> None:
    async with platform.db.transaction(due.workspace_id) as session:
        conversation = await turns.still_mine(session, claimed)
        if conversation is None:
            return
        turn = _row(conversation, context, decision, timings)
        await _respond(session, conversation, turn, decision=decision, name=context.voice.name, claimed=claimed)
        turns.finish(conversation)
        contact_id = conversation.contact_id
    platform.hub.wake(contact_id, due.workspace_id)


async def _respond(
    session: AsyncSession, conversation: Conversation, turn: Turn, *, decision: Decision, name: str, claimed: Claimed
) -> None:
    session.add(turn)
    await session.flush()
    match decision:
        case Silence():
            return
        case Answer():
            message = await actions.say(session, conversation, _saying(decision, claimed, name))
            conversation.failed_attempts = 0
            turn.message_id = message.id
        case Clarify():
            message = await actions.say(session, conversation, _saying(decision, claimed, name))
            conversation.failed_attempts += 1 if decision.failed else 0
            turn.message_id = message.id
        case HandOff():
            packet = await packet_of(session, conversation)
            saying = _saying(decision, claimed, name)
            await actions.hand_off(session, conversation, reason=decision.reason, packet=packet, saying=saying)


def _saying(decision: Answer | Clarify | HandOff, claimed: Claimed, name: str) -> Saying:
    """The same turn written twice makes the same client_id, so it is said once."""
    client_id = uuid5(claimed.conversation_id, f"turn {claimed.version}")
    sources = [source_row(source) for source in decision.sources] if not isinstance(decision, Clarify) else []
    replies = list(decision.quick_replies) if isinstance(decision, Clarify) else []
    outcome = "hand_off" if isinstance(decision, HandOff) else "clarify" if isinstance(decision, Clarify) else "answer"
    return Saying(
        client_id, decision.text, Sender("assistant", name), outcome=outcome, sources=sources, quick_replies=replies
    )


async def _fail(platform: Platform, due: Due, claimed: Claimed) -> None:
    """Passes the conversation on with an apology. Uses nothing that thinking uses."""
    async with platform.db.transaction(due.workspace_id) as session:
        conversation = await turns.still_mine(session, claimed)
        if conversation is None:
            return
        voice = await voice_of(session, conversation)
        client_id = uuid5(claimed.conversation_id, f"turn {claimed.version}")
        saying = Saying(
            client_id, wording("assistant_failed", voice), Sender("assistant", voice.name), outcome="hand_off"
        )
        packet = await packet_of(session, conversation)
        await actions.hand_off(session, conversation, reason="assistant_failed", packet=packet, saying=saying)
        turns.finish(conversation)
        contact_id = conversation.contact_id
    platform.hub.wake(contact_id, due.workspace_id)


def _row(conversation: Conversation, context: Context, decision: Decision, timings: dict[str, float]) -> Turn:
    return Turn(
        id=new_id(), workspace_id=conversation.workspace_id, conversation_id=conversation.id, message_id=None,
        question=mask_cards(context.text), decision=_NAMES[type(decision)],
        reason=decision.reason if isinstance(decision, HandOff) else None, reasons=list(decision.reasons),
        sources=[source_row(source) for source in _sources(decision)],
        readings=[summary_of(reading) for reading in context.readings], timings=timings, created_at=now(),
    )  # fmt: skip


def _sources(decision: Decision) -> tuple[Source, ...]:
    return decision.sources if isinstance(decision, Answer | HandOff) else ()


def source_row(source: Source) -> dict[str, Any]:
    return {"title": source.title, "url": source.url, "article": source.article, "quote": source.quote}


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
