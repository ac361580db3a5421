"""The agents' API for conversations. Every route reads through `visible_to` or `lock`, under the actor's workspace."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, UploadFile
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from relevo.console import drafts, schemas, showing, work
from relevo.conversations import actions, files, queries, views
from relevo.conversations.queries import Wanted
from relevo.conversations.tables import Conversation
from relevo.conversations.views import Reader
from relevo.kit.clock import rfc3339
from relevo.kit.errors import NotFound
from relevo.platform.access import Actor
from relevo.platform.http import json_response, platform_of
from relevo.platform.platform import Platform
from relevo.widget.schemas import AttachmentView
from relevo.workspaces.authenticate import Agent

router = APIRouter(prefix="/api/v1", tags=["conversations"])


@router.get("/conversations", response_model=schemas.Summaries)
async def list_conversations(
    request: Request,
    actor: Agent,
    view: queries.View | None = None,
    status: Literal["open", "snoozed", "resolved"] | None = None,
    holder: Literal["assistant", "queue", "agent"] | None = None,
    q: Annotated[str | None, Query(max_length=200)] = None,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Response:
    """A page of conversations, latest activity first (`waiting`: longest wait first)."""
    wanted = Wanted(view, status, holder, work.search_text(q), cursor, limit)
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        page, following = await queries.summaries(session, actor, wanted)
        page = await showing.with_readings(session, page)
    return json_response({"conversations": page, "next": following})


@router.get("/conversations/counts")
async def count_conversations(request: Request, actor: Agent) -> schemas.Counts:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return schemas.Counts.model_validate(await queries.counts(session, actor))


@router.get("/conversations/{conversation_id}", response_model=schemas.Summary)
async def get_conversation(request: Request, actor: Agent, conversation_id: UUID) -> Response:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return json_response(await work.summary(session, actor, conversation_id))


@router.get("/conversations/{conversation_id}/messages", response_model=schemas.Messages)
async def get_messages(
    request: Request,
    actor: Agent,
    conversation_id: UUID,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    before: UUID | None = None,
) -> Response:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await queries.get(session, actor, conversation_id)
        rows, more = await queries.messages(session, conversation_id, limit=limit, before=before)
    reader = reader_for(platform, actor)
    return json_response({"messages": [showing.message(row, reader) for row in rows], "more": more})


@router.post(
    "/conversations/{conversation_id}/messages", status_code=201, responses={200: {"model": schemas.MessageOut}}
)
async def send_message(
    request: Request, response: Response, actor: Agent, conversation_id: UUID, sent: schemas.MessageIn
) -> schemas.MessageOut:
    """Answers the customer, or with `private` writes a note. Answering takes a conversation from the assistant or the queue."""
    platform = platform_of(request)
    await platform.limits.hit("agent.message", actor.member_id.hex)
    async with platform.db.transaction(actor.workspace_id) as session:
        message, is_new = await work.send(session, actor, conversation_id, sent)
    platform.hub.wake(message.contact_id, actor.workspace_id)
    response.status_code = 201 if is_new else 200
    return schemas.MessageOut(id=message.id, seq=message.seq, conversation_id=message.conversation_id)


@router.post("/conversations/{conversation_id}/assign")
async def assign(request: Request, actor: Agent, conversation_id: UUID, wanted: schemas.Assign) -> schemas.Summary:
    async def act(session: AsyncSession, conversation: Conversation) -> None:
        await work.assign(session, conversation, wanted.member_id or actor.member_id)

    return await _changed(platform_of(request), actor, conversation_id, act, epoch=wanted.epoch)


@router.post("/conversations/{conversation_id}/resolve")
async def resolve(
    request: Request, actor: Agent, conversation_id: UUID, _: schemas.Nothing | None = None
) -> schemas.Summary:
    return await _changed(platform_of(request), actor, conversation_id, actions.resolve)


@router.post("/conversations/{conversation_id}/reopen")
async def reopen(
    request: Request, actor: Agent, conversation_id: UUID, _: schemas.Nothing | None = None
) -> schemas.Summary:
    return await _changed(platform_of(request), actor, conversation_id, actions.reopen)


@router.post("/conversations/{conversation_id}/snooze")
async def snooze(request: Request, actor: Agent, conversation_id: UUID, wanted: schemas.Snooze) -> schemas.Summary:
    async def act(session: AsyncSession, conversation: Conversation) -> None:
        await actions.snooze(session, conversation, until=wanted.until)

    return await _changed(platform_of(request), actor, conversation_id, act)


@router.post("/conversations/{conversation_id}/hand-off")
async def hand_off(
    request: Request, actor: Agent, conversation_id: UUID, wanted: schemas.HandOff | None = None
) -> schemas.Summary:
    """Puts the conversation into the queue, for any agent to take."""

    async def act(session: AsyncSession, conversation: Conversation) -> None:
        await work.to_queue(session, actor, conversation, wanted.reason if wanted else None)

    return await _changed(platform_of(request), actor, conversation_id, act)


@router.post("/conversations/{conversation_id}/hand-back")
async def hand_back(
    request: Request, actor: Agent, conversation_id: UUID, _: schemas.Nothing | None = None
) -> schemas.Summary:
    """Gives the conversation back to the assistant."""
    return await _changed(platform_of(request), actor, conversation_id, actions.hand_back, turn=True)


@router.post("/conversations/{conversation_id}/read", status_code=204)
async def read(request: Request, actor: Agent, conversation_id: UUID, mark: schemas.Read) -> None:
    async def act(session: AsyncSession, conversation: Conversation) -> None:
        await work.read(session, actor, conversation, mark.seq)

    await _changed(platform_of(request), actor, conversation_id, act)


@router.post("/conversations/{conversation_id}/typing", status_code=204)
async def typing(request: Request, actor: Agent, conversation_id: UUID) -> None:
    await work.typing(platform_of(request), actor, conversation_id)


@router.get("/conversations/{conversation_id}/handoff")
async def get_handoff(request: Request, actor: Agent, conversation_id: UUID) -> schemas.Packet:
    """The packet that went along with the last handoff."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        await queries.get(session, actor, conversation_id)
        found = await queries.handoff(session, conversation_id)
    if not found:
        raise NotFound("This conversation has not been handed off.")
    empty = {"contact": {}, "wants": "", "summary": [], "asked": [], "tried": [], "suggestions": []}
    return schemas.Packet.model_validate(
        {**empty, **found.packet, "reason": found.reason, "at": rfc3339(found.created_at)}
    )


