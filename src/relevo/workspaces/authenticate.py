"""Who sends a request: a signed-in browser by its cookie, a program by its key.

What was found is remembered for a second, so that a busy console does not ask the database every time, and a sign-out, a
revoked key or another role takes effect everywhere well within five.
"""

import asyncio
import contextlib
import hmac
import time
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Annotated, cast
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import Depends, Security
from fastapi.security import APIKeyCookie, HTTPBearer
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from relevo.kit.clock import now
from relevo.kit.errors import Forbidden, RelevoError, Unauthenticated, Unavailable
from relevo.platform.access import Actor, Role
from relevo.platform.http import platform_of
from relevo.platform.platform import Platform
from relevo.platform.secrets import NamedToken, fingerprint
from relevo.workspaces.actions.keys import KEY_PREFIX
from relevo.workspaces.tables import ApiKey, Member, SignIn

COOKIE = "relevo_session"
SIGN_IN_PREFIX = "rs"
IDLE = timedelta(days=14)

_REMEMBER_SECONDS = 1.0
_LOOK_AGAIN_SECONDS = 3.5
_MOST_REMEMBERED = 10_000
_NOTE_USE_AFTER = timedelta(minutes=5)
_READS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class Credential:
    text: str
    is_cookie: bool


async def actor_of(connection: HTTPConnection) -> Actor:
    """The member who asks. Raises Unauthenticated; Forbidden for a write that another site may have caused."""
    platform = platform_of(connection)
    credential = _credential(connection)
    if credential is None:
        raise Unauthenticated
    actor = await _find(platform, credential)
    if actor is None:
        raise Unauthenticated("The sign-in has ended or the key is not valid; sign in again.")
    if credential.is_cookie:
        _refuse_other_sites(connection, platform, credential.text)
    elif connection.scope["type"] == "http":
        await platform.limits.hit("program.request", actor.credential_id.hex)
    return actor


async def until_access_ends(socket: HTTPConnection, actor: Actor) -> None:
    """Returns once `actor` may not go on as before: signed out, shut out, another role, key revoked."""
    platform = platform_of(socket)
    changed = asyncio.Event()
    with platform.hub.listening(actor.member_id, lambda _: changed.set()):
        while await _has_access(socket, actor):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_AGAIN_SECONDS):
                    await changed.wait()
            if changed.is_set():
                changed.clear()
                forget(actor.member_id)


def csrf_token(platform: Platform, session_token: str) -> str:
    """Only a page of ours can know it: it is sent back in a header with every write."""
    return hmac.new(platform.csrf_key, session_token.encode(), sha256).hexdigest()


def check_origin(connection: HTTPConnection) -> None:
    """Raises Forbidden where the browser says that another site's page sends this."""
    origin = connection.headers.get("origin")
    if origin is None:
        return
    public = platform_of(connection).settings.public_url
    ours = {connection.headers.get("host", ""), urlsplit(public).netloc if public else ""} - {""}
    if urlsplit(origin).netloc not in ours:
        raise Forbidden("This request comes from another site.", code="wrong_origin")


def access_changed(platform: Platform, member_id: UUID) -> None:
    """Call it after the commit. Sockets of the member look again, in all processes; if this is lost, within seconds."""
    forget(member_id)
    platform.hub.wake(member_id)


def forget(member_id: UUID) -> None:
    """Do not use what this process remembers of the member. Others forget by themselves in a second."""
    for key in [key for key, (_, actor) in _remembered.items() if actor.member_id == member_id]:
        _remembered.pop(key, None)


# -- for routes --------------------------------------------------------------------------------------------------------

_cookie = APIKeyCookie(name=COOKIE, auto_error=False, description="A signed-in browser; writes need X-CSRF-Token too.")
_bearer = HTTPBearer(auto_error=False, description="A program's API key.")


async def agent(
    connection: HTTPConnection,
    _in_cookie: Annotated[str | None, Security(_cookie)],
    _: Annotated[object, Security(_bearer)],
) -> Actor:
    return await actor_of(connection)


async def supervisor(actor: Annotated[Actor, Depends(agent)]) -> Actor:
    actor.require("supervisor")
    return actor


async def admin(actor: Annotated[Actor, Depends(agent)]) -> Actor:
    actor.require("admin")
    return actor


Agent = Annotated[Actor, Depends(agent)]
Supervisor = Annotated[Actor, Depends(supervisor)]
Admin = Annotated[Actor, Depends(admin)]


