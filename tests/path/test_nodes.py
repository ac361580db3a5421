"""Two nodes on one database: what is committed on one is seen on the other."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from websockets.sync.client import connect

from tests.conftest import Server, free_port
from tests.people import Workspace


@pytest.fixture(scope="module")
def second(server: Server, data_folder: Path) -> Iterator[Server]:
    node = Server(server.settings.model_copy(update={"port": free_port()}))
    node.start()
    yield node
    node.stop()


def test_a_message_on_one_node_is_seen_by_an_agent_on_another(workspace: Workspace, second: Server) -> None:
    url = second.url.replace("http", "ws") + "/api/v1/socket"
    with connect(url, additional_headers={"Authorization": f"Bearer {workspace.api_key}"}) as console:
        assert json.loads(console.recv(timeout=5))["type"] == "ready"
        time.sleep(0.2)
        began = time.monotonic()
        workspace.customer().say("hola desde el otro lado")
        while json.loads(console.recv(timeout=5))["type"] != "message.created":
            pass
        assert time.monotonic() - began < 1.5  # by notification; the sweep alone would take up to two seconds


def test_a_customer_may_change_nodes_in_the_middle(workspace: Workspace, second: Server) -> None:
    customer, client_id = workspace.customer(), uuid4()
    first = customer.write("hola", client_id=client_id)
    elsewhere = httpx.Client(base_url=second.url, headers=customer.client.headers)
    again = elsewhere.post("/api/v1/chat/messages", json={"client_id": str(client_id), "text": "hola"})
    assert (again.status_code, again.json()) == (200, first.json())
    events = elsewhere.get("/api/v1/chat/events", params={"after": 0}).json()["events"]
    assert events[0]["data"]["text"] == "hola"
