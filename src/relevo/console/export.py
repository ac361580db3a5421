"""The messages of a workspace as plain rows, for files: with personal data, or masked."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact
from relevo.conversations.tables import Message
from relevo.kit.clock import rfc3339
from relevo.understanding.personal import mask_personal_data

_BATCH = 500


async def messages(session: AsyncSession, *, masked: bool) -> AsyncIterator[dict[str, Any]]:
    """All messages and notes of the workspace whose transaction this is, oldest first.

    `masked` replaces personal data in the text, and the contact's name wherever it stands.
    """
    last: UUID | None = None
    while True:
        statement = select(Message, Contact.name, Contact.locale).join(Contact, Contact.id == Message.contact_id)
        if last is not None:
            statement = statement.where(Message.id > last)
        rows = (await session.execute(statement.order_by(Message.id).limit(_BATCH))).all()
        for message, name, locale in rows:
            yield _masked(_row(message), name, locale) if masked else _row(message)
        if len(rows) < _BATCH:
            return
        last = rows[-1][0].id
        session.expunge_all()  # what was written is not kept in memory


def _row(message: Message) -> dict[str, Any]:
    return {
        "id": str(message.id),
        "conversation_id": str(message.conversation_id),
        "contact_id": str(message.contact_id),
        "sender": {"kind": message.sender_kind, "name": message.sender_name},
        "private": message.private,
        "text": message.text,
        "outcome": message.outcome,
        "at": rfc3339(message.created_at),
    }


def _masked(row: dict[str, Any], name: str, locale: str) -> dict[str, Any]:
    sender = row["sender"]
    if sender["kind"] == "contact":
        sender = {**sender, "name": ""}
    return {**row, "sender": sender, "text": mask_personal_data(row["text"], known_names=(name,), locale=locale)}
