"""Signing in: the right person, nobody else, and no hint to whoever guesses."""

import asyncio
import statistics
import threading
import time
from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest
from argon2 import PasswordHasher
from sqlalchemy import select, update

from relevo.platform import passwords
from relevo.platform.limits import NAMED, Limits
from relevo.workspaces.tables import Login, SignIn
from tests.conftest import Server
from tests.people import PASSWORD, Workspace


def log_in(server: Server, email: str, password: str = PASSWORD, **more: str) -> httpx.Response:
    return httpx.post(f"{server.url}/api/v1/login", json={"email": email, "password": password, **more}, timeout=30)


def test_the_cookie_is_kept_from_scripts_and_other_sites(server: Server, workspace: Workspace) -> None:
    answer = log_in(server, workspace.member().email)
    cookies = {line.split("=")[0]: line.lower() for line in answer.headers.get_list("set-cookie")}
    assert "httponly" in cookies["relevo_session"]
    assert "samesite=lax" in cookies["relevo_session"]
    assert "secure" not in cookies["relevo_session"], "the test server has no https"
    assert answer.headers["cache-control"] == "no-store"


def test_an_address_is_the_same_however_it_is_written(server: Server, workspace: Workspace) -> None:
    email = workspace.member().email
    assert log_in(server, f"  {email.upper()} ").status_code == 200


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("contraseña\u0303 larga", "contrasen\u0303a\u0303 larga"),
        ("ﬁn de semana", "fin de semana"),
        ("Ａbcdefghij", "Abcdefghij"),
    ],
)
def test_what_looks_the_same_is_the_same_password(typed: str, stored: str) -> None:
    async def go() -> bool:
        return await passwords.matches(typed, await passwords.hashed(stored))

    assert asyncio.run(go())


def test_signing_out_ends_the_sign_in_at_once(workspace: Workspace) -> None:
    client = workspace.member().client
    kept = dict(client.cookies)
    assert client.get("/api/v1/me").status_code == 200
    assert client.post("/api/v1/logout").status_code == 204
    client.cookies.update(kept)
    assert client.get("/api/v1/me").status_code == 401


def test_wrong_passwords_unknown_addresses_and_former_members_are_answered_alike(
    server: Server, workspace: Workspace
) -> None:
    member, former = workspace.member(), workspace.member()
    workspace.program().patch(f"/api/v1/members/{former.id}", json={"active": False}).raise_for_status()
    no_password = workspace.program().post(
        "/api/v1/members", json={"email": f"{uuid4().hex}@example.com", "name": "Eva", "role": "agent"}
    ).json()["email"]  # fmt: skip
    answers = [
        log_in(server, member.email, "otra cosa larga"),
        log_in(server, "nobody@example.com", PASSWORD),
        log_in(server, "no address", PASSWORD),
        log_in(server, former.email, PASSWORD),
        log_in(server, no_password, PASSWORD),
        log_in(server, no_password, "!"),
        log_in(server, member.email, PASSWORD, workspace=str(uuid4())),
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.content for answer in answers}) == 1
    assert not any(answer.cookies for answer in answers)


async def _store(server: Server, email: str, password_hash: str) -> None:
    async with server.platform.db.unbound() as session:
        await session.execute(update(Login).where(Login.email == email).values(password_hash=password_hash))


