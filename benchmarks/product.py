"""The product under test: started on a folder of its own as a user would, and spoken to as a program would."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg

from relevo.contacts.tables import Contact
from relevo.kit.ids import new_id
from relevo.platform.access import Customer
from relevo.platform.embedded.cluster import PORT
from relevo.platform.platform import DATABASE, cluster_of
from relevo.platform.secrets import Signer, derive
from relevo.platform.settings import load
from relevo.widget import tokens

HOST = "127.0.0.1"
COMMAND = Path(sys.executable).with_name("relevo")


@dataclass(frozen=True)
class Workspace:
    id: UUID
    inbox_id: UUID
    widget_key: str
    api_key: str


@dataclass(frozen=True)
class Product:
    data: Path
    port: int
    pid: int

    def new_workspace(self, name: str) -> Workspace:
        command = [COMMAND, "workspace", "create", name, "--locale", "es", "--assistant", "autonomous", "--json", "--data",
            self.data,
        ]  # fmt: skip
        made = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        with self.asking() as connection:
            found = connection.get("/api/v1/inboxes", made["api_key"])
        inboxes = found["inboxes"] if isinstance(found, dict) else found
        return Workspace(UUID(made["workspace"]), UUID(inboxes[0]["id"]), made["widget_key"], made["api_key"])

    @contextlib.contextmanager
    def asking(self) -> Generator["Asking"]:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=60)
        try:
            yield Asking(connection)
        finally:
            connection.close()

    def sessions(self, workspace: Workspace, count: int) -> list[str]:
        """Tokens of new customers, made the public way."""
        with self.asking() as connection:
            wanted = {"widget_key": workspace.widget_key}
            return [connection.post("/api/v1/chat/sessions", wanted)["token"] for _ in range(count)]

    async def many_sessions(self, workspace: Workspace, count: int) -> list[str]:
        """The same for thousands: their rows are written at once, and their tokens signed with the installation's key."""
        signer = Signer(derive(load(data=self.data).master_key, "chat-token"))
        ids = [new_id() for _ in range(count)]
        connection = await self.database()
        try:
            await connection.copy_records_to_table(
                Contact.__tablename__,
                records=[(i, workspace.id, "es") for i in ids],
                columns=["id", "workspace_id", "locale"],
            )
        finally:
            await connection.close()
        customers = [Customer(workspace.id, contact_id, workspace.inbox_id, 1) for contact_id in ids]
        return [tokens.issue(signer, customer, origin=None) for customer in customers]

    async def database(self) -> Any:
        """A connection as the database's superuser, to put in what would take hours the public way."""
        cluster = cluster_of(load(data=self.data))
        return await asyncpg.connect(
            host=str(cluster.sockets), port=PORT, user="postgres", password=cluster.password, database=DATABASE
        )


@dataclass(frozen=True)
class Asking:
    """A connection that is kept."""

    connection: http.client.HTTPConnection

    def get(self, path: str, key: str) -> Any:
        return self._ask("GET", path, None, {"Authorization": f"Bearer {key}"})

    def post(self, path: str, body: Any) -> Any:
        return self._ask("POST", path, json.dumps(body), {"Content-Type": "application/json"})

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Any:
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:300]!r}")
        return json.loads(content)


@contextlib.contextmanager
def started(data: Path, port: int) -> Generator[Product]:
    """The product on `data`, ready; stopped at the end of the block."""
    environment = {**os.environ, "RELEVO_RATE_LIMITS": "off", "RELEVO_LOG_LEVEL": "warning"}
    data.mkdir(parents=True, exist_ok=True)
    with (data / "server.log").open("ab") as log:
        command = [COMMAND, "serve", "--port", str(port), "--data", data]
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
    try:
        _wait_ready(process, port)
        yield Product(data, port, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(60)
        process.kill()
        process.wait()


def _wait_ready(process: subprocess.Popen[bytes], port: int, seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError):
            connection = http.client.HTTPConnection(HOST, port, timeout=2)
            connection.request("GET", "/health/ready")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.1)
    raise RuntimeError("the product did not become ready; see server.log in its data folder")
