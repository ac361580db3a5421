"""Routes: what is remembered of a contact, as members see it and may change it."""

from uuid import UUID

from fastapi import APIRouter, Request
from sqlalchemy import select

from relevo.assistant.memory import facts
from relevo.assistant.memory.kinds import Kind
from relevo.assistant.memory.schemas import Fact, FactIn, Facts, fact
from relevo.contacts.tables import Contact
from relevo.kit.errors import NotFound
from relevo.platform.http import platform_of
from relevo.workspaces.authenticate import Agent

router = APIRouter(prefix="/api/v1/contacts/{contact_id}/facts", tags=["contacts"])


@router.get("")
async def list_facts(request: Request, actor: Agent, contact_id: UUID) -> Facts:
    """What is remembered of them, with where it is from and until when it holds."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        if await session.scalar(select(Contact.id).where(Contact.id == contact_id)) is None:
            raise NotFound
        return Facts(facts=[fact(row) for row in await facts.facts_of(session, contact_id)])


@router.post("", status_code=201)
async def set_fact(request: Request, actor: Agent, contact_id: UUID, wanted: FactIn) -> Fact:
    """One of each kind; what was there is replaced. Values are closed: 422 for any other."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        shown = fact(await facts.set_by(session, actor, contact_id, kind=wanted.kind, value=wanted.value))
    platform.hub.wake(actor.workspace_id)
    return shown


@router.delete("", status_code=204)
async def delete_facts(request: Request, actor: Agent, contact_id: UUID, kind: Kind | None = None) -> None:
    """One kind or all. What was said until now is not learnt again."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await facts.delete(session, contact_id, kind)
    platform.hub.wake(actor.workspace_id)
