"""Routes: what the assistant proposes in a conversation, letting it out, refusing it."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from sqlalchemy import or_, select

from relevo.assistant.autonomy.tables import Proposal
from relevo.assistant.proposals import settle
from relevo.assistant.proposals.schemas import Proposals, ProposalView, RefuseIn, ReleaseIn
from relevo.conversations import queries
from relevo.platform.http import platform_of
from relevo.workspaces.authenticate import Agent

router = APIRouter(prefix="/api/v1", tags=["assistant"])
_SHOWN = 20


@router.get("/conversations/{conversation_id}/proposals")
async def get_proposals(request: Request, actor: Agent, conversation_id: UUID) -> Proposals:
    """The last ones, newest first. What the assistant only thought is shown once a person has answered."""
    query = (
        select(Proposal)
        .where(
            Proposal.conversation_id == conversation_id,
            or_(Proposal.state != "shadow", Proposal.compared_at.is_not(None)),
        )
        .order_by(Proposal.id.desc())
        .limit(_SHOWN)
    )
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        await queries.get(session, actor, conversation_id)
        rows = (await session.scalars(query)).all()
    return Proposals(proposals=[view(row) for row in rows])


@router.post("/proposals/{proposal_id}/release")
async def release(request: Request, actor: Agent, proposal_id: UUID, wanted: ReleaseIn) -> ProposalView:
    """Says it to the customer as a message of the assistant that this member let go out."""
    platform = platform_of(request)
    await platform.limits.hit("agent.message", actor.member_id.hex)
    async with platform.db.transaction(actor.workspace_id) as session:
        proposal, message = await settle.release(
            session, actor, proposal_id, client_id=wanted.client_id, text=wanted.text
        )
    platform.hub.wake(message.contact_id, actor.workspace_id)
    return view(proposal)


@router.post("/proposals/{proposal_id}/refuse")
async def refuse(request: Request, actor: Agent, proposal_id: UUID, wanted: RefuseIn | None = None) -> ProposalView:
    """Counts against the topic; the customer gets nothing of it."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        proposal = await settle.refuse(session, actor, proposal_id, reason=wanted.reason if wanted else "")
    platform.hub.wake(actor.workspace_id)
    return view(proposal)


def view(row: Proposal) -> ProposalView:
    shown: dict[str, Any] = {name: getattr(row, name, None) for name in ProposalView.model_fields if name != "compared"}
    compared = {"agreed": row.agreed, "similarity": row.similarity or 0.0, "with": row.compared_with or ""}
    return ProposalView.model_validate({**shown, "compared": compared if row.agreed is not None else None})
