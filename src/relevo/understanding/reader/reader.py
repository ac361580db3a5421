"""Reading messages without holding up anybody else."""

import asyncio
import base64
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import structlog

from relevo.kit.errors import Unavailable
from relevo.platform.platform import Platform
from relevo.understanding.reader.process import Process, ReaderDied
from relevo.understanding.released import Own
from relevo.understanding.types import Guess, Judged, Reading, Span

log = structlog.get_logger()

_ATTEMPTS = 3
_LOOK_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Text:
    """What is to be read. `inherited` is the language that a short text takes over, `names` are those of the contact."""

    text: str
    inherited: str
    names: tuple[str, ...] = ()


class Reader:
    """One for a process: `platform.part(Reader)`. One text at a time: more at once would only make those who send wait."""

    def __init__(self, _: Platform) -> None:
        self._process = Process()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")

    async def read(self, text: Text, own: Own | None = None) -> Reading:
        """The same as `understanding.reading.read`, with the workspace's own model. Raises Unavailable."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._read, text, own)

    async def run(self) -> None:
        """Has the process ready before it is needed, and starts another should it end. Until cancelled."""
        try:
            while True:
                if not self._process.is_running:
                    await self.read(Text("", "es"))
                await asyncio.sleep(_LOOK_SECONDS)
        finally:
            self._process.stop()

    def _read(self, text: Text, own: Own | None) -> Reading:
        order = {
            "text": text.text, "inherited": text.inherited, "names": text.names,
            "own": own.id.hex if own else None, "version": own.version if own else 0,
        }  # fmt: skip
        for _ in range(_ATTEMPTS):
            try:
                answer = self._process.ask(order)
                if own and "unknown" in answer:
                    self._process.ask({"load": own.id.hex, "weights": base64.b64encode(own.weights).decode()})
                    answer = self._process.ask(order)
                return reading_of(answer)
            except ReaderDied as error:
                log.warning("reader_died", reason=str(error.__cause__))
        raise Unavailable("Messages cannot be read at the moment.")


def reading_of(plain: Mapping[str, Any]) -> Reading:
    """A reading that went through JSON."""
    return Reading(
        plain["language"],
        plain["language_is_sure"],
        _guesses(plain["intents"]),
        _guesses(plain["candidates"]),
        _judged(plain["emotion"]),
        _judged(plain["urgency"]),
        plain["wants_human"],
        tuple(Span(**span) for span in plain["personal_data"]),
        plain["model"],
    )


def _guesses(plain: Sequence[Mapping[str, Any]]) -> tuple[Guess, ...]:
    return tuple(Guess(**guess) for guess in plain)


def _judged(plain: Mapping[str, Any]) -> Judged:
    return Judged(plain["value"], plain["confidence"], tuple(plain["because"]))
