"""The people of a test: a workspace with its members and customers, each acting through the public interfaces."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID, uuid4

import httpx

from relevo.assistant.autonomy.levels import found
from relevo.assistant.autonomy.types import ITSELF, Level
from relevo.inboxes.actions import create_chat_inbox
from relevo.kit.ids import new_id
from relevo.platform.passwords import hashed
from relevo.workspaces.actions.keys import create_api_key
from relevo.workspaces.actions.members import add_member
from relevo.workspaces.actions.workspace import create_workspace
from relevo.workspaces.types import NewMember

if TYPE_CHECKING:
    from tests.conftest import Server

PASSWORD = "correct horse battery staple"
Role = Literal["agent", "supervisor", "admin"]


@dataclass
class Workspace:
    server: Server
    id: UUID
    widget_key: str
    inbox_id: UUID
    api_key: str

    @classmethod
    def make(cls, server: Server, *, locale: str, assistant: Level = "autonomous") -> Workspace:
        """With an assistant that answers, as most tests want it; a new workspace has people only."""
        return server.run(cls._make(server, locale, assistant))

    @classmethod
    async def _make(cls, server: Server, locale: str, assistant: Level) -> Workspace:
        workspace_id = new_id()
        async with server.platform.db.transaction(workspace_id) as session:
            await create_workspace(session, workspace_id, name="Casa de pruebas", locale=locale)
            await found(session, workspace_id, assistant, by=ITSELF)
            inbox = await create_chat_inbox(session, workspace_id, name="Web")
            key = await create_api_key(session, name="Pruebas", role="admin")
        assert inbox.widget_key
        return cls(server, workspace_id, inbox.widget_key, inbox.id, key.text)

    def program(self) -> httpx.Client:
        """A program with an API key."""
        return httpx.Client(base_url=self.server.url, headers={"Authorization": f"Bearer {self.api_key}"}, timeout=40)

    def member(self, role: Role = "agent", name: str = "Marta") -> Member:
        """A person who is signed in."""
        email = f"{uuid4().hex[:12]}@example.com"
        self.server.run(self._add(NewMember(email, name, role)))
        client = httpx.Client(base_url=self.server.url, timeout=40)
        me = client.post("/api/v1/login", json={"email": email, "password": PASSWORD}).raise_for_status().json()
        client.headers["X-CSRF-Token"] = me["csrf_token"]
        return Member(self, UUID(me["member"]["id"]), email, client)

    async def _add(self, new: NewMember) -> None:
        async with self.server.platform.db.transaction(self.id) as session:
            await add_member(session, new, password_hash=await hashed(PASSWORD))

    def join(self, person: Member, role: Role = "agent") -> None:
        """A person of another workspace works here too; whoever runs the installation can do that."""
        self.server.run(self._add(NewMember(person.email, "Marta", role)))

    def customer(self, locale: str = "es", **more: Any) -> Customer:
        client = httpx.Client(base_url=self.server.url, timeout=40)
        wanted = {"widget_key": self.widget_key, "locale": locale, **more}
        session = client.post("/api/v1/chat/sessions", json=wanted).raise_for_status().json()
        client.headers["Authorization"] = f"Bearer {session['token']}"
        return Customer(self, session["contact_id"], session["token"], client)


@dataclass
class Member:
    workspace: Workspace
    id: UUID
    email: str
    client: httpx.Client


@dataclass
class Customer:
    workspace: Workspace
    contact_id: str
    token: str
    client: httpx.Client
    seen: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def write(self, text: str, *, client_id: UUID | None = None, **more: Any) -> httpx.Response:
        return self.client.post(
            "/api/v1/chat/messages", json={"client_id": str(client_id or uuid4()), "text": text, **more}
        )

    def say(self, text: str) -> dict[str, Any]:
        response = self.write(text)
        assert response.status_code == 201, response.text
        return response.json()

    def events(self, *, after: int = 0, wait: float = 0) -> list[dict[str, Any]]:
        found = self.client.get("/api/v1/chat/events", params={"after": after, "wait": wait})
        return found.raise_for_status().json()["events"]

    def await_event(self, wanted: Callable[[dict[str, Any]], bool], *, seconds: float = 15) -> dict[str, Any]:
        """The first event that fits, of those not looked at before. Fails with what came instead."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            after = self.seen[-1]["seq"] if self.seen else 0
            for event in self.events(after=after, wait=2):
                self.seen.append(event)
                if wanted(event):
                    return event
        told = [(e["seq"], e["type"], e["data"].get("text", e["data"].get("holder"))) for e in self.seen]
        raise AssertionError(f"it did not happen within {seconds} s; events so far: {told}")

    def await_message(self, kind: str, *, seconds: float = 15) -> dict[str, Any]:
        event = self.await_event(
            lambda e: e["type"] == "message.created" and e["data"]["sender"]["kind"] == kind, seconds=seconds
        )
        return event["data"]
