"""Row-level security: the second wall, which holds even where a query forgets its workspace."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.ids import new_id
from relevo.platform import database_checks
from relevo.platform.provision import Roles
from relevo.workspaces.actions import create_workspace
from tests.conftest import Server
from tests.people import Workspace

# Rows of no workspace, on purpose; anything else without a workspace is a mistake.
_OF_THE_INSTALLATION = {"alembic_version", "event_cursors", "installation", "logins"}


async def _as_admin(server: Server, work: Callable[[Any], Awaitable[Any]]) -> Any:
    connection = await asyncpg.connect(**server.platform.admin.asyncpg())
    try:
        return await work(connection)
    finally:
        await connection.close()


def test_every_table_of_workspaces_is_walled_off(server: Server) -> None:
    assert server.run(_as_admin(server, database_checks.unprotected_tables)) == []


def test_every_other_table_is_on_the_short_list(server: Server) -> None:
    async def without_wall(connection: Any) -> set[str]:
        query = (
            "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace "
            "and not relforcerowsecurity"
        )
        return {row["relname"] for row in await connection.fetch(query)}

    found: set[str] = server.run(_as_admin(server, without_wall))
    assert {name for name in found if not name.startswith("procrastinate_")} == _OF_THE_INSTALLATION


@pytest.mark.parametrize(
    ("change", "noticed"),
    [
        ("create table forgotten (id uuid primary key, workspace_id uuid not null)", "forgotten"),
        ("alter table messages no force row level security", "messages"),
        ("alter table files disable row level security", "files"),
        ("drop policy of_workspace on contacts", "contacts"),
        ("create policy wide on macros using (true)", "macros"),
        ("create policy wide on macros for select to relevo_app using (true)", "macros"),
        ("drop policy of_workspace on events; create policy of_workspace on events using (true)", "events"),
    ],
)
def test_a_hole_in_a_wall_would_be_noticed(server: Server, change: str, noticed: str) -> None:
    async def make_and_look(connection: Any) -> list[str]:
        transaction = connection.transaction()
        await transaction.start()
        await connection.execute(change)
        found = await database_checks.unprotected_tables(connection)
        await transaction.rollback()
        return found

    assert server.run(_as_admin(server, make_and_look)) == [noticed]


def test_the_applications_role_cannot_get_around_the_wall(server: Server) -> None:
    role = Roles.of(server.platform.admin.database).app

    async def look(connection: Any) -> list[str]:
        return await database_checks.excessive_rights(connection, role)

    assert server.platform.db.address.user == role
    assert server.run(_as_admin(server, look)) == []


@pytest.mark.parametrize(
    "statement",
    [
        "set role relevo_owner",
        "set session authorization postgres",
        "alter table messages no force row level security",
        "alter table messages disable row level security",
        "create policy open on messages using (true)",
        "alter role relevo_app bypassrls",
        "create table mine (id int)",
        "update installation set event_base = 0",
    ],
)
def test_the_applications_role_may_not(server: Server, statement: str) -> None:
    async def attempt() -> None:
        async with server.platform.db.connection() as connection:
            await connection.execute(statement)

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        server.run(attempt())


def test_without_a_workspace_there_is_nothing_to_see(server: Server, workspace: Workspace) -> None:
    workspace.customer().say("Hola")

    async def count() -> dict[str, int]:
        async with server.platform.db.unbound() as session:
            tables = ("workspaces", "members", "contacts", "conversations", "messages", "events", "api_keys", "inboxes")
            return {table: await session.scalar(text(f"select count(*) from {table}")) or 0 for table in tables}

    assert set(server.run(count()).values()) == {0}


def test_without_a_workspace_nothing_can_be_written(server: Server, workspace: Workspace) -> None:
    async def write() -> None:
        async with server.platform.db.unbound() as session:
            await session.execute(
                text(f"insert into contacts (id, workspace_id, locale) values ('{uuid4()}', '{workspace.id}', 'es')")
            )

    with pytest.raises(ProgrammingError, match="row-level security"):
        server.run(write())


def test_nothing_can_be_written_into_another_workspace(server: Server, new_workspace: Callable[..., Workspace]) -> None:
    mine, theirs = new_workspace(), new_workspace()

    async def insert() -> None:
        async with server.platform.db.transaction(mine.id) as session:
            await session.execute(
                text(f"insert into contacts (id, workspace_id, locale) values ('{uuid4()}', '{theirs.id}', 'es')")
            )

    async def move() -> int:
        async with server.platform.db.transaction(mine.id) as session:
            return (await session.execute(text(f"update inboxes set workspace_id = '{theirs.id}'"))).rowcount  # type: ignore[attr-defined]

    async def change() -> int:
        async with server.platform.db.transaction(mine.id) as session:
            query = text(f"update inboxes set name = 'x' where id = '{theirs.inbox_id}'")
            return (await session.execute(query)).rowcount  # type: ignore[attr-defined]

    for attempt in (insert, move):
        with pytest.raises(ProgrammingError, match="row-level security"):
            server.run(attempt())
    assert server.run(change()) == 0


# -- a pooled connection keeps nothing -----------------------------------------------------------------------------


async def _fails(session: AsyncSession) -> None:
    await session.execute(text("select 1/0"))


async def _is_cancelled(session: AsyncSession) -> None:
    asyncio.get_running_loop().call_later(0.05, _current().cancel)
    await session.execute(text("select pg_sleep(5)"))


async def _raises(_: AsyncSession) -> None:
    raise RuntimeError("in the middle")


async def _loses_its_connection(session: AsyncSession) -> None:
    await session.execute(text("select pg_terminate_backend(pg_backend_pid())"))


def _current() -> "asyncio.Task[Any]":
    task = asyncio.current_task()
    assert task
    return task


@pytest.mark.parametrize("accident", [_fails, _is_cancelled, _raises, _loses_its_connection])
def test_a_connection_forgets_its_workspace_after_an_accident(
    server: Server, workspace: Workspace, accident: Callable[[AsyncSession], Awaitable[None]]
) -> None:
    async def have_one() -> None:
        async with server.platform.db.transaction(workspace.id) as session:
            assert await session.scalar(text("select count(*) from workspaces")) == 1
            await accident(session)

    async def every_connection() -> list[tuple[Any, Any]]:
        """Looks through all connections of both pools, as many at a time as there are."""
        seen: list[tuple[Any, Any]] = []
        async with asyncio.TaskGroup() as group:
            for _ in range(12):
                group.create_task(_look(seen))
        return seen

    async def _look(seen: list[tuple[Any, Any]]) -> None:
        query = "select current_setting('relevo.workspace_id', true), (select count(*) from workspaces)"
        async with server.platform.db.unbound() as session:
            row = (await session.execute(text(query))).one()
            await asyncio.sleep(0.02)
        async with server.platform.db.connection() as connection:
            plain = await connection.fetchrow(query)
            await asyncio.sleep(0.02)
        seen.extend([tuple(row), tuple(plain or ())])  # type: ignore[list-item]

    async def go() -> list[tuple[Any, Any]]:
        task = asyncio.create_task(have_one())
        await asyncio.wait([task])
        assert task.cancelled() or task.exception() is not None
        return await every_connection()

    assert {(setting or "", count) for setting, count in server.run(go())} == {("", 0)}


def test_the_setting_ends_with_the_transaction(server: Server, workspace: Workspace) -> None:
    async def go() -> Any:
        async with server.platform.db.sessions() as session:
            async with session.begin():
                await session.execute(text(f"select set_config('relevo.workspace_id', '{workspace.id}', true)"))
            async with session.begin():
                return await session.scalar(text("select current_setting('relevo.workspace_id', true)"))

    assert not server.run(go())


def test_a_workspace_id_that_is_none_is_an_error(server: Server) -> None:
    async def go() -> None:
        async with server.platform.db.unbound() as session:
            await session.execute(text("select set_config('relevo.workspace_id', 'everything', true)"))
            await session.scalar(text("select count(*) from messages"))

    with pytest.raises(DBAPIError, match="invalid input syntax for type uuid"):
        server.run(go())


def test_a_workspace_is_founded_only_from_within(server: Server) -> None:
    async def go() -> None:
        async with server.platform.db.transaction(new_id()) as session:
            await create_workspace(session, new_id(), name="Otra", locale="es")

    with pytest.raises(ProgrammingError, match="row-level security"):
        server.run(go())
