"""What a site asks of programs that read it (robots.txt, RFC 9309): the group that names us, or the one for all; the longest rule wins."""

import re
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

import httpx

from relevo.platform.outbound.client import AGENT
from relevo.platform.outbound.fetch import Budget, fetch
from relevo.platform.outbound.refused import FetchFailed

_BUDGET = Budget(bytes=500 * 1024, seconds=10.0)
_MOST_RULES = 2_000
_LONGEST_PAUSE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Robots:
    rules: tuple[tuple[bool, str], ...] = ()  # whether it allows, and what
    pause_seconds: float = 0.0
    sitemaps: tuple[str, ...] = ()

    def allow(self, address: str) -> bool:
        parts = urlsplit(address)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{parts.query}" if parts.query else "")
        matching = [(len(pattern), allows) for allows, pattern in self.rules if _fits(pattern, path)]
        return max(matching)[1] if matching else True


EVERYTHING = Robots()
NOTHING = Robots(rules=((False, "/"),))


async def robots_of(http: httpx.AsyncClient, address: str) -> Robots:
    """Of the site of `address`. A site that has none allows everything; one that cannot say so just now, nothing.

    Raises Refused, and FetchFailed where the site is not to be reached at all.
    """
    parts = urlsplit(address)
    try:
        page = await fetch(http, f"{parts.scheme}://{parts.netloc}/robots.txt", budget=_BUDGET)
    except FetchFailed as error:
        if error.stable_code in ("no_address", "no_connection"):
            raise  # it is not its rules that keep us out
        return NOTHING
    if page.status >= 500 or page.status == 429:
        return NOTHING
    return read_robots(page.body.decode("utf-8", "replace")) if page.status == 200 else EVERYTHING


@dataclass(slots=True)
class _Group:
    agents: list[str] = field(default_factory=list[str])
    rules: list[tuple[bool, str]] = field(default_factory=list[tuple[bool, str]])
    pause_seconds: float = 0.0
    is_open: bool = True


def read_robots(text: str) -> Robots:
    groups: list[_Group] = []
    sitemaps: list[str] = []
    for line in text.lstrip("\ufeff").splitlines():
        name, _, value = line.split("#", 1)[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if name == "user-agent":
            if not groups or not groups[-1].is_open:
                groups.append(_Group())
            groups[-1].agents.append(value.lower())
        elif name == "sitemap" and value:
            sitemaps.append(value)
        elif groups and name in ("allow", "disallow", "crawl-delay"):
            groups[-1].is_open = False
            _take_rule(groups[-1], name, value)
    ours = [g for g in groups if AGENT.lower() in g.agents] or [g for g in groups if "*" in g.agents]
    rules = [rule for group in ours for rule in group.rules][:_MOST_RULES]
    return Robots(tuple(rules), max((g.pause_seconds for g in ours), default=0.0), tuple(sitemaps[:50]))


def _take_rule(group: _Group, name: str, value: str) -> None:
    if name == "crawl-delay":
        seconds = float(value) if re.fullmatch(r"\d{1,4}(\.\d+)?", value) else 0.0
        group.pause_seconds = min(_LONGEST_PAUSE_SECONDS, seconds)
    elif value and len(value) <= 500:
        group.rules.append((name == "allow", value))


def _fits(pattern: str, path: str) -> bool:
    """`*` stands for anything, `$` at the end for the end. Piece by piece, so that no pattern makes it slow."""
    is_anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for index, piece in enumerate(others):
        if is_anchored and index == len(others) - 1:
            return path.endswith(piece) and len(path) - len(piece) >= at
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not is_anchored or at == len(path)
