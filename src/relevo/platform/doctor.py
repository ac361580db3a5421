"""Checks of an installation, each answered in plain words."""

import os
import resource
import shutil
import socket
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from relevo.kit.errors import RelevoError, SetupError
from relevo.platform import database_checks, static
from relevo.platform.address import Address, parse
from relevo.platform.embedded import supervise
from relevo.platform.embedded.cluster import PORT, binaries
from relevo.platform.findings import Finding, bad, good, warn
from relevo.platform.platform import DATABASE, cluster_of
from relevo.platform.settings import Settings

_MEGABYTE = 1024 * 1024
_DISK_NEEDED, _DISK_WANTED = 200 * _MEGABYTE, 2048 * _MEGABYTE
_FILES_WANTED = 4096
_OLDEST_PYTHON = (3, 11)


async def examine(settings: Settings) -> list[Finding]:
    """All checks. Nothing is changed: a database that was never started is not made, one of an earlier version stays."""
    return [
        _python(),
        _data_folder(settings.data),
        _disk(settings.data),
        _key(settings),
        _files(),
        _port(settings.host, settings.port),
        _public_address(settings),
        _pages(),
        *await _database(settings),
    ]


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < _OLDEST_PYTHON:
        return bad("python", f"Python {version} is too old; Relevo needs 3.11 or later.")
    return good("python", f"Python {version}")


def _data_folder(folder: Path) -> Finding:
    nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        return bad("data folder", f"{nearest} cannot be written; choose a folder of yours with --data or RELEVO_DATA.")
    return good("data folder", f"{folder}{'' if nearest == folder else ' (made at the first start)'}")


def _disk(folder: Path) -> Finding:
    nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(nearest).free
    said = f"{free // _MEGABYTE:,} MB free"
    if free < _DISK_NEEDED:
        return bad("disk space", f"Only {said}; without room messages cannot be stored.")
    return (
        good("disk space", said)
        if free >= _DISK_WANTED
        else warn("disk space", f"{said}; that may soon be too little.")
    )


def _key(settings: Settings) -> Finding:
    path = settings.data / "secret.key"
    if settings.secret_key:
        return good("secret key", "from the setting")
    if not path.exists():
        return good("secret key", "made at the first start")
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        return bad("secret key", f"{path} can be read by others; run: chmod 600 {path}")
    if len(path.read_bytes()) < 32:
        return bad("secret key", f"{path} is damaged; bring it back from a backup.")
    return good("secret key", "readable by its owner only")


def _files() -> Finding:
    limit, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if limit < _FILES_WANTED:
        return warn(
            "open files", f"{limit} may be open at once; for many visitors raise it (ulimit -n {min(most, 65536)})."
        )
    return good("open files", f"up to {limit:,} at once")


def _port(host: str, port: int) -> Finding:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if _is_relevo(host, port):
                return good("port", f"Relevo answers on {host}:{port}")
            return bad(
                "port", f"{host}:{port} cannot be used ({error.strerror}); choose another with --port or RELEVO_PORT."
            )
    return good("port", f"{host}:{port} is free")


def _is_relevo(host: str, port: int) -> bool:
    try:
        with urlopen(f"http://{host}:{port}/health/live", timeout=2) as answer:
            return b'"version"' in answer.read(1000)
    except (OSError, HTTPError, ValueError):
        return False


def _public_address(settings: Settings) -> Finding:
    url = settings.public_url
    if url and not url.startswith(("https://", "http://")):
        return bad("public address", f"{url} has to begin with https://; set RELEVO_PUBLIC_URL.")
    if url and url.startswith("http://") and "//localhost" not in url and "//127." not in url:
        return warn("public address", f"{url} is not encrypted; passwords cross the network in clear. Use https.")
    if not url and settings.host not in ("127.0.0.1", "localhost", "::1"):
        return warn("public address", "not set; set RELEVO_PUBLIC_URL so that cookies are kept to https.")
    return good("public address", url or "only this machine")


def _pages() -> Finding:
    missing = [name for name in ("console/index.html", "widget/v1.js") if not (static.ROOT / name).exists()]
    if missing:
        return bad(
            "console and widget",
            f"not built ({', '.join(missing)}); install again with `pip install .` or `make setup`.",
        )
    return good("console and widget", "built")


async def _database(settings: Settings) -> list[Finding]:
    if settings.database_url:
        try:
            admin = parse(settings.database_url.get_secret_value())
        except SetupError as error:
            return [bad("database", error.detail)]
        return await database_checks.examine(admin)
    try:
        binaries()
    except SetupError as error:
        return [bad("database", error.detail)]
    cluster = cluster_of(settings) if (settings.data / "secret.key").exists() else None
    if cluster is None or not (cluster.data / "PG_VERSION").exists():
        return [good("database", "the embedded PostgreSQL is set up at the first start")]
    try:
        running = supervise.start_or_find(cluster)
    except (RelevoError, OSError) as error:
        return [bad("database", f"The embedded PostgreSQL does not start: {error}")]
    try:
        return await database_checks.examine(
            Address(str(cluster.sockets), PORT, "postgres", cluster.password, DATABASE)
        )
    finally:
        running.stop()
