"""The product as its users meet it: one server on a real PostgreSQL for the whole run, a workspace of its own for every test.

Workspaces never see each other, so tests need not clean up. The database forgets on a crash (fsync off), which the product
itself refuses; the slow tests run it as it is shipped.
"""

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import pytest
import uvloop
from argon2 import PasswordHasher

from relevo import app
from relevo.assistant.autonomy.types import Level
from relevo.platform import passwords
from relevo.platform.embedded import supervise
from relevo.platform.embedded.cluster import PORT, Cluster
from relevo.platform.platform import Platform, opened
from relevo.platform.settings import Settings
from relevo.understanding.personal.logs import configure_logs
from tests.people import Workspace

# Signing in should not be most of what a run spends its time on. What ships is looked at in tests/workspaces.
passwords._hasher = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)

T = TypeVar("T")
FORGETFUL = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "shared_buffers": "64MB"}


@pytest.fixture(scope="session")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    cluster = Cluster(tmp_path_factory.mktemp("database"), "superuser-of-the-tests", FORGETFUL)
    running = supervise.start_as_owner(cluster)
    yield f"postgresql://postgres:{cluster.password}@/relevo?host={quote(str(cluster.sockets))}&port={PORT}"
    running.stop()


class Server:
    """The product on a free port, in a thread with an event loop of its own."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.url = f"http://{settings.host}:{settings.port}"
        self.platform: Platform
        self._loop: asyncio.AbstractEventLoop
        self._stop: asyncio.Event
        self._started = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()
        assert self._started.wait(60), "the server did not start"
        if self._failure:
            raise self._failure

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(30)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs `work` on the server's event loop, as a slice would."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    def _run(self) -> None:
        try:
            uvloop.run(self._serve())
        except BaseException as error:  # told to the test that waits
            self._failure = error
            self._started.set()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        async with opened(self.settings, relaxed=True) as platform, app.background(platform):
            self.platform = platform
            server = app.server(platform, host=self.settings.host, port=self.settings.port)
            serving = asyncio.create_task(server.serve())
            while not server.started:
                await asyncio.sleep(0.01)
            platform.ready = True
            self._started.set()
            await self._stop.wait()
            platform.stopping.set()
            server.should_exit = True
            await serving


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def server(database_url: str, data_folder: Path) -> Iterator[Server]:
    settings = Settings.model_validate(
        {
            "data": data_folder,
            "database_url": database_url,
            "port": free_port(),
            "rate_limits": False,
            "pause_ms": 60,
            "log_level": "error",
        }
    )
    configure_logs(settings)
    running = Server(settings)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def new_workspace(server: Server) -> Callable[..., Workspace]:
    """Makes a workspace; for tests that need two."""

    def make(*, locale: str = "es", assistant: Level = "autonomous") -> Workspace:
        return Workspace.make(server, locale=locale, assistant=assistant)

    return make


@pytest.fixture
def workspace(new_workspace: Callable[..., Workspace]) -> Workspace:
    return new_workspace()
