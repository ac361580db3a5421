"""One page, within limits of bytes, time and redirects. What a limit cuts off is given as far as it came, and marked."""

import asyncio
import zlib
from dataclasses import dataclass, field
from urllib.parse import urljoin

import httpx

from relevo.platform.outbound.guard import read_url
from relevo.platform.outbound.refused import FetchFailed

_REDIRECTS = {301, 302, 303, 307, 308}
_ENCODINGS = {"gzip", "x-gzip", "deflate"}


@dataclass(frozen=True, slots=True)
class Budget:
    bytes: int = 5 * 1024 * 1024  # after unpacking
    seconds: float = 20.0  # for everything, so that one that drips cannot hold us up
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Page:
    """`address` is where it was in the end; `is_whole` whether no limit cut it off."""

    address: str
    status: int
    content_type: str
    body: bytes
    is_whole: bool = True
    etag: str | None = None
    last_modified: str | None = None
    headers: dict[str, str] = field(default_factory=dict[str, str], repr=False)


async def fetch(
    http: httpx.AsyncClient, address: str, *, budget: Budget | None = None, headers: dict[str, str] | None = None
) -> Page:
    """Raises Refused, FetchFailed. A page that answers with an error is a page with that status."""
    budget = budget or Budget()
    deadline = asyncio.get_running_loop().time() + budget.seconds
    url = read_url(address)
    for _ in range(budget.redirects + 1):
        request = http.build_request("GET", url, headers={"Accept": "text/html,*/*;q=0.5", **(headers or {})})
        answer = await _begun(http, request, deadline)
        try:
            goes_on = answer.headers.get("location") if answer.status_code in _REDIRECTS else None
            if goes_on is None:
                return await _page(answer, str(url), budget, deadline)
        finally:
            await answer.aclose()
        url = read_url(urljoin(str(url), goes_on)).copy_with(fragment=None)
    raise FetchFailed("The page leads on and on.", code="redirects")


async def _begun(http: httpx.AsyncClient, request: httpx.Request, deadline: float) -> httpx.Response:
    try:
        async with asyncio.timeout_at(deadline):
            return await http.send(request, stream=True)
    except (TimeoutError, httpx.TimeoutException) as error:
        raise FetchFailed("The server did not answer in time.", code="slow") from error
    except httpx.ConnectError as error:
        raise FetchFailed("No connection to the server could be made.", code="no_connection") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchFailed("The server did not keep to the protocol.", code="protocol") from error


async def _page(answer: httpx.Response, address: str, budget: Budget, deadline: float) -> Page:
    body, is_whole = await _body(answer, budget.bytes, deadline)
    kept = {name: answer.headers[name] for name in ("content-language", "x-robots-tag") if name in answer.headers}
    return Page(
        address, answer.status_code, answer.headers.get("content-type", ""), body, is_whole,
        _header(answer, "etag"), _header(answer, "last-modified"), kept,
    )  # fmt: skip


async def _body(answer: httpx.Response, limit: int, deadline: float) -> tuple[bytes, bool]:
    unpack = _unpacker(answer.headers.get("content-encoding", ""))
    body = bytearray()
    try:
        async with asyncio.timeout_at(deadline):
            async for part in answer.aiter_raw(64 * 1024):
                body += unpack.decompress(part, limit + 1 - len(body)) if unpack else part
                if len(body) > limit:
                    return bytes(body[:limit]), False
    except (TimeoutError, httpx.TimeoutException):
        return bytes(body), False
    except httpx.HTTPError:  # broken off half-way
        return bytes(body), False
    except zlib.error as error:
        raise FetchFailed("The page is packed in a way that cannot be read.", code="encoding") from error
    return bytes(body), unpack is None or unpack.eof or not body


def _unpacker(encoding: str) -> "zlib._Decompress | None":  # pyright: ignore[reportPrivateUsage] - the type has no other name
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return None
    if name not in _ENCODINGS:
        raise FetchFailed("The page is packed in a way that is not read.", code="encoding")
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # recognises both


def _header(answer: httpx.Response, name: str) -> str | None:
    value = answer.headers.get(name)
    return value[:500] if value and value.isprintable() else None
