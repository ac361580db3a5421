"""The system user that PostgreSQL runs as. PostgreSQL refuses to run as root; as anybody else it runs as they are."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_OWN = "relevo-postgres"


@dataclass(frozen=True)
class Account:
    uid: int  # -1: the user that Relevo runs as
    gid: int

    def give(self, path: Path) -> None:
        if self.uid >= 0:
            os.chown(path, self.uid, self.gid)

    def can_reach(self, path: Path) -> bool:
        """Whether this user may enter every folder on the way to `path`."""
        return self.uid < 0 or all(self._may_enter(folder) for folder in path.resolve().parents)

    def _may_enter(self, folder: Path) -> bool:
        found = folder.stat()
        if found.st_uid == self.uid:
            return bool(found.st_mode & 0o100)
        return bool(found.st_mode & (0o010 if found.st_gid == self.gid else 0o001))


def for_postgres() -> Account:
    if os.geteuid() != 0:
        return Account(-1, -1)
    for name in ("postgres", _OWN):
        if account := _find(name):
            return account
    return _create() or _find("nobody") or Account(65534, 65534)


def _find(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid)


def _create() -> Account | None:
    command = shutil.which("useradd")
    if not command:
        return None
    subprocess.run(
        [command, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", _OWN],
        check=False,
        capture_output=True,
    )
    return _find(_OWN)
