"""What can be seen of a running Relevo: structured logs with a request's id, metrics for Prometheus."""

import logging
import re
import secrets
import sys
import time
from collections.abc import Callable, Mapping, MutableMapping
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
import structlog
from fastapi import APIRouter
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from relevo.platform import health
from relevo.platform.settings import Settings

log = structlog.get_logger()
router: APIRouter = health.router

REGISTRY: CollectorRegistry = health.REGISTRY
_REQUESTS = Counter("relevo_requests", "Requests answered", ["route", "method", "status"], registry=REGISTRY)
_SECONDS = Histogram(
    "relevo_request_seconds", "Time until a request was answered", ["route"], registry=REGISTRY,
    buckets=(0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10, 35),
)  # fmt: skip
_SOCKETS = Gauge("relevo_sockets", "Open WebSockets", ["route"], registry=REGISTRY)

_ID_FROM_OUTSIDE = re.compile(rb"[A-Za-z0-9._-]{8,64}")
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z_]+")
_DEEPEST = 8
_OWN_FIELDS = frozenset({"at", "level", "request_id", "logger"})
_SECRETS = re.compile(r"password|token|secret|authorization|cookie|api_key", re.IGNORECASE)


# -- logs --------------------------------------------------------------------------------------------------------------


def configure_logs(settings: Settings, *, mask: Callable[[str], str] | None = None) -> None:
    """Log lines go to standard error, those of libraries too. Call it once, when a process starts. `mask` takes out of every
    text what must not be in a log."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    steps: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        hide_secrets,
    ]
    render = _as_json() if settings.log_format == "json" else _as_text()
    last = [*render[:-1], masking(mask), render[-1]] if mask else render
    structlog.configure(
        processors=[*steps, *last],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    _configure_libraries(steps, last, level)


def _configure_libraries(
    steps: list[structlog.typing.Processor], last: list[structlog.typing.Processor], level: int
) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*steps, structlog.stdlib.add_logger_name],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(level, logging.INFO))
    for chatty in ("httpx", "uvicorn", "procrastinate", "alembic", "asyncio", "sqlalchemy"):
        logging.getLogger(chatty).setLevel(max(level, logging.WARNING))


# Tracebacks without local variables: those may hold passwords and what customers wrote.


def _as_json() -> list[structlog.typing.Processor]:
    traces = structlog.tracebacks.ExceptionDictTransformer(show_locals=False, max_frames=20)
    return [
        structlog.processors.ExceptionRenderer(traces),
        structlog.processors.JSONRenderer(serializer=_json),
    ]


def _as_text() -> list[structlog.typing.Processor]:
    return [structlog.processors.format_exc_info, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]


def hide_secrets(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A step of the log: what is named like a secret is not written."""
    for name in event:
        if _SECRETS.search(name):
            event[name] = "…"
    return event


def masking(mask: Callable[[str], str]) -> structlog.typing.Processor:
    """A step of the log, right before it is written: whatever text a value holds, however deep, is masked."""

    def masked(value: Any, depth: int = 0) -> Any:
        if value is None or isinstance(value, bool | int | float | UUID | datetime):
            return value
        if isinstance(value, str):
            return value if _ID.fullmatch(value) else mask(value)
        if isinstance(value, Mapping) and depth < _DEEPEST:
            return {str(name): masked(part, depth + 1) for name, part in value.items()}
        if isinstance(value, list | tuple | set | frozenset) and depth < _DEEPEST:
            return [masked(part, depth + 1) for part in value]
        return mask(str(value))

    def step(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        for name in event:
            if name not in _OWN_FIELDS:
                event[name] = masked(event[name])
        return event

    return step


def _json(event: Any, **_: Any) -> str:
    return orjson.dumps(event, default=str).decode()


# -- requests ----------------------------------------------------------------------------------------------------------


class Requests:
    """ASGI, outermost: gives every request an id, which its log lines and its answer carry, and counts and times it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._counters: dict[tuple[str, str, int], Counter] = {}
        self._histograms: dict[str, Histogram] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = _request_id(scope)
        began = time.perf_counter()
        status = 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", request_id.encode())]
            await send(message)

        structlog.contextvars.bind_contextvars(request_id=request_id)
        try:
            await self._app(scope, receive, sending)
        finally:
            seconds = time.perf_counter() - began
            route = _route(scope)
            self._count(route, scope["method"], status, seconds)
            log.debug("request", method=scope["method"], route=route, status=status, ms=round(seconds * 1000, 1))
            structlog.contextvars.unbind_contextvars("request_id")

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        structlog.contextvars.bind_contextvars(request_id=_request_id(scope))
        gauge = _SOCKETS.labels("chat" if scope["path"].startswith("/api/v1/chat/") else "console")
        gauge.inc()
        try:
            await self._app(scope, receive, send)
        finally:
            gauge.dec()

    def _count(self, route: str, method: str, status: int, seconds: float) -> None:
        key = (route, method, status)
        counter = self._counters.get(key)
        if counter is None:
            counter = self._counters[key] = _REQUESTS.labels(*map(str, key))
            self._histograms.setdefault(route, _SECONDS.labels(route))
        counter.inc()
        self._histograms[route].observe(seconds)


def _request_id(scope: Scope) -> str:
    """The id that a proxy gave, where it is a harmless one; otherwise a new one."""
    given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
    return given.decode() if _ID_FROM_OUTSIDE.fullmatch(given) else secrets.token_hex(8)


def _route(scope: Scope) -> str:
    """The route's template, never the path: paths carry ids, and a scanner's are without number."""
    path = getattr(scope.get("route"), "path", None)
    return path if isinstance(path, str) else "other"
