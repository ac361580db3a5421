"""The shop's page, which carries the widget by its one script tag as any customer's site would."""

import tomllib
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from fastapi import APIRouter
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from relevo.kit.errors import NotFound
from relevo.workspaces.types import Locale

PAGE = Path(__file__).parent / "page"
# As strict as a careful shop would be: the widget needs no more than its own address.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws: wss:; "
    "media-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_KINDS = {".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript"}


def router(widget_key: str) -> APIRouter:
    routes = APIRouter(include_in_schema=False)

    @routes.get("/shop")
    @routes.get("/shop/")
    async def shop() -> Response:
        return RedirectResponse("/shop/es")

    @routes.get("/shop/assets/{name}")
    async def asset(name: str) -> Response:
        file = PAGE / name
        if file.suffix not in _KINDS or file.parent != PAGE or not file.is_file():
            raise NotFound
        return FileResponse(file, media_type=_KINDS[file.suffix], headers={"Cache-Control": "no-cache"})

    @routes.get("/shop/{locale}")
    async def page(locale: Locale) -> Response:
        content = page_in(locale).replace("WIDGET-KEY", escape(widget_key))
        return HTMLResponse(content, headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"})

    return routes


@cache
def page_in(locale: str) -> str:
    """The page in one language, but for the key."""
    texts: dict[str, Any] = tomllib.loads((PAGE / f"{locale}.toml").read_text("utf-8"))
    product = Template((PAGE / "product.html").read_text("utf-8"))
    products = "".join(product.substitute(_escaped(texts, item)) for item in texts.pop("products"))
    whole = Template((PAGE / "shop.html").read_text("utf-8"))
    return whole.substitute(_escaped(texts), products=products, locale=locale)


def _escaped(*texts: dict[str, Any]) -> dict[str, str]:
    return {name: escape(value) for group in texts for name, value in group.items() if isinstance(value, str)}
