"""Bringing back a backup, into a data folder or database that holds nothing yet."""

import contextlib
import json
import os
import shutil
from collections.abc import Generator
from pathlib import Path

import asyncpg
from alembic.script import ScriptDirectory

from relevo.kit.clock import now
from relevo.kit.errors import SetupError
from relevo.platform import provision
from relevo.platform.address import Address, parse
from relevo.platform.backup import DUMP, FORMAT, KEY, MANIFEST, Manifest, checksum, count_rows, run_tool
from relevo.platform.embedded import supervise
from relevo.platform.embedded.cluster import PORT, Cluster
from relevo.platform.platform import DATABASE, app_address, app_password, cluster_of
from relevo.platform.provision import MIGRATIONS, Roles
from relevo.platform.settings import Settings

# Clients may have seen event numbers that were given after the backup. The restored stream begins so far above the
# backup's that none of them is given twice: a thousand million transactions; 2^53 leaves room for thousands of restores.
_LEAP = 1 << 40

_SET_BASE = "update installation set event_base = $1 - (pg_current_xact_id()::text::bigint << 10)"


async def bring_back(settings: Settings, directory: Path, *, force: bool = False) -> Manifest:
    """Restores the backup in `directory`. With `force` what is there is put aside (data folder) or lost (own database).

    Raises SetupError where the backup is damaged, does not fit, or would overwrite something.
    """
    manifest = read_manifest(directory)
    check(manifest, directory)
    if settings.database_url:
        await _into_own_database(settings, manifest, directory, force=force)
    else:
        await _into_folder(settings, manifest, directory, force=force)
    return manifest


def read_manifest(directory: Path) -> Manifest:
    try:
        return Manifest(**json.loads((directory / MANIFEST).read_text()))
    except FileNotFoundError as error:
        raise SetupError(f"{directory} holds no complete backup: {MANIFEST} is missing.") from error
    except (ValueError, TypeError) as error:
        raise SetupError(f"{directory / MANIFEST} cannot be read: {error}") from error


def check(manifest: Manifest, directory: Path) -> None:
    """Raises SetupError where the files are not those that were saved, or are of a later version."""
    if manifest.format > FORMAT or manifest.revision not in _known_revisions():
        raise SetupError(
            f"This backup was made by Relevo {manifest.version}; restore it with that version or a later one."
        )
    for name, expected in manifest.sha256.items():
        path = directory / name
        if not path.is_file() or checksum(path) != expected:
            raise SetupError(f"{path} is missing or damaged; use another backup.")


async def _into_folder(settings: Settings, manifest: Manifest, directory: Path, *, force: bool) -> None:
    with _room_in(settings.data, force=force):
        _bring_key(settings.data, manifest, directory)
        cluster = cluster_of(settings)
        running = supervise.start_as_owner(cluster, wait_seconds=1)
        try:
            admin = Address(str(cluster.sockets), PORT, "postgres", cluster.password, DATABASE)
            await _load(settings, admin, manifest, directory)
        finally:
            running.stop()


async def _into_own_database(settings: Settings, manifest: Manifest, directory: Path, *, force: bool) -> None:
    assert settings.database_url
    admin = parse(settings.database_url.get_secret_value())
    key = settings.data / KEY
    if key.exists() and manifest.key_is_inside and checksum(key) != manifest.sha256[KEY] and not force:
        raise SetupError(f"{key} is another key than the backup's; overwrite it with --force.")
    await _clear(admin, force=force)
    _bring_key(settings.data, manifest, directory)
    await _load(settings, admin, manifest, directory)


async def _load(settings: Settings, admin: Address, manifest: Manifest, directory: Path) -> None:
    if admin.database != manifest.database:
        raise SetupError(f"The backup is of a database named {manifest.database}; this one is named {admin.database}.")
    password = app_password(settings)
    await provision.prepare(admin, app_password=password)
    if not settings.database_app_url:
        await provision.set_app_password(admin, password)  # the role may stem from another key
    await run_tool(
        "pg_restore", f"--dbname={admin.database}", "--single-transaction", "--exit-on-error", "--no-owner",
        f"--role={Roles.of(admin.database).owner}", "--no-comments", "--no-password", str(directory / DUMP),
        address=admin,
    )  # fmt: skip
    await _finish(admin, manifest)
    await provision.provision(admin, app_password=password, app=app_address(settings))  # of an earlier version


async def _finish(admin: Address, manifest: Manifest) -> None:
    connection = await asyncpg.connect(**admin.asyncpg(), timeout=15)
    try:
        await connection.execute(f'set role "{Roles.of(admin.database).owner}"')
        if await count_rows(connection) != manifest.rows:
            raise SetupError("The restored database does not hold the rows that were saved; use another backup.")
        await connection.execute(_SET_BASE, manifest.event_horizon + _LEAP)
        await connection.execute("analyze")
    finally:
        await connection.close()


async def _clear(admin: Address, *, force: bool) -> None:
    """Makes sure that the own database holds nothing."""
    try:
        connection = await asyncpg.connect(**admin.asyncpg(), timeout=15)
    except asyncpg.InvalidCatalogNameError:
        return
    except (OSError, asyncpg.PostgresError) as error:
        raise SetupError(f"The database at {admin.host} cannot be reached: {error}") from error
    try:
        if not await connection.fetchval("select to_regclass('public.alembic_version')"):
            return
        if not force:
            raise SetupError(f"The database {admin.database} holds data already; --force deletes it.")
        await connection.execute(f'drop owned by "{Roles.of(admin.database).owner}" cascade')
    finally:
        await connection.close()


@contextlib.contextmanager
def _room_in(folder: Path, *, force: bool) -> Generator[None]:
    """Puts aside what the data folder holds; it comes back where the restore fails."""
    present = [name for name in ("postgres", KEY) if (folder / name).exists()]
    if present and not force:
        raise SetupError(f"{folder} holds data already; choose another folder with --data, or replace it with --force.")
    aside = folder / f"replaced-{now():%Y%m%d-%H%M%S}"
    if present:
        aside.mkdir(parents=True, mode=0o711)
        _refuse_running(folder)
    for name in present:
        (folder / name).rename(aside / name)
    try:
        yield
    except BaseException:
        for name in present:
            _remove(folder / name)
            (aside / name).rename(folder / name)
        raise


def _refuse_running(folder: Path) -> None:
    ownership = Cluster(folder, "").try_own()
    if ownership is None:
        raise SetupError(f"Relevo runs on {folder}; stop it before a restore.")
    ownership.close()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _bring_key(folder: Path, manifest: Manifest, directory: Path) -> None:
    if not manifest.key_is_inside:
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / KEY).unlink(missing_ok=True)
    with os.fdopen(os.open(folder / KEY, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write((directory / KEY).read_bytes())
        file.flush()
        os.fsync(file.fileno())


def _known_revisions() -> set[str]:
    return {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
