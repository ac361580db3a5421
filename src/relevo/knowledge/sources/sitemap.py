"""The pages that a site map names, and the maps that it names in turn; packed or plain, as XML or as lines."""

import time
import zlib
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from relevo.knowledge.reading.types import Unreadable
from relevo.knowledge.sources.pages import Fetcher, name_of
from relevo.knowledge.sources.types import MOST_PAGES, Planned
from relevo.platform.outbound.fetch import Budget, Page
from relevo.platform.outbound.refused import FetchFailed, Refused

_BUDGET = Budget(bytes=12 * 1024 * 1024, seconds=30.0)
_LARGEST = 50 * 1024 * 1024
_DEEPEST = 3
_MOST_MAPS = 60
_LONGEST_SECONDS = 120.0  # for all maps together; the lease lasts longer


@dataclass(frozen=True, slots=True)
class Map:
    pages: tuple[str, ...]
    maps: tuple[str, ...]


def is_sitemap(content: bytes) -> bool:
    """Whether it begins like one."""
    try:
        head = _unpacked(content, most=4_096)[:4_096].lower()
    except Unreadable:
        return False
    return b"<urlset" in head or b"<sitemapindex" in head


def read_sitemap(content: bytes, address: str) -> Map:
    """Raises Unreadable."""
    text = _unpacked(content, most=_LARGEST)
    if text.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return _from_xml(text, address)
    lines = [line.strip() for line in text.decode("utf-8", "replace").splitlines()]
    pages = [line for line in lines if line.startswith(("http://", "https://"))]
    if not pages:
        raise Unreadable("It is no site map.", code="no_sitemap")
    return Map(tuple(pages), ())


async def pages_of(fetcher: Fetcher, address: str) -> tuple[list[Planned], int]:
    """What there is to visit, and how much more there would be. Raises Unreadable, FetchFailed, Refused for the first map."""
    found: dict[str, Planned] = {}
    more = 0
    until = time.monotonic() + _LONGEST_SECONDS
    waiting, seen = [(address, 1)], {address}
    while waiting and len(seen) <= _MOST_MAPS and time.monotonic() < until:
        at, depth = waiting.pop(0)
        site_map = await _read_or_none(fetcher, at) if at != address else await _read(fetcher, at)
        if site_map is None:
            continue
        for page in site_map.pages:
            if same_site(page, address) and name_of(page) not in found:
                more += len(found) >= MOST_PAGES
                if len(found) < MOST_PAGES:
                    found[name_of(page)] = Planned(name_of(page), page)
        if depth < _DEEPEST:
            further = [one for one in site_map.maps if one not in seen and same_site(one, address)]
            seen.update(further)
            waiting += [(one, depth + 1) for one in further]
    return list(found.values()), more


async def _read_or_none(fetcher: Fetcher, address: str) -> Map | None:
    """A map in a map may be wrong without the others being so."""
    try:
        return await _read(fetcher, address)
    except (Unreadable, FetchFailed, Refused):
        return None


async def _read(fetcher: Fetcher, address: str) -> Map:
    page: Page = await fetcher.get(address, budget=_BUDGET)
    if page.status != 200:
        raise Unreadable("The site answered with an error.", code="http_status", value=str(page.status))
    return read_sitemap(page.body, page.address)


def same_site(address: str, other: str) -> bool:
    """The same host; with or without www."""
    return _site(address) == _site(other)


def _site(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _from_xml(text: bytes, address: str) -> Map:
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise Unreadable("It is no site map.", code="no_sitemap") from error
    kind = root.tag.rpartition("}")[2]
    places = [part.text for entry in root for part in entry if part.tag.rpartition("}")[2] == "loc" and part.text]
    found = [urljoin(address, place.strip()) for place in places]
    if kind == "sitemapindex":
        return Map((), tuple(found))
    if kind == "urlset":
        return Map(tuple(found), ())
    raise Unreadable("It is no site map.", code="no_sitemap")


def _unpacked(content: bytes, *, most: int) -> bytes:
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        text = unpacker.decompress(content, most)
    except zlib.error as error:
        raise Unreadable("It is damaged.", code="broken") from error
    if len(text) >= most and most == _LARGEST:
        raise Unreadable("It unpacks to too much.", code="too_big_inside")
    return text
