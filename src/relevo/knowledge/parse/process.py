"""A file read in a process of its own, as its parent sees it."""

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from typing import Any

import orjson
import structlog

from relevo.knowledge.reading.types import Content, Kind, Part, Remark, Unreadable

log = structlog.get_logger()

LONGEST_SECONDS = 45.0
_LARGEST_ANSWER = 24 * 1024 * 1024
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")
_at_once: dict[int, asyncio.Semaphore] = {}
_MOST_AT_ONCE = 2
_said: set[str] = set()


async def read_apart(
    kind: Kind,
    content: bytes,
    *,
    name: str = "",
    charset: str | None = None,
    address: str = "",
    seconds: float = LONGEST_SECONDS,
) -> Content:
    """Raises Unreadable, whatever happens to the process."""
    order = orjson.dumps({"kind": kind, "name": name, "charset": charset, "address": address})
    async with _turn():
        child = await _start()
        try:
            async with asyncio.timeout(seconds):
                answer, _ = await asyncio.gather(_received(child), _send(child, order + b"\n" + content))
                status = await child.wait()
        except TimeoutError as error:
            raise Unreadable("It took too long to read.", code="too_slow") from error
        finally:
            await _end(child)
    return _content(answer, status, kind)


def _turn() -> asyncio.Semaphore:
    """Few at once; what serves customers on this machine comes first."""
    loop = id(asyncio.get_running_loop())
    if loop not in _at_once:
        _at_once.clear()
        _at_once[loop] = asyncio.Semaphore(_MOST_AT_ONCE)
    return _at_once[loop]


async def _start() -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-B", "-X", "utf8", "-m", "relevo.knowledge.parse",
        stdin=PIPE, stdout=PIPE, stderr=asyncio.subprocess.DEVNULL, start_new_session=True, cwd="/",
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
    )  # fmt: skip


async def _send(child: Process, data: bytes) -> None:
    assert child.stdin
    with contextlib.suppress(ConnectionError, BrokenPipeError):
        child.stdin.write(data)
        await child.stdin.drain()
        child.stdin.close()


async def _received(child: Process) -> bytes:
    assert child.stdout
    answer = bytearray()
    while part := await child.stdout.read(1 << 18):
        answer += part
        if len(answer) > _LARGEST_ANSWER:
            raise Unreadable("It unpacks to more than is read.", code="too_big_inside")
    return bytes(answer)


async def _end(child: Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    await child.wait()
    transport = getattr(child, "_transport", None)
    if transport is not None:
        transport.close()


def _content(answer: bytes, status: int, kind: Kind) -> Content:
    try:
        found: dict[str, Any] = orjson.loads(answer)
    except orjson.JSONDecodeError as error:
        log.info("file_reader_stopped", kind=kind, status=status)
        raise Unreadable("The reader stopped.", code=_STOPPED.get(-status, "reader_failed")) from error
    if not found.pop("has_no_network", True) and "network" not in _said:
        _said.add("network")
        log.warning("file_reader_has_network", hint="This system lets no process leave the network by itself.")
    if "error" in found:
        raise Unreadable("It cannot be read.", code=found["error"], value=found.get("value", ""))
    return Content(
        tuple(Part(**part) for part in found["parts"]), tuple(Remark(**r) for r in found["remarks"]), found["locale"]
    )


_STOPPED = {int(signal.SIGXCPU): "too_slow", int(signal.SIGKILL): "too_big_inside"}
