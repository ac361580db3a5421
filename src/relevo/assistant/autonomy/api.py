"""Routes: levels by topic with their evidence, and the kill switch."""

from fastapi import APIRouter, Request

from relevo.assistant.autonomy import stopping
from relevo.assistant.autonomy.change import change_level
from relevo.assistant.autonomy.overview import overview
from relevo.assistant.autonomy.schemas import AutonomyView, LevelIn, Nothing, Passed, StopIn
from relevo.assistant.autonomy.types import By, Where
from relevo.platform.access import Actor
from relevo.platform.http import platform_of
from relevo.platform.platform import Platform
from relevo.workspaces.authenticate import Agent, Supervisor

router = APIRouter(prefix="/api/v1", tags=["autonomy"])


@router.get("/autonomy")
async def get_autonomy(request: Request, actor: Agent) -> AutonomyView:
    """What the assistant may do about each topic, what conversations show of it, and whether it is stopped."""
    return await _overview(platform_of(request), actor)


@router.put("/autonomy/levels")
async def put_level(request: Request, actor: Supervisor, wanted: LevelIn) -> AutonomyView:
    """Sets a level. Lower always; higher as far as the evidence carries it; beyond that an admin may, with a reason."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        where = Where(wanted.topic, wanted.language, wanted.channel)
        await change_level(session, actor, where, wanted.level, reason=wanted.reason)
    platform.hub.wake(actor.workspace_id)
    return await _overview(platform, actor)


@router.post("/autonomy/stop")
async def stop(request: Request, actor: Supervisor, wanted: StopIn | None = None) -> Passed:
    """Stops the assistant everywhere, at once. Conversations that it was busy with go to people."""
    by, reason = By("member", actor.member_id, actor.name), wanted.reason if wanted else ""
    passed_on = await stopping.stop(platform_of(request), actor.workspace_id, by=by, reason=reason)
    return Passed(passed_on=passed_on)


@router.post("/autonomy/resume", status_code=204)
async def resume(request: Request, actor: Supervisor, _: Nothing | None = None) -> None:
    """The assistant may answer again what its levels allow. What people have taken over stays with them."""
    by = By("member", actor.member_id, actor.name)
    await stopping.resume(platform_of(request), actor.workspace_id, by=by)


async def _overview(platform: Platform, actor: Actor) -> AutonomyView:
    async with platform.db.transaction(actor.workspace_id) as session:
        return AutonomyView.model_validate(await overview(session))
