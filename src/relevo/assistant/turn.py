"""A turn: read what was said, think with no transaction open, write only if nobody has moved on meanwhile.

What the assistant may do about it is settled before it thinks; whether it is stopped, in the transaction in which it speaks.
"""

import time
from dataclasses import replace
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.people import PEOPLE_FIRST, STOPPED, Reason, to_people
from relevo.assistant.autonomy.policy import level_of
from relevo.assistant.autonomy.stopping import may_speak
from relevo.assistant.autonomy.topics import topic_of
from relevo.assistant.autonomy.types import Where
from relevo.assistant.packet import packet_of
from relevo.assistant.proposals.propose import propose
from relevo.assistant.read import Gathered, gather, voice_of
from relevo.assistant.receipts.keep import keep
from relevo.assistant.showing import Showing
from relevo.assistant.speaking import Allowed, client_id_of, saying, turn_row
from relevo.assistant.tables import Turn
from relevo.assistant.texts import wording
from relevo.assistant.thinking import Thought, think
from relevo.assistant.types import Answer, Clarify, Context, HandOff, Silence
from relevo.conversations import actions, turns
from relevo.conversations.tables import Conversation
from relevo.conversations.turns import Claimed, Due
from relevo.conversations.types import Saying, Sender
from relevo.kit.errors import RelevoError
from relevo.kit.ids import new_id
from relevo.platform.platform import Platform
from relevo.understanding.danger import find_danger
from relevo.understanding.ensure import understood
from relevo.understanding.person import person_requested
from relevo.understanding.types import Reading

log = structlog.get_logger()

MOST_ATTEMPTS = 3


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
        gathered = await _read(platform, due)
        read = time.perf_counter()
        context = replace(gathered.context, readings=await _understood(platform, due, gathered.burst))
        understand = time.perf_counter()
        allowed = allowed_for(gathered, context)
        if reason := _people_first(gathered, context, allowed):
            await _to_people(platform, due, claimed, reason=reason, context=context, allowed=allowed)
            return
        showing = Showing(platform, due, claimed, context)
        thought = await think(
            platform,
            due.workspace_id,
            due.conversation_id,
            context,
            gathered.index,
            has_model=gathered.around.has_model,
            show=showing.show,
        )
        timings = {"read": _ms(started, read), "understand": _ms(read, understand), "think": _ms(understand)}
    except Exception as error:  # whatever broke, the customer must not be left alone with it
        log.exception("turn_failed", conversation_id=str(due.conversation_id), exc_info=error)
        await _fail(platform, due, claimed)
        return
    thought = replace(thought, timings=timings)
    write = _finish if showing.message_id else _write
    await write(platform, due, claimed, showing, context=context, thought=thought, allowed=allowed)


async def _read(platform: Platform, due: Due) -> Gathered:
    async with platform.db.transaction(due.workspace_id) as session:
        return await gather(session, await session.get_one(Conversation, due.conversation_id))


async def _understood(platform: Platform, due: Due, burst: tuple[UUID, ...]) -> tuple[Reading, ...]:
    """What was understood of the messages; without it an answer is still better than none."""
    try:
        return await understood(platform, due.workspace_id, burst)
    except RelevoError as error:
        log.warning("turn_without_reading", conversation_id=str(due.conversation_id), reason=error.detail)
        return ()


def allowed_for(gathered: Gathered, context: Context) -> Allowed:
    """What it is about, and what the assistant may do there."""
    topic = topic_of(context.readings, gathered.around.own, before=gathered.around.topic)
    where = Where(topic, context.voice.locale, gathered.around.channel)
    return Allowed(where, level_of(gathered.around.policy, where, context.text))


def _people_first(gathered: Gathered, context: Context, allowed: Allowed) -> Reason | None:
    """Why the assistant says nothing of its own. Danger and the wish for a person are heard at every level."""
    if gathered.around.policy.stopped:
        return STOPPED
    if allowed.level == "autonomous" or find_danger(context.text) or person_requested(context.text):
        return None
    return PEOPLE_FIRST


async def _to_people(
    platform: Platform, due: Due, claimed: Claimed, *, reason: Reason, context: Context, allowed: Allowed
) -> None:
    """The conversation waits for people from here on; only then, with nobody kept waiting, the assistant thinks for them."""
    async with platform.db.transaction(due.workspace_id) as session:
        conversation = await turns.still_mine(session, claimed)
        if conversation is None:
            return
        await to_people(session, conversation, reason=reason, voice=context.voice)
        turns.finish(conversation)
        contact_id = conversation.contact_id
    platform.hub.wake(contact_id, due.workspace_id)
    if reason == PEOPLE_FIRST and allowed.level != "off":
        await propose(platform, due.workspace_id, due.conversation_id)


