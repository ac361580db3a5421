"""What is needed to ask a model: which models the workspace has connected, who the customer is, what may be put back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.writing.breaker import Breakers
from relevo.assistant.writing.budget import Prices
from relevo.assistant.writing.tables import LanguageModelRow
from relevo.contacts.tables import Contact
from relevo.conversations.tables import Conversation
from relevo.platform.outbound.client import client
from relevo.platform.platform import Platform
from relevo.platform.sealing import unseal
from relevo.ports.language_model import Connection, LanguageModel
from relevo.workspaces.queries import get_workspace
from relevo.workspaces.types import Preferences

log = structlog.get_logger()

PURPOSE = "language-model-key"
_CONNECTIONS = 64
_REMEMBERED = 500


@dataclass(frozen=True, slots=True)
class Using:
    """A model as it is set up. `version` changes with every change of it."""

    id: UUID
    provider: str
    model: str
    base_url: str | None
    sealed_key: bytes | None
    prices: Prices
    max_tokens: int
    first_token_seconds: float
    total_seconds: float
    version: datetime

    @classmethod
    def of(cls, row: LanguageModelRow) -> "Using":
        return cls(
            row.id, row.provider, row.model, row.base_url, row.sealed_key, Prices(row.price_in, row.price_out),
            row.max_tokens, row.first_token_seconds, row.total_seconds, row.updated_at,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Desk:
    """`models`: the first, then the one to fall back on."""

    models: tuple[Using, ...]
    names: tuple[str, ...]
    puts_back: bool


async def desk_of(session: AsyncSession, conversation_id: UUID) -> Desk | None:
    """None where no model is connected."""
    in_use = select(LanguageModelRow).where(LanguageModelRow.role.in_(("first", "fallback")))
    rows = (await session.scalars(in_use)).all()
    if not rows:
        return None
    name = await session.scalar(
        select(Contact.name)
        .join(Conversation, Conversation.contact_id == Contact.id)
        .where(Conversation.id == conversation_id)
    )
    workspace = await get_workspace(session)
    models = sorted(rows, key=lambda row: row.role != "first")
    return Desk(
        tuple(Using.of(row) for row in models), (name,) if name and name.strip() else (),
        Preferences.of(workspace.settings).reversible_masking,
    )  # fmt: skip


class Connected:
    """The models of a running platform, each made when it is first asked, and what is known of how they are doing."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._http = client("language_model", allow=platform.settings.fetch_allow, connections=_CONNECTIONS)
        self._made: dict[tuple[UUID, datetime], LanguageModel] = {}
        self.breakers = Breakers()

    def model(self, using: Using) -> LanguageModel | None:
        """None where its key cannot be read any more, or no adapter is there for its provider."""
        made = self._made.get((using.id, using.version))
        if made is None and (made := self._make(using)):
            if len(self._made) >= _REMEMBERED:
                self._made.clear()
            self._made[using.id, using.version] = made
        return made

    def _make(self, using: Using) -> LanguageModel | None:
        maker = self._platform.language_models.get(using.provider)
        key = key_of(self._platform, using.id, using.sealed_key)
        if maker is None or (using.sealed_key and key is None):
            log.warning("language_model_not_usable", model_id=str(using.id), provider=using.provider)
            return None
        return maker(Connection(self._http, using.model, key, using.base_url))


def key_of(platform: Platform, model_id: UUID, sealed: bytes | None) -> str | None:
    """The provider's key; None where there is none, or where it was encrypted under another key of the installation."""
    if sealed is None:
        return None
    return unseal(platform.settings.master_key, sealed, purpose=PURPOSE, belongs_to=model_id.bytes)
