"""Keeps the embedded PostgreSQL running: starts it, or finds the one that another Relevo process runs; restarts it."""

import asyncio
import subprocess
import time
from dataclasses import dataclass
from typing import BinaryIO

import structlog

from relevo.kit.errors import SetupError
from relevo.platform.embedded.cluster import Cluster

log = structlog.get_logger()


@dataclass
class Running:
    """A server that answers. `process` is None where another Relevo process runs it."""

    cluster: Cluster
    process: subprocess.Popen[bytes] | None
    ownership: BinaryIO | None

    async def watch(self) -> None:
        """Starts the server again whenever it dies. Runs until cancelled; call it on the main thread's event loop."""
        while self.process:
            await asyncio.sleep(0.1)
            if self.process.poll() is not None:
                log.error("database_died", exit_code=self.process.returncode)
                self.process = self.cluster.start()
                await asyncio.to_thread(self.cluster.wait_ready, self.process)
                log.info("database_restarted")

    def stop(self) -> None:
        if self.process:
            self.cluster.stop(self.process)
        if self.ownership:
            self.ownership.close()


def start_or_find(cluster: Cluster, *, wait_seconds: float = 60) -> Running:
    """Starts the server unless another process does already. A short command may hold it for a moment and stop it
    again, so this keeps trying both ways."""
    deadline = time.monotonic() + wait_seconds
    while time.monotonic() < deadline:
        if ownership := cluster.try_own():
            return _start(cluster, ownership)
        if cluster.is_ready():
            return Running(cluster, None, None)
        time.sleep(0.1)
    raise SetupError(
        f"Another process holds the database in {cluster.folder} but it does not answer; see {cluster.log}"
    )


def find(cluster: Cluster, *, wait_seconds: float = 60) -> Running:
    """Waits for the server that another process runs, and never starts it."""
    deadline = time.monotonic() + wait_seconds
    while time.monotonic() < deadline:
        if cluster.is_ready():
            return Running(cluster, None, None)
        time.sleep(0.1)
    raise SetupError(f"No Relevo serves the data in {cluster.folder}; start `relevo serve` on it first.")


def start_as_owner(cluster: Cluster, *, wait_seconds: float = 20) -> Running:
    """Starts the server; waits for a short command that runs it at the moment. Raises where another server does."""
    deadline = time.monotonic() + wait_seconds
    while time.monotonic() < deadline:
        if ownership := cluster.try_own():
            return _start(cluster, ownership)
        time.sleep(0.1)
    raise SetupError(
        f"Another Relevo already serves the data in {cluster.folder}. Stop it, or give this one a folder of its own with --data."
    )


def _start(cluster: Cluster, ownership: BinaryIO) -> Running:
    try:
        cluster.create()
        process = cluster.start()
        cluster.wait_ready(process)
    except BaseException:
        ownership.close()
        raise
    return Running(cluster, process, ownership)
