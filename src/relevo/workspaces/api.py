"""Routes: signing in and out, oneself, the workspace. Those of members and keys stand in `people_api`."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from relevo.platform.access import Actor
from relevo.platform.http import platform_of
from relevo.platform.platform import Platform
from relevo.workspaces import actions, people_api, queries, sign_in
from relevo.workspaces.authenticate import COOKIE, Admin, Agent, access_changed, check_origin, csrf_token
from relevo.workspaces.schemas import LoginIn, Me, MeChange, PasswordChange, WorkspaceChange, WorkspaceView
from relevo.workspaces.sign_in import Attempt, SignedIn
from relevo.workspaces.tables import Workspace
from relevo.workspaces.types import Preferences

router = APIRouter(prefix="/api/v1", tags=["workspace"])
router.include_router(people_api.router)

BROWSER_COOKIE = "relevo_browser"
_LOGIN_PATH = "/api/v1/login"
_YEAR_SECONDS = 365 * 24 * 3600


@router.post("/login")
async def log_in(request: Request, response: Response, wanted: LoginIn) -> Me:
    """Signs a browser in. The answer sets the cookie `relevo_session`."""
    check_origin(request)
    platform = platform_of(request)
    attempt = Attempt(
        wanted.email, wanted.password, wanted.workspace,
        address=request.client.host if request.client else "",
        browser=request.cookies.get(BROWSER_COOKIE),
        user_agent=request.headers.get("user-agent", ""),
    )  # fmt: skip
    signed_in = await sign_in.sign_in(platform, attempt)
    _set_cookies(request, response, signed_in)
    return await _me(platform, signed_in.workspace_id, signed_in.member_id, signed_in.token)


@router.post("/logout", status_code=204)
async def log_out(request: Request, response: Response, actor: Agent) -> None:
    """Ends this sign-in; its open sockets end within seconds."""
    platform = platform_of(request)
    await sign_in.sign_out(platform, actor.workspace_id, actor.credential_id)
    access_changed(platform, actor.member_id)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax", secure=_is_secure(platform))


@router.get("/me")
async def get_me(request: Request, actor: Agent) -> Me:
    return await _me_of(request, actor)


@router.patch("/me")
async def change_me(request: Request, actor: Agent, change: MeChange) -> Me:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.change_own(session, actor.member_id, changes=change.given())
    access_changed(platform, actor.member_id)
    platform.hub.wake(actor.workspace_id)
    return await _me_of(request, actor)


@router.post("/me/password", status_code=204)
async def change_password(request: Request, actor: Agent, wanted: PasswordChange) -> None:
    """Changes one's own password; all other sign-ins end."""
    platform = platform_of(request)
    await sign_in.change_password(
        platform, actor.workspace_id, actor.member_id,
        old=wanted.old, new=wanted.new, keep=actor.credential_id,
    )  # fmt: skip
    access_changed(platform, actor.member_id)


@router.get("/workspace")
async def get_workspace(request: Request, actor: Agent) -> WorkspaceView:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return _workspace_view(await queries.get_workspace(session))


@router.patch("/workspace")
async def change_workspace(request: Request, actor: Admin, change: WorkspaceChange) -> WorkspaceView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        workspace = await actions.change_workspace(session, changes=change.given(), by=actor.member_id)
    platform.hub.wake(actor.workspace_id)
    return _workspace_view(workspace)


async def _me_of(request: Request, actor: Actor) -> Me:
    token = None if actor.is_program else request.cookies.get(COOKIE)
    return await _me(platform_of(request), actor.workspace_id, actor.member_id, token)


async def _me(platform: Platform, workspace_id: UUID, member_id: UUID, token: str | None) -> Me:
    async with platform.db.transaction(workspace_id) as session:
        member = await queries.get_member(session, member_id)
        workspace = await queries.get_workspace(session)
    return Me.model_validate(
        {"member": member, "workspace": workspace, "csrf_token": csrf_token(platform, token) if token else None},
        from_attributes=True,
    )


def _workspace_view(workspace: Workspace) -> WorkspaceView:
    chosen = Preferences.of(workspace.settings)
    return WorkspaceView(
        id=workspace.id, name=workspace.name, locale=workspace.locale,
        reopen_hours=chosen.reopen_hours, form=chosen.form,
        reversible_masking=chosen.reversible_masking,
    )  # fmt: skip


def _set_cookies(request: Request, response: Response, signed_in: SignedIn) -> None:
    is_secure = _is_secure(platform_of(request))
    response.set_cookie(
        COOKIE, signed_in.token, max_age=int(sign_in.LASTS.total_seconds()), path="/",
        httponly=True, samesite="lax", secure=is_secure,
    )  # fmt: skip
    response.set_cookie(
        BROWSER_COOKIE, signed_in.browser, max_age=_YEAR_SECONDS, path=_LOGIN_PATH,
        httponly=True, samesite="strict", secure=is_secure,
    )  # fmt: skip


def _is_secure(platform: Platform) -> bool:
    return (platform.settings.public_url or "").startswith("https://")
