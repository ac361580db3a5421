"""The installed command, run as people run it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.conftest import free_port

COMMAND = [sys.executable, "-c", "from relevo.cli.main import run; run()"]


def environment(**more: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("RELEVO_")}
    return {**clean, "RELEVO_RATE_LIMITS": "off", **more}


def relevo(*arguments: str, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        env=environment(**more),
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def done(*arguments: str, stdin: str = "", **more: str) -> str:
    """What the command prints, which has to succeed."""
    result = relevo(*arguments, stdin=stdin, **more)
    assert result.returncode == 0, result.stderr
    return result.stdout


@contextmanager
def serving(data: Path, **more: str) -> Generator[str]:
    """`relevo serve` on this folder; its address. It has to stop by itself when it is told to."""
    port = free_port()
    process = subprocess.Popen([*COMMAND, "serve", "--port", str(port), "--data", str(data)], env=environment(**more))
    address = f"http://127.0.0.1:{port}"
    try:
        await_ready(address, process)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=30)
    assert code == 0, "it did not stop gracefully"


def await_ready(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, "it ended while starting"
        try:
            if httpx.get(f"{address}/health/ready").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError("it was not ready within a minute")
