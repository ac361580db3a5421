"""A workspace with models connected, and what its customers ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from relevo.adapters.anthropic.model import Anthropic
from relevo.adapters.google.model import Google
from relevo.adapters.mistral.model import Mistral
from relevo.adapters.openai_compatible.model import OpenAiCompatible
from relevo.assistant.grounding.types import Evidence
from relevo.assistant.types import Context, Exchange, Voice
from relevo.assistant.writing.desk import PURPOSE, Connected
from relevo.assistant.writing.tables import LanguageBudget, LanguageCall, LanguageModelRow, LanguageSpending
from relevo.assistant.writing.types import Written
from relevo.assistant.writing.write import written
from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.platform.outbound.client import client
from relevo.platform.sealing import seal
from relevo.ports.language_model import Connection, Maker
from tests.people import Workspace
from tests.providers.server import Provider

KEY = "sk-canary-of-the-key"
VOICE = Voice("Casa Lumbre", "Lumi", "es")
SHIPPING = "El envío a la península cuesta 4,90 €. El envío a Baleares cuesta 7,50 €. Entregamos en 3 días laborables."
RETURNS = "Puedes devolver un producto en 30 días. La devolución en tienda es gratuita."
EVIDENCE = (
    Evidence("envios.md", "Envíos", "Precios", SHIPPING, "es", None, 3, "https://casalumbre.example/envios", 0),
    Evidence(
        "devoluciones.md", "Devoluciones", "", RETURNS, "es", None, 1, "https://casalumbre.example/devoluciones", 0
    ),
)
PENINSULA = "El envío a la península cuesta 4,90 €."
BALEARES = "El envío a Baleares cuesta 7,50 €."
FREE = "La devolución en tienda es gratuita."
QUESTION = "¿Cuánto cuesta el envío a la península?"


def asking(text: str = QUESTION, *, history: Sequence[Exchange] = (), voice: Voice = VOICE) -> Context:
    return Context(text, voice, tuple(history))


def makers(url: str) -> Mapping[str, Maker]:
    """Every adapter, at the providers of this machine."""
    return {
        "openai_compatible": OpenAiCompatible,
        "anthropic": lambda c: Anthropic(c, url=f"{url}/v1/messages"),
        "google": lambda c: Google(c, url=f"{url}/v1beta"),
        "mistral": lambda c: Mistral(c, url=f"{url}/mistral/v1/chat/completions"),
        "openai": lambda c: OpenAiCompatible(Connection(c.http, c.model, c.key, f"{url}/v1")),
    }


@dataclass
class Stage:
    workspace: Workspace
    shown: list[str] = field(default_factory=list[str])

    @property
    def platform(self) -> Any:
        return self.workspace.server.platform

    def open(self, provider: Provider) -> None:
        """This machine's providers may be asked, by all adapters."""

        async def work() -> None:
            connected = self.platform.part(Connected)
            connected._http = client("language_model", allow="127.0.0.1:*", connections=64)
            connected._made.clear()
            self.platform.language_models = makers(provider.url)

        self.workspace.server.run(work())

    def connect(self, provider: Provider, *, role: str = "first", kind: str = "openai_compatible", **more: Any) -> UUID:
        model_id = new_id()
        values: dict[str, Any] = {
            "price_in": Decimal(1), "price_out": Decimal(2), "max_tokens": 400, "first_token_seconds": 5, "total_seconds": 15, **more,
        }  # fmt: skip
        sealed = seal(self.platform.settings.master_key, KEY, purpose=PURPOSE, belongs_to=model_id.bytes)
        row = LanguageModelRow(
            id=model_id, workspace_id=self.workspace.id, provider=kind, name=f"{role} model", model="small-model",
            base_url=f"{provider.url}/v1" if kind == "openai_compatible" else None, sealed_key=sealed, role=role,
            created_at=now(), updated_at=now(), **values,
        )  # fmt: skip
        self._add(row)
        return model_id

    def limit(self, **limits: Any) -> None:
        self._add(LanguageBudget(workspace_id=self.workspace.id, currency="EUR", updated_at=now(), **limits))

    def _add(self, row: Any) -> None:
        async def work() -> None:
            async with self.platform.db.transaction(self.workspace.id) as session:
                session.add(row)

        self.workspace.server.run(work())

    def write(
        self,
        context: Context | None = None,
        evidence: Sequence[Evidence] = EVIDENCE,
        *,
        conversation_id: UUID | None = None,
        watched: bool = True,
    ) -> Written | None:
        return self.workspace.server.run(
            self.writing(context, evidence, conversation_id=conversation_id, watched=watched)
        )

    async def writing(
        self,
        context: Context | None = None,
        evidence: Sequence[Evidence] = EVIDENCE,
        *,
        conversation_id: UUID | None = None,
        watched: bool = True,
    ) -> Written | None:
        async def on_sentence(sentence: str) -> None:
            self.shown.append(sentence)

        return await written(
            self.platform, self.workspace.id, conversation_id=conversation_id or uuid4(), context=context or asking(), evidence=evidence,
            on_sentence=on_sentence if watched else None,
        )  # fmt: skip

    def calls(self) -> list[LanguageCall]:
        return self._all(select(LanguageCall).order_by(LanguageCall.id))

    def spending(self) -> dict[str, LanguageSpending]:
        return {row.period.split(" ")[0]: row for row in self._all(select(LanguageSpending))}

    def models(self) -> list[LanguageModelRow]:
        return self._all(select(LanguageModelRow).order_by(LanguageModelRow.id))

    def _all(self, query: Any) -> list[Any]:
        async def read() -> list[Any]:
            async with self.platform.db.transaction(self.workspace.id) as session:
                return list(await session.scalars(query))

        return self.workspace.server.run(read())


def speaking(locale: str) -> Voice:
    return replace(VOICE, locale=locale)
