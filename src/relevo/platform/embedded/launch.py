"""Becomes the program named in its arguments, as another user and bound to the life of its parent.

Run as a script: `launch.py UID GID REACH PROGRAM [ARGUMENT…]`. It imports nothing of Relevo, so that it starts in a few
milliseconds. UID -1 keeps the present user. REACH is 1 where the user could not otherwise reach the data folder, because a
parent folder is closed: the program may then search and read through closed folders (it gains no right to write).

On Linux the kernel sends the program SIGINT when the parent dies, even by SIGKILL; PostgreSQL then shuts down cleanly.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG, _PR_SET_KEEPCAPS, _PR_CAP_AMBIENT, _AMBIENT_RAISE = 1, 8, 47, 2
_CAP_DAC_READ_SEARCH = 2
_CAPABILITY_VERSION_3 = 0x20080522


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Set(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


def main(arguments: list[str]) -> None:
    uid, gid, reach = int(arguments[0]), int(arguments[1]), arguments[2] == "1"
    program = arguments[3:]
    parent = os.getppid()
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    if uid >= 0:
        become(uid, gid, libc if reach else None)
    if libc:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGINT, 0, 0, 0)
        if os.getppid() != parent:  # the parent died before the line above
            sys.exit(1)
    os.execv(program[0], program)


def become(uid: int, gid: int, libc: ctypes.CDLL | None) -> None:
    if libc:
        libc.prctl(_PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)
    if libc:
        keep_search_right(libc)


def keep_search_right(libc: ctypes.CDLL) -> None:
    bit = 1 << _CAP_DAC_READ_SEARCH
    sets = (_Set * 2)(_Set(bit, bit, bit), _Set(0, 0, 0))
    if libc.capset(ctypes.byref(_Header(_CAPABILITY_VERSION_3, 0)), sets) != 0:
        sys.exit("launch: may not keep the right to search closed folders")
    if libc.prctl(_PR_CAP_AMBIENT, _AMBIENT_RAISE, _CAP_DAC_READ_SEARCH, 0, 0) != 0:
        sys.exit("launch: may not pass on the right to search closed folders")


if __name__ == "__main__":
    main(sys.argv[1:])
