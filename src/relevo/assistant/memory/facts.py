"""Keeping, reading and deleting what is remembered of a contact."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal_column, or_, select, update
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.memory.kinds import HOLDS, KINDS, NOTHING, Kind, Remembered, is_allowed
from relevo.assistant.memory.products import product_names
from relevo.assistant.memory.tables import ContactFact
from relevo.contacts.tables import Contact
from relevo.kit.clock import now
from relevo.kit.errors import Invalid, NotFound
from relevo.kit.folding import fold
from relevo.knowledge.tables import Article
from relevo.platform.access import Actor
from relevo.platform.events import record

_MOST_TITLES = 20_000
_FACTS = """
(select jsonb_object_agg(f.kind, f.value) from contact_facts f
 where f.contact_id = contacts.id and f.value is not null and (f.expires_at is null or f.expires_at > now()))
"""


def facts_json() -> ColumnElement[Any]:
    """What is known of the contact of a query, as a part of it; `remembered_from` reads it."""
    return literal_column(_FACTS, type_=JSONB())


def remembered_from(found: dict[str, str] | None) -> Remembered:
    return Remembered(**{kind: found[kind] for kind in KINDS if kind in found}) if found else NOTHING


async def remembered_of(session: AsyncSession, contact_id: UUID) -> Remembered:
    return remembered_from({row.kind: row.value for row in await facts_of(session, contact_id) if row.value})


async def facts_of(session: AsyncSession, contact_id: UUID) -> Sequence[ContactFact]:
    """Those that hold now."""
    holds = or_(ContactFact.expires_at.is_(None), ContactFact.expires_at > now())
    query = select(ContactFact).where(ContactFact.contact_id == contact_id, ContactFact.value.is_not(None), holds)
    return (await session.scalars(query.order_by(ContactFact.kind))).all()


async def keep(
    session: AsyncSession, contact: Contact, kind: Kind, value: str, *, source: dict[str, Any], said_at: datetime
) -> bool:
    """Remembers it, unless something was said, set or deleted later. Whether that changed anything."""
    row = {
        "contact_id": contact.id, "kind": kind, "workspace_id": contact.workspace_id, "value": value, "source": source,
        "said_at": said_at, "expires_at": said_at + HOLDS[kind],
    }  # fmt: skip
    adding = insert(ContactFact).values(row)
    changed = {name: adding.excluded[name] for name in ("value", "source", "said_at", "expires_at")}
    is_later = adding.excluded.said_at > ContactFact.said_at
    storing = adding.on_conflict_do_update(
        index_elements=[ContactFact.contact_id, ContactFact.kind], set_=changed, where=is_later
    )
    stored = await session.scalar(storing.returning(ContactFact.kind))
    return stored is not None


async def set_by(session: AsyncSession, actor: Actor, contact_id: UUID, *, kind: Kind, value: str) -> ContactFact:
    """A member says so. Raises NotFound, Invalid."""
    contact = await _contact(session, contact_id)
    wanted = await _allowed(session, kind, value)
    source = {"kind": "member", "id": str(actor.member_id), "name": actor.name}
    await keep(session, contact, kind, wanted, source=source, said_at=now())
    await record(session, "contact.updated", contact_id=contact.id)
    return await session.get_one(ContactFact, (contact.id, kind), populate_existing=True)


async def delete(session: AsyncSession, contact_id: UUID, kind: Kind | None = None) -> None:
    """Forgets one fact or all; what was said until now is not learnt again. Raises NotFound."""
    contact = await _contact(session, contact_id)
    rows = [
        {
            "contact_id": contact.id, "kind": one, "workspace_id": contact.workspace_id, "value": None,
            "source": {}, "said_at": now(), "expires_at": None,
        }
        for one in ([kind] if kind else KINDS)
    ]  # fmt: skip
    adding = insert(ContactFact).values(rows)
    changed = {name: adding.excluded[name] for name in ("value", "source", "said_at", "expires_at")}
    await session.execute(
        adding.on_conflict_do_update(index_elements=[ContactFact.contact_id, ContactFact.kind], set_=changed)
    )
    await record(session, "contact.updated", contact_id=contact.id)


async def drop_expired(session: AsyncSession) -> None:
    """Values that no longer hold are not kept either."""
    over = ContactFact.expires_at < func.now()
    await session.execute(update(ContactFact).where(over).values(value=None, source={}, expires_at=None))


async def products(session: AsyncSession) -> tuple[str, ...]:
    """The names of products that published articles have in their titles."""
    titles = select(Article.title).where(Article.status == "published").order_by(Article.id).limit(_MOST_TITLES)
    return product_names((await session.scalars(titles)).all())


async def _contact(session: AsyncSession, contact_id: UUID) -> Contact:
    contact = await session.scalar(select(Contact).where(Contact.id == contact_id))
    if contact is None:
        raise NotFound
    return contact


async def _allowed(session: AsyncSession, kind: Kind, value: str) -> str:
    """The value as it is kept. Raises Invalid."""
    names = await products(session) if kind == "product" else ()
    plain = next((name for name in names if fold(name) == fold(value)), value.strip().lower())
    if not is_allowed(kind, plain, names):
        raise Invalid(
            "This kind of fact cannot have that value.", errors=[{"field": "value", "message": "is not known"}]
        )
    return plain
