"""Contacts as members see them: addresses, attributes, and all their conversations."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.console import schemas, showing
from relevo.contacts import actions
from relevo.contacts.tables import Contact, Identity
from relevo.conversations import queries
from relevo.conversations.tables import Conversation
from relevo.kit.errors import NotFound
from relevo.kit.text import clean, clean_line
from relevo.platform.access import Actor
from relevo.platform.http import platform_of
from relevo.workspaces.authenticate import Agent

router = APIRouter(prefix="/api/v1", tags=["contacts"])
_SHOWN_CONVERSATIONS = 20


@router.get("/contacts/{contact_id}")
async def get_contact(request: Request, actor: Agent, contact_id: UUID) -> schemas.ContactView:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return schemas.ContactView.model_validate(await _view(session, actor, contact_id))


@router.patch("/contacts/{contact_id}")
async def change_contact(
    request: Request, actor: Agent, contact_id: UUID, change: schemas.ContactChange
) -> schemas.ContactView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        name = clean_line(change.name, limit=200) if change.name is not None else None
        attributes = _cleaned(change.attributes) if change.attributes is not None else None
        await actions.change(session, contact_id, name=name, attributes=attributes)
        view = await _view(session, actor, contact_id)
    platform.hub.wake(actor.workspace_id)
    return schemas.ContactView.model_validate(view)


def _cleaned(attributes: dict[str, str | None]) -> dict[str, str | None]:
    return {
        clean_line(key, limit=60): clean(value).strip() if value is not None else None
        for key, value in attributes.items()
    }


async def _view(session: AsyncSession, actor: Actor, contact_id: UUID) -> dict[str, Any]:
    contact = await session.scalar(
        select(Contact).where(Contact.workspace_id == actor.workspace_id, Contact.id == contact_id)
    )
    if not contact:
        raise NotFound
    identities = await session.scalars(
        select(Identity).where(Identity.contact_id == contact_id).order_by(Identity.kind, Identity.value)
    )
    ids = await session.scalars(
        queries.visible_to(actor)
        .with_only_columns(Conversation.id)
        .where(Conversation.contact_id == contact_id)
        .order_by(Conversation.id.desc())
        .limit(_SHOWN_CONVERSATIONS)
    )
    return {
        "id": contact.id,
        "name": contact.name,
        "locale": contact.locale,
        "identities": [{"kind": i.kind, "value": i.value, "verified": i.verified_at is not None} for i in identities],
        "attributes": contact.attributes,
        "created_at": contact.created_at,
        "last_seen_at": contact.last_seen_at,
        "page": contact.page,
        "conversations": await showing.by_ids(session, ids.all()),
    }
