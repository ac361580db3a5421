"""Routes of readings: of any text, and what members correct."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Annotated, Any, Literal
from uuid import UUID

import orjson
from fastapi import APIRouter, Query, Request
from starlette.responses import Response, StreamingResponse

from relevo.contacts.tables import Contact
from relevo.conversations import queries as conversations
from relevo.kit.errors import Invalid, TooLarge
from relevo.platform.access import Actor
from relevo.platform.http import json_response, platform_of
from relevo.platform.platform import Platform
from relevo.understanding import queries, schemas, views
from relevo.understanding.actions import corrections
from relevo.understanding.make import make
from relevo.understanding.personal.masking import mask_personal_data
from relevo.understanding.reader.reader import Reader, Text
from relevo.understanding.released import own_model
from relevo.understanding.tables import Correction
from relevo.workspaces.authenticate import Agent, Supervisor

router = APIRouter(tags=["understanding"])

TEXT_LIMIT = 8_000
_ROWS = 500
_JSONL = "application/x-ndjson"


@router.post("/understand", response_model=schemas.Understood)
async def understand(request: Request, actor: Agent, wanted: schemas.TextIn) -> Response:
    """What is understood of a text, with the workspace's released intents. Nothing is stored. Any text has a reading."""
    if len(wanted.text) > TEXT_LIMIT:
        raise TooLarge(f"A text may have up to {TEXT_LIMIT:,} characters.")
    platform = platform_of(request)
    await platform.limits.hit("understand", actor.member_id.hex)
    async with platform.db.transaction(actor.workspace_id) as session:
        own = await own_model(session)
    reading = await platform.part(Reader).read(Text(wanted.text, wanted.locale or actor.locale[:2]), own)
    return json_response(views.of_text(reading))


@router.put("/messages/{message_id}/reading", response_model=schemas.ReadingView)
async def correct_reading(
    request: Request, actor: Agent, message_id: UUID, correction: schemas.CorrectionIn
) -> Response:
    """Says what a reading should be. It wins from now on, and is kept as training data. An intent of the workspace's own gets the text
    as a proposed example."""
    platform = platform_of(request)
    await platform.limits.hit("agent.mark", actor.member_id.hex)
    changes = _changes(correction)
    masked = await _masked(platform, actor, message_id)
    await make(platform, actor.workspace_id, [message_id])
    async with platform.db.transaction(actor.workspace_id) as session:
        message = await corrections.customers_message(session, message_id)
        row = await corrections.correct(session, actor, message, changes, masked=masked)
        view = views.of_row(row)
    platform.hub.wake(actor.workspace_id)
    return json_response(view)


def _changes(correction: schemas.CorrectionIn) -> dict[str, Any]:
    changes = {name: getattr(correction, name) for name in views.FIELDS if name in correction.model_fields_set}
    if missing := [name for name, value in changes.items() if value is None and name != "intent"]:
        raise Invalid(
            "Some of the values are not valid.", errors=[{"field": name, "message": "is missing"} for name in missing]
        )
    return changes


async def _masked(platform: Platform, actor: Actor, message_id: UUID) -> str:
    """The message's text without personal data. Raises NotFound where the member may not see it."""
    async with platform.db.transaction(actor.workspace_id) as session:
        message = await corrections.customers_message(session, message_id)
        conversation = await conversations.get(session, actor, message.conversation_id)
        contact = await session.get_one(Contact, message.contact_id)
    names = [contact.name] if contact.name else []
    locale = conversation.locale
    return await asyncio.to_thread(mask_personal_data, message.text, known_names=names, locale=locale)


@router.get(
    "/corrections",
    response_model=schemas.Corrections,
    responses={200: {"content": {_JSONL: {"schema": {"type": "string"}}}}},
)
async def list_corrections(
    request: Request,
    actor: Supervisor,
    limit: Annotated[int, Query(ge=1, le=_ROWS)] = 100,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    format: Literal["json", "jsonl"] = "json",  # noqa: A002 - the name that callers use
) -> Response:
    """What members corrected, newest first; personal data are masked. `format=jsonl` gives all of them, one message a line, as
    `relevo eval messages` and training read them."""
    platform = platform_of(request)
    if format == "jsonl":
        headers = {"Content-Disposition": 'attachment; filename="corrections.jsonl"'}
        return StreamingResponse(_lines(platform, actor), media_type=_JSONL, headers=headers)
    async with platform.db.transaction(actor.workspace_id) as session:
        rows, following = await queries.corrections(session, limit=limit, cursor=cursor)
    page = [schemas.CorrectionView.model_validate(row, from_attributes=True) for row in rows]
    return json_response({"corrections": [one.model_dump(mode="json") for one in page], "next": following})


async def _lines(platform: Platform, actor: Actor) -> AsyncGenerator[bytes]:
    cursor: str | None = None
    while True:
        async with platform.db.transaction(actor.workspace_id) as session:
            rows, cursor = await queries.corrections(session, limit=_ROWS, cursor=cursor)
        yield b"".join(orjson.dumps(_line(row)) + b"\n" for row in rows)
        if cursor is None:
            return


def _line(row: Correction) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "text": row.text,
        "lang": row.language,
        "intent": row.intent or "out_of_scope",
        "emotion": row.emotion,
        "urgency": row.urgency,
        "wants_human": row.wants_human,
    }
