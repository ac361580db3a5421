"""Who has to answer: the assistant, the queue, or an agent. Every change raises the epoch."""

from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.conversations import tell
from relevo.conversations.actions.speaking import say
from relevo.conversations.tables import Conversation, Handoff
from relevo.conversations.types import Holder, Saying
from relevo.kit.clock import now
from relevo.kit.ids import new_id


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


async def _change_holder(session: AsyncSession, conversation: Conversation, holder: Holder) -> None:
    conversation.holder = holder
    conversation.epoch += 1
    conversation.version += 1
    if conversation.status != "open":
        conversation.status, conversation.resolved_at, conversation.snoozed_until = "open", None, None
    if holder != "queue":
        conversation.queued_at = None
    conversation.end_turn()
    await session.flush()
    await tell.both(session, conversation)
