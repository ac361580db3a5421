"""Judges where a request goes: as written, as resolved, as connected."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import httpx

from relevo.platform.outbound.addresses import Ip, is_odd_number, is_public, read_ip
from relevo.platform.outbound.allow import Allowed
from relevo.platform.outbound.refused import FetchFailed, Refused

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]

LONGEST_ADDRESS = 2_048
_PORTS = {"http": 80, "https": 443}
_RESOLVE_SECONDS = 10.0
_MOST_ADDRESSES = 16


@dataclass(frozen=True, slots=True)
class Target:
    """What an address names. `host` is in ASCII and small letters, without brackets or a dot at its end."""

    scheme: str
    host: str
    port: int


def target_of(url: httpx.URL) -> Target:
    """Raises Refused for schemes other than http and https, names and passwords, hosts written as odd numbers."""
    if url.scheme not in _PORTS:
        raise Refused("Only http and https addresses are fetched.", code="scheme")
    if url.userinfo:
        raise Refused("The address carries a name or a password.", code="credentials")
    host = url.raw_host.decode("ascii").strip("[]").lower()
    if not host or ".." in host or is_odd_number(host):
        raise Refused("The host of the address is not written in its usual form.", code="host")
    return Target(url.scheme, host.rstrip("."), url.port or _PORTS[url.scheme])


def read_url(text: str) -> httpx.URL:
    """The one way an address is read: what was judged is what is asked. Raises Refused."""
    if len(text) > LONGEST_ADDRESS or any(c.isspace() or ord(c) < 0x21 or c in '\\<>"`{}|^' for c in text):
        raise Refused("The address contains characters that no address has.", code="host")
    try:
        url = httpx.URL(text)
        url.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError, TypeError) as error:
        raise Refused("This is no address of a page.", code="host") from error
    return url


async def system_resolve(host: str, port: int) -> Sequence[str]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(frozen=True, slots=True)
class Guard:
    allowed: Allowed = field(default_factory=Allowed)
    resolve: Resolve = system_resolve

    def judge(self, url: httpx.URL) -> Target:
        """As written. Raises Refused."""
        target = target_of(url)
        if not self.allowed.may_use(target.host, target.port):
            raise Refused(f"Port {target.port} is none of the Web's.", code="port")
        if address := read_ip(target.host):
            self.judge_address(target.host, address, target.port)
        return target

    def judge_address(self, host: str, address: Ip, port: int) -> None:
        """As resolved or connected. Raises Refused, without a word about which address it was."""
        if self.allowed.names(host, port) or self.allowed.covers(address, port):
            return
        if not is_public(address):
            raise Refused("The address leads into an internal network.", code="not_public")
        if port not in _PORTS.values():
            raise Refused(f"Port {port} is none of the Web's.", code="port")

    async def addresses(self, host: str, port: int) -> list[Ip]:
        """Where `host` is. One address that must not be asked is reason enough to ask none. Raises Refused, FetchFailed."""
        host = host.strip("[]").lower().rstrip(".")
        written = read_ip(host)
        found = [written] if written else await self._resolved(host, port)
        for address in found:
            self.judge_address(host, address, port)
        return found

    async def _resolved(self, host: str, port: int) -> list[Ip]:
        try:
            async with asyncio.timeout(_RESOLVE_SECONDS):
                names = await self.resolve(host, port)
        except (OSError, UnicodeError, TimeoutError) as error:
            raise FetchFailed(f"The name {host} leads nowhere.", code="no_address") from error
        found = [address for name in names[:_MOST_ADDRESSES] if (address := read_ip(name))]
        if not found or len(found) < len(names[:_MOST_ADDRESSES]):
            raise FetchFailed(f"The name {host} leads nowhere.", code="no_address")
        return found
