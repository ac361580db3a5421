"""Checks of the database: version, durability, schema, and the walls between workspaces."""

from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg

from relevo.platform.address import Address
from relevo.platform.findings import Finding, bad, good, warn
from relevo.platform.provision import DURABLE, Roles, head

_OLDEST = 150000

# Tables that belong to a workspace, and what is wrong with them. `workspaces` is one by its own id.
_UNPROTECTED = """
select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind in ('r', 'p')
    and (c.relname = 'workspaces' or exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped))
    and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (
        select from pg_policy p where p.polrelid = c.oid and p.polname = 'of_workspace'
            and pg_get_expr(p.polqual, p.polrelid) like '%relevo_workspace()%'
            and pg_get_expr(p.polwithcheck, p.polrelid) like '%relevo_workspace()%')
        -- one policy that lets more through undoes the others: only the owner may have one, and reading one's memberships
        or exists (
            select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polname <> 'of_workspace'
                and p.polroles <> array[c.relowner]
                and not (p.polcmd = 'r' and pg_get_expr(p.polqual, p.polrelid) like '%relevo_login()%')))
order by c.relname
"""
# Ways in which the application's role could get around them: rights of its own, or those of a role it belongs to.
_RIGHTS = """
with recursive mine as (
    select oid from pg_roles where rolname = $1
    union select m.roleid from pg_auth_members m join mine on m.member = mine.oid
)
select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole,
    exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owns
from mine join pg_roles r on r.oid = mine.oid
"""


async def examine(admin: Address) -> list[Finding]:
    try:
        connection = await asyncpg.connect(**admin.asyncpg(), timeout=10)
    except asyncpg.InvalidCatalogNameError:
        return [good("database", f"{admin.database} is made at the first start")]
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return [bad("database", f"PostgreSQL at {admin.host} does not answer: {error}")]
    try:
        return [await check(connection, Roles.of(admin.database)) for check in _CHECKS]
    finally:
        await connection.close()


async def unprotected_tables(connection: Any) -> list[str]:
    """Tables with rows of workspaces that row-level security does not wall off."""
    return [row["relname"] for row in await connection.fetch(_UNPROTECTED)]


async def excessive_rights(connection: Any, role: str) -> list[str]:
    """What would let the application's role see the rows of every workspace."""
    found: list[str] = []
    for row in await connection.fetch(_RIGHTS, role):
        rights = {"rolsuper": "is a superuser", "rolbypassrls": "bypasses row-level security", "owns": "owns tables"}
        found += [f"{row['rolname']} {said}" for name, said in rights.items() if row[name]]
    return found


async def _version(connection: Any, _: Roles) -> Finding:
    number, said = await connection.fetchval("select current_setting('server_version_num')::int"), "PostgreSQL "
    said += await connection.fetchval("select current_setting('server_version')")
    return (
        good("database", said) if number >= _OLDEST else bad("database", f"{said} is too old; 15 or later is needed.")
    )


async def _vector(connection: Any, _: Roles) -> Finding:
    version = await connection.fetchval("select default_version from pg_available_extensions where name = 'vector'")
    if version is None:
        return bad("pgvector", "The extension vector is not there; install pgvector for this PostgreSQL.")
    return good("pgvector", version)


async def _durability(connection: Any, _: Roles) -> Finding:
    values = {name: await connection.fetchval("select current_setting($1)", name) for name in DURABLE}
    wrong = [
        f"{name} = {values[name]} (should be {wanted})" for name, wanted in DURABLE.items() if values[name] != wanted
    ]
    if wrong:
        return bad("durability", f"Messages could be lost in a crash: {', '.join(wrong)}.")
    return good("durability", "what is acknowledged survives a crash")


async def _schema(connection: Any, _: Roles) -> Finding:
    if not await connection.fetchval("select to_regclass('public.alembic_version')"):
        return good("schema", "made at the first start")
    revision = await connection.fetchval("select version_num from public.alembic_version")
    if revision != head():
        return warn("schema", f"at {revision}; the next start brings it to {head()}.")
    return good("schema", f"up to date ({revision})")


async def _walls(connection: Any, _: Roles) -> Finding:
    if tables := await unprotected_tables(connection):
        return bad("walls between workspaces", f"Row-level security is not forced on: {', '.join(tables)}.")
    return good("walls between workspaces", "row-level security is forced on every table of workspaces")


async def _events(connection: Any, _: Roles) -> Finding:
    if not await connection.fetchval("select to_regclass('public.event_failures')"):
        return good("events", "no listener has failed")
    query = "select listener, count(*) as events, max(at) as last from public.event_failures group by listener order by listener"
    rows = await connection.fetch(query)
    if not rows:
        return good("events", "no listener has failed")
    said = ", ".join(f"{row['events']} by {row['listener']} (last {row['last']:%Y-%m-%d %H:%M} UTC)" for row in rows)
    return warn(
        "events", f"Passed over since they could not be handled: {said}; see the table event_failures and the log."
    )


async def _role(connection: Any, roles: Roles) -> Finding:
    if not await connection.fetchval("select 1 from pg_roles where rolname = $1", roles.app):
        return good("application's role", "made at the first start")
    if rights := await excessive_rights(connection, roles.app):
        return bad("application's role", f"{'; '.join(rights)}: it could get around the walls. Take that right away.")
    return good("application's role", f"{roles.app} cannot get around the walls")


_CHECKS: tuple[Callable[[Any, Roles], Awaitable[Finding]], ...] = (
    _version, _vector, _durability, _schema, _walls, _role, _events,
)  # fmt: skip
