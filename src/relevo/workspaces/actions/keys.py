"""Keys of programs. A key acts as a member of its own, of kind "program", so that what it does bears its name."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid, NotFound
from relevo.kit.ids import new_id
from relevo.kit.text import clean_line
from relevo.platform.access import Role
from relevo.platform.events import record
from relevo.platform.secrets import NamedToken, fingerprint
from relevo.workspaces.tables import ApiKey, Member, Workspace
from relevo.workspaces.types import NewKey

KEY_PREFIX = "rk"
_MOST_KEYS = 100


async def create_api_key(session: AsyncSession, *, name: str, role: Role, by: UUID | None = None) -> NewKey:
    """A key and the program that acts by it. Raises Invalid for an empty name, Conflict for too many keys."""
    name = clean_line(name, limit=100)
    if not name:
        raise Invalid("A key needs a name.", errors=[{"field": "name", "message": "is empty"}])
    workspace = await session.scalar(select(Workspace).with_for_update(key_share=True))
    assert workspace, "the transaction is a workspace's"
    keys = await session.scalars(select(ApiKey.id).where(ApiKey.revoked_at.is_(None)).limit(_MOST_KEYS))
    if len(keys.all()) >= _MOST_KEYS:
        raise Conflict(f"A workspace may have {_MOST_KEYS} keys; revoke one first.", code="too_many_keys")
    member = Member(
        id=new_id(), workspace_id=workspace.id, login_id=None, kind="program", name=name, email=None, role=role,
        locale=workspace.locale, availability="offline", skills=[], languages=[], created_at=now(),
    )  # fmt: skip
    session.add(member)
    await session.flush()
    token = NamedToken.new(workspace.id).text(KEY_PREFIX)
    key = ApiKey(
        id=new_id(), workspace_id=workspace.id, member_id=member.id, name=name, token_hash=fingerprint(token),
        created_at=now(),
    )  # fmt: skip
    session.add(key)
    await session.flush()
    await record(session, "api_key.created", data={"api_key_id": str(key.id), "by": str(by) if by else None})
    return NewKey(key.id, member.id, token)


async def revoke_api_key(session: AsyncSession, key_id: UUID, *, by: UUID) -> ApiKey:
    """Ends a key for good, and its program with it. Raises NotFound."""
    key = await session.get(ApiKey, key_id, with_for_update=True)
    if key is None or key.revoked_at is not None:
        raise NotFound("There is no such key here.")
    key.revoked_at = now()
    member = await session.get(Member, key.member_id, with_for_update=True)
    if member:
        member.deactivated_at = now()
    await session.flush()
    await record(session, "api_key.revoked", data={"api_key_id": str(key.id), "by": str(by)})
    return key
