"""Addresses of computers, version 4 and 6; four numbers that are called a version are none."""

import ipaddress
import re

from relevo.understanding.personal.scan import Scan
from relevo.understanding.types import Span

_V4 = re.compile(r"(?<![\w.,/:-])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|[.,-]\d)")
_V6 = re.compile(r"(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])")
_VERSION = re.compile(
    r"(?:\b(?:version|versiones|ver|v|release|firmware|build|software|app|actualizacion|update|driver|parche|patch|articulo|seccion|section"
    r"|modelo|model|norma)\b\W*(?:\w+\W+){0,3}?)$"
)
_NEAR = 32


def find_ips(scan: Scan) -> list[Span]:
    text = scan.folded
    found: list[Span] = []
    if "." in text:
        for match in _V4.finditer(text):
            before = text[max(0, match.start() - _NEAR) : match.start()]
            if all(int(part) < 256 for part in match[0].split(".")) and not _VERSION.search(before):
                found.append(Span(match.start(), match.end(), "ip"))
    if ":" in text:
        found += [Span(match.start(), match.end(), "ip") for match in _V6.finditer(text) if _is_v6(match[0])]
    return found


def _is_v6(text: str) -> bool:
    if sum(c != ":" for c in text) < 4:
        return False
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return True
