"""One exchange with a provider of language models over HTTP: JSON there, JSON or server-sent events back, within time and size.

Whatever goes wrong ends in a ModelError whose sentence repeats nothing of what was sent or received.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import orjson

from relevo.kit.errors import RelevoError
from relevo.ports.language_model import Broken, Deadline, ModelError, NotAllowed, Overloaded, RateLimited, TimedOut

MOST_BYTES = 512 * 1024  # of an answer; one that a customer could read is a hundredth of that
_MOST_ERROR_BYTES = 16 * 1024
_TIMEOUT = httpx.Timeout(None, connect=8.0, pool=8.0)  # how long an answer may take is the request's own business
_LONGEST_RETRY_SECONDS = 3600.0


class Rejected(Broken):
    """The provider does not accept a request of this form. `says` is its answer, for the adapter to read, not to be shown."""

    def __init__(self, detail: str, says: str) -> None:
        super().__init__(detail)
        self.says = says


@dataclass(frozen=True, slots=True)
class Clock:
    """When an answer has to be there: `at` in the loop's time."""

    first_at: float
    at: float
    pause: float

    @classmethod
    def start(cls, deadline: Deadline) -> "Clock":
        now = asyncio.get_running_loop().time()
        return cls(now + min(deadline.first, deadline.total), now + deadline.total, deadline.pause)


async def ask(
    http: httpx.AsyncClient, url: str, *, headers: Mapping[str, str], body: Mapping[str, Any], deadline: Deadline
) -> dict[str, Any]:
    """The JSON object that the provider answers with. Raises ModelError."""
    clock = Clock.start(deadline)
    async with _answer(http, url, headers=headers, body=body, clock=clock, until=clock.at) as answer:
        whole = b"".join([part async for part in _parts(answer, clock, until=clock.at, limit=MOST_BYTES)])
    return read_object(whole)


async def events(
    http: httpx.AsyncClient, url: str, *, headers: Mapping[str, str], body: Mapping[str, Any], deadline: Deadline
) -> AsyncGenerator[str]:
    """The data of each server-sent event. Raises ModelError, also where the answer does not begin or go on in time."""
    clock = Clock.start(deadline)
    async with _answer(http, url, headers=headers, body=body, clock=clock, until=clock.first_at) as answer:
        kind = answer.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind != "text/event-stream":
            raise Broken("The provider did not answer with a stream of events.")
        lines = _lines(_parts(answer, clock, until=clock.first_at, limit=MOST_BYTES))
        async with contextlib.aclosing(lines):
            collected: list[str] = []
            async for line in lines:
                if line.startswith("data:"):
                    collected.append(line[5:].removeprefix(" "))
                elif not line and collected:
                    yield "\n".join(collected)
                    collected = []
            if collected:
                yield "\n".join(collected)


def read_object(data: bytes | str) -> dict[str, Any]:
    """A JSON object. NaN, depths beyond reason and anything else that is none raise Broken."""
    try:
        found = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise Broken("The provider's answer is not valid JSON.") from error
    if not isinstance(found, dict):
        raise Broken("The provider's answer has an unknown form.")
    return found  # pyright: ignore[reportUnknownVariableType] - JSON of whatever form; who reads it checks


@contextlib.asynccontextmanager
async def _answer(
    http: httpx.AsyncClient,
    url: str,
    *,
    headers: Mapping[str, str],
    body: Mapping[str, Any],
    clock: Clock,
    until: float,
) -> AsyncGenerator[httpx.Response]:
    with _explained():
        request = http.build_request(
            "POST", url, content=orjson.dumps(body),
            headers={"content-type": "application/json", "accept-encoding": "identity", **headers}, timeout=_TIMEOUT,
        )  # fmt: skip
        async with asyncio.timeout_at(until):
            answer = await http.send(request, stream=True)
    try:
        if answer.headers.get("content-encoding", "identity").lower() != "identity":
            raise Broken("The provider packed its answer, which was not asked for.")
        if answer.status_code != 200:
            raise await _failure(answer, clock)
        yield answer
    finally:
        await answer.aclose()


async def _parts(answer: httpx.Response, clock: Clock, *, until: float, limit: int) -> AsyncGenerator[bytes]:
    loop = asyncio.get_running_loop()
    parts = answer.aiter_raw()
    size = 0
    while True:
        with _explained():
            async with asyncio.timeout_at(until):
                part = await anext(parts, None)
        if part is None:
            return
        size += len(part)
        if size > limit:
            raise Broken("The provider's answer is longer than any answer should be.")
        yield part
        until = min(clock.at, max(until, loop.time() + clock.pause))


async def _lines(parts: AsyncIterator[bytes]) -> AsyncGenerator[str]:
    rest = b""
    async for part in parts:
        *whole, rest = (rest + part).replace(b"\r\n", b"\n").split(b"\n")
        for line in whole:
            yield line.decode("utf-8", "replace")
    if rest:
        yield rest.decode("utf-8", "replace")


async def _failure(answer: httpx.Response, clock: Clock) -> ModelError:
    status, retry = answer.status_code, _retry_after(answer.headers.get("retry-after", ""))
    match status:
        case 401 | 402 | 403 | 404:
            return NotAllowed(f"The provider does not accept the key, the model or the address (status {status}).")
        case 429:
            return RateLimited(retry_after=retry)
        case 400 | 422 | 501:
            return Rejected(f"The provider does not accept this request (status {status}).", await _says(answer, clock))
        case _ if status in (408, 425) or status >= 500:
            return Overloaded(f"The provider is out of order (status {status}).", retry_after=retry)
        case _:
            return Broken(f"The provider answered with status {status}.")


async def _says(answer: httpx.Response, clock: Clock) -> str:
    try:
        parts = _parts(answer, clock, until=clock.at, limit=_MOST_ERROR_BYTES)
        return b"".join([part async for part in parts]).decode("utf-8", "replace")
    except ModelError:
        return ""


def _retry_after(text: str) -> float | None:
    """Seconds, or the moment of a date."""
    try:
        seconds = float(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except (TypeError, ValueError, IndexError):
            return None
        seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return min(max(seconds, 0.0), _LONGEST_RETRY_SECONDS) if seconds == seconds else None  # "nan" is a float, too


@contextlib.contextmanager
def _explained() -> Generator[None]:
    try:
        yield
    except (TimeoutError, httpx.TimeoutException) as error:
        raise TimedOut from error
    except httpx.ConnectError as error:
        raise Overloaded("No connection to the provider could be made.") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise Broken("The connection to the provider broke off.") from error
    except RelevoError as error:  # of the guard: the address may not be asked
        raise NotAllowed(f"The provider's address is not asked: {error.detail}") from error
