"""Slow and scheduled work, by Procrastinate on the same database. Jobs are registered in wiring.py.

A job is put off in the transaction that wants it, so it exists if and only if that was committed. It may be done more than once: a
worker that dies in the middle leaves it to another one. So jobs are idempotent.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import procrastinate
import structlog
from procrastinate.jobs import Status
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.platform.database import to_json
from relevo.platform.platform import Platform

log = structlog.get_logger()

DATABASE_CONNECTIONS = 3
_PUT_OFF = text("""
select procrastinate_defer_jobs_v1(
    array[row('default', :name, :priority, :lock, null, cast(:args as jsonb), null)]::procrastinate_job_to_defer_v1[])
""")


@dataclass(frozen=True)
class Scheduled:
    """Work that is done by the clock. `cron` has five fields, UTC. A run that is missed is not made up for."""

    name: str
    cron: str
    run: Callable[[Platform], Awaitable[Any]]


@dataclass(frozen=True)
class Job:
    """Work that is asked for by name, with arguments that JSON can hold. One that fails is tried again, later each time."""

    name: str
    run: Callable[..., Awaitable[Any]]  # (platform, **arguments)
    attempts: int = 3
    priority: int = 0  # below 0: everything else goes first
    is_alone: bool = False  # one of this name at a time, whichever process does it


async def put_off(session: AsyncSession, job: Job, **arguments: str | int) -> None:
    """Has the job done by some worker, after the commit of this transaction."""
    how = {"priority": job.priority, "lock": job.name if job.is_alone else None}
    await session.execute(_PUT_OFF, {"name": job.name, "args": to_json(arguments), **how})


def app(platform: Platform, scheduled: Sequence[Scheduled], jobs: Sequence[Job]) -> procrastinate.App:
    connector = procrastinate.PsycopgConnector(
        conninfo=platform.db.address.conninfo(), min_size=1, max_size=DATABASE_CONNECTIONS
    )
    built = procrastinate.App(connector=connector)
    for one in scheduled:
        _schedule(built, platform, one)
    for job in jobs:
        _register(built, platform, job)
    _schedule(built, platform, Scheduled("retry_abandoned_jobs", "* * * * *", _retrier(built, jobs)))
    return built


def _schedule(built: procrastinate.App, platform: Platform, job: Scheduled) -> None:
    @built.periodic(cron=job.cron)
    @built.task(name=job.name, queueing_lock=job.name, pass_context=False)
    async def run(timestamp: int) -> None:
        await job.run(platform)


def _register(built: procrastinate.App, platform: Platform, job: Job) -> None:
    again = procrastinate.RetryStrategy(max_attempts=job.attempts, linear_wait=5)

    @built.task(name=job.name, retry=again, pass_context=False)
    async def run(**arguments: Any) -> None:
        await job.run(platform, **arguments)


def _retrier(built: procrastinate.App, jobs: Sequence[Job]) -> Callable[[Platform], Awaitable[None]]:
    attempts = {job.name: job.attempts for job in jobs}

    async def retry_abandoned(_: Platform) -> None:
        """Jobs whose worker has not been heard of for a while; one that ends its worker every time is given up."""
        for job in await built.job_manager.get_stalled_jobs():
            log.warning("job_abandoned", job=job.task_name, attempts=job.attempts)
            if job.attempts >= attempts.get(job.task_name, 1):
                await built.job_manager.finish_job(job=job, status=Status.FAILED, delete_job=False)
            else:
                await built.job_manager.retry_job(job=job)

    return retry_abandoned


async def run(platform: Platform, scheduled: Sequence[Scheduled], jobs: Sequence[Job]) -> None:
    """Works until cancelled."""
    built = app(platform, scheduled, jobs)
    async with built.open_async():
        await built.run_worker_async(
            concurrency=2,
            install_signal_handlers=False,
            fetch_job_polling_interval=0.3,  # a job that waited for another of its kind is found by asking again, soon
            delete_jobs="successful",
            shutdown_graceful_timeout=5,
        )
