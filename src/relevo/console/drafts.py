"""Drafts: what an agent has begun to write is kept on the server and is there on any of their devices."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.conversations.tables import Draft
from relevo.kit.cards import mask_cards
from relevo.kit.clock import now
from relevo.kit.text import clean
from relevo.platform.access import Actor


async def find(session: AsyncSession, actor: Actor, conversation_id: UUID) -> Draft | None:
    return await session.scalar(
        select(Draft).where(Draft.member_id == actor.member_id, Draft.conversation_id == conversation_id)
    )


async def keep(session: AsyncSession, actor: Actor, conversation_id: UUID, *, text: str, private: bool) -> None:
    values = {"text": mask_cards(clean(text)), "private": private, "updated_at": now()}
    statement = insert(Draft).values(
        member_id=actor.member_id, conversation_id=conversation_id, workspace_id=actor.workspace_id, **values
    )
    await session.execute(statement.on_conflict_do_update(index_elements=["member_id", "conversation_id"], set_=values))


async def drop(session: AsyncSession, actor: Actor, conversation_id: UUID) -> None:
    await session.execute(
        delete(Draft).where(Draft.member_id == actor.member_id, Draft.conversation_id == conversation_id)
    )
