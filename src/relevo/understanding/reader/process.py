"""The reading process as its parent sees it. Everything here blocks; it is called from one thread."""

import os
import select
import subprocess
import sys
import time
from typing import Any

import orjson
import structlog

log = structlog.get_logger()

_LONGEST_START_SECONDS = 120.0  # it loads models and word lists
_LONGEST_ANSWER_SECONDS = 10.0
_LONGEST_PAUSE_SECONDS = 30.0


class ReaderDied(Exception):
    """The reading process ended or did not answer in time."""


class CannotStart(Exception):
    """The reading process does not come up. It is not tried all the time."""


class Process:
    """Started when it is first asked. It ends when its parent does, since nobody writes to it then."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._rest = b""
        self._is_closed = False
        self._pause, self._not_before = 0.5, 0.0  # seconds, after a start that failed

    @property
    def is_running(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def ask(self, order: dict[str, Any]) -> Any:
        """Raises ReaderDied; asked again, another process is started. Raises CannotStart."""
        child = self._child if self._child and self.is_running else self._start()
        try:
            assert child.stdin
            child.stdin.write(orjson.dumps(order) + b"\n")
            child.stdin.flush()
            return orjson.loads(self._line(child, _LONGEST_ANSWER_SECONDS))
        except (OSError, ValueError) as error:
            self.stop()
            raise ReaderDied from error

    def close(self) -> None:
        """No process is started from now on. May be called while another thread asks."""
        self._is_closed = True
        if self._child:
            self._child.kill()

    def open(self) -> None:
        self._is_closed = False

    def stop(self) -> None:
        if self._child:
            self._child.kill()
            self._child.wait()
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe:
                    pipe.close()
        self._child, self._rest = None, b""

    def _start(self) -> "subprocess.Popen[bytes]":
        self.stop()
        if self._is_closed:
            raise CannotStart("it was closed")
        if time.monotonic() < self._not_before:
            raise CannotStart("it did not start a moment ago")
        try:
            self._child = child = subprocess.Popen(
                [sys.executable, "-m", "relevo.understanding.reader.child"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            )  # fmt: skip
            self._line(child, _LONGEST_START_SECONDS)  # it says when it is ready
        except OSError as error:
            self.stop()
            self._pause = min(_LONGEST_PAUSE_SECONDS, self._pause * 2)
            self._not_before = time.monotonic() + self._pause
            raise CannotStart(str(error) or type(error).__name__) from error
        self._pause = 0.5
        log.debug("reader_started", pid=child.pid)
        return child

    def _line(self, child: "subprocess.Popen[bytes]", seconds: float) -> bytes:
        assert child.stdout
        deadline = time.monotonic() + seconds
        number = child.stdout.fileno()
        while b"\n" not in self._rest:
            if not select.select([number], [], [], max(0.0, deadline - time.monotonic()))[0]:
                raise TimeoutError
            if not (read := os.read(number, 1 << 16)):
                raise BrokenPipeError("it has ended")
            self._rest += read
        line, _, self._rest = self._rest.partition(b"\n")
        return line
