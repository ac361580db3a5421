"""The demo as a person starts and stops it."""

import signal
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import psutil
import pytest

from tests.demo.process import Demo

pytestmark = pytest.mark.slow


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    running = Demo(tmp_path / "data")
    running.start()
    yield running
    running.stop()


def still_there(family: list[psutil.Process]) -> list[psutil.Process]:
    return [p for p in family if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]


def test_ctrl_c_leaves_nothing_running(demo: Demo) -> None:
    family = demo.family()
    assert len(family) > 3  # PostgreSQL is among them
    demo.process.send_signal(signal.SIGINT)
    assert demo.process.wait(30) == 0
    demo.await_that(lambda: not still_there(family), seconds=5)
    assert "Traceback" not in demo.said


def test_ctrl_c_while_it_is_still_starting_leaves_nothing_running(tmp_path: Path) -> None:
    running = Demo(tmp_path / "data")
    running.begin()
    running.await_that(lambda: "PostgreSQL is up" in running.said)
    family = running.family()
    running.process.send_signal(signal.SIGINT)
    running.process.wait(30)
    running.await_that(lambda: not still_there(family), seconds=5)
    assert "Traceback" not in running.said


def test_a_killed_demo_starts_again_and_has_lost_nothing(demo: Demo) -> None:
    with httpx.Client(base_url=demo.url, timeout=20) as customer:
        session = customer.post("/api/v1/chat/sessions", json={"widget_key": demo.widget_key, "locale": "es"}).json()
        customer.headers["Authorization"] = f"Bearer {session['token']}"
        sent = [
            customer.post("/api/v1/chat/messages", json={"client_id": str(uuid4()), "text": f"Mensaje {n}"})
            .raise_for_status()
            .json()["id"]
            for n in range(40)
        ]
        family = demo.family()
        demo.process.kill()
        demo.process.wait(10)
        demo.await_that(lambda: not still_there(family), seconds=10)
        key = demo.widget_key
        demo.start()
        assert demo.widget_key == key
        kept = customer.get("/api/v1/chat/messages", params={"limit": 100}).raise_for_status().json()["messages"]
    assert [m["id"] for m in kept if m["sender"]["kind"] == "contact"] == sent
