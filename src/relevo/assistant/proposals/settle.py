"""What becomes of a proposal: released, edited, refused, or overtaken by what happened."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.stopping import may_speak
from relevo.assistant.autonomy.tables import Proposal
from relevo.assistant.proposals.compare import compare
from relevo.assistant.proposals.propose import last_of_customer
from relevo.assistant.read import voice_of
from relevo.assistant.receipts.keep import keep
from relevo.assistant.tables import Turn
from relevo.conversations import actions
from relevo.conversations.tables import Conversation, Message
from relevo.conversations.types import Outcome, Saying, Sender
from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid, NotFound
from relevo.kit.text import clean
from relevo.platform.access import Actor
from relevo.platform.events import record

SMALL_EDIT = 0.8  # so much alike, the person has said the same


async def release(
    session: AsyncSession, actor: Actor, proposal_id: UUID, *, client_id: UUID, text: str | None
) -> tuple[Proposal, Message]:
    """The customer gets it as a message of the assistant, released by this member. Released twice, it is said once.

    Raises NotFound, and Conflict: proposal_settled, proposal_expired, assistant_stopped, held_by_other.
    """
    proposal, conversation = await _locked(session, proposal_id)
    if proposal.state in ("released", "edited") and proposal.message_id:
        said = await session.get_one(Message, proposal.message_id)
        if said.client_id == client_id:
            return proposal, said
    await _check(session, actor, proposal, conversation)
    wanted = clean(text).strip() if text is not None else proposal.text
    if not wanted:
        raise Invalid("The message is empty.", errors=[{"field": "text", "message": "is empty"}])
    message = await _say(
        session,
        actor,
        proposal,
        conversation,
        replace(await _saying(session, proposal, conversation, client_id), text=wanted),
    )
    is_edited = wanted != proposal.text
    proposal.state, proposal.message_id = ("edited" if is_edited else "released"), message.id
    _compare_with(proposal, wanted)
    _settled(proposal, actor)
    await _tell(session, proposal)
    return proposal, message


async def refuse(session: AsyncSession, actor: Actor, proposal_id: UUID, *, reason: str) -> Proposal:
    """Raises NotFound, and Conflict (proposal_settled)."""
    proposal, _ = await _locked(session, proposal_id)
    if proposal.state != "waiting":
        raise Conflict("This proposal has been settled already.", code="proposal_settled")
    proposal.state, proposal.refusal, proposal.agreed, proposal.compared_at = (
        "refused",
        clean(reason).strip(),
        False,
        now(),
    )
    _settled(proposal, actor)
    await _tell(session, proposal)
    return proposal


async def expire(session: AsyncSession, proposal: Proposal) -> None:
    proposal.state, proposal.settled_at = "expired", now()
    await _tell(session, proposal)


async def _locked(session: AsyncSession, proposal_id: UUID) -> tuple[Proposal, Conversation]:
    conversation_id = await session.scalar(
        select(Proposal.conversation_id).where(Proposal.id == proposal_id, Proposal.state != "shadow")
    )
    if conversation_id is None:
        raise NotFound("There is no such proposal here.")
    conversation = await actions.lock(session, conversation_id)
    return await session.get_one(Proposal, proposal_id, with_for_update=True), conversation


async def _check(session: AsyncSession, actor: Actor, proposal: Proposal, conversation: Conversation) -> None:
    if proposal.state != "waiting":
        raise Conflict("This proposal has been settled already.", code="proposal_settled")
    if conversation.holder == "agent" and conversation.assignee_id != actor.member_id:
        raise Conflict("Another agent is answering this conversation.", code="held_by_other")
    if await last_of_customer(session, conversation.id) != proposal.upto_message_id:
        raise Conflict("The customer has written since; there will be a new proposal.", code="proposal_expired")
    if not await may_speak(session):
        raise Conflict("The assistant is stopped; write the answer yourself.", code="assistant_stopped")


async def _saying(session: AsyncSession, proposal: Proposal, conversation: Conversation, client_id: UUID) -> Saying:
    voice = await voice_of(session, conversation)
    outcome: Outcome = "clarify" if proposal.outcome == "clarify" else "answer"
    return Saying(
        client_id, proposal.text, Sender("assistant", voice.name), outcome=outcome, sources=proposal.sources,
        quick_replies=proposal.quick_replies,
    )  # fmt: skip


async def _say(
    session: AsyncSession, actor: Actor, proposal: Proposal, conversation: Conversation, saying: Saying
) -> Message:
    """A conversation that waited in the queue is from then on that of who released it."""
    await actions.take(session, conversation, actor.member_id)
    message = await actions.say(session, conversation, saying)
    message.released_by = actor.name
    turn = await session.get_one(Turn, proposal.turn_id)
    turn.message_id = message.id
    await keep(session, message, proposal.receipt)
    return message


def _compare_with(proposal: Proposal, text: str) -> None:
    found = compare(proposal.text, text, locale=proposal.language)
    proposal.similarity, proposal.compared_with, proposal.compared_at = found.similarity, text, now()
    proposal.agreed = text == proposal.text or (found.agreed and found.similarity >= SMALL_EDIT)


def _settled(proposal: Proposal, actor: Actor) -> None:
    proposal.settled_by = {"id": str(actor.member_id), "name": actor.name}
    proposal.settled_at = now()


async def _tell(session: AsyncSession, proposal: Proposal) -> None:
    await session.flush()
    data: dict[str, Any] = {"proposal_id": str(proposal.id), "state": proposal.state}
    await record(session, "proposal.updated", conversation_id=proposal.conversation_id, data=data)
