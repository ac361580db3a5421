"""The chat API over HTTP. `POST /messages` answers 201 only after the commit."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, UploadFile
from starlette.responses import Response

from relevo.conversations import files, stream, views
from relevo.conversations.views import Reader
from relevo.platform.access import Customer
from relevo.platform.http import LARGEST_SEQ, json_response, platform_of, read_body
from relevo.platform.platform import Platform
from relevo.widget import config, receive, sessions, snapshot, tokens
from relevo.widget.schemas import (
    AttachmentView,
    Config,
    EventsOut,
    HandOffOut,
    MessageIn,
    MessageOut,
    RatingIn,
    ReadIn,
    SessionIn,
    SessionOut,
    Snapshot,
)

router = APIRouter(prefix="/api/v1/chat", tags=["chat"])
LONGEST_WAIT_SECONDS = 30


@router.get("/config", response_model=Config)
async def get_config(request: Request, key: str, locale: str | None = None) -> Response:
    platform = platform_of(request)
    found = await config.of(platform, key, locale, origin=request.headers.get("origin"))
    return json_response(found, headers={"Cache-Control": "public, max-age=30"})


@router.post("/sessions", status_code=201)
async def begin_session(request: Request, wanted: SessionIn) -> SessionOut:
    platform = platform_of(request)
    await platform.limits.hit("chat.session", request.client.host if request.client else "")
    return await sessions.begin(platform, wanted, origin=request.headers.get("origin"))


@router.post(
    "/messages",
    status_code=201,
    response_model=MessageOut,
    responses={200: {"model": MessageOut, "description": "This client_id was stored before; nothing new was."}},
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/MessageIn"}}},
        }
    },
)
async def send_message(request: Request) -> Response:
    """Stores a message. 201 means that it survives the kill of any process."""
    customer = tokens.customer_of(request)
    sent = await read_body(request, MessageIn)
    accepted = await receive.receive(
        platform_of(request), customer, client_id=sent.client_id, text=sent.text, files=sent.attachments
    )
    ids = {"id": str(accepted.message_id), "seq": accepted.seq, "conversation_id": str(accepted.conversation_id)}
    return json_response(ids, status=200 if accepted.repeated else 201)


@router.get("/messages", response_model=Snapshot)
async def get_messages(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    before: Annotated[int | None, Query(ge=1, le=LARGEST_SEQ)] = None,
) -> Response:
    customer = tokens.customer_of(request)
    platform = platform_of(request)
    return json_response(await snapshot.of(platform, customer, _reader(platform, customer), limit=limit, before=before))


@router.get("/events", response_model=EventsOut)
async def get_events(
    request: Request,
    after: Annotated[int, Query(ge=0, le=LARGEST_SEQ)] = 0,
    wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT_SECONDS)] = 0,
) -> Response:
    """Events after a number; waits up to `wait` seconds for the first new one."""
    customer = tokens.customer_of(request)
    platform = platform_of(request)
    events = await _events(platform, customer, after=after, wait=wait)
    return json_response({"events": events, "last": events[-1]["seq"] if events else after})


async def _events(platform: Platform, customer: Customer, *, after: int, wait: float) -> list[dict[str, Any]]:
    reader = _reader(platform, customer)
    news = asyncio.Event()
    # Listening begins before the first look, so that nothing falls between the two.
    with platform.hub.listening(customer.contact_id, lambda told: None if told else news.set()):
        deadline = asyncio.get_running_loop().time() + wait
        while True:
            news.clear()
            if events := await stream.of_contact(platform.db, customer, reader, after=after):
                return events
            remaining = deadline - asyncio.get_running_loop().time()
            if remaining <= 0 or platform.stopping.is_set():
                return []
            try:
                await asyncio.wait_for(news.wait(), min(remaining, 5))
            except TimeoutError:
                continue


@router.post("/attachments", status_code=201)
async def upload(request: Request, file: UploadFile) -> AttachmentView:
    customer = tokens.customer_of(request)
    platform = platform_of(request)
    await platform.limits.hit("chat.upload", customer.contact_id.hex)
    limit = platform.settings.max_upload_bytes
    content = await file.read(limit + 1)
    checked = await files.check(content, file.filename or "", limit=limit)
    async with platform.db.transaction(customer.workspace_id) as session:
        await snapshot.check(session, customer)
        kept = await files.keep(
            session, checked, contact_id=customer.contact_id, workspace_id=customer.workspace_id, by="contact"
        )
    return AttachmentView.model_validate(views.attachment(_fields(kept), _reader(platform, customer)))


@router.post("/hand-off")
async def call_person(request: Request) -> HandOffOut:
    """The customer wants a person. Works with no conversation yet, and with the assistant broken."""
    customer = tokens.customer_of(request)
    conversation_id, holder = await receive.call_person(platform_of(request), customer)
    return HandOffOut.model_validate({"conversation_id": conversation_id, "holder": holder})


@router.post("/rating", status_code=204)
async def rate(request: Request, rating: RatingIn) -> None:
    await snapshot.rate(platform_of(request), tokens.customer_of(request), rating)


@router.post("/read", status_code=204)
async def mark_read(request: Request, read: ReadIn) -> None:
    await snapshot.mark_read(platform_of(request), tokens.customer_of(request), read.seq)


def _reader(platform: Platform, customer: Customer) -> Reader:
    return Reader("contact", customer.contact_id, customer.workspace_id, platform.file_links)


def _fields(file: Any) -> dict[str, Any]:
    return {name: getattr(file, name) for name in ("id", "name", "content_type", "size", "width", "height")}
