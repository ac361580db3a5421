"""Signing in with e-mail and password, and signing out.

Limits count per account and address, so that guessing is slow, and per account for browsers that never signed in to it.
Browsers that did carry a mark of it and have a limit of their own: nobody can lock a person out by guessing for them.
An unknown address, a wrong password and a member who has left are answered alike, after the same work.
"""

from dataclasses import dataclass
from datetime import timedelta
from secrets import token_bytes
from uuid import UUID

from sqlalchemy import delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Forbidden, Invalid, Unauthenticated
from relevo.kit.ids import new_id
from relevo.platform import passwords
from relevo.platform.platform import Platform
from relevo.platform.secrets import NamedToken, Signer, derive, fingerprint
from relevo.workspaces.authenticate import SIGN_IN_PREFIX
from relevo.workspaces.emails import find_normal
from relevo.workspaces.tables import Login, Member, SignIn

LASTS = timedelta(days=30)
_MOST_SIGN_INS = 20  # per member; the oldest end first

_MEMBERSHIPS = text(
    "select id, workspace_id from members where login_id = relevo_login() and kind = 'person' and deactivated_at is null "
    "order by last_seen_at desc nulls last, created_at, id"
)
_AS_LOGIN = text("select set_config('relevo.login_id', :login, true)")


@dataclass(frozen=True)
class Attempt:
    email: str
    password: str
    workspace_id: UUID | None
    address: str
    browser: str | None  # the mark of an earlier sign-in
    user_agent: str = ""


@dataclass(frozen=True)
class SignedIn:
    """`token` goes into the session cookie, `browser` into the one that marks a browser as known."""

    token: str
    browser: str
    workspace_id: UUID
    member_id: UUID


async def sign_in(platform: Platform, attempt: Attempt) -> SignedIn:
    """Raises Unauthenticated for anything that does not fit, RateLimited, Unavailable."""
    email = find_normal(attempt.email)
    await platform.limits.hit("login.address", attempt.address)
    login = await _find_login(platform, email)
    await _limit(platform, attempt, email or "", login)
    if not await passwords.matches(attempt.password, login.password_hash if login else None) or login is None:
        raise _wrong()
    memberships = await _memberships(platform, login.id)
    chosen = next(((m, w) for m, w in memberships if attempt.workspace_id in (None, w)), None)
    if chosen is None:
        raise _wrong()
    await _renew_hash(platform, login, attempt.password)
    member_id, workspace_id = chosen
    token = await _begin(platform, workspace_id, member_id, attempt.user_agent)
    return SignedIn(token, _browsers(platform).sign(login.id.bytes + token_bytes(8)), workspace_id, member_id)


async def sign_out(platform: Platform, workspace_id: UUID, sign_in_id: UUID) -> None:
    async with platform.db.transaction(workspace_id) as session:
        await session.execute(delete(SignIn).where(SignIn.id == sign_in_id))


async def change_password(
    platform: Platform, workspace_id: UUID, member_id: UUID, *, old: str, new: str, keep: UUID
) -> None:
    """Members change their own password; all their other sign-ins end, in every workspace.

    Raises Forbidden where the old one is wrong, Invalid where the new one is weak.
    """
    await platform.limits.hit("password.change", member_id.hex)
    async with platform.db.transaction(workspace_id) as session:
        member = await session.get(Member, member_id)
        login = await session.get(Login, member.login_id) if member and member.login_id else None
    if login is None or not await passwords.matches(old, login.password_hash):
        raise Forbidden("This is not your present password.", code="wrong_password")
    stored = await passwords.hashed(new)
    async with platform.db.unbound() as session:
        await session.execute(update(Login).where(Login.id == login.id).values(password_hash=stored))
    for member, workspace in await _memberships(platform, login.id):
        async with platform.db.transaction(workspace) as session:
            await session.execute(delete(SignIn).where(SignIn.member_id == member, SignIn.id != keep))


async def _limit(platform: Platform, attempt: Attempt, email: str, login: Login | None) -> None:
    account = email or "?"
    if login and _is_known(platform, attempt.browser, login.id):
        await platform.limits.hit("login.known_browser", account)
        return
    await platform.limits.hit("login.account_and_address", f"{account} {attempt.address}")
    await platform.limits.hit("login.account", account)


def _is_known(platform: Platform, browser: str | None, login_id: UUID) -> bool:
    mark = _browsers(platform).open(browser) if browser else None
    return mark is not None and mark[:16] == login_id.bytes


def _browsers(platform: Platform) -> Signer:
    return Signer(derive(platform.settings.master_key, "known-browser"))


async def _find_login(platform: Platform, email: str | None) -> Login | None:
    async with platform.db.unbound() as session:
        return await session.scalar(select(Login).where(Login.email == (email or "")))


async def _memberships(platform: Platform, login_id: UUID) -> list[tuple[UUID, UUID]]:
    """(member, workspace) of all workspaces the person works in, the one they were in last first."""
    async with platform.db.unbound() as session:
        await session.execute(_AS_LOGIN, {"login": str(login_id)})
        return [(member_id, workspace_id) for member_id, workspace_id in (await session.execute(_MEMBERSHIPS)).all()]


async def _renew_hash(platform: Platform, login: Login, password: str) -> None:
    if not passwords.is_outdated(login.password_hash):
        return
    try:
        stored = await passwords.hashed(password)
    except Invalid:  # chosen under older rules; it stays as it is until it is changed
        return
    async with platform.db.unbound() as session:
        unchanged = (Login.id == login.id) & (Login.password_hash == login.password_hash)
        await session.execute(update(Login).where(unchanged).values(password_hash=stored))


async def _begin(platform: Platform, workspace_id: UUID, member_id: UUID, user_agent: str) -> str:
    token = NamedToken.new(workspace_id).text(SIGN_IN_PREFIX)
    async with platform.db.transaction(workspace_id) as session:
        await _make_room(session, member_id)
        session.add(
            SignIn(
                id=new_id(),
                workspace_id=workspace_id,
                member_id=member_id,
                token_hash=fingerprint(token),
                user_agent=user_agent[:300],
                created_at=now(),
                last_used_at=now(),
                expires_at=now() + LASTS,
            )
        )
    return token


async def _make_room(session: AsyncSession, member_id: UUID) -> None:
    newest = select(SignIn.id).where(SignIn.member_id == member_id).order_by(SignIn.id.desc()).limit(_MOST_SIGN_INS - 1)
    await session.execute(delete(SignIn).where(SignIn.member_id == member_id, SignIn.id.not_in(newest)))


def _wrong() -> Unauthenticated:
    return Unauthenticated("The e-mail address or the password is wrong.", code="wrong_credentials")
