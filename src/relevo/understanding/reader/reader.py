"""Reading messages without holding up anybody else."""

import asyncio
import base64
import contextlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import structlog

from relevo.kit.errors import RelevoError, Unavailable
from relevo.platform.platform import Platform
from relevo.understanding.own.types import UnreadableModel
from relevo.understanding.reader.process import CannotStart, Process, ReaderDied
from relevo.understanding.released import Own
from relevo.understanding.types import Judged, Reading, Span, guesses_of

log = structlog.get_logger()

_ATTEMPTS = 2
_LOOK_SECONDS = 2.0


class Unreadable(RelevoError):
    """This text cannot be read."""

    code = "unreadable"


@dataclass(frozen=True, slots=True)
class Text:
    """What is to be read. `inherited` is the language that a short text takes over, `names` are those of the contact."""

    text: str
    inherited: str
    names: tuple[str, ...] = ()


class Reader:
    """One for a process: `platform.part(Reader)`. One text at a time: more at once would only make those who send wait."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._process = Process()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")

    async def read(self, text: Text, own: Own | None = None) -> Reading:
        """The same as `understanding.reading.read`, with the workspace's own model. Raises Unavailable, Unreadable."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._read, text, own)

    async def run(self) -> None:
        """Has the process ready before it is needed, and starts another should it end. Until cancelled."""
        self._process.open()
        try:
            while True:
                if not self._process.is_running:
                    with contextlib.suppress(RelevoError):  # logged
                        await self.read(Text("", "es"))
                await asyncio.sleep(_LOOK_SECONDS)
        finally:
            self._process.close()

    async def guesses(self, text: str, own: Own) -> dict[str, Any]:
        """What a model of the workspace's own sees by itself: the fields of `own.types.Found`. Raises UnreadableModel, Unavailable."""
        order = {"text": _plain(text), "own": own.id.hex, "try": True}
        answer = await asyncio.get_running_loop().run_in_executor(self._thread, self._ask, order, own)
        if "unreadable" in answer:
            raise UnreadableModel
        return answer

    def _read(self, text: Text, own: Own | None) -> Reading:
        order = {
            "text": _plain(text.text), "inherited": text.inherited, "names": [_plain(name) for name in text.names],
            "own": own.id.hex if own else None, "version": own.version if own else 0,
        }  # fmt: skip
        return reading_of(self._ask(order, own))

    def _ask(self, order: dict[str, Any], own: Own | None) -> dict[str, Any]:
        for _ in range(_ATTEMPTS):
            try:
                answer = self._process.ask(order)
                if own and "unknown" in answer:
                    weights = base64.b64encode(own.weights).decode()
                    self._process.ask({"load": own.id.hex, "weights": weights, "embedder": self._platform.embedder})
                    answer = self._process.ask(order)
            except CannotStart as error:
                log.warning("reader_does_not_start", reason=str(error))
                raise Unavailable("Messages cannot be read at the moment.") from error
            except ReaderDied as error:
                log.warning("reader_died", reason=str(error.__cause__))
                continue
            if "error" in answer:
                break
            return answer
        raise Unreadable


def _plain(text: str) -> str:
    """Lone surrogates cannot be written down; one character takes the place of each, so that positions still fit."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if not text.isascii() else text


def reading_of(plain: Mapping[str, Any]) -> Reading:
    """A reading that went through JSON."""
    return Reading(
        plain["language"],
        plain["language_is_sure"],
        guesses_of(plain["intents"]),
        guesses_of(plain["candidates"]),
        _judged(plain["emotion"]),
        _judged(plain["urgency"]),
        plain["wants_human"],
        tuple(Span(**span) for span in plain["personal_data"]),
        plain["model"],
    )


def _judged(plain: Mapping[str, Any]) -> Judged:
    return Judged(plain["value"], plain["confidence"], tuple(plain["because"]))
