"""Every route × everybody who might call it × objects of their own and of another workspace."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import uuid4

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute, APIWebSocketRoute, iter_route_contexts
from starlette.routing import Mount

from relevo import app
from tests.access.objects import Objects, send
from tests.access.routes import IMAGE, ROUTES, Route, Who
from tests.conftest import Server
from tests.people import Customer, Role, Workspace

ROLES: tuple[Role, ...] = ("agent", "supervisor", "admin")
MEMBERS_ROUTES = [r for r in ROUTES if r.who in ROLES and r.method != "WS"]
CUSTOMERS_ROUTES = [r for r in ROUTES if r.who == "customer" and r.method != "WS"]
OWN_ROUTES = [r for r in MEMBERS_ROUTES if r.tried_as_own]
NAMING_ROUTES = [r for r in MEMBERS_ROUTES if r.objects]
UNKNOWN = str(uuid4())


@dataclass(frozen=True)
class World:
    """Two workspaces that know nothing of each other, and those who act in the first."""

    own: Objects
    foreign: Objects
    by_role: dict[str, httpx.Client]
    program: httpx.Client
    customer: Customer


@pytest.fixture(scope="module")
def world(server: Server) -> Iterator[World]:
    own, foreign = Workspace.make(server, locale="es"), Workspace.make(server, locale="es")
    by_role = {role: own.member(role).client for role in ROLES}
    yield World(Objects(own), Objects(foreign), by_role, own.program(), own.customer())
    for client in by_role.values():
        client.close()


def named(route: Route) -> str:
    return route.name


def found_in(application: FastAPI) -> set[str]:
    found: set[str] = set()
    for context in iter_route_contexts(application.routes):
        route = context.original_route
        if isinstance(route, Mount):
            assert context.path in (None, "/widget/assets", "/console/assets"), "folders of built files only"
        elif isinstance(route, APIWebSocketRoute):
            found.add(f"WS {context.path}")
        else:
            found |= {f"{method} {context.path}" for method in (context.methods or set()) - {"HEAD"}}
            assert isinstance(route, APIRoute) or context.path == "/api/v1/openapi.json"
    return found


def test_every_route_is_classified(server: Server) -> None:
    assert found_in(app.build(server.platform)) == {route.name for route in ROUTES}


def test_a_route_that_nobody_classified_would_be_noticed(server: Server) -> None:
    inner, further = APIRouter(), APIRouter(prefix="/api/v1")
    inner.add_api_route("/leak/{contact_id}", lambda: None, methods=["GET", "DELETE"])
    further.add_api_websocket_route("/leak", lambda: None)
    further.include_router(inner)
    added = found_in(app.build(server.platform, [further])) - {route.name for route in ROUTES}
    assert added == {"GET /api/v1/leak/{contact_id}", "DELETE /api/v1/leak/{contact_id}", "WS /api/v1/leak"}


@pytest.mark.parametrize("route", MEMBERS_ROUTES + CUSTOMERS_ROUTES, ids=named)
def test_nobody_gets_in(world: World, server: Server, route: Route) -> None:
    ids = dict.fromkeys(route.objects, UNKNOWN)
    with httpx.Client(base_url=server.url) as nobody:
        answer = send(nobody, route, ids)
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("route", MEMBERS_ROUTES, ids=named)
def test_a_customer_is_nobody_to_the_agents_api(world: World, route: Route) -> None:
    answer = send(world.customer.client, route, dict.fromkeys(route.objects, UNKNOWN))
    assert answer.status_code == 401


@pytest.mark.parametrize("route", CUSTOMERS_ROUTES, ids=named)
def test_a_key_or_a_sign_in_is_nobody_to_the_chat_api(world: World, route: Route) -> None:
    for client in (world.program, world.by_role["admin"]):
        assert send(client, route, dict.fromkeys(route.objects, UNKNOWN)).status_code == 401


@pytest.mark.parametrize("route", OWN_ROUTES, ids=named)
@pytest.mark.parametrize("role", [*ROLES, "program"])
def test_a_role_may_do_what_is_meant_for_it_and_no_more(world: World, route: Route, role: str) -> None:
    client = world.program if role == "program" else world.by_role[role]
    answer = send(client, route, world.own.ids(route.objects))
    if not _reaches(role, route.who):
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
        return
    assert answer.status_code < 300, answer.text


def _reaches(role: str, who: Who) -> bool:
    ranks: dict[str, int] = {"agent": 0, "supervisor": 1, "admin": 2, "program": 2}
    return ranks[role] >= ranks[who]


@pytest.mark.parametrize(
    ("route", "kind"),
    [(r, kind) for r in NAMING_ROUTES for kind in sorted(r.objects)],
    ids=lambda x: getattr(x, "name", x),
)
@pytest.mark.parametrize("as_program", [False, True], ids=["admin", "program"])
def test_an_object_of_another_workspace_does_not_exist(world: World, route: Route, kind: str, as_program: bool) -> None:
    client = world.program if as_program else world.by_role["admin"]
    own = world.own.ids(route.objects)
    foreign_ids = world.foreign.ids({kind})
    before = world.foreign.rows()
    foreign = send(client, route, {**own, kind: foreign_ids[kind]})
    unknown = send(client, route, {**own, kind: UNKNOWN})
    assert foreign.status_code == (422 if kind == "file_id" else 404)  # a file is a value in the message's body
    assert foreign.content == unknown.content, "the answer tells that it exists"
    assert world.foreign.rows() == before, "it was changed"


def test_an_id_that_is_none_is_an_unknown_one(world: World) -> None:
    admin = world.by_role["admin"]
    for route in NAMING_ROUTES:
        if "{" not in route.path:
            continue
        answer = send(admin, route, dict.fromkeys(route.objects, "1 or 1=1"))
        assert answer.status_code == 404, route.name


Make = Callable[[World], Customer]


def _of_the_same_workspace(world: World) -> Customer:
    return world.own.workspace.customer()


def _of_another(world: World) -> Customer:
    return world.foreign.workspace.customer()


@pytest.mark.parametrize("other", [_of_the_same_workspace, _of_another])
def test_a_customer_reaches_nothing_of_another(world: World, other: Make) -> None:
    stranger = other(world)
    told = stranger.say("Quiero hablar con una persona")
    theirs = stranger.client.post("/api/v1/chat/attachments", files={"file": ("a.png", IMAGE)}).json()["id"]
    mine = world.own.workspace.customer()
    mine.say("Hola")
    rating = mine.client.post("/api/v1/chat/rating", json={"conversation_id": told["conversation_id"], "score": 1})
    assert rating.status_code == 404
    answer = mine.write("toma", attachments=[theirs])
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_attachment")
    assert all("persona" not in str(event["data"].get("text", "")) for event in mine.events())
