"""Making contacts known and keeping what is known of them."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact, Identity
from relevo.kit.cards import mask_cards
from relevo.kit.clock import now
from relevo.kit.errors import Invalid, NotFound
from relevo.kit.ids import new_id
from relevo.platform.events import record

_ATTRIBUTES_LIMIT = 50


async def add(
    session: AsyncSession, workspace_id: UUID, *, locale: str, name: str = "", page: dict[str, Any] | None = None
) -> Contact:
    moment = now()
    contact = Contact(
        id=new_id(), workspace_id=workspace_id, name=name, locale=locale, attributes={}, page=page, last_seq=0, token_version=1,
        current_conversation_id=None, created_at=moment, last_seen_at=moment,
    )  # fmt: skip
    session.add(contact)
    await session.flush()
    return contact


async def add_identity(session: AsyncSession, contact: Contact, *, kind: str, value: str, verified: bool) -> None:
    """Notes an address of the contact. An unverified one is a claim and gives no access to anything."""
    statement = insert(Identity).values(
        id=new_id(), workspace_id=contact.workspace_id, contact_id=contact.id, kind=kind, value=value,
        verified_at=now() if verified else None, created_at=now(),
    )  # fmt: skip
    await session.execute(statement.on_conflict_do_nothing())


async def find_verified(session: AsyncSession, *, kind: str, value: str) -> Contact | None:
    """The contact who has proved to hold this address."""
    return await session.scalar(
        select(Contact)
        .join(Identity, Identity.contact_id == Contact.id)
        .where(Identity.kind == kind, Identity.value == value, Identity.verified_at.is_not(None))
    )


async def change(
    session: AsyncSession, contact_id: UUID, *, name: str | None, attributes: dict[str, str | None] | None
) -> Contact:
    """Sets the name, and sets or (with None) removes attributes. Raises NotFound, Invalid for too many attributes."""
    contact = await session.scalar(select(Contact).where(Contact.id == contact_id).with_for_update())
    if not contact:
        raise NotFound
    if name is not None:
        contact.name = name
    if attributes is not None:
        merged = {**contact.attributes, **attributes}
        contact.attributes = {
            key: mask_cards(value) if isinstance(value, str) else value
            for key, value in merged.items()
            if value is not None
        }
    if len(contact.attributes) > _ATTRIBUTES_LIMIT:
        raise Invalid(f"A contact may have up to {_ATTRIBUTES_LIMIT} attributes.")
    await session.flush()
    await record(session, "contact.updated", contact_id=contact.id)
    return contact
