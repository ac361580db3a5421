"""Routes of the versions of the workspace's own model. All members read them; supervisors train and release."""

from uuid import UUID

from fastapi import APIRouter, Request

from relevo.kit.errors import Conflict
from relevo.platform import jobs
from relevo.platform.http import platform_of
from relevo.understanding import queries
from relevo.understanding.actions import models as actions
from relevo.understanding.api import intent_schemas as schemas
from relevo.understanding.reader.reader import Reader
from relevo.understanding.released import loaded
from relevo.understanding.tables import IntentModel
from relevo.understanding.training import JOB
from relevo.workspaces.authenticate import Agent, Supervisor

router = APIRouter(prefix="/intent-models", tags=["intents"])


@router.post("", status_code=202)
async def train(request: Request, actor: Supervisor) -> schemas.Begun:
    """Begins to train a version from the present examples. How it goes is told by the event `intent_model.updated`."""
    platform = platform_of(request)
    await platform.limits.hit("intents.train", actor.workspace_id.hex)
    async with platform.db.transaction(actor.workspace_id) as session:
        model = await actions.begin(session, actor)
        await jobs.put_off(session, JOB, workspace_id=str(actor.workspace_id), model_id=str(model.id))
    platform.hub.wake(actor.workspace_id)
    return schemas.Begun(id=model.id, version=model.version, state="training")


@router.get("")
async def list_models(request: Request, actor: Agent) -> schemas.Models:
    """Newest first, with what is known of their quality."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return schemas.Models(models=[_view(model) for model in await queries.models(session)])


@router.get("/{model_id}")
async def get_model(request: Request, actor: Agent, model_id: UUID) -> schemas.ModelView:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return _view(await actions.get(session, model_id))


@router.post("/{model_id}/release")
async def release(request: Request, actor: Supervisor, model_id: UUID) -> schemas.ModelView:
    """Has this version read the workspace's messages from the next one on. To roll back, release an older one."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        view = _view(await actions.release(session, model_id))
    platform.hub.wake(actor.workspace_id)
    return view


@router.post("/{model_id}/try")
async def try_out(request: Request, actor: Agent, model_id: UUID, wanted: schemas.TryIn) -> schemas.Tried:
    """What this version sees in a text, released or not."""
    platform = platform_of(request)
    await platform.limits.hit("understand", actor.member_id.hex)
    async with platform.db.transaction(actor.workspace_id) as session:
        model = await actions.get(session, model_id)
        if model.state not in ("ready", "released"):
            raise Conflict("The training of this version is not done.", code="not_ready")
        own = await loaded(session, model.id, model.version)
    return schemas.Tried.model_validate(await platform.part(Reader).guesses(wanted.text, own))


@router.delete("/{model_id}", status_code=204)
async def drop(request: Request, actor: Supervisor, model_id: UUID) -> None:
    """The released version cannot be dropped. Training that is under way is given up."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.drop(session, model_id)
    platform.hub.wake(actor.workspace_id)


def _view(model: IntentModel) -> schemas.ModelView:
    return schemas.ModelView.model_validate(model, from_attributes=True)
