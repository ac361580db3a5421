"""Routes: answers that no longer hold, sending a correction, leaving it."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field, StringConstraints
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.recall import settle
from relevo.assistant.recall.tables import Recall
from relevo.contacts.tables import Contact
from relevo.kit.clock import rfc3339
from relevo.kit.errors import Invalid
from relevo.kit.ids import parse_id
from relevo.platform.http import Body, platform_of
from relevo.workspaces.authenticate import Agent, Supervisor

router = APIRouter(prefix="/api/v1", tags=["assistant"])
State = Literal["open", "sent", "dismissed", "void"]


class RecalledArticle(BaseModel):
    id: UUID | None
    name: str
    title: str


class ConversationName(BaseModel):
    id: UUID


class ContactName(BaseModel):
    id: UUID
    name: str | None


class RecallView(BaseModel):
    """A sentence that a customer was told and that its article no longer carries."""

    id: UUID
    article: RecalledArticle
    revision_from: int
    revision_to: int | None = Field(description="Null where the article is not published any more.")
    message_id: UUID
    conversation: ConversationName
    contact: ContactName
    at: datetime = Field(description="When it was said.")
    sentence: str
    was: str = Field(description="What the article said.")
    now: str | None = Field(description="What it says instead, where it says anything.")
    state: State = Field(description="`void`: the article says again what was told.")
    draft: str = Field(description="A correction in the customer's language. It is not sent by itself.")
    sent_message_id: UUID | None


class Recalls(BaseModel):
    recalls: list[RecallView]
    next: str | None


class SendIn(Body):
    text: Annotated[str, StringConstraints(max_length=8000)]
    client_id: UUID


class Nothing(Body):
    pass


@router.get("/recalls")
async def get_recalls(
    request: Request,
    actor: Agent,
    state: State | None = None,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Recalls:
    """Newest first."""
    query = select(Recall, Contact.name).join(Contact, Contact.id == Recall.contact_id)
    if state:
        query = query.where(Recall.state == state)
    if cursor:
        query = query.where(Recall.id < _opened(cursor))
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        rows = (await session.execute(query.order_by(Recall.id.desc()).limit(limit + 1))).all()
    shown = [_view(row, name) for row, name in rows[:limit]]
    return Recalls(recalls=shown, next=str(shown[-1].id) if len(rows) > limit else None)


@router.post("/recalls/{recall_id}/send")
async def send(request: Request, actor: Supervisor, recall_id: UUID, wanted: SendIn) -> RecallView:
    """Posts the correction to the conversation, which is opened again."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        recall, _ = await settle.send(session, actor, recall_id, text=wanted.text, client_id=wanted.client_id)
        shown = await _with_name(session, recall)
    platform.hub.wake(recall.contact_id, actor.workspace_id)
    return shown


@router.post("/recalls/{recall_id}/dismiss")
async def dismiss(request: Request, actor: Supervisor, recall_id: UUID, _: Nothing | None = None) -> RecallView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        shown = await _with_name(session, await settle.dismiss(session, actor, recall_id))
    platform.hub.wake(actor.workspace_id)
    return shown


async def _with_name(session: AsyncSession, recall: Recall) -> RecallView:
    return _view(recall, await session.scalar(select(Contact.name).where(Contact.id == recall.contact_id)))


def _view(row: Recall, name: str | None) -> RecallView:
    shown: dict[str, Any] = {
        "article": {"id": row.article_id, "name": row.article, "title": row.title},
        "conversation": {"id": row.conversation_id},
        "contact": {"id": row.contact_id, "name": name},
        "at": rfc3339(row.said_at),
        "now": row.is_now,
    }
    same = ("id", "revision_from", "revision_to", "message_id", "sentence", "was", "state", "draft", "sent_message_id")
    return RecallView.model_validate({**shown, **{field: getattr(row, field) for field in same}})


def _opened(cursor: str) -> UUID:
    found = parse_id(cursor)
    if found is None:
        wrong = [{"field": "cursor", "message": "is not valid"}]
        raise Invalid("The cursor is not one of ours.", errors=wrong)
    return found
