"""Slow and scheduled work, by Procrastinate on the same database. Jobs are registered in wiring.py."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import procrastinate

from relevo.platform.platform import Platform

DATABASE_CONNECTIONS = 3


@dataclass(frozen=True)
class Scheduled:
    """Work that is done by the clock. `cron` has five fields, UTC. A run that is missed is not made up for."""

    name: str
    cron: str
    run: Callable[[Platform], Awaitable[Any]]


def app(platform: Platform, scheduled: list[Scheduled]) -> procrastinate.App:
    connector = procrastinate.PsycopgConnector(
        conninfo=platform.db.address.conninfo(), min_size=1, max_size=DATABASE_CONNECTIONS
    )
    built = procrastinate.App(connector=connector)
    for job in scheduled:
        _register(built, platform, job)
    return built


def _register(built: procrastinate.App, platform: Platform, job: Scheduled) -> None:
    @built.periodic(cron=job.cron)
    @built.task(name=job.name, queueing_lock=job.name, pass_context=False)
    async def run(timestamp: int) -> None:
        await job.run(platform)


async def run(platform: Platform, scheduled: list[Scheduled]) -> None:
    """Works until cancelled. A job that was under way is done again after a restart, so jobs are idempotent."""
    built = app(platform, scheduled)
    async with built.open_async():
        await built.run_worker_async(
            concurrency=2,
            install_signal_handlers=False,
            fetch_job_polling_interval=5,
            delete_jobs="successful",
            shutdown_graceful_timeout=5,
        )
