"""The workspace's own model that reads its messages: loaded once, and asked for by its id, so that a release takes effect with
the next message on every node."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.errors import RelevoError
from relevo.understanding.own.model import OwnModel
from relevo.understanding.tables import IntentModel

log = structlog.get_logger()

MOST_BYTES = 64 * 2**20  # of weights as they are stored, over all workspaces


@dataclass(frozen=True, slots=True)
class Own:
    """`model` is None where it cannot be read; messages are then read with what ships."""

    version: int
    model: OwnModel | None
    size: int


_held: "OrderedDict[UUID, Own]" = OrderedDict()


async def own_model(session: AsyncSession) -> Own | None:
    """The released model of the transaction's workspace."""
    found = (
        await session.execute(
            select(IntentModel.id, IntentModel.version).where(IntentModel.state == "released").limit(1)
        )
    ).first()
    return await loaded(session, found.id, found.version) if found else None


async def loaded(session: AsyncSession, model_id: UUID, version: int) -> Own:
    """Weights never change, so an id that is held is up to date."""
    if model_id not in _held:
        weights = await session.scalar(select(IntentModel.weights).where(IntentModel.id == model_id))
        _hold(model_id, Own(version, await asyncio.to_thread(_opened, weights or b""), len(weights or b"")))
    _held.move_to_end(model_id)
    return _held[model_id]


def _opened(weights: bytes) -> OwnModel | None:
    try:
        return OwnModel.from_bytes(weights)
    except RelevoError as error:
        log.warning("own_model_unreadable", reason=error.detail)
        return None


def _hold(model_id: UUID, own: Own) -> None:
    _held[model_id] = own
    while len(_held) > 1 and sum(one.size for one in _held.values()) > MOST_BYTES:
        _held.popitem(last=False)
