"""Pages are fetched within limits, and no hop leads into a network of ours. Real servers, names that a test decides on."""

import asyncio
import gzip
import time
from collections.abc import AsyncIterator
from typing import Any

import httpcore
import httpx
import pytest

from relevo.platform.outbound.client import client
from relevo.platform.outbound.fetch import Budget, Page, fetch
from relevo.platform.outbound.guard import Guard
from relevo.platform.outbound.refused import FetchFailed, Refused
from relevo.platform.outbound.robots import read_robots, robots_of
from relevo.platform.outbound.transport import GuardedTransport
from tests.knowledge.sites import Site, answer, guard_for, leads_to, resolver

SMALL = Budget(bytes=100_000, seconds=2.0)


async def get(site: Site, path: str, *, guard: Guard | None = None, budget: Budget = SMALL) -> Page:
    async with client("knowledge", guard=guard or guard_for(site)) as http:
        return await fetch(http, site.url + path, budget=budget)


async def test_a_page_is_fetched_with_its_name_and_without_cookies() -> None:
    first = answer("<p>Hola", Set_Cookie="who=you", ETag='"1"', Last_Modified="Sat, 21 Nov 2026 10:00:00 GMT")
    with Site({"/": first, "/moved": leads_to("/")}) as site:
        async with client("knowledge", guard=guard_for(site)) as http:
            await fetch(http, site.url + "/")
            found = await fetch(http, site.url + "/moved")
    assert (found.status, found.body, found.address, found.etag) == (200, b"<p>Hola", f"{site.url}/", '"1"')
    assert all("cookie" not in headers for headers in site.headers)
    assert site.headers[0]["host"] == f"shop.test:{site.port}"
    assert site.headers[0]["user-agent"].startswith("Relevo/")


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
@pytest.mark.parametrize("inside", ["http://127.0.0.1:{port}/", "http://inside.test:{port}/", "http://0x7f.1:{port}/", "file:///etc/passwd",
                                    "gopher://inside.test/", "http://[::ffff:127.0.0.1]:{port}/", "//inside.test:{port}/"])  # fmt: skip
async def test_no_redirect_leads_inside(status: str, inside: str) -> None:
    with Site({"/": answer("secret")}) as internal:
        with Site({"/out": leads_to(inside.format(port=internal.port), status=status)}) as site, pytest.raises(Refused):
            await get(site, "/out", guard=guard_for(site, inside_test="127.0.0.1"))
        assert internal.asked == []


async def test_redirects_that_never_end_end() -> None:
    with Site({"/": leads_to("/")}) as site, pytest.raises(FetchFailed) as failed:
        await get(site, "/")
    assert failed.value.stable_code == "redirects"
    assert len(site.asked) == 6


async def test_a_page_that_refreshes_itself_elsewhere_is_just_a_page() -> None:
    text = '<meta http-equiv="refresh" content="0;url=http://127.0.0.1/"><script>location="http://127.0.0.1/"</script>'
    with Site({"/": answer(text)}) as site:
        assert (await get(site, "/")).body.decode() == text
        assert site.asked == ["/"]


async def test_a_name_that_means_something_else_when_it_is_asked_again_is_refused() -> None:
    """DNS with a lifetime of nothing: public when it was looked at, internal a moment later."""
    answers = iter(["93.184.216.34", "127.0.0.1"])

    async def resolve(_host: str, _port: int) -> list[str]:
        return [next(answers)]

    guard = Guard(resolve=resolve)
    assert [str(a) for a in await guard.addresses("rebinding.test", 80)] == ["93.184.216.34"]
    async with client("knowledge", guard=guard) as http:
        with pytest.raises(Refused):
            await fetch(http, "http://rebinding.test/")


async def test_it_is_connected_to_the_address_that_was_judged_and_to_no_name() -> None:
    inner = Elsewhere()
    http = httpx.AsyncClient(transport=GuardedTransport(Guard(resolve=resolver(a_test="93.184.216.34")), inner=inner))
    with pytest.raises(Refused):
        await fetch(http, "http://a.test/")
    assert inner.connected == ["93.184.216.34"]
    assert inner.closed == 1


