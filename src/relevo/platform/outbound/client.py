"""A client for one purpose. Use it wherever an address comes from outside: it follows no redirects by itself and keeps no cookies.

    async with client("language_model", allow=settings.fetch_allow) as http:
        answer = await http.post(url, json=…)

Raises Refused where the address must not be asked; besides, what httpx raises.
"""

from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Literal

import httpx

from relevo import __version__
from relevo.platform.outbound.allow import Allowed
from relevo.platform.outbound.guard import Guard
from relevo.platform.outbound.transport import GuardedTransport

Purpose = Literal["knowledge", "language_model", "webhook"]

AGENT = "Relevo"  # by this name robots.txt speaks to us
_TIMEOUT = httpx.Timeout(20.0, connect=8.0, pool=8.0)


def client(
    purpose: Purpose,
    *,
    allow: str | None = None,
    guard: Guard | None = None,
    timeout: httpx.Timeout = _TIMEOUT,
    connections: int = 10,
) -> httpx.AsyncClient:
    """`allow` is RELEVO_FETCH_ALLOW; a `guard` of one's own is for tests."""
    return httpx.AsyncClient(
        transport=GuardedTransport(guard or Guard(Allowed.parse(allow or "")), connections=connections),
        headers={"User-Agent": f"{AGENT}/{__version__} ({purpose})", "Accept-Encoding": "gzip, deflate"},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        timeout=timeout,
        follow_redirects=False,
        trust_env=False,
    )
