"""Passwords: argon2id, in threads, two at a time, so that a flood of sign-ins takes neither all memory nor cores."""

import asyncio
import contextlib
import threading
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from relevo.kit.errors import Invalid, Unavailable

SHORTEST, LONGEST_BYTES = 10, 1024
_AT_ONCE, _MOST_WAITING = 2, 40

Result = TypeVar("Result")

# The second recommendation of RFC 9106 (64 MiB, three passes), with one lane because two are hashed at a time.
SHIPPED = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
_hasher = SHIPPED
_threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="passwords")
_room = threading.BoundedSemaphore(_AT_ONCE + _MOST_WAITING)
_nobody: list[str] = []

# Words that keep nobody out, alone or with digits around them.
_COMMON = {
    "",
    "password",
    "contraseña",
    "contrasena",
    "qwertyuiop",
    "qwerty",
    "relevo",
    "letmein",
    "admin",
    "iloveyou",
    "tequiero",
}


async def hashed(password: str) -> str:
    """What is stored of a new password. Raises Invalid where it is too short, too long or too common."""
    plain = _normal(password)
    if plain is None:
        raise Invalid(f"A password has up to {LONGEST_BYTES:,} bytes, none of them controls.", code="weak_password")
    if len(plain) < SHORTEST:
        raise Invalid(f"Choose a password of at least {SHORTEST} characters.", code="weak_password")
    if plain.lower().strip("0123456789.,;:!?*_-+ ") in _COMMON or len(set(plain)) < 4:
        raise Invalid("This password is too easy to guess; choose another.", code="weak_password")
    return await _in_thread(lambda: _hasher.hash(plain))


async def matches(password: str, stored: str | None) -> bool:
    """Whether this is the password. With `stored` None, for an unknown account, it takes as long and is False."""
    plain = _normal(password)
    if plain is None:
        return False
    return await _in_thread(lambda: _verify(plain, stored))


def is_outdated(stored: str) -> bool:
    """Whether it was hashed with other parameters than are used now."""
    return _hasher.check_needs_rehash(stored)


def _normal(password: str) -> str | None:
    """One form for what looks the same, since keyboards differ; None where it cannot be a password."""
    if len(password) > LONGEST_BYTES or any(ord(c) < 32 or "\ud800" <= c <= "\udfff" for c in password):
        return None
    plain = unicodedata.normalize("NFKC", password)
    return plain if len(plain.encode()) <= LONGEST_BYTES else None


def _verify(plain: str, stored: str | None) -> bool:
    nobody = _of_nobody()
    known = stored if stored and stored.startswith("$argon2") else nobody
    with contextlib.suppress(VerificationError, InvalidHashError):
        return _hasher.verify(known, plain) and known is stored
    return False


def _of_nobody() -> str:
    """A hash to compare with where there is no account. Made at the first sign-in of any kind, in its thread."""
    if not _nobody:
        _nobody.append(_hasher.hash("nobody has this password"))
    return _nobody[0]


async def _in_thread(work: Callable[[], Result]) -> Result:
    if not _room.acquire(blocking=False):
        raise Unavailable("Too many people are signing in at the moment; try again in a few seconds.")

    def working() -> Result:
        try:
            return work()
        finally:
            _room.release()

    return await asyncio.get_running_loop().run_in_executor(_threads, working)
