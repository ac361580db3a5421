"""The route that answers "why this?"."""

from uuid import UUID

from fastapi import APIRouter, Request

from relevo.assistant.receipts.schemas import Why
from relevo.assistant.receipts.why import why
from relevo.platform.http import platform_of
from relevo.workspaces.authenticate import Agent

router = APIRouter(prefix="/api/v1", tags=["assistant"])


@router.get("/messages/{message_id}/why")
async def get_why(request: Request, actor: Agent, message_id: UUID) -> Why:
    """Why the assistant said this, or what it made of it: decision, reasons, level, receipt, calls of language models, times."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return Why.model_validate(await why(session, message_id))
