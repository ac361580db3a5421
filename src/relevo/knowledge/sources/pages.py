"""Web pages as a source reads them: politely, and only what may be read."""

import asyncio
import hashlib
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from relevo.knowledge.reading.types import LARGEST_BYTES, Remark, Unreadable
from relevo.knowledge.sources.types import Visited
from relevo.knowledge.taking import Origin, Outcome, Read, outcome_of, read_file
from relevo.platform.outbound.fetch import Budget, Page, fetch
from relevo.platform.outbound.guard import read_url
from relevo.platform.outbound.refused import FetchFailed, Refused
from relevo.platform.outbound.robots import EVERYTHING, Robots, robots_of

_PAGE = Budget(bytes=LARGEST_BYTES, seconds=25.0)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,30})", re.IGNORECASE)
_PAUSE_SECONDS = 0.1
_GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a page since the last visit; only where its articles still stand on that."""

    etag: str | None = None
    last_modified: str | None = None
    content_hash: str | None = None


@dataclass
class Fetcher:
    """For one run: remembers what sites ask for, and pauses between their pages."""

    http: httpx.AsyncClient
    own_site: bool = False
    pause_seconds: float = _PAUSE_SECONDS
    _robots: dict[str, Robots] = field(default_factory=dict[str, Robots])
    _next: dict[str, float] = field(default_factory=dict[str, float])

    async def get(self, address: str, *, budget: Budget = _PAGE, headers: dict[str, str] | None = None) -> Page:
        """Raises FetchFailed, Refused."""
        site = _site_of(address)
        await self._check(address)
        clock = asyncio.get_running_loop().time
        await asyncio.sleep(max(0.0, self._next.get(site, 0.0) - clock()))
        try:
            page = await fetch(self.http, address, budget=budget, headers=headers)
        finally:
            self._next[site] = clock() + max(self.pause_seconds, self._robots[site].pause_seconds)
        if page.address != address:
            await self._check(page.address)  # it led somewhere that may ask not to be read
        return page

    async def _check(self, address: str) -> None:
        site = _site_of(address)
        if site not in self._robots:
            self._robots[site] = EVERYTHING if self.own_site else await robots_of(self.http, address)
        if not self._robots[site].allow(address):
            raise Refused("The site asks for it not to be read.", code="robots")


def _site_of(address: str) -> str:
    parts = urlsplit(str(read_url(address)))
    return f"{parts.scheme}://{parts.netloc}"


async def visit_page(
    fetcher: Fetcher, address: str, name: str, *, known: Known, locale: str | None, only_site: str | None = None
) -> Visited:
    """Never raises for what a page may be."""
    headers = {"If-None-Match": known.etag} if known.etag else {}
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    try:
        page = await fetcher.get(address, headers=headers)
        return await _visited(page, name, known=known, locale=locale, only_site=only_site, own=fetcher.own_site)
    except (FetchFailed, Refused, Unreadable) as error:
        return Visited(outcome_of(error))


async def _visited(
    page: Page, name: str, *, known: Known, locale: str | None, only_site: str | None, own: bool
) -> Visited:
    if page.status == 304:
        return Visited(Outcome(True, "unchanged"), False, known.content_hash, known.etag, known.last_modified)
    if page.status in _GONE:
        return Visited(Outcome(False, "not_found", str(page.status)), is_missing=True)
    if page.status != 200:
        return Visited(Outcome(False, "http_status", str(page.status)))
    if only_site and host_of(page.address) != only_site:
        return Visited(Outcome(False, "other_site", page.address))
    fingerprint = hashlib.sha256(page.body).hexdigest()
    if fingerprint == known.content_hash:
        return Visited(Outcome(True, "unchanged"), False, fingerprint, page.etag, page.last_modified)
    charset = _CHARSET.search(page.content_type)
    origin = Origin(
        name, locale=locale or _said(page), url=page.address,
        source=page.address, content_type=page.content_type or "text/html", charset=charset[1] if charset else None,
    )  # fmt: skip
    found = await read_file(origin, page.body)
    if not own and _asks_not_to(page, found):
        return Visited(Outcome(False, "no_index"))
    if not page.is_whole:
        found = Read(found.documents, (*found.remarks, Remark("cut")))
    return Visited(found, False, fingerprint, page.etag, page.last_modified)


def _asks_not_to(page: Page, found: Read) -> bool:
    said = page.headers.get("x-robots-tag", "").lower().replace(" ", "").split(",")
    return "noindex" in said or "none" in said or found.remark("no_index") is not None


def _said(page: Page) -> str | None:
    language = page.headers.get("content-language", "")[:2].lower()
    return language if language in ("es", "en") else None


def host_of(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def name_of(address: str) -> str:
    """The stable name of a page: its address without what changes nothing."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    return f"{(parts.netloc or '').lower().removeprefix('www.')}{path}{query}"[:500]
