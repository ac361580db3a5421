"""Routes of gaps. All members read them; supervisors have drafts made and leave gaps."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from relevo.learning.gaps import actions, views
from relevo.platform.http import Body, platform_of
from relevo.platform.platform import Platform
from relevo.workspaces.authenticate import Agent, Supervisor

router = APIRouter(prefix="/api/v1/gaps", tags=["knowledge"])
State = Literal["open", "drafted", "closed", "dismissed"]


class Question(BaseModel):
    """What a customer asked, without personal data, and what the assistant did."""

    text: str
    conversation_id: UUID
    at: datetime
    outcome: Literal["no_answer", "failed_twice", "not_understood"]
    answer: str | None = Field(description="What it is answered now, from the article; null where it is not.")


class Ended(BaseModel):
    """How many of the conversations ended so. `repeated`: the contact began another one within a week."""

    resolved: int
    rated_low: int
    repeated: int


class ArticleName(BaseModel):
    id: UUID
    title: str
    status: str


class Sentence(BaseModel):
    text: str
    conversations: list[UUID]


class Closed(BaseModel):
    at: datetime
    answered: int
    of: int


class GapView(BaseModel):
    """Questions without an answer that mean the same."""

    id: UUID
    title: str
    locale: str
    questions: list[Question] = Field(description="Newest first; up to 20 in a list.")
    count: int = Field(description="Conversations in which it was asked.")
    last_at: datetime
    ended: Ended
    state: State
    article: ArticleName | None
    sentences: list[Sentence] = Field(
        description="What the draft was made of, with the conversations that it was said in."
    )
    closed: Closed | None


class Gaps(BaseModel):
    gaps: list[GapView]


class Nothing(Body):
    pass


@router.get("")
async def list_gaps(
    request: Request, actor: Agent, state: State | None = None, limit: Annotated[int, Query(ge=1, le=200)] = 100
) -> Gaps:
    """First what is asked most and latest, and ended worst."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return Gaps.model_validate({"gaps": await views.in_order(session, actor, state=state, limit=limit)})


@router.get("/{gap_id}")
async def get_gap(request: Request, actor: Agent, gap_id: UUID) -> GapView:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return GapView.model_validate(await views.one(session, actor, gap_id))


@router.post("/{gap_id}/draft")
async def make_draft(request: Request, actor: Supervisor, gap_id: UUID, _: Nothing | None = None) -> GapView:
    """An article for review, made of what people answered. 409 `gap_settled` where there is one."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.make_draft(session, actor, gap_id)
        shown = await views.one(session, actor, gap_id)
    return _told(platform, actor.workspace_id, shown)


@router.post("/{gap_id}/dismiss")
async def dismiss(request: Request, actor: Supervisor, gap_id: UUID, _: Nothing | None = None) -> GapView:
    """No article is wanted for it."""
    return await _settled(request, actor, gap_id, "dismissed")


@router.post("/{gap_id}/reopen")
async def reopen(request: Request, actor: Supervisor, gap_id: UUID, _: Nothing | None = None) -> GapView:
    return await _settled(request, actor, gap_id, "open")


async def _settled(request: Request, actor: Supervisor, gap_id: UUID, state: Literal["dismissed", "open"]) -> GapView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.settle(session, actor, gap_id, state)
        shown = await views.one(session, actor, gap_id)
    return _told(platform, actor.workspace_id, shown)


def _told(platform: Platform, workspace_id: UUID, shown: dict[str, Any]) -> GapView:
    platform.hub.wake(workspace_id)
    return GapView.model_validate(shown)
