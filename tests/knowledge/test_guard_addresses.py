"""Addresses that lead into a network of ours are refused, however they are written."""

from ipaddress import IPv4Address, IPv6Address

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relevo.kit.errors import RelevoError, SetupError
from relevo.platform.outbound.addresses import is_odd_number, is_public, read_ip
from relevo.platform.outbound.allow import Allowed
from relevo.platform.outbound.guard import Guard, read_url
from relevo.platform.outbound.refused import Refused

GUARD = Guard()

WRITTEN = [
    ("http://127.1/", "host"),
    ("http://0x7f.1/", "host"),
    ("http://0x7f000001/", "host"),
    ("http://2130706433/", "host"),
    ("http://0177.0.0.1/", "host"),
    ("http://127.0.0.0x1", "host"),
    ("http://127.0.0.1/", "not_public"),
    ("http://127.0.0.1./", "not_public"),
    ("http://0.0.0.0/", "not_public"),
    ("http://169.254.169.254/latest/meta-data/", "not_public"),
    ("http://168.63.129.16/", "not_public"),
    ("http://100.100.100.200/", "not_public"),
    ("http://[::1]/", "not_public"),
    ("http://[::]/", "not_public"),
    ("http://[::ffff:10.0.0.1]/", "not_public"),
    ("http://[::ffff:7f00:1]/", "not_public"),
    ("http://[::127.0.0.1]/", "not_public"),
    ("http://[64:ff9b::7f00:1]/", "not_public"),
    ("http://[64:ff9b:1::7f00:1]/", "not_public"),
    ("http://[2002:7f00:1::]/", "not_public"),
    ("http://[2001:0:7f00:1::]/", "not_public"),
    ("http://[fd00:ec2::254]/", "not_public"),
    ("http://[fe80::1]/", "not_public"),
    ("http://[ff02::1]/", "not_public"),
    ("file:///etc/passwd", "scheme"),
    ("gopher://example.com/", "scheme"),
    ("ftp://example.com/", "scheme"),
    ("javascript:alert(1)", "scheme"),
    ("//example.com/", "scheme"),
    ("http://example.com@10.0.0.1/", "credentials"),
    ("http://a:b@example.com/", "credentials"),
    ("http://example.com:25/", "port"),
    ("http://example.com:22/", "port"),
    ("https://example.com:6379/", "port"),
    ("http://", "host"),
    ("http://example..com/", "host"),
    ("http://exa mple.com/", "host"),
    ("http://example.com\\@10.0.0.1/", "host"),
    ("http://example.com\r\nHost: x/", "host"),
    ("http://[::1%25eth0]/", "not_public"),
]


@pytest.mark.parametrize(("address", "why"), WRITTEN)
def test_an_address_that_must_not_be_asked_is_refused_as_written(address: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        GUARD.judge(read_url(address))
    assert refused.value.stable_code == why


@pytest.mark.parametrize(
    "address", ["http://１２７.０.０.１/", "http://①②⑦.0.0.1/", "http://127。0。0。1/", "http://lоcalhost/"]
)
def test_letters_of_other_scripts_do_not_make_it_another_address(address: str) -> None:
    """Either it is refused as written, or the name that is looked up is another one than it looks like."""
    try:
        target = GUARD.judge(read_url(address))
    except Refused:
        return
    assert target.host.startswith("xn--")


@pytest.mark.parametrize(
    "address",
    ["https://example.com/ayuda?x=1", "http://93.184.216.34/", "http://[2606:2800:220:1::1]/", "https://España.es/", "https://example.com./"],
)  # fmt: skip
def test_the_public_web_may_be_asked(address: str) -> None:
    assert GUARD.judge(read_url(address)).host.isascii()


@given(st.integers(0, 2**32 - 1))
def test_an_address_is_judged_alike_in_all_its_forms(number: int) -> None:
    plain = IPv4Address(number)
    mapped = IPv6Address((0xFFFF << 32) | number)
    translated = IPv6Address((0x0064FF9B << 96) | number)
    assert is_public(mapped) == is_public(plain)
    assert is_public(translated) == is_public(plain)
    assert not (is_public(plain) and (plain.is_private or plain.is_loopback or plain.is_multicast or plain.is_reserved))
    assert not is_public(IPv6Address((0x2002 << 112) | (number << 80))), "6to4"
    assert not is_public(IPv6Address(number)), "compatible"


@given(st.integers(0, 2**32 - 1))
def test_no_number_passes_as_the_name_of_a_host(number: int) -> None:
    for text in (str(number), hex(number), f"0{number:o}", f"{number >> 24}.{number & 0xFFFFFF}"):
        assert is_odd_number(text) or isinstance(read_ip(text), IPv4Address)


@given(st.text(max_size=60) | st.from_regex(r"https?://[^\s]{1,40}", fullmatch=True))
def test_whatever_is_written_is_judged_or_refused(text: str) -> None:
    try:
        target = GUARD.judge(read_url(text))
    except Refused:
        return
    assert target.port in (80, 443)
    assert not (address := read_ip(target.host)) or is_public(address)
    assert httpx.URL(text).raw_host.decode().strip("[]").rstrip(".").lower() == target.host


@pytest.mark.parametrize(
    ("allow", "host", "address", "port", "may"),
    [
        ("wiki.internal", "wiki.internal", "10.0.0.5", 80, True),
        ("wiki.internal", "wiki.internal", "10.0.0.5", 8080, False),
        ("wiki.internal:8080", "wiki.internal", "10.0.0.5", 8080, True),
        ("wiki.internal:8080", "other.internal", "10.0.0.5", 8080, False),
        ("10.1.0.0/16", "any.example", "10.1.2.3", 443, True),
        ("10.1.0.0/16", "any.example", "10.2.2.3", 443, False),
        ("10.1.0.0/16", "any.example", "10.1.2.3", 6379, False),
        ("10.1.0.0/16:*, localhost:11434", "any.example", "10.1.2.3", 6379, True),
        ("[fd00::/8]:443", "any.example", "fd00::1", 443, True),
        ("10.1.0.0/16:8080", "public.example", "93.184.216.34", 8080, False),
    ],
)
async def test_whoever_runs_it_may_name_internal_places(
    allow: str, host: str, address: str, port: int, *, may: bool
) -> None:
    async def resolve(_host: str, _port: int) -> list[str]:
        return [address]

    guard = Guard(Allowed.parse(allow), resolve)
    try:
        guard.judge(read_url(f"http://{host}:{port}/"))
        assert [str(one) for one in await guard.addresses(host, port)] == [address]
    except RelevoError:
        assert not may
    else:
        assert may


@pytest.mark.parametrize("text", ["a b c:x", "10.0.0.0/99", "http://x", "x:99999999"])
def test_an_entry_that_is_none_is_named(text: str) -> None:
    with pytest.raises(SetupError):
        Allowed.parse(text)


async def test_a_name_that_is_internal_in_one_of_its_addresses_is_not_asked_at_all() -> None:
    async def resolve(_host: str, _port: int) -> list[str]:
        return ["93.184.216.34", "127.0.0.1"]

    with pytest.raises(Refused):
        await Guard(resolve=resolve).addresses("127.0.0.1.nip.io", 80)