@router.get("/conversations/{conversation_id}/draft")
async def get_draft(request: Request, actor: Agent, conversation_id: UUID) -> schemas.Draft:
    """What this member has begun to write; empty where that is nothing."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        await queries.get(session, actor, conversation_id)
        draft = await drafts.find(session, actor, conversation_id)
    return schemas.Draft(text=draft.text, private=draft.private) if draft else schemas.Draft(text="", private=False)


@router.put("/conversations/{conversation_id}/draft", status_code=204)
async def keep_draft(request: Request, actor: Agent, conversation_id: UUID, draft: schemas.DraftIn) -> None:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        await queries.get(session, actor, conversation_id)
        await drafts.keep(session, actor, conversation_id, text=draft.text, private=draft.private)


@router.delete("/conversations/{conversation_id}/draft", status_code=204)
async def drop_draft(request: Request, actor: Agent, conversation_id: UUID) -> None:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        await queries.get(session, actor, conversation_id)
        await drafts.drop(session, actor, conversation_id)


@router.post("/conversations/{conversation_id}/macros/{macro_id}")
async def apply_macro(
    request: Request, actor: Agent, conversation_id: UUID, macro_id: UUID, wanted: schemas.ApplyMacro
) -> schemas.Summary:
    """Sends the macro's text with names filled in, then does its actions."""

    async def act(session: AsyncSession, conversation: Conversation) -> None:
        await work.apply_macro(session, actor, conversation, macro_id, wanted.client_id)

    return await _changed(platform_of(request), actor, conversation_id, act)


@router.post("/attachments", status_code=201)
async def upload(request: Request, actor: Agent, conversation_id: UUID, file: UploadFile) -> AttachmentView:
    platform = platform_of(request)
    limit = platform.settings.max_upload_bytes
    content = await file.read(limit + 1)
    async with platform.db.transaction(actor.workspace_id) as session:
        conversation = await queries.get(session, actor, conversation_id)
    checked = await files.check(content, file.filename or "", limit=limit)
    async with platform.db.transaction(actor.workspace_id) as session:
        kept = await files.keep(
            session, checked, contact_id=conversation.contact_id, workspace_id=actor.workspace_id, by="agent"
        )
    shown = {name: getattr(kept, name) for name in ("id", "name", "content_type", "size", "width", "height")}
    return AttachmentView.model_validate(views.attachment(shown, reader_for(platform, actor)))


def reader_for(platform: Platform, actor: Actor) -> Reader:
    return Reader("member", actor.member_id, actor.workspace_id, platform.file_links)


Act = Callable[[AsyncSession, Conversation], Awaitable[Any]]


async def _changed(
    platform: Platform, actor: Actor, conversation_id: UUID, act: Act, *, epoch: int | None = None, turn: bool = False
) -> schemas.Summary:
    """Locks the conversation, acts, commits, and wakes whoever waits for it."""
    async with platform.db.transaction(actor.workspace_id) as session:
        await queries.get(session, actor, conversation_id)
        conversation = await actions.lock(session, conversation_id, epoch=epoch)
        await act(session, conversation)
        await session.flush()
        after = await work.summary(session, actor, conversation_id)
    work.wake(platform, conversation, turn=turn)
    return schemas.Summary.model_validate(after)
