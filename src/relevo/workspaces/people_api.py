"""Routes: members and API keys."""

from uuid import UUID

from fastapi import APIRouter, Request

from relevo.platform import passwords
from relevo.platform.http import platform_of
from relevo.workspaces import actions, queries
from relevo.workspaces.authenticate import Admin, Agent, Supervisor, access_changed
from relevo.workspaces.schemas import (
    KeyIn,
    Keys,
    KeyView,
    MemberChange,
    MemberIn,
    Members,
    MemberView,
    NewKeyView,
)
from relevo.workspaces.tables import ApiKey, Member
from relevo.workspaces.types import NewMember

router = APIRouter(tags=["people"])

_FOR_SUPERVISORS = frozenset({"skills", "languages"})


@router.get("/members")
async def list_members(request: Request, actor: Agent, former: bool = False) -> Members:
    """Members and programs; with `former` also those who have left."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        found = await queries.members(session, with_former=former)
        return Members(members=[_view(member) for member in found])


@router.post("/members", status_code=201)
async def add_member(request: Request, actor: Admin, wanted: MemberIn) -> MemberView:
    platform = platform_of(request)
    await platform.limits.hit("members.write", actor.member_id.hex)
    stored = await passwords.hashed(wanted.password) if wanted.password else None
    new = NewMember(wanted.email, wanted.name, wanted.role, wanted.locale)
    async with platform.db.transaction(actor.workspace_id) as session:
        return _view(await actions.add_member(session, new, password_hash=stored, by=actor.member_id))


@router.patch("/members/{member_id}")
async def change_member(request: Request, actor: Supervisor, member_id: UUID, change: MemberChange) -> MemberView:
    """Admins change everything, supervisors skills and languages. `active` false shuts the member out at once."""
    changes = change.given()
    if set(changes) - _FOR_SUPERVISORS:
        actor.require("admin")
    platform = platform_of(request)
    await platform.limits.hit("members.write", actor.member_id.hex)
    stored = await passwords.hashed(changes.pop("password")) if change.password else None
    async with platform.db.transaction(actor.workspace_id) as session:
        if stored:
            await actions.set_password(session, member_id, stored)
        member = await actions.change_member(session, member_id, changes=changes, by=actor.member_id)
    access_changed(platform, member_id)
    platform.hub.wake(actor.workspace_id)
    return _view(member)


@router.get("/api-keys")
async def list_api_keys(request: Request, actor: Admin) -> Keys:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return Keys(api_keys=[_key_view(key, role) for key, role in await queries.api_keys(session)])


@router.post("/api-keys", status_code=201)
async def create_api_key(request: Request, actor: Admin, wanted: KeyIn) -> NewKeyView:
    """A key for a program. It is shown in this answer and never again."""
    platform = platform_of(request)
    await platform.limits.hit("members.write", actor.member_id.hex)
    async with platform.db.transaction(actor.workspace_id) as session:
        new = await actions.create_api_key(session, name=wanted.name, role=wanted.role, by=actor.member_id)
        key = await session.get_one(ApiKey, new.id)
        return NewKeyView(**_key_view(key, wanted.role).model_dump(), key=new.text)


@router.delete("/api-keys/{key_id}", status_code=204)
async def revoke_api_key(request: Request, actor: Admin, key_id: UUID) -> None:
    """The key stops working at once."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        key = await actions.revoke_api_key(session, key_id, by=actor.member_id)
    access_changed(platform, key.member_id)


def _view(member: Member) -> MemberView:
    return MemberView.model_validate(
        {**{name: getattr(member, name) for name in _SHOWN}, "active": member.deactivated_at is None}
    )


def _key_view(key: ApiKey, role: str) -> KeyView:
    return KeyView.model_validate(
        {"id": key.id, "name": key.name, "role": role, "created_at": key.created_at, "last_used_at": key.last_used_at}
    )


_SHOWN = ("id", "name", "email", "role", "kind", "availability", "skills", "languages")
