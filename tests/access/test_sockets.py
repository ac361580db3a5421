"""Sockets let in whom routes let in, from our own pages, and end when access ends."""

import json
import time
from collections.abc import Callable

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.conftest import Server
from tests.people import Member, Workspace

AGENTS, CHAT = "/api/v1/socket", "/api/v1/chat/socket"


def opened(
    server: Server, path: str, *, bearer: str | None = None, headers: dict[str, str] | None = None
) -> ClientConnection:
    protocols = [f"bearer.{bearer}"] if bearer else None
    address = server.url.replace("http", "ws") + path
    return connect(address, subprotocols=protocols, additional_headers=headers or {})  # type: ignore[arg-type]


def close_code(socket: ClientConnection, *, seconds: float = 5) -> int | None:
    """The code the server closes with; None where it stays open that long."""
    deadline = time.monotonic() + seconds
    try:
        while (left := deadline - time.monotonic()) > 0:
            socket.recv(timeout=left)
    except TimeoutError:
        return None
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else -1
    return None


def cookie_of(member: Member) -> dict[str, str]:
    return {"Cookie": f"relevo_session={member.client.cookies['relevo_session']}"}


@pytest.mark.parametrize("path", [AGENTS, CHAT])
@pytest.mark.parametrize("bearer", [None, "nonsense", "rk_0_x", "rs_" + 32 * "0" + "_x"])
def test_nobody_is_let_in(server: Server, path: str, bearer: str | None) -> None:
    with opened(server, path, bearer=bearer) as socket:
        assert close_code(socket) == 4401


def test_tokens_open_only_their_own_socket(server: Server, workspace: Workspace) -> None:
    with opened(server, AGENTS, bearer=workspace.customer().token) as socket:
        assert close_code(socket) == 4401
    with opened(server, CHAT, bearer=workspace.api_key) as socket:
        assert close_code(socket) == 4401


def test_a_key_opens_the_agents_socket(server: Server, workspace: Workspace) -> None:
    with opened(server, AGENTS, bearer=workspace.api_key) as socket:
        assert json.loads(socket.recv(timeout=5))["type"] == "ready"


def test_a_page_of_another_site_cannot_use_the_cookie(server: Server, workspace: Workspace) -> None:
    member = workspace.member()
    for origin in ("https://evil.example", "null", f"{server.url}.evil.example", "http://127.0.0.1:1"):
        with opened(server, AGENTS, headers={**cookie_of(member), "Origin": origin}) as socket:
            assert close_code(socket) == 4401, origin
    with opened(server, AGENTS, headers={**cookie_of(member), "Origin": server.url}) as socket:
        assert json.loads(socket.recv(timeout=5))["type"] == "ready"


def test_a_stranger_hears_nothing(server: Server, new_workspace: Callable[..., Workspace]) -> None:
    mine, theirs = new_workspace(), new_workspace()
    with opened(server, AGENTS, bearer=mine.api_key) as socket:
        socket.recv(timeout=5)
        theirs.customer().say("La clave es 4711")
        mine.customer().say("Aquí estoy")
        heard = ""
        while "Aquí estoy" not in heard:
            heard += str(socket.recv(timeout=5))
    assert "4711" not in heard
    assert str(theirs.id) not in heard


def _sign_out(member: Member, _: Member) -> None:
    member.client.post("/api/v1/logout").raise_for_status()


def _deactivate(member: Member, admin: Member) -> None:
    admin.client.patch(f"/api/v1/members/{member.id}", json={"active": False}).raise_for_status()


def _give_another_role(member: Member, admin: Member) -> None:
    admin.client.patch(f"/api/v1/members/{member.id}", json={"role": "supervisor"}).raise_for_status()


def _set_a_password(member: Member, admin: Member) -> None:
    wanted = {"password": "una contraseña nueva"}
    admin.client.patch(f"/api/v1/members/{member.id}", json=wanted).raise_for_status()


@pytest.mark.parametrize("end", [_sign_out, _deactivate, _give_another_role, _set_a_password])
def test_a_socket_ends_within_five_seconds_of_its_access(
    server: Server, workspace: Workspace, end: Callable[[Member, Member], None]
) -> None:
    admin, member = workspace.member("admin"), workspace.member()
    with opened(server, AGENTS, headers=cookie_of(member)) as socket:
        socket.recv(timeout=5)
        end(member, admin)
        assert close_code(socket, seconds=5.5) == 4401


def test_a_socket_ends_within_five_seconds_of_its_key(server: Server, workspace: Workspace) -> None:
    program = workspace.program()
    made = program.post("/api/v1/api-keys", json={"name": "Panel", "role": "agent"}).json()
    with opened(server, AGENTS, bearer=made["key"]) as socket:
        socket.recv(timeout=5)
        program.delete(f"/api/v1/api-keys/{made['id']}").raise_for_status()
        assert close_code(socket, seconds=5.5) == 4401
