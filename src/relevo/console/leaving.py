"""What an agent who was switched off leaves behind: their conversations go back to the queue, so no customer waits for nobody."""

from uuid import UUID

from sqlalchemy import select

from relevo.assistant.packet import packet_of
from relevo.conversations import actions
from relevo.conversations.tables import Conversation
from relevo.platform.platform import Platform
from relevo.workspaces.tables import Member

_AT_ONCE = 200


async def return_conversations(platform: Platform) -> int:
    """Passes conversations of former members to the queue; how many there were."""
    async with platform.db.connection() as connection:
        workspaces: list[UUID] = [
            row[0] for row in await connection.fetch("select workspace_id from relevo_workspaces()")
        ]
    return sum([await _in_workspace(platform, workspace_id) for workspace_id in workspaces])


async def _in_workspace(platform: Platform, workspace_id: UUID) -> int:
    left_behind = (
        select(Conversation.id)
        .join(Member, Member.id == Conversation.assignee_id)
        .where(Member.deactivated_at.is_not(None), Conversation.holder == "agent", Conversation.status != "resolved")
        .order_by(Conversation.id)
        .limit(_AT_ONCE)
    )
    async with platform.db.transaction(workspace_id) as session:
        found = (await session.scalars(left_behind)).all()
    for conversation_id in found:
        await _return(platform, workspace_id, conversation_id)
    return len(found)


async def _return(platform: Platform, workspace_id: UUID, conversation_id: UUID) -> None:
    async with platform.db.transaction(workspace_id) as session:
        conversation = await actions.lock(session, conversation_id)
        assignee = await session.get(Member, conversation.assignee_id) if conversation.assignee_id else None
        if conversation.holder != "agent" or assignee is None or assignee.deactivated_at is None:
            return  # somebody took it meanwhile
        await actions.hand_off(session, conversation, reason="by_agent", packet=await packet_of(session, conversation))
    platform.hub.wake(conversation.contact_id, workspace_id)
