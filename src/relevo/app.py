"""The application: routes, background work, and serving both. Assembled here, no logic."""

import asyncio
import contextlib
import resource
import signal
import socket
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Sequence

import structlog
import uvicorn
from fastapi import APIRouter, FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from relevo import __version__, wiring
from relevo.kit.errors import SetupError
from relevo.platform import http, static
from relevo.platform.patience import ImpatientProtocol
from relevo.platform.platform import Platform, opened
from relevo.platform.settings import Settings

log = structlog.get_logger()

MESSAGE_LIMIT = 64 * 1024  # bytes in a WebSocket frame
MOST_SOCKETS = 65_536


def build(platform: Platform, further: Sequence[APIRouter] = ()) -> FastAPI:
    """The ASGI application on an opened platform; background work is not started here. `further` routes come besides."""
    app = FastAPI(
        title="Relevo",
        version=__version__,
        summary="Customer service in which people and AI work on the same conversation",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        responses={"default": {"model": http.Problem, "description": "A problem document"}},
        redirect_slashes=False,
    )
    app.state.platform = platform
    http.install(app)
    for router in (*wiring.routers(), *further):
        app.include_router(router)
    _add_pages(app)
    app.add_middleware(http.ShortCut, routes=wiring.short_cuts(), sockets=wiring.sockets())
    app.add_middleware(http.Guard, upload_limit=platform.settings.max_upload_bytes, large=wiring.large_bodies())
    app.add_middleware(ChatCors)  # around the guard: a page of another site may read that its file was too large
    for middleware in wiring.middlewares():
        app.add_middleware(middleware)
    return app


def _add_pages(app: FastAPI) -> None:
    @app.get("/", include_in_schema=False)
    async def root() -> Response:
        return RedirectResponse("/console/")

    @app.get("/widget/v1.js", include_in_schema=False)
    async def loader() -> Response:
        return static.widget_loader()

    app.mount("/widget/assets", static.folder("widget/assets"))
    app.mount("/console/assets", static.folder("console/assets"))

    @app.get("/console", include_in_schema=False)
    @app.get("/console/{path:path}", include_in_schema=False)
    async def console(path: str = "") -> Response:
        return static.console_page()


class ChatCors:
    """The chat API is called from customers' sites. It takes tokens and no cookies, so any site may call it; which sites may
    carry an inbox is checked when a session begins."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open = CORSMiddleware(
            app, allow_origins=["*"], allow_methods=["GET", "POST", "DELETE"], allow_headers=["Authorization", "Content-Type"],
            expose_headers=["Retry-After"], max_age=7200,
        )  # fmt: skip

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_chat = scope["type"] == "http" and scope["path"].startswith("/api/v1/chat/")
        await (self._open if is_chat else self._app)(scope, receive, send)


class Server(uvicorn.Server):
    """Stops in order: first those who wait are let go, then connections end, then background work, then the database."""

    def __init__(self, config: uvicorn.Config, platform: Platform) -> None:
        super().__init__(config)
        self._platform = platform

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        # Unlike uvicorn's, this does not raise the signal again afterwards: the caller still has to close the database.
        loop = asyncio.get_running_loop()
        try:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, self._stop, number)
        except (NotImplementedError, RuntimeError, ValueError):
            pass  # not on the main thread, as in tests
        yield
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)

    def _stop(self, number: int) -> None:
        self._platform.stopping.set()
        self._platform.ready = False
        self.handle_exit(number, None)


def server(platform: Platform, *, host: str, port: int, further: Sequence[APIRouter] = ()) -> Server:
    return Server(
        uvicorn.Config(
            build(platform, further), host=host, port=port, loop="none", http=ImpatientProtocol, ws="websockets-sansio",
            ws_per_message_deflate=False, ws_max_size=MESSAGE_LIMIT, ws_ping_interval=25, ws_ping_timeout=35, log_config=None,
            access_log=False, lifespan="off", server_header=False, date_header=True, backlog=4096, timeout_keep_alive=75,
            timeout_graceful_shutdown=8, proxy_headers=True, forwarded_allow_ips=platform.settings.trusted_proxies,
        ),
        platform,
    )  # fmt: skip


@contextlib.asynccontextmanager
async def background(platform: Platform, *, everything: bool = True) -> AsyncGenerator[None]:
    """Runs what goes on beside requests, and starts it again should it fail. `everything` includes turns and jobs."""
    platform.embedder = wiring.embedder()
    platform.passage_embedder = wiring.passage_embedder(platform.settings)
    platform.language_models = wiring.language_models()
    work = [*wiring.always(platform), *(wiring.work(platform) if everything else [])]
    if platform.running:
        work.append(("database", platform.running.watch))
    tasks = [asyncio.create_task(_forever(name, run), name=name) for name, run in work]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _forever(name: str, run: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await run()
            return
        except asyncio.CancelledError:
            raise
        except Exception as error:  # the last line of defence for background work
            log.exception("background_failed", part=name, exc_info=error)
            await asyncio.sleep(1)


async def serve(
    settings: Settings,
    *,
    prepare: Callable[[Platform], Awaitable[Sequence[APIRouter]]] | None = None,
    on_ready: Callable[[Platform], Awaitable[None]] | None = None,
) -> None:
    """Serves until stopped by SIGINT or SIGTERM. `prepare` is called before anything is answered and gives further routes;
    `on_ready` is called when requests are answered."""
    check_port(settings.host, settings.port)
    allow_many_sockets()
    async with opened(settings, serving=True) as platform, contextlib.AsyncExitStack() as stack:
        further = await prepare(platform) if prepare else ()
        _heed_cancellation()
        await stack.enter_async_context(background(platform, everything=settings.worker))
        running = server(platform, host=settings.host, port=settings.port, further=further)
        serving = asyncio.create_task(running.serve())
        while not running.started and not serving.done():
            await asyncio.sleep(0.01)
        if running.started:
            platform.ready = True
            if on_ready:
                await on_ready(platform)
        await serving


def _heed_cancellation() -> None:
    """Ctrl-C cancels whatever is awaited at that moment, and not every library passes that on."""
    if (task := asyncio.current_task()) and task.cancelling():
        raise asyncio.CancelledError


async def work(settings: Settings) -> None:
    """Background work alone, until stopped."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with opened(settings, joining=True) as platform, background(platform):
        log.info("worker_started")
        await stop.wait()


def check_port(host: str, port: int) -> None:
    """Raises SetupError where something else listens there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SetupError(f"Port {port} on {host} is in use; choose another with --port.") from error


def allow_many_sockets() -> None:
    """Every socket is an open file; raises this process's limit as far as the system lets it, and says how far that is."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_SOCKETS if hard == resource.RLIM_INFINITY else min(hard, MOST_SOCKETS)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    log.debug("open_files", limit=max(soft, wanted))