async def _write(
    platform: Platform, due: Due, claimed: Claimed, _: Showing, *, context: Context, thought: Thought, allowed: Allowed
) -> None:
    async with platform.db.transaction(due.workspace_id) as session:
        conversation = await turns.still_mine(session, claimed)
        if conversation is None:
            return
        if await may_speak(session):
            await _respond(session, conversation, claimed, context=context, thought=thought, allowed=allowed)
        else:
            await to_people(session, conversation, reason=STOPPED, voice=context.voice)
        turns.finish(conversation)
        contact_id = conversation.contact_id
    platform.hub.wake(contact_id, due.workspace_id)


async def _finish(
    platform: Platform, due: Due, _: Claimed, showing: Showing, *, context: Context, thought: Thought, allowed: Allowed
) -> None:
    """Of an answer that was shown while it was written."""
    decision = thought.decision
    async with platform.db.transaction(due.workspace_id) as session:
        found = await showing.finish(session, decision) if isinstance(decision, Answer | Clarify) else None
        conversation = found[0] if found else await session.get_one(Conversation, due.conversation_id)
        turn = turn_row(conversation, context, thought, allowed)
        turn.message_id = showing.message_id
        session.add(turn)
        await session.flush()
        if found:
            conversation.failed_attempts = 0
            await keep(session, found[1], thought.receipt)
        elif isinstance(decision, HandOff):
            await _pass_on_after_all(session, due, context, decision)
    platform.hub.wake(conversation.contact_id, due.workspace_id)


async def _pass_on_after_all(session: AsyncSession, due: Due, context: Context, decision: HandOff) -> None:
    """What was shown stands in its sources and stays; a person goes on from there."""
    conversation = await actions.lock(session, due.conversation_id)
    if conversation.holder != "assistant" or not await may_speak(session):
        return
    last = Saying(new_id(), decision.text, Sender("assistant", context.voice.name), outcome="hand_off")
    packet = await packet_of(session, conversation)
    await actions.hand_off(session, conversation, reason=decision.reason, packet=packet, saying=last)


async def _respond(
    session: AsyncSession, conversation: Conversation, claimed: Claimed, *, context: Context, thought: Thought, allowed: Allowed
) -> None:  # fmt: skip
    turn = turn_row(conversation, context, thought, allowed)
    decision = thought.decision
    if isinstance(decision, Silence):
        session.add(turn)
        return
    packet = await _packet(session, conversation, turn) if isinstance(decision, HandOff) else None
    message = await actions.say(session, conversation, saying(decision, claimed, context.voice.name))
    turn.message_id = message.id
    session.add(turn)
    match decision:
        case Answer():
            conversation.failed_attempts = 0
            await keep(session, message, thought.receipt)
        case Clarify():
            conversation.failed_attempts += 1 if decision.failed else 0
        case HandOff():
            await actions.hand_off(session, conversation, reason=decision.reason, packet=packet or {})


async def _packet(session: AsyncSession, conversation: Conversation, turn: Turn) -> dict[str, Any]:
    """With the turn that passes it on."""
    session.add(turn)
    await session.flush()
    return await packet_of(session, conversation)


async def _fail(platform: Platform, due: Due, claimed: Claimed) -> None:
    """Passes the conversation on with an apology. Uses nothing that thinking uses."""
    async with platform.db.transaction(due.workspace_id) as session:
        conversation = await turns.still_mine(session, claimed)
        if conversation is None:
            return
        if await may_speak(session):
            await _apologise(session, conversation, claimed)
        else:
            await to_people(session, conversation, reason=STOPPED)
        turns.finish(conversation)
        contact_id = conversation.contact_id
    platform.hub.wake(contact_id, due.workspace_id)


async def _apologise(session: AsyncSession, conversation: Conversation, claimed: Claimed) -> None:
    voice = await voice_of(session, conversation)
    text, sender = wording("assistant_failed", voice), Sender("assistant", voice.name)
    last = Saying(client_id_of(claimed), text, sender, outcome="hand_off")
    packet = await packet_of(session, conversation)
    await actions.hand_off(session, conversation, reason="assistant_failed", packet=packet, saying=last)


def _ms(start: float, end: float | None = None) -> float:
    return round(((time.perf_counter() if end is None else end) - start) * 1000, 2)
