"""The guarded way out for httpx: it connects to the very address that was judged, and looks who answered."""

import contextlib
import ssl
from collections.abc import AsyncIterator, Generator, Iterable
from functools import cache
from typing import Any, cast

import httpcore
import httpx

from relevo.platform.outbound.addresses import read_ip
from relevo.platform.outbound.guard import Guard
from relevo.platform.outbound.refused import Refused

_TRIED_ADDRESSES = 3


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    def __init__(self, guard: Guard, inner: httpcore.AsyncNetworkBackend | None = None) -> None:
        self._guard = guard
        self._inner = inner or cast("httpcore.AsyncNetworkBackend", httpcore.AnyIOBackend())

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature of the library
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        failure: Exception | None = None
        for address in (await self._guard.addresses(host, port))[:_TRIED_ADDRESSES]:
            try:
                stream = await self._inner.connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            await self._look_who_answered(stream, host, port)
            return stream
        raise failure or httpcore.ConnectError("no address")

    async def _look_who_answered(self, stream: httpcore.AsyncNetworkStream, host: str, port: int) -> None:
        peer = stream.get_extra_info("server_addr")
        address = read_ip(str(peer[0])) if peer else None
        try:
            if address is None:
                raise Refused("It is not known who answers there.", code="not_public")
            self._guard.judge_address(host.strip("[]").lower().rstrip("."), address, port)
        except Refused:
            await stream.aclose()
            raise

    async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        raise Refused(code="scheme")

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


class GuardedTransport(httpx.AsyncBaseTransport):
    """Judges every request, so also those that a client makes because it follows a redirect."""

    def __init__(
        self,
        guard: Guard,
        *,
        connections: int = 10,
        inner: httpcore.AsyncNetworkBackend | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._guard = guard
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=trust or _trust(), max_connections=connections, max_keepalive_connections=connections,
            keepalive_expiry=10.0, network_backend=GuardedNetwork(guard, inner),
        )  # fmt: skip

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._guard.judge(request.url)
        assert isinstance(request.stream, httpx.AsyncByteStream)
        asked = httpcore.Request(
            method=request.method, headers=request.headers.raw, content=request.stream, extensions=request.extensions,
            url=httpcore.URL(
                scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
            ),
        )  # fmt: skip
        with _explained():
            answer = await self._pool.handle_async_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, parts: Any) -> None:
        self._parts = parts

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _explained():
            async for part in self._parts:
                yield part

    async def aclose(self) -> None:
        await self._parts.aclose()


@contextlib.contextmanager
def _explained() -> Generator[None]:
    """The library below has its own errors, of the same names."""
    try:
        yield
    except Exception as error:
        kind = getattr(httpx, type(error).__name__, None) if type(error).__module__.startswith("httpcore") else None
        if kind is None:
            raise
        raise kind(str(error)) from error


@cache
def _trust() -> ssl.SSLContext:
    return httpx.create_ssl_context()
