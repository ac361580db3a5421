"""The demo as a person starts and stops it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import psutil
import pytest

from tests.conftest import free_port

pytestmark = pytest.mark.slow
READY = re.compile(r"ready in")


class Demo:
    """`relevo demo` as a process of its own."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()
        self.log = data.parent / "demo.log"
        self.process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""

    @property
    def widget_key(self) -> str:
        found = re.search(r"wk_\S+", self.said)
        assert found, self.said
        return found[0]

    def start(self) -> None:
        command = [
            Path(sys.executable).with_name("relevo"),
            "demo",
            "--no-browser",
            "--port",
            str(self.port),
            "--data",
            self.data,
        ]
        with self.log.open("wb") as log:
            environment = {
                **os.environ,
                "LANG": "en_GB.UTF-8",
                "LC_ALL": "",
                "PYTHONUNBUFFERED": "1",
                "RELEVO_RATE_LIMITS": "off",
            }
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment)
        self.await_that(lambda: bool(READY.search(self.said)))

    def await_that(self, holds: Callable[[], bool], *, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < deadline, self.said
            time.sleep(0.1)

    def family(self) -> list[psutil.Process]:
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)


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
    environment = {**os.environ, "LANG": "en_GB.UTF-8", "PYTHONUNBUFFERED": "1"}
    command = [
        Path(sys.executable).with_name("relevo"),
        "demo",
        "--no-browser",
        "--port",
        str(running.port),
        "--data",
        running.data,
    ]
    with running.log.open("wb") as log:
        running.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment)
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
