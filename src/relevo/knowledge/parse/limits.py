"""What the process that reads a file gives up before it sees the first byte of it.

Three walls, each for what the one before may let through: limits of the system, a network of its own with nothing in it, and a hook that
refuses what reading a file never needs.
"""

import contextlib
import ctypes
import os
import resource
import sys
from typing import Any

CPU_SECONDS = 30
MEMORY_BYTES = 512 * 1024 * 1024
_FILES = 64
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_NO_NEW_PRIVILEGES = 38

_REFUSED = (
    "socket.", "subprocess.Popen", "os.exec", "os.system", "os.posix_spawn", "os.fork", "os.forkpty", "os.remove", "os.rename",
    "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.chown", "os.truncate", "os.kill", "os.putenv", "shutil.", "ctypes.",
    "urllib.Request", "ftplib.", "smtplib.", "tempfile.", "webbrowser.", "pty.spawn", "signal.pthread_kill", "pickle.find_class",
)  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class NotAllowedHere(Exception):
    """Reading a file does not need this."""


def give_up_everything() -> bool:
    """Whether the network could be given up too, which not every system lets an ordinary process do."""
    has_no_network = _leave_network()
    limits = {
        "RLIMIT_CPU": (CPU_SECONDS, CPU_SECONDS + 1),  # the first ends it with a signal of its own, so that the parent can tell
        "RLIMIT_AS": (MEMORY_BYTES, MEMORY_BYTES), "RLIMIT_FSIZE": (0, 0), "RLIMIT_CORE": (0, 0), "RLIMIT_NOFILE": (_FILES, _FILES),
    }  # fmt: skip
    for name, values in limits.items():
        with contextlib.suppress(ValueError, OSError, AttributeError):
            resource.setrlimit(getattr(resource, name), values)
    sys.addaudithook(_refuse)
    return has_no_network


def _leave_network() -> bool:
    """A network of its own is an empty one."""
    if not sys.platform.startswith("linux"):
        return False
    system = ctypes.CDLL(None, use_errno=True)
    left = system.unshare(_NEW_NETWORK) == 0 or system.unshare(_NEW_USER | _NEW_NETWORK) == 0
    system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return left


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & _WRITES):
            raise NotAllowedHere(event)
    elif event.startswith(_REFUSED):
        raise NotAllowedHere(event)