def test_an_unknown_address_takes_as_long_as_a_known_one(
    server: Server, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    email = workspace.member().email

    def seconds(address: str) -> float:
        began = time.perf_counter()
        log_in(server, address, "otra cosa larga")
        return time.perf_counter() - began

    monkeypatch.setattr(passwords, "_hasher", passwords.SHIPPED)
    monkeypatch.setattr(passwords, "_nobody", [])

    server.run(_store(server, email, asyncio.run(passwords.hashed(PASSWORD))))
    log_in(server, email, "otra cosa larga")
    pairs = [(seconds(email), seconds(f"{uuid4().hex}@example.com")) for _ in range(5)]
    known, unknown = (statistics.median(column) for column in zip(*pairs, strict=True))
    assert known > 0.05, "the hash is the slow part"
    assert 0.6 < unknown / known < 1.6


@pytest.mark.parametrize("password", ["x" * 1025, "ñ" * 600, "con\x00nulo y más", "\ud800 suelto y más", ""])
def test_an_impossible_password_is_refused_before_it_costs_anything(server: Server, password: str) -> None:
    body = httpx.Request(
        "POST", "http://x", json={"email": "a@example.com", "password": password.replace("\ud800", "?")}
    )
    began = time.perf_counter()
    answer = httpx.post(
        f"{server.url}/api/v1/login", content=body.content, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code in (401, 422)
    if len(password.encode(errors="replace")) > 1024:
        assert time.perf_counter() - began < 0.1


def test_a_megabyte_of_password_is_not_read(server: Server) -> None:
    assert log_in(server, "a@example.com", "x" * 1_000_000).status_code == 413


@pytest.mark.parametrize("weak", ["corta", "1234567890123", "Password2026!", "aaaaaaaaaaaaaa", "contraseña123"])
def test_a_password_that_keeps_nobody_out_is_not_taken(workspace: Workspace, weak: str) -> None:
    wanted = {"email": f"{uuid4().hex}@example.com", "name": "Eva", "role": "agent", "password": weak}
    answer = workspace.program().post("/api/v1/members", json=wanted)
    assert (answer.status_code, answer.json()["code"]) == (422, "weak_password")


def test_a_hash_of_older_parameters_is_renewed(server: Server, workspace: Workspace) -> None:
    member = workspace.member()
    old = PasswordHasher(time_cost=1, memory_cost=512, parallelism=1).hash(PASSWORD)

    async def stored() -> str:
        async with server.platform.db.unbound() as session:
            return await session.scalar(select(Login.password_hash).where(Login.email == member.email)) or ""

    server.run(_store(server, member.email, old))
    assert log_in(server, member.email).status_code == 200
    renewed = server.run(stored())
    assert renewed != old
    assert not passwords.is_outdated(renewed)
    assert log_in(server, member.email).status_code == 200


def test_only_a_fingerprint_of_the_token_is_kept(server: Server, workspace: Workspace) -> None:
    member = workspace.member()
    token = member.client.cookies["relevo_session"]

    async def rows() -> str:
        async with server.platform.db.transaction(workspace.id) as session:
            return str([vars(row) for row in await session.scalars(select(SignIn))])

    assert token.split("_", 2)[2] not in server.run(rows())


@pytest.mark.parametrize("change", ["expires_at = now() - interval '1 s'", "last_used_at = now() - interval '15 days'"])
def test_a_sign_in_ends_by_itself(server: Server, workspace: Workspace, change: str) -> None:
    member = workspace.member()

    async def age() -> None:
        async with server.platform.db.connection() as connection, connection.transaction():
            await connection.execute("select set_config('relevo.workspace_id', $1, true)", str(workspace.id))
            await connection.execute(f"update sign_ins set {change}")

    server.run(age())
    time.sleep(1.1)  # what was remembered of it
    assert member.client.get("/api/v1/me").status_code == 401


def test_changing_the_password_ends_the_other_sign_ins(server: Server, workspace: Workspace) -> None:
    member = workspace.member()
    other = httpx.Client(base_url=server.url, cookies=log_in(server, member.email).cookies)
    wrong = member.client.post("/api/v1/me/password", json={"old": "no es esta", "new": "una frase bien larga"})
    assert (wrong.status_code, wrong.json()["code"]) == (403, "wrong_password")
    change = {"old": PASSWORD, "new": "una frase bien larga"}
    assert member.client.post("/api/v1/me/password", json=change).status_code == 204
    assert member.client.get("/api/v1/me").status_code == 200
    assert other.get("/api/v1/me").status_code == 401
    assert log_in(server, member.email).status_code == 401
    assert log_in(server, member.email, "una frase bien larga").status_code == 200


# -- limits --------------------------------------------------------------------------------------------------------


@pytest.fixture
def limited(server: Server) -> Iterator[Limits]:
    """The server's limits; off again after the test."""
    yield server.platform.limits
    server.platform.limits.enabled = False
    server.platform.limits._due.clear()


def test_guessing_is_slowed_down(server: Server, workspace: Workspace, limited: Limits) -> None:
    member = workspace.member()
    limited.enabled = True
    tries = NAMED["login.account_and_address"].times
    answers = [log_in(server, member.email, f"intento número {n}") for n in range(tries + 1)]
    assert [answer.status_code for answer in answers] == [401] * tries + [429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60


def test_who_guesses_cannot_lock_a_person_out(server: Server, workspace: Workspace, limited: Limits) -> None:
    """The attack comes from many addresses, the person from a browser that has signed in before."""
    member = workspace.member()
    limited.enabled = True
    for _ in range(NAMED["login.account"].times):
        limited.take("login.account", member.email)
    assert log_in(server, member.email).status_code == 429, "a browser that never signed in to it waits"
    assert member.client.post("/api/v1/login", json={"email": member.email, "password": PASSWORD}).status_code == 200


def test_a_mark_of_another_account_helps_nobody(server: Server, workspace: Workspace, limited: Limits) -> None:
    member, attacker = workspace.member(), workspace.member()
    limited.enabled = True
    for _ in range(NAMED["login.account_and_address"].times):
        limited.take("login.account_and_address", f"{member.email} 127.0.0.1")
    body = {"email": member.email, "password": "a ver si cuela"}
    assert attacker.client.post("/api/v1/login", json=body).status_code == 429


def test_a_flood_of_sign_ins_is_turned_away_and_stops_nobody_else(server: Server, workspace: Workspace) -> None:
    member = workspace.member()
    until = threading.Event()

    async def occupy() -> list[asyncio.Task[bool]]:
        """As many hashes as may be under way or wait."""
        return [asyncio.create_task(passwords._in_thread(lambda: until.wait(20))) for _ in range(42)]

    waiting = server.run(occupy())
    try:
        turned_away = log_in(server, "nobody@example.com")
        assert (turned_away.status_code, turned_away.json()["code"]) == (503, "unavailable")
        assert "retry-after" in turned_away.headers
        assert member.client.get("/api/v1/me").status_code == 200
    finally:
        until.set()
    assert all(server.run(_all_of(waiting)))
    assert log_in(server, member.email).status_code == 200


async def _all_of(tasks: list[asyncio.Task[bool]]) -> list[bool]:
    return await asyncio.gather(*tasks)


def test_what_ships_is_slow_enough_for_guessers() -> None:
    assert passwords.SHIPPED.memory_cost >= 64 * 1024
    assert passwords.SHIPPED.time_cost >= 3
