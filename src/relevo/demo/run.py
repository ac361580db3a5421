"""`relevo demo`: serves Casa Lumbre, and says in plain lines what it does and where to look."""

import asyncio
import os
import sys
import time
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from fastapi import APIRouter

from relevo import app
from relevo.demo import first_answer, load, shop
from relevo.demo.say import Teller
from relevo.kit.errors import RelevoError
from relevo.platform.platform import Platform
from relevo.platform.settings import Settings
from relevo.understanding.personal.logs import configure_logs


async def demo(settings: Settings, *, open_browser: bool) -> None:
    """Serves the demo until stopped. Without a data folder of its own it uses one beside that of a real installation."""
    settings = _own_folder(settings)
    configure_logs(_quiet(settings))
    await _Demo(settings, open_browser=open_browser).serve()


def _own_folder(settings: Settings) -> Settings:
    if "data" in settings.model_fields_set:
        return settings
    return settings.model_copy(update={"data": settings.data / "demo"})


def _quiet(settings: Settings) -> Settings:
    """What people read here is the demo's own lines; logs only tell of trouble, unless asked for more."""
    level = settings.log_level if "log_level" in settings.model_fields_set else "warning"
    return settings.model_copy(update={"log_format": "text", "log_level": level})


class _Demo:
    def __init__(self, settings: Settings, *, open_browser: bool) -> None:
        self._settings = settings
        self._open_browser = open_browser
        self._teller = Teller.for_terminal()
        self._begun = _process_begun()
        self._shop: load.Shop | None = None
        self._asking: asyncio.Task[None] | None = None

    async def serve(self) -> None:
        self._teller.say("starting", folder=self._settings.data)
        await app.serve(self._settings, prepare=self._prepare, on_ready=self._on_ready)
        if self._asking:
            self._asking.cancel()
        self._teller.say("stopped")

    async def _prepare(self, platform: Platform) -> Sequence[APIRouter]:
        self._teller.say("database", seconds=time.time() - self._begun)
        self._shop = await load.load(platform, lambda what, count: self._teller.say(what, count=count))
        return [shop.router(self._shop.widget_key)]

    async def _on_ready(self, platform: Platform) -> None:
        assert self._shop, "it was prepared before"
        url = f"http://{_reachable(self._settings.host)}:{self._settings.port}"
        self._teller.addresses(self._settings, self._shop, url=url)
        self._teller.say("ready", seconds=time.time() - self._begun)
        if self._shop.is_new:
            self._asking = asyncio.create_task(self._ask(platform, self._shop, url))
        if self._open_browser and _has_screen():
            await asyncio.to_thread(webbrowser.open, f"{url}/shop/{self._teller.locale}")

    async def _ask(self, platform: Platform, shop: load.Shop, url: str) -> None:
        """Asks one question the way a customer would, to tell honestly how long the first answer took."""
        try:
            seconds = await first_answer.ask(platform, shop, url)
        except (OSError, TimeoutError, RelevoError) as error:
            self._teller.say("unanswered", reason=str(error) or type(error).__name__)
            return
        self._teller.say("answered", seconds=seconds)
        if command_begun := os.environ.get("RELEVO_DEMO_STARTED_AT"):
            self._teller.say("since_command", seconds=time.time() - float(command_begun))


def _reachable(host: str) -> str:
    return "127.0.0.1" if host in ("0.0.0.0", "::", "") else f"[{host}]" if ":" in host else host  # noqa: S104


def _has_screen() -> bool:
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _process_begun() -> float:
    """When this process began, so that the time to import everything counts; where the system does not tell, now."""
    try:
        ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
        uptime = float(Path("/proc/uptime").read_text().split()[0])
    except (OSError, IndexError, ValueError):
        return time.time()
    return time.time() - uptime + ticks / os.sysconf("SC_CLK_TCK")
