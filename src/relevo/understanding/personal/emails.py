"""E-mail addresses, also as people say them: "ana punto garcia arroba example punto com"."""

import re

from relevo.understanding.personal.scan import Scan
from relevo.understanding.tokens import word_set
from relevo.understanding.types import Span

_LOCAL = re.compile(r"[\w.+%'&-]{1,64} ?$")
_DOMAIN = re.compile(r" ?((?:[^\W_](?:[\w-]{0,62})\.){1,6}[^\W\d_]{2,24})(?![\w@])")
_MISTYPED = re.compile(
    r"(?:gmail|hotmail|outlook|yahoo|icloud|live|protonmail)(?:[.,](?:com|es|mx|net|org)(?:\.\w{2})?)?(?![\w@])"
    r"|[\w-]{2,40},(?:com|es|mx|net|org)(?![\w@])"
)
_SAID_AT = re.compile(r"[(\[{]\s?(?:at|arroba)\s?[)\]}]|\barroba\b|(?<=\s)at(?=\s)")
_BETWEEN = r"(?:\s+(?:punto|dot|guion bajo|guion|underscore|under score|dash|hyphen|barra baja|menos)\s+|\s*[\[(](?:dot|punto)[\])]\s*)"
_SAID_LOCAL = re.compile(
    rf"(?:(?<!\w)[\w.+-]{{1,40}}{_BETWEEN}){{0,6}}(?<![\w.])[\w.+-]{{1,40}}\s*$|(?:(?<!\w)\w\s){{3,30}}$"
)
_SAID_DOMAIN = re.compile(
    r"\s*((?:[a-z0-9-]{1,40}(?:\s*[\[(](?:dot|punto)[\])]\s*|\s+(?:punto|dot)\s+|\.)){1,4}[a-z]{2,10})\b"
    r"|\s*(gmail|hotmail|outlook|yahoo|icloud)\b"
)
_ENDINGS = word_set(
    "com es mx net org ar co cl pe uk us io edu gob gov info dev app eu cat gal fr de it pt example test"
)
_BACK = 90  # characters looked at before "arroba"
_NO_LOCAL = word_set("correo email mail es is a to me em arroba at mi my look looking us")


def find_emails(scan: Scan) -> list[Span]:
    found = _typed(scan)
    if "arroba" in scan.folded or "at" in scan.folded:
        found += _said(scan)
    return found


def _typed(scan: Scan) -> list[Span]:
    text = scan.folded
    found: list[Span] = []
    last, at = -1, text.find("@")
    while at >= 0:
        local = _LOCAL.search(text, max(last + 1, at - 65), at)
        domain = _DOMAIN.match(text, at + 1)
        mistyped = None if domain else _MISTYPED.match(text, at + 1)
        if local and (domain or mistyped):
            start = local.start() + len(local[0]) - len(local[0].lstrip(".'&-"))
            end = domain.end(1) if domain else mistyped.end() if mistyped else at
            if start < at and _joined(local[0], domain):
                found.append(Span(start, end, "email"))
        last, at = at, text.find("@", at + 1)
    return found


def _joined(local: str, domain: re.Match[str] | None) -> bool:
    """Spaces around the sign are a slip, but only before what is an address for sure."""
    if not local.endswith(" ") and not (domain and domain[0].startswith(" ")):
        return True
    return domain is not None and domain[1].rsplit(".", 1)[-1] in _ENDINGS


def _said(scan: Scan) -> list[Span]:
    text = scan.folded
    found: list[Span] = []
    for at in _SAID_AT.finditer(text):
        domain = _SAID_DOMAIN.match(text, at.end())
        if not domain or (at[0] == "at" and domain[2]):
            continue
        if domain[1] and re.split(r"\W+", domain[1])[-1] not in _ENDINGS:
            continue
        if at[0] == "at" and domain[1] and " dot " not in domain[1] and "." not in domain[1]:
            continue
        local = _SAID_LOCAL.search(text, max(0, at.start() - _BACK), at.start())
        if local and not (at[0] == "at" and local[0].strip() in _NO_LOCAL):
            start = local.start() + len(local[0]) - len(local[0].lstrip())
            end = domain.end(1) if domain[1] else domain.end(2)
            found.append(Span(start, end, "email"))
    return found