# -- details -----------------------------------------------------------------------------------------------------------

_remembered: dict[bytes, tuple[float, Actor]] = {}


async def _has_access(socket: HTTPConnection, actor: Actor) -> bool:
    try:
        present = await actor_of(socket)
    except Unavailable:
        return True  # the database does not answer; nothing is sent meanwhile either
    except RelevoError:
        return False
    return (present.member_id, present.role) == (actor.member_id, actor.role)


def _credential(connection: HTTPConnection) -> Credential | None:
    """The header counts before the cookie: a program that runs in a signed-in browser means its key."""
    if header := connection.headers.get("authorization"):
        scheme, _, token = header.partition(" ")
        return Credential(token.strip(), is_cookie=False) if scheme.lower() == "bearer" else None
    if connection.scope["type"] == "websocket" and (token := _offered(connection)):
        return Credential(token, is_cookie=False)
    token = connection.cookies.get(COOKIE)
    return Credential(token, is_cookie=True) if token else None


def _offered(socket: HTTPConnection) -> str | None:
    """Browsers cannot set headers of a socket, so a key may come as a sub-protocol."""
    names = (name.strip() for name in socket.headers.get("sec-websocket-protocol", "").split(","))
    return next((name.removeprefix("bearer.") for name in names if name.startswith("bearer.")), None)


async def _find(platform: Platform, credential: Credential) -> Actor | None:
    prefix = SIGN_IN_PREFIX if credential.is_cookie else KEY_PREFIX
    token = NamedToken.parse(prefix, credential.text)
    if token is None:
        return None
    mark = fingerprint(credential.text)
    known = _remembered.get(mark)
    if known and known[0] > time.monotonic():
        return known[1]
    async with platform.db.transaction(token.workspace_id) as session:
        actor = await (_by_sign_in if credential.is_cookie else _by_key)(session, mark)
    if actor:
        _remember(mark, actor)
    return actor


def _remember(mark: bytes, actor: Actor) -> None:
    moment = time.monotonic()
    if len(_remembered) >= _MOST_REMEMBERED:
        for key in [key for key, (until, _) in _remembered.items() if until < moment]:
            del _remembered[key]
    _remembered[mark] = (moment + _REMEMBER_SECONDS, actor)


async def _by_sign_in(session: AsyncSession, mark: bytes) -> Actor | None:
    query = select(SignIn, Member).join(Member, Member.id == SignIn.member_id)
    row = (await session.execute(query.where(SignIn.token_hash == mark, Member.deactivated_at.is_(None)))).first()
    if row is None or row[0].expires_at < now() or row[0].last_used_at < now() - IDLE:
        return None
    sign_in, member = row
    if sign_in.last_used_at < now() - _NOTE_USE_AFTER:
        await session.execute(update(SignIn).where(SignIn.id == sign_in.id).values(last_used_at=now()))
    return _actor(member, sign_in.id)


async def _by_key(session: AsyncSession, mark: bytes) -> Actor | None:
    query = select(ApiKey, Member).join(Member, Member.id == ApiKey.member_id)
    row = (
        await session.execute(
            query.where(ApiKey.token_hash == mark, ApiKey.revoked_at.is_(None), Member.deactivated_at.is_(None))
        )
    ).first()
    if row is None:
        return None
    key, member = row
    if key.last_used_at is None or key.last_used_at < now() - _NOTE_USE_AFTER:
        await session.execute(update(ApiKey).where(ApiKey.id == key.id).values(last_used_at=now()))
    return _actor(member, key.id)


def _actor(member: Member, credential_id: UUID) -> Actor:
    return Actor(
        member.workspace_id, member.id, member.name, cast("Role", member.role), member.locale, credential_id,
        is_program=member.kind == "program",
    )  # fmt: skip


def _refuse_other_sites(connection: HTTPConnection, platform: Platform, session_token: str) -> None:
    """A browser sends the cookie along whoever made it ask, so a write has to show that a page of ours did."""
    if connection.scope["type"] == "http" and connection.scope["method"] in _READS:
        return
    check_origin(connection)
    if connection.scope["type"] == "websocket":
        return
    given = connection.headers.get("x-csrf-token", "")
    if not hmac.compare_digest(given.encode(), csrf_token(platform, session_token).encode()):
        raise Forbidden("The header X-CSRF-Token is missing or not the one of this sign-in.", code="csrf")
