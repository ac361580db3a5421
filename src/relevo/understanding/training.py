"""Training a version of the workspace's own model: a job, in a process of its own. A worker that dies leaves it to be tried again;
what fails again and again is marked as failed, with the reason."""

import asyncio
import contextlib
from uuid import UUID

import structlog

from relevo.kit.errors import Invalid
from relevo.platform.jobs import Job
from relevo.platform.platform import Platform
from relevo.understanding.actions import models
from relevo.understanding.own.child import learn_in_child
from relevo.understanding.own.types import Example

log = structlog.get_logger()

ATTEMPTS = 3
_TELL_SECONDS = 0.3


async def train(platform: Platform, *, workspace_id: str, model_id: str) -> None:
    """Idempotent: a version that is no longer to be trained is left alone."""
    workspace, model = UUID(workspace_id), UUID(model_id)
    async with platform.db.transaction(workspace) as session:
        attempt = await models.attempt(session, model)
        rows = await models.examples(session)
    if attempt is None:
        return
    if attempt > ATTEMPTS:
        await _fail(platform, workspace, model, f"The training broke off {ATTEMPTS} times; the log says more.")
        return
    teller = Teller(platform, workspace, model)
    telling = asyncio.create_task(teller.run())
    try:
        learnt = await learn_in_child(
            [Example(text, intent, str(row_id)) for row_id, text, intent in rows],
            embedder=platform.embedder,
            progress=teller.on_progress,
        )
    except Invalid as error:  # it is the examples; trying again would not help
        await _fail(platform, workspace, model, error.detail)
        return
    finally:
        telling.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await telling
    async with platform.db.transaction(workspace) as session:
        await models.finish(session, model, weights=learnt.model, quality=learnt.quality.as_json())
    platform.hub.wake(workspace)


class Teller:
    """Passes progress on to members, not more often than somebody could watch."""

    def __init__(self, platform: Platform, workspace_id: UUID, model_id: UUID) -> None:
        self._platform, self._workspace_id, self._model_id = platform, workspace_id, model_id
        self._news: tuple[float, str] | None = None

    def on_progress(self, share: float, doing: str) -> None:
        self._news = share, doing

    async def run(self) -> None:
        while True:
            await asyncio.sleep(_TELL_SECONDS)
            if self._news is None:
                continue
            (share, doing), self._news = self._news, None
            async with self._platform.db.transaction(self._workspace_id) as session:
                await models.progress(session, self._model_id, share, doing)
            self._platform.hub.wake(self._workspace_id)


async def _fail(platform: Platform, workspace_id: UUID, model_id: UUID, reason: str) -> None:
    log.warning("training_failed", model_id=str(model_id), reason=reason)
    async with platform.db.transaction(workspace_id) as session:
        await models.fail(session, model_id, reason)
    platform.hub.wake(workspace_id)


JOB = Job("train_intents", train, attempts=ATTEMPTS + 1)
