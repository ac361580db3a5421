"""Versions of what was learnt from the workspace's examples: begun, finished or failed, released, dropped."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Conflict, NotFound
from relevo.kit.ids import new_id
from relevo.platform.access import Actor
from relevo.platform.events import record
from relevo.understanding.own.types import TooFewExamples
from relevo.understanding.tables import Intent, IntentExample, IntentModel

_FEWEST = 2  # intents, and examples in each


async def begin(session: AsyncSession, actor: Actor) -> IntentModel:
    """A new version, to be trained. Raises Conflict while another one is, TooFewExamples."""
    counts = (
        await session.execute(
            select(IntentExample.intent_id, func.count())
            .where(IntentExample.state == "accepted")
            .group_by(IntentExample.intent_id)
        )
    ).all()
    usable = [count for _, count in counts if count >= _FEWEST]
    if len(usable) < _FEWEST:
        raise TooFewExamples("At least two intents with two examples each are needed; five or more are better.")
    if await session.scalar(select(IntentModel.id).where(IntentModel.state == "training")):
        raise Conflict("A version is being trained already.", code="already_training")
    last = await session.scalar(select(func.max(IntentModel.version))) or 0
    model = IntentModel(
        id=new_id(), workspace_id=actor.workspace_id, version=last + 1, state="training", progress=0.0, doing="",
        attempts=0, intents=len(usable), examples=sum(usable), member_id=actor.member_id, created_at=now(),
    )  # fmt: skip
    session.add(model)
    await session.flush()
    await tell(session, model)
    return model


async def attempt(session: AsyncSession, model_id: UUID) -> int | None:
    """Counts an attempt at training; None where there is nothing to train any more."""
    model = await _training(session, model_id)
    if model is None:
        return None
    model.attempts += 1
    await session.flush()
    return model.attempts


async def progress(session: AsyncSession, model_id: UUID, share: float, doing: str) -> None:
    if model := await _training(session, model_id):
        model.progress, model.doing = share, doing
        await session.flush()
        await tell(session, model)


async def finish(session: AsyncSession, model_id: UUID, *, weights: bytes, quality: dict[str, Any]) -> None:
    """Doing it again, or for a version that was dropped meanwhile, changes nothing."""
    if model := await _training(session, model_id):
        model.state, model.progress, model.doing, model.error = "ready", 1.0, "", None
        model.weights, model.quality, model.trained_at = weights, quality, now()
        model.examples, model.intents = quality["examples"], len(quality["intents"])
        await session.flush()
        await tell(session, model)


async def fail(session: AsyncSession, model_id: UUID, reason: str) -> None:
    if model := await _training(session, model_id):
        model.state, model.error, model.doing = "failed", reason, ""
        await session.flush()
        await tell(session, model)


async def release(session: AsyncSession, model_id: UUID) -> IntentModel:
    """From now on it reads the workspace's messages; an older version is released again in the same way. Raises NotFound, Conflict."""
    model = await get(session, model_id, lock=True)
    if model.state == "released":
        return model
    if model.state != "ready":
        raise Conflict("Only a version whose training is done can be released.", code="not_ready")
    await session.execute(update(IntentModel).where(IntentModel.state == "released").values(state="ready"))
    model.state, model.released_at = "released", now()
    await session.flush()
    await tell(session, model)
    return model


async def drop(session: AsyncSession, model_id: UUID) -> None:
    """One that is being trained is given up. Raises NotFound, and Conflict for the released one."""
    model = await get(session, model_id, lock=True)
    if model.state == "released":
        raise Conflict("The released version cannot be dropped; release another one first.", code="released")
    await session.delete(model)
    await session.flush()
    await record(session, "intent_model.updated", data={"id": str(model_id), "state": "dropped"})


async def get(session: AsyncSession, model_id: UUID, *, lock: bool = False) -> IntentModel:
    """Raises NotFound."""
    query = select(IntentModel).where(IntentModel.id == model_id)
    found = await session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound
    return found


async def examples(session: AsyncSession) -> list[tuple[UUID, str, str]]:
    """Id, text and intent of every example that may be learnt from."""
    rows = await session.execute(
        select(IntentExample.id, IntentExample.text, Intent.name)
        .join(Intent, Intent.id == IntentExample.intent_id)
        .where(IntentExample.state == "accepted")
        .order_by(IntentExample.id)
    )
    return [(row.id, row.text, row.name) for row in rows]


async def tell(session: AsyncSession, model: IntentModel) -> None:
    moment: datetime | None = model.released_at
    await record(
        session, "intent_model.updated",
        data={
            "id": str(model.id), "version": model.version, "state": model.state, "progress": round(model.progress, 3),
            "doing": model.doing, "error": model.error, "released_at": moment.isoformat() if moment else None,
        },
    )  # fmt: skip


async def _training(session: AsyncSession, model_id: UUID) -> IntentModel | None:
    query = select(IntentModel).where(IntentModel.id == model_id, IntentModel.state == "training")
    return await session.scalar(query.with_for_update())
