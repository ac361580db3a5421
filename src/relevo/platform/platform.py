"""What every part of a running Relevo is handed: settings, database, live hub, keys. Built once at start."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from relevo.platform import provision
from relevo.platform.address import Address, parse
from relevo.platform.database import Database, connect
from relevo.platform.embedded import supervise
from relevo.platform.embedded.cluster import PORT, Cluster
from relevo.platform.held import Held
from relevo.platform.limits import Limits
from relevo.platform.live import Hub
from relevo.platform.secrets import Signer, derive
from relevo.platform.settings import Settings
from relevo.ports.embedder import Embedder
from relevo.ports.language_model import Maker

DATABASE = "relevo"
T = TypeVar("T")


@dataclass
class Platform:
    settings: Settings
    db: Database
    hub: Hub
    admin: Address  # for backup and doctor; requests never use it
    running: supervise.Running | None
    ready: bool = False
    embedder: str | None = (
        None  # "module:function" that makes the embedder of an installed extra; set by what assembles
    )
    language_models: Mapping[str, Maker] = field(default_factory=dict[str, Maker])  # by provider; likewise
    passage_embedder: Callable[[], Embedder] | None = None  # for search; set by what assembles
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _parts: dict[Any, Any] = field(default_factory=dict[Any, Any], repr=False)

    @cached_property
    def sockets(self) -> Held:
        return Held(enabled=self.settings.rate_limits)

    def part(self, make: "Callable[[Platform], T]") -> T:
        """What a slice keeps for as long as the platform lives, made by `make` when it is first asked for."""
        if make not in self._parts:
            self._parts[make] = make(self)
        return self._parts[make]

    @cached_property
    def limits(self) -> Limits:
        return Limits(self.settings.rate_limits)

    @cached_property
    def chat_tokens(self) -> Signer:
        return Signer(derive(self.settings.master_key, "chat-token"))

    @cached_property
    def file_links(self) -> Signer:
        return Signer(derive(self.settings.master_key, "file-link"))

    @cached_property
    def csrf_key(self) -> bytes:
        return derive(self.settings.master_key, "csrf")


def cluster_of(settings: Settings) -> Cluster:
    return Cluster(settings.data, derive(settings.installation_key, "postgres-superuser").hex())


def app_password(settings: Settings) -> str:
    """Of the application's role. It follows from the key that stays with the database."""
    key = settings.master_key if settings.database_url else settings.installation_key
    return derive(key, "postgres-app").hex()


def app_address(settings: Settings) -> Address | None:
    """Of the application's role, where an administrator made it and gave it a password."""
    return parse(settings.database_app_url.get_secret_value()) if settings.database_app_url else None


@contextlib.asynccontextmanager
async def opened(
    settings: Settings, *, serving: bool = False, joining: bool = False, relaxed: bool = False
) -> AsyncGenerator[Platform]:
    """The platform, with its database up to date; the embedded one is started, or found where another process runs it.

    `serving` is for the process that has to own the embedded database for long, `joining` for those that work beside it for long and
    must not own it in its place while it is being started again; commands that come and go leave both off.
    `relaxed` accepts a database that is not durable: for tests.
    """
    running = None
    if settings.database_url:
        admin = parse(settings.database_url.get_secret_value())
    else:
        cluster = cluster_of(settings)
        start = supervise.start_as_owner if serving else supervise.find if joining else supervise.start_or_find
        running = start(cluster)
        admin = Address(str(cluster.sockets), PORT, "postgres", cluster.password, DATABASE)
    try:
        async with _on(settings, admin, running, relaxed=relaxed) as platform:
            yield platform
    finally:
        if running:
            running.stop()


@contextlib.asynccontextmanager
async def _on(
    settings: Settings, admin: Address, running: supervise.Running | None, *, relaxed: bool
) -> AsyncGenerator[Platform]:
    app = await provision.provision(admin, app_password=app_password(settings), app=app_address(settings))
    await provision.check_durability(app, relaxed=relaxed)
    database = await connect(app, connections=settings.database_connections)
    try:
        yield Platform(settings, database, Hub(database), admin, running)
    finally:
        await database.close()
