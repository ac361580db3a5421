"""The tables that the code knows are the tables that the migrations make."""

import importlib
import pkgutil

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

import relevo
from relevo.platform.database import Table
from relevo.platform.provision import MIGRATIONS
from tests.conftest import Server

# Unknown to the code on purpose: Procrastinate's own, and what only migrations and SQL functions use.
_OUTSIDE = ("procrastinate_", "alembic_version", "installation", "event_cursors", "event_failures")


def _load_all_tables() -> None:
    for module in pkgutil.walk_packages(relevo.__path__, "relevo."):
        if module.name.endswith(".tables") or module.name == "relevo.platform.events":
            importlib.import_module(module.name)


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or not (name or "").startswith(_OUTSIDE)


def _differences(connection: Connection) -> list[str]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": _is_ours})
    found = compare_metadata(context, Table.metadata)
    # Indexes, unique constraints and foreign keys are the migrations' business; columns and their types are shared.
    flat = [item for change in found for item in (change if isinstance(change, list) else [change])]
    return [
        str(item)
        for item in flat
        if item[0] in ("add_table", "remove_table", "add_column", "remove_column") or "modify_" in item[0]
    ]


def test_tables_in_the_code_match_the_migrated_database(server: Server) -> None:
    _load_all_tables()

    async def compare() -> list[str]:
        async with server.platform.db.engine.connect() as connection:
            return await connection.run_sync(_differences)

    differences = [d for d in server.run(compare()) if "modify_default" not in d and "modify_comment" not in d]
    assert differences == []


def test_every_migration_names_the_one_before_it() -> None:
    names = sorted(path.stem for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    revisions = [importlib.import_module(f"relevo.platform.migrations.versions.{name}") for name in names]
    assert [r.down_revision for r in revisions] == [None, *[r.revision for r in revisions[:-1]]]
