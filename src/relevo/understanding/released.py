"""The workspace's own model that reads its messages. Weights never change, so they are held by the model's id, and a release takes
effect with the next message on every node."""

from collections import OrderedDict
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.understanding.tables import IntentModel

MOST_BYTES = 64 * 2**20  # over all workspaces


@dataclass(frozen=True, slots=True)
class Own:
    """A model as it is stored."""

    id: UUID
    version: int
    weights: bytes = field(repr=False)


_held: "OrderedDict[UUID, Own]" = OrderedDict()


async def own_model(session: AsyncSession) -> Own | None:
    """The released model of the transaction's workspace."""
    query = select(IntentModel.id, IntentModel.version).where(IntentModel.state == "released").limit(1)
    found = (await session.execute(query)).first()
    return await loaded(session, found.id, found.version) if found else None


async def loaded(session: AsyncSession, model_id: UUID, version: int) -> Own:
    """A model of the transaction's workspace that has been trained."""
    if model_id not in _held:
        weights = await session.scalar(select(IntentModel.weights).where(IntentModel.id == model_id))
        _hold(Own(model_id, version, weights or b""))
    _held.move_to_end(model_id)
    return _held[model_id]


def _hold(own: Own) -> None:
    _held[own.id] = own
    while len(_held) > 1 and sum(len(one.weights) for one in _held.values()) > MOST_BYTES:
        _held.popitem(last=False)
