"""`relevo demo` as a process of its own, for tests that start, stop and kill it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.conftest import free_port

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

    @property
    def password(self) -> str:
        found = re.search(r"lumbre-\S+", self.said)
        assert found, self.said
        return found[0]

    def start(self) -> None:
        self.begin()
        self.await_that(lambda: bool(READY.search(self.said)))

    def begin(self) -> None:
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
