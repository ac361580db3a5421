"""The product as it is shipped, in processes of its own that may be killed: the server with its PostgreSQL, and a worker beside."""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx

from relevo.platform.embedded.cluster import PORT
from relevo.platform.platform import DATABASE, cluster_of
from relevo.platform.settings import load

Process = subprocess.Popen[bytes]
SHIPPED = (str(Path(sys.executable).with_name("relevo")),)


@dataclass
class Product:
    """`command` is the program that stands for `relevo`; a broken one is given by the tests of the checker."""

    data: Path
    port: int
    command: tuple[str, ...] = SHIPPED
    workspace: UUID = field(init=False)
    widget_key: str = field(init=False)
    api_key: str = field(init=False)
    _server: Process | None = None
    _worker: Process | None = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    # -- life ----------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        self.start_server()
        await self.wait_ready(seconds=90)
        self.start_worker()
        command = [
            *self.command,
            "workspace",
            "create",
            "Casa Lumbre",
            "--assistant",
            "autonomous",
            "--json",
            "--data",
            str(self.data),
        ]
        made = await asyncio.to_thread(subprocess.run, command, check=True, capture_output=True)
        answer = json.loads(made.stdout)
        self.workspace = UUID(answer["workspace"])
        self.widget_key, self.api_key = answer["widget_key"], answer["api_key"]

    def start_server(self) -> None:
        self._server = self._run("serve", "--port", str(self.port))

    def start_worker(self) -> None:
        self._worker = self._run("worker")

    def stop(self) -> None:
        for process in (self._worker, self._server):
            if process and process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.send_signal(signal.SIGTERM)
        for process in (self._worker, self._server):
            if process:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(30)
                process.kill()
                process.wait()

    async def wait_ready(self, *, seconds: float) -> float:
        """How long it took."""
        began = time.monotonic()
        async with httpx.AsyncClient(timeout=2, verify=False) as client:
            while time.monotonic() - began < seconds:
                with contextlib.suppress(httpx.HTTPError):
                    answer = await client.get(f"http://{self.address}/health/ready")
                    if answer.status_code == 200:
                        return time.monotonic() - began
                await asyncio.sleep(0.05)
        raise AssertionError(f"the server was not ready within {seconds} seconds: {self.last_words()}")

    def last_words(self) -> str:
        return "\n".join((self.data / "product.log").read_text(errors="replace").splitlines()[-12:])

    # -- harm ----------------------------------------------------------------------------------------------------

    def kill_server(self) -> None:
        assert self._server
        self._server.kill()
        self._server.wait()

    def kill_worker(self) -> None:
        assert self._worker
        self._worker.kill()
        self._worker.wait()

    def pause_server(self) -> None:
        assert self._server
        self._server.send_signal(signal.SIGSTOP)

    def resume_server(self) -> None:
        assert self._server
        self._server.send_signal(signal.SIGCONT)

    def postmaster(self) -> int:
        return int((self.data / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0])

    def backends(self) -> list[int]:
        """The database processes that serve the application."""
        found: list[int] = []
        postmaster = self.postmaster()
        for entry in Path("/proc").iterdir():
            with contextlib.suppress(OSError):
                if entry.name.isdigit() and _parent(entry) == postmaster and b"relevo_app" in _command_line(entry):
                    found.append(int(entry.name))
        return sorted(found)

    # -- looking inside ------------------------------------------------------------------------------------------

    async def database(self) -> Any:
        """A connection as the database's superuser."""
        cluster = cluster_of(load(data=self.data))
        return await asyncpg.connect(
            host=str(cluster.sockets), port=PORT, user="postgres", password=cluster.password, database=DATABASE
        )

    def _run(self, *arguments: str) -> Process:
        environment = {
            **os.environ,
            "RELEVO_RATE_LIMITS": "off",
            "RELEVO_LOG_LEVEL": "warning",
            "RELEVO_PAUSE_MS": "200",
        }
        self.data.mkdir(parents=True, exist_ok=True)
        with (self.data / "product.log").open("ab") as log:
            command = [*self.command, *arguments, "--data", str(self.data)]
            return subprocess.Popen(command, stdout=log, stderr=log, env=environment, start_new_session=True)


def _parent(process: Path) -> int:
    return int((process / "stat").read_text().rsplit(")", 1)[1].split()[1])


def _command_line(process: Path) -> bytes:
    return (process / "cmdline").read_bytes()
