"""Headers that every answer carries, whoever it is for."""

import httpx

from tests.conftest import Server
from tests.people import Workspace


def test_what_one_person_is_told_is_kept_by_no_cache(server: Server, workspace: Workspace) -> None:
    member, customer = workspace.member("admin").client, workspace.customer().client
    told = [member.get(f"/api/v1/{path}") for path in ("me", "conversations", "members", "api-keys", "nothing")]
    told += [customer.get(f"/api/v1/chat/{path}") for path in ("messages", "events")]
    told += [httpx.get(f"{server.url}/api/v1/me")]
    assert {answer.headers["cache-control"] for answer in told} == {"no-store"}


def test_browsers_do_not_guess_what_a_file_is(server: Server) -> None:
    for path in ("/api/v1/me", "/health/live", "/widget/v1.js", "/nothing"):
        assert httpx.get(server.url + path).headers["x-content-type-options"] == "nosniff"


def test_the_page_of_a_customer_can_read_why_it_was_refused(server: Server, workspace: Workspace) -> None:
    """The widget runs on another site: without the header its browser would report nothing but a broken connection."""
    token = workspace.customer().token
    headers = {"Origin": "https://casalumbre.example", "Authorization": f"Bearer {token}"}
    for body in (b"x" * 100_000, b'{"text":', b"{}"):
        answer = httpx.post(f"{server.url}/api/v1/chat/messages", content=body, headers=headers)
        assert answer.status_code in (400, 401, 413, 422)
        assert answer.headers["access-control-allow-origin"] == "*"
