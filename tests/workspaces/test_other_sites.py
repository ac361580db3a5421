"""Another site's page can make a browser send requests with the cookie. None of them may write."""

import httpx
import pytest

from tests.conftest import Server
from tests.people import PASSWORD, Workspace

WRITES = [
    ("POST", "/api/v1/logout", None),
    ("PATCH", "/api/v1/me", {"name": "Otra"}),
    ("POST", "/api/v1/macros", {"name": "x", "text": "x"}),
    ("POST", "/api/v1/members", {"email": "x@example.com", "name": "x", "role": "admin"}),
    ("PATCH", "/api/v1/workspace", {"form": "usted"}),
]


@pytest.fixture
def cookie(workspace: Workspace) -> dict[str, str]:
    return {"relevo_session": workspace.member("admin").client.cookies["relevo_session"]}


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_a_write_without_the_header_is_refused(
    server: Server, cookie: dict[str, str], method: str, path: str, body: dict[str, str] | None
) -> None:
    for wrong in (b"", b"0" * 64, "ñ".encode(), None):
        headers = httpx.Headers([(b"X-CSRF-Token", wrong)] if wrong is not None else [])
        answer = httpx.request(method, server.url + path, json=body, cookies=cookie, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "csrf")


def test_the_header_of_another_sign_in_does_not_help(
    server: Server, workspace: Workspace, cookie: dict[str, str]
) -> None:
    other = workspace.member("admin").client
    answer = httpx.patch(
        f"{server.url}/api/v1/me",
        json={"name": "x"},
        cookies=cookie,
        headers={"X-CSRF-Token": other.headers["X-CSRF-Token"]},
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "{url}.evil.example"])
def test_a_write_from_another_sites_page_is_refused_even_with_the_header(
    server: Server, workspace: Workspace, origin: str
) -> None:
    client = workspace.member("admin").client
    headers = {"Origin": origin.format(url=server.url)}
    assert client.patch("/api/v1/me", json={"name": "x"}, headers=headers).json()["code"] == "wrong_origin"
    assert client.patch("/api/v1/me", json={"name": "x"}, headers={"Origin": server.url}).status_code == 200


def test_nobody_is_signed_in_from_another_sites_page(server: Server, workspace: Workspace) -> None:
    body = {"email": workspace.member().email, "password": PASSWORD}
    answer = httpx.post(f"{server.url}/api/v1/login", json=body, headers={"Origin": "https://evil.example"})
    assert (answer.status_code, answer.json()["code"]) == (403, "wrong_origin")
    assert not answer.cookies


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_form_is_no_json(server: Server, kind: str) -> None:
    """What a page may send elsewhere without asking first is not taken for a request of ours."""
    answer = httpx.post(
        f"{server.url}/api/v1/login",
        content=b'{"email":"a@example.com","password":"x"}',
        headers={"Content-Type": kind},
    )
    assert answer.status_code in (415, 422)


def test_the_agents_api_is_closed_to_other_sites(server: Server) -> None:
    headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "PATCH"}
    answer = httpx.options(f"{server.url}/api/v1/me", headers=headers)
    assert "access-control-allow-origin" not in answer.headers


def test_a_program_needs_no_such_header(workspace: Workspace) -> None:
    assert workspace.program().patch("/api/v1/workspace", json={"form": "tu"}).status_code == 200
