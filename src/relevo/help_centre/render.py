"""Templates, the files they load, and the headers that pages are served with."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_HERE = Path(__file__).parent
ASSETS = {
    "help.css": "text/css; charset=utf-8",
    "help.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}

# Nothing comes from elsewhere but pictures; the chat needs no more than its own address.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data: blob:; font-src 'self'; "
    "connect-src 'self' ws: wss:; media-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {"Content-Security-Policy": POLICY, "X-Frame-Options": "DENY", "Cache-Control": "public, no-cache"}


def render(template: str, **values: Any) -> str:
    return _environment().get_template(template).render(stamp=stamp(), **values)


@cache
def stamp() -> str:
    """Another one whenever the looks of the pages changed."""
    files = sorted([*_HERE.glob("templates/*"), *_HERE.glob("assets/*"), *_HERE.glob("*.py"), *_HERE.glob("*.toml")])
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


@cache
def asset(name: str) -> bytes | None:
    return (_HERE / "assets" / name).read_bytes() if name in ASSETS else None


@cache
def _environment() -> Environment:
    # Everything is escaped, in the site map too.
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
