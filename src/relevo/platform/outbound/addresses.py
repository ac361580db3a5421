"""Which addresses are the public Internet's. Everything that leads back into a network of ours, by whatever notation, is not."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Ip = IPv4Address | IPv6Address

# What Python's own list leaves out or, by version, judges differently; the last is a cloud's way to its own machines.
_NOT_PUBLIC_4 = [
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32",
    )
]  # fmt: skip
_NAT64 = IPv6Network("64:ff9b::/96")
# Loopback, compatible and local translations, 6to4, Teredo and other tunnels, documentation, private, link, site, multicast.
_NOT_PUBLIC_6 = [
    IPv6Network(network)
    for network in (
        "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7",
        "fe80::/10", "fec0::/10", "ff00::/8",
    )
]  # fmt: skip
_ISATAP = (0x00005EFE, 0x02005EFE)


def is_public(address: Ip) -> bool:
    """Whether it belongs to the public Internet, also where it stands inside another address."""
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in network for network in _NOT_PUBLIC_4)
    if address.ipv4_mapped:
        return is_public(address.ipv4_mapped)
    if address.scope_id or any(address in network for network in _NOT_PUBLIC_6):
        return False
    inside = IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _NAT64 or (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        return is_public(inside)
    return address.is_global


def read_ip(text: str) -> Ip | None:
    """The address written in `text` in its one usual form; None where it is none."""
    try:
        return ip_address(text.strip("[]"))
    except ValueError:
        return None


def is_odd_number(host: str) -> bool:
    """A host that systems read as a number although it is not written as an address: 127.1, 0x7f.1, 2130706433, 0177.0.0.1."""
    last = host.rstrip(".").rsplit(".", 1)[-1].lower()
    is_number = last.isdigit() or (last.startswith("0x") and all(c in "0123456789abcdef" for c in last[2:]))
    return is_number and read_ip(host.rstrip(".")) is None
