"""Whether it lives, whether it is ready for requests, and how it is doing."""

import asyncio
import hmac
import ipaddress
from typing import Any

import asyncpg
import structlog
from fastapi import APIRouter
from prometheus_client import CollectorRegistry, Gauge, disable_created_metrics, generate_latest
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from relevo import __version__
from relevo.kit.errors import NotFound, RelevoError
from relevo.platform.http import json_response, platform_of, problem
from relevo.platform.platform import Platform

log = structlog.get_logger()
router = APIRouter(tags=["operation"])

disable_created_metrics()
REGISTRY = CollectorRegistry()
_LISTENERS = Gauge("relevo_live_listeners", "Waiting requests and sockets", registry=REGISTRY)
_CONNECTIONS = Gauge("relevo_database_connections", "Connections of the pool", ["state"], registry=REGISTRY)
_READY = Gauge("relevo_ready", "1 when requests are answered", registry=REGISTRY)
_BUILD = Gauge("relevo_build_info", "The version that runs", ["version"], registry=REGISTRY)

_ANSWER_SECONDS = 2


class Health(BaseModel):
    status: str
    version: str


@router.get("/health/live", response_model=Health)
async def live() -> Response:
    """200 as long as the process answers at all."""
    return _healthy()


@router.get("/health/ready", response_model=Health)
async def ready(request: Request) -> Response:
    """200 when requests are answered: started, not stopping, and the database answers. Otherwise 503."""
    if reason := await _unready(platform_of(request)):
        return problem(503, "unavailable", reason, headers={"Retry-After": "1"})
    return _healthy()


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request) -> Response:
    """For Prometheus: on this machine, or with the token of the setting `metrics_token`. Others find nothing here."""
    platform = platform_of(request)
    if not _may_read_metrics(request, platform):
        raise NotFound
    _READY.set(await _unready(platform) is None)
    _LISTENERS.set(platform.hub.listeners)
    _CONNECTIONS.labels("open").set(platform.db.pool.get_size())
    _CONNECTIONS.labels("idle").set(platform.db.pool.get_idle_size())
    _BUILD.labels(__version__).set(1)
    return PlainTextResponse(generate_latest(REGISTRY), media_type="text/plain; version=0.0.4; charset=utf-8")


def _healthy() -> Response:
    return json_response({"status": "ok", "version": __version__}, headers={"Cache-Control": "no-store"})


async def _unready(platform: Platform) -> str | None:
    """Why requests are not answered, or None."""
    if platform.stopping.is_set():
        return "Relevo is stopping."
    if not platform.ready:
        return "Relevo is starting."
    try:
        async with asyncio.timeout(_ANSWER_SECONDS), platform.db.connection() as connection:
            await connection.fetchval("select 1")
    except (RelevoError, TimeoutError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        log.warning("database_does_not_answer", reason=str(error) or type(error).__name__)
        return "The database does not answer."
    return None


def _may_read_metrics(request: Request, platform: Platform) -> bool:
    wanted = platform.settings.metrics_token
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if wanted and scheme.lower() == "bearer":
        return hmac.compare_digest(given.strip().encode(), wanted.get_secret_value().encode())
    # A proxy on this machine comes from here too; it says so by these headers.
    is_forwarded = "x-forwarded-for" in request.headers or "forwarded" in request.headers
    return not is_forwarded and _is_loopback(request.client.host if request.client else "")


def _is_loopback(host: Any) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
