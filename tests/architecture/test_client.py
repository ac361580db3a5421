"""The description that the web parts are compiled against is the server's."""

import json
from pathlib import Path

import httpx

from tests.conftest import Server

KEPT = Path(__file__).parent.parent.parent / "web/client/openapi.json"


def test_the_kept_description_is_what_the_server_says(server: Server) -> None:
    said = httpx.get(f"{server.url}/api/v1/openapi.json").json()
    assert json.loads(KEPT.read_text()) == said, "run `make openapi` and commit web/client/openapi.json"
