"""What an operator and their monitoring see."""

import httpx
import pytest

from relevo import __version__
from tests.conftest import Server
from tests.people import Workspace


def test_it_lives_and_is_ready(server: Server) -> None:
    for path in ("/health/live", "/health/ready"):
        answer = httpx.get(server.url + path)
        assert (answer.status_code, answer.json()) == (200, {"status": "ok", "version": __version__})


def test_while_it_stops_it_lives_but_is_not_ready(server: Server) -> None:
    server.platform.stopping.set()
    try:
        answer = httpx.get(f"{server.url}/health/ready")
        assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
        assert httpx.get(f"{server.url}/health/live").status_code == 200
    finally:
        server.platform.stopping.clear()


def test_requests_are_counted_by_route_and_never_by_path(server: Server, workspace: Workspace) -> None:
    program = workspace.program()
    program.get("/api/v1/conversations/01890a5d-ac96-774b-bcce-b302099a8057")
    program.get("/api/v1/nothing/like/this")
    metrics = httpx.get(f"{server.url}/metrics").text
    route = 'route="/api/v1/conversations/{conversation_id}",status="404"'
    assert any(route in line and line.startswith("relevo_requests_total") for line in metrics.splitlines())
    assert 'relevo_request_seconds_bucket{le="0.1"' in metrics
    assert "relevo_ready 1.0" in metrics
    assert "01890a5d" not in metrics
    assert "nothing/like/this" not in metrics


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded"])
def test_metrics_are_nobody_elses_business(server: Server, header: str) -> None:
    answer = httpx.get(f"{server.url}/metrics", headers={header: "203.0.113.7"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("sent", "kept"), [("abc-123_XYZ.9", True), ("short", False), ("x" * 65, False), ("a b c d e f", False)]
)
def test_a_request_keeps_the_id_that_a_proxy_gave_it(server: Server, sent: str, kept: bool) -> None:
    answered = httpx.get(f"{server.url}/health/live", headers={"X-Request-Id": sent}).headers["x-request-id"]
    assert (answered == sent) is kept
    assert len(answered) >= 8


def test_every_answer_has_an_id_of_its_own(server: Server) -> None:
    ids = {httpx.get(server.url + path).headers["x-request-id"] for path in ("/health/live", "/api/v1/me", "/nothing")}
    assert len(ids) == 3
