"""One of every kind of object in a workspace, made through the public interfaces, and requests that name them."""

from typing import Any

import httpx

from tests.access.routes import IMAGE, Route, filled
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
        if kinds & {"conversation_id", "contact_id", "file_id"}:
            self._customer = self.workspace.customer()
            ids["contact_id"] = self._customer.contact_id
            ids["conversation_id"] = self._customer.say("Quiero hablar con una persona")["conversation_id"]
        makers = {"member_id": self._member, "macro_id": self._macro, "key_id": self._key, "file_id": self._agents_file}
        for kind in kinds & set(makers):
            ids[kind] = makers[kind](ids)
        if "inbox_id" in kinds:
            ids["inbox_id"] = str(self.workspace.inbox_id)
        return ids

    def rows(self) -> dict[str, Any]:
        """What a program of this workspace sees of it."""
        paths = ("conversations?limit=100", "members?former=true", "api-keys", "inboxes", "macros", "workspace")
        return {path: self._program.get(f"/api/v1/{path}").raise_for_status().json() for path in paths}

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

    def _key(self, _: dict[str, str]) -> str:
        return self._program.post("/api/v1/api-keys", json={"name": "TPV"}).raise_for_status().json()["id"]


def send(client: httpx.Client, route: Route, ids: dict[str, str]) -> httpx.Response:
    """The route's request with these ids in it."""
    more: dict[str, Any] = {"files": {"file": ("a.png", IMAGE)}} if route.sends_file else {}
    if route.body is not None:
        more["json"] = filled(route.body, ids)
    path = filled(route.path, ids).replace("{path:path}", "inbox").replace("{link}", "nothing")
    return client.request(route.method, path, params=filled(route.query, ids), **more)
