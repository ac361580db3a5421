"""Exceptions that whoever runs the installation makes, for pages of an intranet or a model on the same network.

`RELEVO_FETCH_ALLOW` is a list: `wiki.internal`, `wiki.internal:8080`, `10.1.0.0/16`, `10.1.0.0/16:8080`, `[fd00::/8]:443`, and `:*` for any
port. Without a port, 80 and 443 are meant.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network

from relevo.kit.errors import SetupError
from relevo.platform.outbound.addresses import Ip

USUAL_PORTS = frozenset({80, 443})
_ENTRY = re.compile(r"^(?:\[(?P<six>[0-9a-fA-F:./]+)\]|(?P<host>[^\s:\[\]]+))(?::(?P<port>\d{1,5}|\*))?$")


@dataclass(frozen=True, slots=True)
class Exemption:
    host: str
    network: IPv4Network | IPv6Network | None
    ports: frozenset[int] | None  # None: any

    def opens(self, port: int) -> bool:
        return self.ports is None or port in self.ports


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be asked besides the public Internet."""

    entries: tuple[Exemption, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Allowed":
        """Raises SetupError with the entry that is none."""
        return cls(tuple(_exemption(part) for part in re.split(r"[,\s]+", text) if part))

    def names(self, host: str, port: int) -> bool:
        return any(entry.host == host and entry.opens(port) for entry in self.entries)

    def covers(self, address: Ip, port: int) -> bool:
        return any(e.network is not None and e.opens(port) and _is_in(address, e.network) for e in self.entries)

    def may_use(self, host: str, port: int) -> bool:
        """Before it is known where the host is: whether this port can be right."""
        return port in USUAL_PORTS or any(
            entry.opens(port) and (entry.host == host or entry.network is not None) for entry in self.entries
        )


def _exemption(text: str) -> Exemption:
    match = _ENTRY.match(text)
    if match is None:
        raise SetupError(f"RELEVO_FETCH_ALLOW: {text!r} is no host, host:port or network.")
    port = match["port"]
    ports = USUAL_PORTS if port is None else None if port == "*" else frozenset({int(port)})
    where = (match["six"] or match["host"]).lower().rstrip(".")
    try:
        return Exemption("", ip_network(where), ports)
    except ValueError:
        if "/" in where:
            raise SetupError(f"RELEVO_FETCH_ALLOW: {text!r} is no network.") from None
        return Exemption(where, None, ports)


def _is_in(address: Ip, network: IPv4Network | IPv6Network) -> bool:
    return address.version == network.version and address in network
