"""A backup: a folder with a dump of the database, the secret key, and a manifest that is written last.

The dump is PostgreSQL's own custom format, so `pg_restore` reads it without Relevo too. It is taken from one snapshot, as
the owner of the tables; the rows are counted in the same snapshot, so that a restore can tell whether all of them came.
"""

import asyncio
import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import asyncpg

from relevo import __version__
from relevo.kit.clock import now, rfc3339
from relevo.kit.errors import SetupError
from relevo.platform.address import Address
from relevo.platform.embedded.cluster import binaries
from relevo.platform.platform import Platform
from relevo.platform.provision import Roles

FORMAT = 1
DUMP, KEY, MANIFEST = "database.dump", "secret.key", "manifest.json"

_TABLES = """
select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind = 'r' order by c.relname
"""


@dataclass(frozen=True)
class Manifest:
    """`event_horizon`: no event had this number or a higher one. `key_is_inside` is False where the key is a setting."""

    format: int
    version: str
    revision: str
    database: str
    saved_at: str
    event_horizon: int
    key_is_inside: bool
    rows: dict[str, int]
    sha256: dict[str, str]

    @property
    def total_rows(self) -> int:
        return sum(self.rows.values())


async def save(platform: Platform, directory: Path) -> Manifest:
    """Writes a backup into `directory`. Raises SetupError where that is not empty, or the dump fails."""
    refuse_full(directory)
    _prepare(directory)
    connection = await asyncpg.connect(**platform.admin.asyncpg(), timeout=15)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            await connection.execute(f'set local role "{Roles.of(platform.admin.database).owner}"')
            facts = await _facts(connection)
            snapshot: str = await connection.fetchval("select pg_export_snapshot()")
            await _dump(platform.admin, snapshot, directory / DUMP)
    finally:
        await connection.close()
    key_is_inside = _keep_key(platform, directory)
    sums = {name: checksum(directory / name) for name in (DUMP, *((KEY,) if key_is_inside else ()))}
    manifest = Manifest(
        format=FORMAT, version=__version__, database=platform.admin.database, saved_at=rfc3339(now()),
        key_is_inside=key_is_inside, sha256=sums, **facts,
    )  # fmt: skip
    _write(directory / MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
    _sync_folder(directory)
    return manifest


def checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def tool(name: str) -> str:
    """A program of PostgreSQL: the bundled one, otherwise the machine's. Raises SetupError."""
    try:
        bundled = binaries() / name
        if bundled.exists():
            return str(bundled)
    except SetupError:
        pass
    found = shutil.which(name)
    if not found:
        raise SetupError(f"The program {name} is not here; install PostgreSQL's client programs.")
    return found


async def run_tool(name: str, *arguments: str, address: Address) -> None:
    """Raises SetupError with what the program said."""
    environment = {**os.environ, **address.libpq()}
    process = await asyncio.create_subprocess_exec(
        tool(name), *arguments, env=environment, stdin=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    _, said = await process.communicate()
    if process.returncode:
        raise SetupError(f"{name} failed: {said.decode(errors='replace').strip()[-800:]}")


async def count_rows(connection: Any) -> dict[str, int]:
    tables = [row["relname"] for row in await connection.fetch(_TABLES)]
    return {table: await connection.fetchval(f'select count(*) from public."{table}"') for table in tables}  # noqa: S608


async def _facts(connection: Any) -> dict[str, Any]:
    return {
        "revision": await connection.fetchval("select version_num from alembic_version"),
        "event_horizon": await connection.fetchval("select relevo_event_horizon()"),
        "rows": await count_rows(connection),
    }


async def _dump(admin: Address, snapshot: str, path: Path) -> None:
    await run_tool(
        "pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--role={Roles.of(admin.database).owner}",
        # Row-level security is forced on the owner too; a policy of its own shows it every row.
        "--enable-row-security", "--compress=3", "--lock-wait-timeout=30s", "--no-password", f"--file={path}",
        address=admin,
    )  # fmt: skip
    await asyncio.to_thread(_make_durable, path)


def _make_durable(path: Path) -> None:
    path.chmod(0o600)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _keep_key(platform: Platform, directory: Path) -> bool:
    """Without the key no token of a chat stays valid, so it belongs to the data. One that is a setting stays there."""
    path = platform.settings.data / KEY
    if not path.exists():
        return False
    _write(directory / KEY, path.read_bytes())
    return True


def refuse_full(directory: Path) -> None:
    """Raises SetupError where something is in the folder already, be it another backup."""
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise SetupError(f"{directory} is not empty; a backup is written into a new or empty folder.")


def _prepare(directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    directory.chmod(0o700)


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(directory: Path) -> None:
    for folder in (directory, directory.parent):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
