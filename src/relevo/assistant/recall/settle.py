"""A correction is sent by a member, or left."""

from typing import Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.people import say_beside
from relevo.assistant.autonomy.stopping import may_speak
from relevo.assistant.read import voice_of
from relevo.assistant.recall.tables import Recall
from relevo.conversations import actions
from relevo.conversations.tables import Conversation, Message
from relevo.conversations.types import Outcome, Saying, Sender
from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid, NotFound
from relevo.kit.text import clean
from relevo.platform.access import Actor
from relevo.platform.events import record


async def send(
    session: AsyncSession, actor: Actor, recall_id: UUID, *, text: str, client_id: UUID
) -> tuple[Recall, Message]:
    """Posts the correction to the conversation, which is open again: the customer may answer. Sent twice, it is said once.

    Raises NotFound, Invalid, and Conflict (recall_settled).
    """
    recall, conversation = await _locked(session, recall_id)
    if recall.state == "sent" and recall.sent_message_id:
        said = await session.get_one(Message, recall.sent_message_id)
        if said.client_id == client_id:
            return recall, said
    _check_open(recall)
    wanted = clean(text).strip()
    if not wanted:
        raise Invalid("The correction is empty.", errors=[{"field": "text", "message": "is empty"}])
    if conversation.status != "open":
        await actions.reopen(session, conversation)
    message = await _say(session, actor, conversation, wanted, client_id)
    recall.sent_message_id = message.id
    await _settle(session, recall, actor, "sent")
    return recall, message


async def dismiss(session: AsyncSession, actor: Actor, recall_id: UUID) -> Recall:
    recall, _ = await _locked(session, recall_id)
    _check_open(recall)
    await _settle(session, recall, actor, "dismissed")
    return recall


async def _locked(session: AsyncSession, recall_id: UUID) -> tuple[Recall, Conversation]:
    recall = await session.get(Recall, recall_id)
    if recall is None:
        raise NotFound("There is no such recall here.")
    conversation = await actions.lock(session, recall.conversation_id)
    await session.refresh(recall, with_for_update=True)
    return recall, conversation


def _check_open(recall: Recall) -> None:
    if recall.state != "open":
        raise Conflict("This has been dealt with already.", code="recall_settled")


async def _say(session: AsyncSession, actor: Actor, conversation: Conversation, text: str, client_id: UUID) -> Message:
    """The assistant corrects itself, with the name of who let it; where it is stopped, the member speaks. Who waits for an answer
    goes on waiting."""
    if await may_speak(session):
        sender = Sender("assistant", (await voice_of(session, conversation)).name)
    else:
        sender = Sender("agent", actor.name, actor.member_id, automated=actor.is_program)
    outcome: Outcome | None = "answer" if sender.kind == "assistant" else None
    message = await say_beside(session, conversation, Saying(client_id, text, sender, outcome=outcome))
    message.released_by = actor.name if sender.kind == "assistant" else None
    await session.flush()
    return message


async def _settle(session: AsyncSession, recall: Recall, actor: Actor, state: Literal["sent", "dismissed"]) -> None:
    recall.state, recall.settled_at = state, now()
    recall.settled_by = {"id": str(actor.member_id), "name": actor.name}
    await session.flush()
    data = {"recall_id": str(recall.id), "state": state}
    await record(session, "recall.updated", conversation_id=recall.conversation_id, data=data)
