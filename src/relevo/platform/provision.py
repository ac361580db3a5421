"""Makes a database ready for this version: roles, schema, durability checked.

Two roles: the owner holds the tables and runs migrations; the application's role holds nothing, cannot bypass row-level
security, and is the only one that requests run as.
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import psycopg
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from relevo.kit.errors import SetupError
from relevo.platform.address import Address

MIGRATIONS = Path(__file__).parent / "migrations"
DURABLE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on", "data_sync_retry": "off"}


@dataclass(frozen=True)
class Roles:
    """Named after the database, because roles belong to the whole server and may serve several installations."""

    owner: str
    app: str

    @classmethod
    def of(cls, database: str) -> "Roles":
        return cls(f"{database}_owner", f"{database}_app")


async def provision(admin: Address, *, app_password: str, app: Address | None = None) -> Address:
    """Brings the database at `admin` up to date and returns the address for the application's role.

    `admin` may create roles, or the roles exist; then `app` tells the password that the application's was given.
    Raises SetupError with what to do.
    """
    roles = Roles.of(admin.database)
    await prepare(admin, app_password=app_password)
    app = app or admin.as_role(roles.app, app_password)
    if await _revision(app) != head():
        await asyncio.to_thread(migrate, admin, roles)
    return app


async def prepare(admin: Address, *, app_password: str) -> None:
    """The database and its roles, still without tables. Raises SetupError with what to do."""
    await _create_database(admin)
    await _create_roles(admin, Roles.of(admin.database), app_password)


async def set_app_password(admin: Address, password: str) -> None:
    connection = await asyncpg.connect(**admin.asyncpg(), timeout=15)
    try:
        await connection.execute(f"alter role {_name(Roles.of(admin.database).app)} password {_literal(password)}")
    finally:
        await connection.close()


async def check_durability(address: Address, *, relaxed: bool = False) -> None:
    """An acknowledged message has to survive a crash: refuses a server that is set to forget it.

    `relaxed` is for tests, which throw their database away.
    """
    connection = await asyncpg.connect(**address.asyncpg(), timeout=15)
    try:
        for name, wanted in DURABLE.items():
            found = await connection.fetchval("select current_setting($1)", name)
            if found != wanted and not relaxed:
                raise SetupError(
                    f"PostgreSQL runs with {name} = {found}; Relevo needs {wanted}, or messages could be lost."
                )
    finally:
        await connection.close()


def head() -> str | None:
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def migrate(admin: Address, roles: Roles) -> None:
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(admin.conninfo()), poolclass=NullPool
    )
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.connect() as connection:
        connection.execute(text(f'set role "{roles.owner}"'))
        connection.commit()
        config.attributes.update({"connection": connection, "owner": roles.owner, "app": roles.app})
        command.upgrade(config, "head")


async def _create_database(admin: Address) -> None:
    try:
        connection = await asyncpg.connect(**admin.asyncpg(), timeout=15)
    except asyncpg.InvalidCatalogNameError:
        connection = await asyncpg.connect(**admin.on("postgres").asyncpg(), timeout=15)
        await connection.execute(f"create database {_name(admin.database)}")
    except (OSError, asyncpg.PostgresError) as error:
        raise SetupError(f"The database at {admin.host} cannot be reached: {error}") from error
    await connection.close()


async def _create_roles(admin: Address, roles: Roles, app_password: str) -> None:
    connection = await asyncpg.connect(**admin.asyncpg(), timeout=15)
    try:
        await _create_role(connection, roles.owner, "nologin")
        await _create_role(connection, roles.app, f"login noinherit nobypassrls password {_literal(app_password)}")
        # Each only where it is missing: an administrator may have done it, and kept the right to do so.
        if not await _may_become(connection, roles.owner):
            await connection.execute(f"grant {_name(roles.owner)} to current_user")
        if not await connection.fetchval("select has_schema_privilege($1, 'public', 'create')", roles.owner):
            await connection.execute(f"grant create, usage on schema public to {_name(roles.owner)}")
        if not await connection.fetchval("select has_schema_privilege($1, 'public', 'usage')", roles.app):
            await connection.execute(f"grant usage on schema public to {_name(roles.app)}")
        await connection.execute("create extension if not exists vector")
    except asyncpg.InsufficientPrivilegeError as error:
        raise SetupError(
            f"The database user {admin.user} may not do this: {error}. Let an administrator create the roles {roles.owner} and "
            f"{roles.app} and the extension vector; docs/how-to/own-postgresql.md has the commands."
        ) from error
    finally:
        await connection.close()


async def _may_become(connection: Any, role: str) -> bool:
    try:
        async with connection.transaction():
            await connection.execute(f"set local role {_name(role)}")
    except asyncpg.InsufficientPrivilegeError:
        return False
    return True


async def _create_role(connection: Any, role: str, options: str) -> None:
    exists = await connection.fetchval("select 1 from pg_roles where rolname = $1", role)
    if not exists:
        await connection.execute(f"create role {_name(role)} {options}")


async def _revision(app: Address) -> str | None:
    try:
        connection = await asyncpg.connect(**app.asyncpg(), timeout=15)
    except asyncpg.InvalidPasswordError as error:
        raise SetupError(
            "The database knows another key than this data folder; give the same RELEVO_SECRET_KEY as before."
        ) from error
    try:
        return await connection.fetchval("select version_num from alembic_version")
    except (asyncpg.UndefinedTableError, asyncpg.InsufficientPrivilegeError):
        return None
    finally:
        await connection.close()


def _name(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
