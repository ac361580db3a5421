"""What stands around a conversation and is needed for every turn, in one question to the database."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.policy import policy_from, policy_json
from relevo.assistant.autonomy.topics import own_intents_json
from relevo.assistant.autonomy.types import Policy
from relevo.assistant.memory.facts import facts_json, remembered_from
from relevo.assistant.memory.kinds import Remembered
from relevo.assistant.tables import Turn
from relevo.assistant.types import Form, Voice
from relevo.assistant.writing.tables import LanguageModelRow
from relevo.contacts.tables import Contact
from relevo.conversations.tables import Conversation
from relevo.inboxes.tables import Inbox
from relevo.understanding.language import site_language
from relevo.workspaces.queries import somebody_is_there
from relevo.workspaces.tables import Workspace


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`topic` is that of the turn before; `own` gives the topic of each intent of the workspace's own."""

    voice: Voice
    channel: str
    country: str | None
    people_available: bool
    topic: str | None
    own: dict[str, str]
    policy: Policy
    has_model: bool
    remembered: Remembered


async def surroundings(session: AsyncSession, conversation: Conversation) -> Surroundings:
    row = (await session.execute(_query(conversation.id, conversation.inbox_id, conversation.contact_id))).one()
    return Surroundings(
        voice(row.name, row.settings, row.inbox, conversation.locale), row.channel, _country(row.attributes),
        row.people_available, row.topic, row.own or {}, policy_from(row.rules or []), row.has_model,
        remembered_from(row.facts),
    )  # fmt: skip


def voice(workspace: str, settings: dict[str, Any], inbox: dict[str, Any], locale: str) -> Voice:
    form: Form = "usted" if settings.get("form") == "usted" else "tu"
    return Voice(workspace, str(inbox.get("assistant_name") or "Relevo"), site_language(locale), form)


def _query(conversation_id: UUID, inbox_id: UUID, contact_id: UUID) -> Select[Any]:
    last = select(Turn.topic).where(Turn.conversation_id == conversation_id).order_by(Turn.id.desc()).limit(1)
    return (
        select(
            Workspace.name,
            Workspace.settings,
            Inbox.settings.label("inbox"),
            Inbox.channel,
            Contact.attributes,
            somebody_is_there().label("people_available"),
            last.scalar_subquery().label("topic"),
            own_intents_json().label("own"),
            policy_json().label("rules"),
            exists().where(LanguageModelRow.role != "off").label("has_model"),
        )
        .join(Inbox, Inbox.workspace_id == Workspace.id)
        .join(Contact, Contact.workspace_id == Workspace.id)
        .where(Inbox.id == inbox_id, Contact.id == contact_id)
        .add_columns(facts_json().label("facts"))
    )


def _country(attributes: dict[str, Any] | None) -> str | None:
    """The contact's, where a member or the site has said it."""
    found = str((attributes or {}).get("country", "")).strip().lower()
    return found if len(found) == 2 and found.isascii() and found.isalpha() else None
