"""The description of the HTTP interface is complete, and no input whatever makes the server fail."""

from typing import Any
from uuid import uuid4

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relevo import wiring
from tests.conftest import Server
from tests.people import Workspace

METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture(scope="module")
def description(server: Server) -> dict[str, Any]:
    return httpx.get(f"{server.url}/api/v1/openapi.json").json()


def operations(description: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, m, item[m]) for path, item in description["paths"].items() for m in METHODS if m in item]


def test_every_operation_says_what_it_answers_and_how_it_fails(description: dict[str, Any]) -> None:
    silent: list[str] = []
    for path, method, operation in operations(description):
        answers = [a for status, a in operation["responses"].items() if status.startswith("2")]
        described = any(a.get("content") for a in answers) or "204" in operation["responses"]
        empty = any(a.get("content", {}).get("application/json", {}).get("schema") == {} for a in answers)
        if not described or empty or "default" not in operation["responses"]:
            silent.append(f"{method} {path}")
    assert silent == []


def test_every_body_refuses_fields_it_does_not_know(description: dict[str, Any]) -> None:
    open_bodies: list[str] = []
    for path, method, operation in operations(description):
        schema = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema") or {}
        names = [part["$ref"].rsplit("/", 1)[1] for part in schema.get("anyOf", [schema]) if "$ref" in part]
        schemas = description["components"]["schemas"]
        closed = all(schemas[name].get("additionalProperties") is False for name in names)
        open_bodies += [] if closed else [f"{method} {path}: {names}"]
    assert open_bodies == []


def test_every_reference_leads_somewhere(description: dict[str, Any]) -> None:
    known = {f"#/components/schemas/{name}" for name in description["components"]["schemas"]}
    assert set(references(description)) <= known


def references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [str(v) for k, v in node.items() if k == "$ref"]  # pyright: ignore[reportUnknownVariableType]
        return own + [r for v in node.values() for r in references(v)]
    return [r for item in node for r in references(item)] if isinstance(node, list) else []


def test_every_route_of_the_api_is_described_or_a_socket(description: dict[str, Any]) -> None:
    paths = {getattr(route, "path", "") for router in wiring.routers() for route in router.routes}
    hidden = {p for p in paths if p.startswith("/api/")} - set(description["paths"])
    assert hidden == {"/api/v1/chat/socket", "/api/v1/socket"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=8), children, max_size=3),
    max_leaves=6,
)
FIELDS = (
    "text", "client_id", "attachments", "seq", "score", "name", "email", "password", "role", "locale", "until", "member_id",
    "conversation_id", "attributes", "settings", "widget_key", "identity", "page", "private", "epoch", "actions", "viewing",
)  # fmt: skip
BODIES = JSON | st.dictionaries(st.sampled_from(FIELDS), JSON | st.uuids().map(str), max_size=5)
QUERIES = st.dictionaries(
    st.sampled_from(("q", "cursor", "limit", "view", "status", "holder", "after", "before", "key", "locale", "sort")),
    st.text(max_size=20) | st.integers().map(str),
    max_size=3,
)
IDS = ("{conversation_id}", "{contact_id}", "{member_id}", "{macro_id}", "{inbox_id}", "{key_id}", "{link}")


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
def test_no_input_makes_the_server_fail(workspace: Workspace, description: dict[str, Any], data: st.DataObject) -> None:
    path, method, _ = data.draw(st.sampled_from(operations(description)))
    for part in IDS:
        path = path.replace(part, data.draw(st.sampled_from([str(uuid4()), "x", "%00", "..", "%F0%9F%92%A9"])))
    query = {**data.draw(QUERIES), "wait": "0"}
    sent: dict[str, Any] = {"json": data.draw(BODIES)} if method in ("post", "put", "patch") else {}
    for client in (workspace.program(), workspace.customer().client):
        answer = client.request(method, path, params=query, **sent)
        assert answer.status_code < 500 or answer.json()["code"] == "unavailable", (
            method,
            path,
            query,
            sent,
            answer.text,
        )