class Elsewhere(httpcore.AsyncNetworkBackend):
    """A network in which another one answers than the one that was asked."""

    def __init__(self) -> None:
        self.connected: list[str] = []
        self.closed = 0

    async def connect_tcp(self, host: str, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        self.connected.append(host)
        return AnsweredBy(self)


class AnsweredBy(httpcore.AsyncMockStream):
    def __init__(self, network: Elsewhere) -> None:
        super().__init__([b"HTTP/1.1 200 OK\r\n\r\nsecret"])
        self._network = network

    def get_extra_info(self, info: str) -> Any:
        return ("10.0.0.7", 80) if info == "server_addr" else None

    async def aclose(self) -> None:
        self._network.closed += 1


async def test_a_page_without_end_is_cut_and_marked() -> None:
    async def endless(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            writer.write(b"x" * 65_536)
            await writer.drain()

    with Site({"/": endless}) as site:
        found = await get(site, "/")
    assert (len(found.body), found.is_whole) == (100_000, False)


async def test_a_bomb_is_unpacked_only_as_far_as_it_may_go() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    with Site({"/": answer(bomb, Content_Encoding="gzip"), "/odd": answer(b"x", Content_Encoding="br")}) as site:
        found = await get(site, "/")
        assert (len(found.body), found.is_whole) == (100_000, False)
        with pytest.raises(FetchFailed):
            await get(site, "/odd")


async def test_a_packed_page_is_unpacked() -> None:
    with Site({"/": answer(gzip.compress(b"<p>Hola"), Content_Encoding="gzip")}) as site:
        found = await get(site, "/")
    assert (found.body, found.is_whole) == (b"<p>Hola", True)


async def test_who_drips_is_cut_off_in_time() -> None:
    async def drip(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    async def silent(_: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    with Site({"/": drip, "/silent": silent}) as site:
        began = time.monotonic()
        found = await get(site, "/", budget=Budget(seconds=0.4))
        assert (found.is_whole, time.monotonic() - began < 2) == (False, True)
        with pytest.raises(FetchFailed) as failed:
            await get(site, "/silent", budget=Budget(seconds=0.4))
    assert failed.value.stable_code == "slow"


@pytest.mark.parametrize("reply", [b"hello\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", b"", b"\0" * 100])
async def test_a_server_that_speaks_something_else_is_said_to(reply: bytes) -> None:
    with Site({"/": reply}) as site, pytest.raises(FetchFailed):
        await get(site, "/")


async def test_a_client_for_models_streams_and_refuses_alike() -> None:
    async def parts(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
        for number in range(3):
            writer.write(b"data: %d\n" % number)
            await writer.drain()
            await asyncio.sleep(0.05)

    with Site({"/v1": parts, "/away": leads_to("http://127.0.0.1/")}) as site:
        async with client("language_model", guard=guard_for(site)) as http:
            async with http.stream("POST", site.url + "/v1", json={"a": 1}) as streamed:
                lines = [line async for line in streamed.aiter_lines()]
            assert (await http.get(site.url + "/away")).status_code == 302, "redirects are not followed"
            with pytest.raises(Refused):
                await http.get(f"http://127.0.0.1:{site.port}/v1")
    assert lines == ["data: 0", "data: 1", "data: 2"]


ROBOTS = """
User-agent: *
Disallow: /

User-agent: Other
User-agent: relevo
Disallow: /private
Allow: /private/help$
Disallow: /*.pdf$
Crawl-delay: 2
Sitemap: https://shop.test/map.xml
"""


@pytest.mark.parametrize(
    ("path", "may"),
    [("/", True), ("/private", False), ("/private/x", False), ("/private/help", True), ("/private/help/x", False), ("/a/b.pdf", False),
     ("/a/b.pdf?x", True)],
)  # fmt: skip
def test_what_a_site_asks_for_is_honoured(path: str, *, may: bool) -> None:
    robots = read_robots(ROBOTS)
    assert robots.allow(f"https://shop.test{path}") is may
    assert (robots.pause_seconds, robots.sitemaps) == (2.0, ("https://shop.test/map.xml",))


def test_rules_made_to_be_slow_are_not() -> None:
    began = time.monotonic()
    read_robots("User-agent: *\nDisallow: /" + "*a" * 240 + "b").allow("https://x/" + "a" * 2_000)
    assert time.monotonic() - began < 0.2


@pytest.mark.parametrize(("status", "may"), [("404 Not Found", True), ("403 Forbidden", True), ("500 Oops", False)])
async def test_a_site_that_has_no_rules_allows_and_one_that_cannot_say_does_not(status: str, *, may: bool) -> None:
    with Site({"/robots.txt": answer("", status=status)}) as site:
        async with client("knowledge", guard=guard_for(site)) as http:
            assert (await robots_of(http, site.url + "/x")).allow(site.url + "/x") is may


@pytest.fixture(autouse=True)
async def _no_tasks_left() -> AsyncIterator[None]:
    yield
    await asyncio.sleep(0)
