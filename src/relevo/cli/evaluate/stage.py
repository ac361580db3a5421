"""A platform for one play: a database in a temporary folder, a real server on loopback, a company with its articles."""

import asyncio
import contextlib
import socket
import tempfile
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from relevo import app
from relevo.assistant.autonomy.levels import found
from relevo.assistant.autonomy.types import ITSELF
from relevo.assistant.scenarios.outcome import Outcome
from relevo.assistant.scenarios.over_http import ChatCustomer
from relevo.assistant.scenarios.play import play
from relevo.assistant.scenarios.script import Script, Scripts
from relevo.cli.options import quiet
from relevo.inboxes.actions import create_chat_inbox
from relevo.kit.errors import SetupError
from relevo.kit.ids import new_id
from relevo.knowledge.files import add_path
from relevo.platform.platform import Platform, opened
from relevo.platform.settings import load
from relevo.workspaces.actions.keys import create_api_key
from relevo.workspaces.actions.workspace import create_workspace
from relevo.workspaces.queries import get_workspace

if TYPE_CHECKING:
    from relevo.platform.settings import Settings

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Company:
    url: str
    widget_key: str
    api_key: str


async def played(scripts: Scripts, knowledge: Path, *, tell: Tell) -> Outcome:
    """Every turn of the scripts, played and judged. The platform is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="relevo-scenarios-", ignore_cleanup_errors=True) as folder:
        settings = _settings(Path(folder))
        quiet(settings)
        tell("starting a platform of its own …")
        async with opened(settings, serving=True) as platform, _served(platform):
            company = await _found(platform, scripts, knowledge, tell)
            return await _play(company, scripts, tell)


def _settings(folder: Path) -> "Settings":
    """Nothing of an installation's own settings but how loud its logs are: neither its database nor its limits."""
    folder.chmod(0o755)  # the database runs as a user of its own where this is started by root
    given: dict[str, Any] = {"data": folder, "port": _free_port(), "rate_limits": False, "pause_ms": 0}
    return load(**given).model_copy(
        update={"database_url": None, "database_app_url": None, "host": "127.0.0.1", "worker": True, "public_url": None}
    )


@contextlib.asynccontextmanager
async def _served(platform: Platform) -> AsyncGenerator[None]:
    async with app.background(platform):
        server = app.server(platform, host=platform.settings.host, port=platform.settings.port)
        serving = asyncio.create_task(server.serve())
        while not server.started and not serving.done():
            await asyncio.sleep(0.01)
        platform.ready = True
        try:
            yield
        finally:
            platform.stopping.set()
            server.should_exit = True
            await serving


async def _found(platform: Platform, scripts: Scripts, knowledge: Path, tell: Tell) -> _Company:
    workspace_id = new_id()
    async with platform.db.transaction(workspace_id) as session:
        await create_workspace(session, workspace_id, name=scripts.company, locale=_most_spoken(scripts))
        await found(session, workspace_id, "autonomous", by=ITSELF)
        workspace = await get_workspace(session)
        workspace.settings = {**workspace.settings, "reopen_hours": 0}  # a new conversation is one at once
        inbox = await create_chat_inbox(session, workspace_id, name="Scenarios")
        key = await create_api_key(session, name="Scenarios", role="admin")
        reports = await add_path(session, str(knowledge))
    taken = [report for report in reports if report.taken]
    for report in reports:
        if not report.taken:
            tell(f"left out {report.name}: {report.reason}")
    if not taken:
        raise SetupError(f"{knowledge} holds nothing that can be read as an article.")
    tell(f"took in {len(taken)} articles")
    url = f"http://{platform.settings.host}:{platform.settings.port}"
    assert inbox.widget_key, "a chat inbox has a key"
    return _Company(url, inbox.widget_key, key.text)


def _most_spoken(scripts: Scripts) -> str:
    spoken = [script.language for script in scripts.scripts if script.language in {"es", "en"}]
    return max({"es", "en"}, key=lambda locale: (spoken.count(locale), locale == "es"))


async def _play(company: _Company, scripts: Scripts, tell: Tell) -> Outcome:
    async with (
        httpx.AsyncClient(base_url=company.url, timeout=40) as chat,
        httpx.AsyncClient(
            base_url=company.url, timeout=40, headers={"Authorization": f"Bearer {company.api_key}"}
        ) as agent,
    ):
        arrive = partial(_arrive, chat, agent, company.widget_key)
        return Outcome.of(await play(scripts.scripts, arrive, progress=lambda n, of: tell(f"played {n} of {of}")))


async def _arrive(chat: httpx.AsyncClient, agent: httpx.AsyncClient, widget_key: str, script: Script) -> ChatCustomer:
    return await ChatCustomer.arrive(chat, agent, widget_key=widget_key, locale=script.language)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
