"""People of a workspace: added, changed, and shut out at once when they leave."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid, NotFound
from relevo.kit.ids import new_id
from relevo.kit.text import clean_line
from relevo.platform.events import record
from relevo.workspaces.emails import normal
from relevo.workspaces.tables import ApiKey, Login, Member, SignIn, Workspace
from relevo.workspaces.types import NewMember

# Stored where nobody has chosen a password yet; no password matches it.
NO_PASSWORD = "!"  # noqa: S105

_FROM_ELSEWHERE = text("select count(*) from members where login_id = :login and workspace_id <> relevo_workspace()")
_AS_LOGIN = text("select set_config('relevo.login_id', :login, true)")


async def add_member(
    session: AsyncSession, new: NewMember, *, password_hash: str | None, by: UUID | None = None
) -> Member:
    """A person, or one who had left and comes back. `by` is None for whoever runs the installation.

    Raises Invalid, Conflict where they are here already, or work in another workspace. A login has one password, so an
    admin who chose it there could sign in here: only whoever runs the installation may join two workspaces in one login.
    """
    login = await _login(session, normal(new.email))
    is_elsewhere = await _used_elsewhere(session, login.id)
    if is_elsewhere and by:
        raise Conflict(
            "This address belongs to a person of another workspace; `relevo member add` on the server can add them.",
            code="address_in_use",
        )
    if password_hash and not is_elsewhere:
        login.password_hash = password_hash
    member = await session.scalar(select(Member).where(Member.login_id == login.id, Member.kind == "person"))
    if member and member.deactivated_at is None:
        raise Conflict("This person is a member already.", code="already_member")
    member = member or _new_member(session, login, await _workspace(session))
    member.name = clean_line(new.name, limit=100) or login.email.split("@")[0]
    member.role, member.deactivated_at = new.role, None
    member.locale = new.locale or member.locale
    await session.flush()
    await record(session, "member.added", data=_noted(member, by))
    return member


async def change_member(session: AsyncSession, member_id: UUID, *, changes: dict[str, Any], by: UUID | None) -> Member:
    """Sets name, role, skills, languages; `active` False ends their sign-ins and keys at once.

    Raises NotFound, Conflict where nobody would be left to run the workspace.
    """
    admins = await _admins_locked(session)
    member = await session.get(Member, member_id, with_for_update=True)
    if member is None:
        raise NotFound("There is no such member here.")
    if member.kind == "program" and set(changes) - {"name"}:
        raise Conflict("A program's access is changed by its API key.", code="is_program")
    stays_admin = changes.get("role", member.role) == "admin" and changes.get("active", True)
    if admins == {member.id} and not stays_admin:
        raise Conflict("The last admin stays; make somebody else an admin first.", code="last_admin")
    await _apply(session, member, changes)
    await record(session, "member.changed", data={**_noted(member, by), "fields": sorted(changes)})
    return member


async def change_own(session: AsyncSession, member_id: UUID, *, changes: dict[str, Any]) -> Member:
    """What members set themselves: name, locale, availability."""
    member = await session.get(Member, member_id, with_for_update=True)
    if member is None:
        raise NotFound
    if "name" in changes:
        member.name = _name(changes["name"])
    member.locale = changes.get("locale", member.locale)
    member.availability = changes.get("availability", member.availability)
    await session.flush()
    return member


async def set_password(session: AsyncSession, member_id: UUID, password_hash: str) -> None:
    """Sets the password of a member known only here and signs them out everywhere.

    Raises NotFound, Conflict where they work in other workspaces too: then only they themselves may.
    """
    member = await session.get(Member, member_id)
    if member is None or member.login_id is None:
        raise NotFound("There is no such member here.")
    login = await session.get(Login, member.login_id, with_for_update=True)
    assert login, "a reference keeps it"
    if await _used_elsewhere(session, login.id):
        raise Conflict("This person chooses their password themselves.", code="own_password")
    await _store_password(session, member, login, password_hash)


async def reset_password(session: AsyncSession, member: Member, password_hash: str) -> None:
    """For whoever runs the installation: works for everybody."""
    login = await session.get(Login, member.login_id, with_for_update=True)
    assert login, "people have one"
    await _store_password(session, member, login, password_hash)


async def deactivate(session: AsyncSession, member: Member) -> None:
    """Ends every way in. What they wrote stays; the conversations they hold are returned by console/leaving.py."""
    member.deactivated_at = now()
    member.availability = "offline"
    await session.execute(delete(SignIn).where(SignIn.member_id == member.id))
    await session.execute(
        update(ApiKey).where(ApiKey.member_id == member.id, ApiKey.revoked_at.is_(None)).values(revoked_at=now())
    )


async def _apply(session: AsyncSession, member: Member, changes: dict[str, Any]) -> None:
    if "name" in changes:
        member.name = _name(changes["name"])
    member.role = changes.get("role", member.role)
    if "skills" in changes:
        member.skills = _labels(changes["skills"])
    if "languages" in changes:
        member.languages = _labels(changes["languages"])
    if changes.get("active") is False and member.deactivated_at is None:
        await deactivate(session, member)
    if changes.get("active") is True and member.deactivated_at is not None:
        member.deactivated_at, member.availability = None, "online"
    await session.flush()


async def _login(session: AsyncSession, email: str) -> Login:
    """The login of this address, locked; made where there is none."""
    statement = insert(Login).values(id=new_id(), email=email, password_hash=NO_PASSWORD, created_at=now())
    await session.execute(statement.on_conflict_do_nothing())
    login = await session.scalar(select(Login).where(Login.email == email).with_for_update())
    assert login, "it was made above"
    return login


async def _store_password(session: AsyncSession, member: Member, login: Login, password_hash: str) -> None:
    login.password_hash = password_hash
    await session.execute(delete(SignIn).where(SignIn.member_id == member.id))
    await session.flush()


async def _used_elsewhere(session: AsyncSession, login_id: UUID) -> bool:
    await session.execute(_AS_LOGIN, {"login": str(login_id)})
    count = await session.scalar(_FROM_ELSEWHERE, {"login": login_id})
    await session.execute(_AS_LOGIN, {"login": ""})
    return bool(count)


async def _admins_locked(session: AsyncSession) -> set[UUID]:
    """The people who may run the workspace. Locked, so that two admins cannot demote each other at the same moment."""
    found = await session.scalars(
        select(Member.id)
        .where(Member.kind == "person", Member.role == "admin", Member.deactivated_at.is_(None))
        .order_by(Member.id)
        .with_for_update()
    )
    return set(found)


async def _workspace(session: AsyncSession) -> Workspace:
    workspace = await session.scalar(select(Workspace))
    assert workspace, "the transaction is a workspace's"
    return workspace


def _new_member(session: AsyncSession, login: Login, workspace: Workspace) -> Member:
    member = Member(
        id=new_id(), workspace_id=workspace.id, login_id=login.id, kind="person", name="", email=login.email,
        role="agent", locale=workspace.locale, availability="online", skills=[], languages=[], created_at=now(),
    )  # fmt: skip
    session.add(member)
    return member


def _name(given: str) -> str:
    name = clean_line(given, limit=100)
    if not name:
        raise Invalid("A name cannot be empty.", errors=[{"field": "name", "message": "is empty"}])
    return name


def _labels(given: list[str]) -> list[str]:
    return list(dict.fromkeys(label for item in given if (label := clean_line(item, limit=40))))


def _noted(member: Member, by: UUID | None) -> dict[str, str | None]:
    return {"member_id": str(member.id), "by": str(by) if by else None}
