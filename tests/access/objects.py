"""One of every kind of object in a workspace, made through the public interfaces, and requests that name them."""

import time
from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.writing.tables import LanguageModelRow
from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.knowledge.sources.actions import add as add_source
from relevo.knowledge.types import SYSTEM
from relevo.understanding.own.learn import learn
from relevo.understanding.own.types import Example
from relevo.understanding.tables import IntentModel
from tests.access.routes import IMAGE, Route, filled
from tests.assistant.made import proposal, recall
from tests.learning.made import gap
from tests.people import Workspace


class Objects:
    """Made when they are first asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._program = workspace.program()
        self._customer = workspace.customer()

    def ids(self, kinds: set[str]) -> dict[str, str]:
        """New objects of these kinds, so that a request may change or delete them."""
        ids: dict[str, str] = {}
        if kinds & {"conversation_id", "contact_id", "file_id", "message_id", "proposal_id", "recall_id", "gap_id"}:
            self._customer = self.workspace.customer()
            ids["contact_id"] = self._customer.contact_id
            sent = self._customer.say("Quiero hablar con una persona")
            ids["conversation_id"], ids["message_id"] = sent["conversation_id"], sent["id"]
            self._await_reading(sent["conversation_id"])
        makers = {
            "member_id": self._member, "macro_id": self._macro, "key_id": self._key, "file_id": self._agents_file,
            "topic_id": self._topic, "intent_id": self._intent, "example_id": self._example, "model_id": self._model,
            "article_id": self._article, "language_model_id": self._language_model,
            "proposal_id": self._proposal, "recall_id": self._recall, "source_id": self._source, "gap_id": self._gap,
        }  # fmt: skip
        for kind in [kind for kind in makers if kind in kinds]:
            ids[kind] = makers[kind](ids)
        if "inbox_id" in kinds:
            ids["inbox_id"] = str(self.workspace.inbox_id)
        return ids

    def rows(self) -> dict[str, Any]:
        """What a program of this workspace sees of it."""
        paths = (
            "conversations?limit=100", "members?former=true", "api-keys", "inboxes", "macros", "workspace", "corrections", "topics",
            "intents", "intent-models", "articles", "language-models", "autonomy",
            "recalls", "gaps",
        )  # fmt: skip
        return {path: self._program.get(f"/api/v1/{path}").raise_for_status().json() for path in paths}

    def _await_reading(self, conversation_id: str) -> None:
        """Afterwards nothing changes by itself any more."""
        deadline = time.monotonic() + 20
        while not self._program.get(f"/api/v1/conversations/{conversation_id}").json()["reading"]:
            assert time.monotonic() < deadline, "it was not read"
            time.sleep(0.01)

    def _agents_file(self, ids: dict[str, str]) -> str:
        where = {"conversation_id": ids["conversation_id"]}
        sent = self._program.post("/api/v1/attachments", params=where, files={"file": ("a.png", IMAGE)})
        return sent.raise_for_status().json()["id"]

    def _member(self, _: dict[str, str]) -> str:
        wanted = filled({"email": "{new}@example.com", "name": "Luis", "role": "agent"}, {})
        return self._program.post("/api/v1/members", json=wanted).raise_for_status().json()["id"]

    def _macro(self, _: dict[str, str]) -> str:
        wanted = {"name": "Gracias", "text": "Gracias, {{contact.name}}"}
        return self._program.post("/api/v1/macros", json=wanted).raise_for_status().json()["id"]

    def _topic(self, _: dict[str, str]) -> str:
        return self._made("topics", {"name": "{new}"})

    def _intent(self, _: dict[str, str]) -> str:
        return self._made("intents", {"name": "{new}"})

    def _example(self, ids: dict[str, str]) -> str:
        """Of an intent that is asked for, too, or of another one."""
        intent = ids.get("intent_id") or self._intent(ids)
        sent = self._program.post(f"/api/v1/intents/{intent}/examples", json={"texts": ["¿dónde está?"]})
        return sent.raise_for_status().json()["examples"][0]["id"]

    def _model(self, _: dict[str, str]) -> str:
        """A version that is ready to be released."""
        return str(self.workspace.server.run(self._trained()))

    def _source(self, _: dict[str, str]) -> str:
        """One that nobody is looking at just now."""
        return str(self.workspace.server.run(self._added()))

    async def _added(self) -> UUID:
        async with self.workspace.server.platform.db.transaction(self.workspace.id) as session:
            address = f"https://{new_id()}.invalid/"
            source = await add_source(session, self.workspace.id, kind="page", address=address, by=SYSTEM)
            source.state, source.run_id = "idle", None
        return source.id

    async def _trained(self) -> UUID:
        model_id = new_id()
        async with self.workspace.server.platform.db.transaction(self.workspace.id) as session:
            last = await session.scalar(select(func.max(IntentModel.version))) or 0
            session.add(
                IntentModel(
                    id=model_id, workspace_id=self.workspace.id, version=last + 1, state="ready", progress=1.0, doing="",
                    attempts=1, intents=2, examples=10, weights=small_model(), created_at=now(),
                )
            )  # fmt: skip
        return model_id

    def _article(self, _: dict[str, str]) -> str:
        return self._made("articles", {"title": "{new}", "body": "Texto.", "locale": "es", "status": "published"})

    def _language_model(self, _: dict[str, str]) -> str:
        """One at an address that is not asked, so that nothing leaves the machine."""
        return str(self.workspace.server.run(self._connected()))

    async def _connected(self) -> UUID:
        model_id = new_id()
        async with self.workspace.server.platform.db.transaction(self.workspace.id) as session:
            session.add(
                LanguageModelRow(
                    id=model_id, workspace_id=self.workspace.id, provider="openai_compatible", name="Local", model="small",
                    base_url="http://127.0.0.1:9/v1", role="off", price_in=0, price_out=0, max_tokens=200, first_token_seconds=1,
                    total_seconds=2, created_at=now(), updated_at=now(),
                )
            )  # fmt: skip
        return model_id

    def _proposal(self, ids: dict[str, str]) -> str:
        return str(self.workspace.server.run(self._row(proposal, ids)))

    def _recall(self, ids: dict[str, str]) -> str:
        return str(self.workspace.server.run(self._row(recall, ids)))

    def _gap(self, ids: dict[str, str]) -> str:
        return str(self.workspace.server.run(self._row(gap, ids)))

    async def _row(self, make: Callable[[AsyncSession, UUID], Awaitable[UUID]], ids: dict[str, str]) -> UUID:
        async with self.workspace.server.platform.db.transaction(self.workspace.id) as session:
            return await make(session, UUID(ids["conversation_id"]))

    def _made(self, kind: str, wanted: dict[str, Any]) -> str:
        return self._program.post(f"/api/v1/{kind}", json=filled(wanted, {})).raise_for_status().json()["id"]

    def _key(self, _: dict[str, str]) -> str:
        return self._program.post("/api/v1/api-keys", json={"name": "TPV"}).raise_for_status().json()["id"]


@cache
def small_model() -> bytes:
    """Two intents, learnt from three examples each."""
    texts = {
        "pedido": ("¿dónde está mi pedido?", "no llega", "¿cuándo llega?"),
        "factura": ("mi factura", "el recibo", "la factura, por favor"),
    }
    return learn([Example(text, name) for name, all_ in texts.items() for text in all_]).model.to_bytes()


def send(client: httpx.Client, route: Route, ids: dict[str, str]) -> httpx.Response:
    """The route's request with these ids in it."""
    more: dict[str, Any] = {"files": {route.field: route.file}} if route.sends_file else {}
    if route.body is not None:
        more["json"] = filled(route.body, ids)
    path = filled(route.path, ids).replace("{path:path}", "inbox").replace("{link}", "nothing")
    return client.request(route.method, path, params=filled(route.query, ids), **more)
