"""One reader's request to a help centre: whose it is, in which language, what is on its shelves now."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from urllib.parse import quote

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from relevo.help_centre import queries
from relevo.help_centre.library import Card, Category, Library, Shelf, library_of
from relevo.help_centre.render import HEADERS, render, stamp
from relevo.help_centre.types import Centre
from relevo.help_centre.words import Words, words_of
from relevo.kit.clock import now
from relevo.kit.errors import NotFound
from relevo.platform.http import platform_of


@dataclass(frozen=True)
class Visit:
    request: Request
    centre: Centre
    library: Library
    locale: str
    at: datetime

    @cached_property
    def words(self) -> Words:
        return words_of(self.locale)

    @cached_property
    def shelf(self) -> Shelf:
        return self.library.shelf(self.locale, at=self.at)

    @property
    def other_locale(self) -> str | None:
        return next((locale for locale in self.centre.look.locales if locale != self.locale), None)

    @cached_property
    def base(self) -> str:
        """How readers reach this server."""
        if self.centre.look.domain:
            return f"https://{self.centre.look.domain}"
        return (platform_of(self.request).settings.public_url or str(self.request.base_url)).rstrip("/")

    def home(self, locale: str | None = None) -> str:
        return f"/help/{self.centre.slug}/{locale or self.locale}/"

    def article(self, card: Card) -> str:
        return f"{self.home(card.locale)}a/{card.slug}"

    def category(self, category: Category) -> str:
        return f"{self.home()}c/{category.slug}"

    def languages(self, card: Card) -> list[tuple[str, str]]:
        """The article's path in each of its languages, itself included; empty where there is but one."""
        others = [
            (locale, self.article(translation))
            for locale in self.centre.look.locales
            if locale != card.locale and (translation := self.library.translation(card, locale, at=self.at))
        ]
        return [(card.locale, self.article(card)), *others] if others else []

    def tag(self, *parts: str) -> str:
        """What the answer depends on, as its ETag."""
        whole = (
            stamp(), str(self.centre.version), self.centre.updated_at.isoformat(), self.library.boundary(self.at), self.base,
            self.centre.company, self.centre.widget_key or "", self.locale, self.request.url.path, *parts,
        )  # fmt: skip
        return f'W/"{sha256(chr(31).join(whole).encode()).hexdigest()[:24]}"'


@asynccontextmanager
async def visiting(request: Request, slug: str, locale: str) -> AsyncGenerator[tuple[Visit, AsyncSession]]:
    """Raises NotFound where there is no help centre, or not in this language."""
    platform = platform_of(request)
    workspace_id = await queries.workspace_of(platform, slug)
    async with platform.db.transaction(workspace_id) as session:
        centre = await queries.get_open(session, slug)
        if locale not in centre.look.locales:
            raise NotFound
        yield Visit(request, centre, await library_of(session, centre), locale, now()), session


def is_known(request: Request, tag: str) -> bool:
    """Whether the reader has this very page already."""
    known = request.headers.get("if-none-match", "")
    return tag in (part.strip() for part in known.split(","))


def unchanged(tag: str) -> Response:
    return Response(status_code=304, headers={**HEADERS, "ETag": tag})


def page(
    visit: Visit,
    template: str,
    *,
    status: int = 200,
    tag: str | None = None,
    canonical: str | None = None,
    other: str | None = None,
    **values: object,
) -> Response:
    """`canonical` is None for pages that are not for search engines; `other` is the same page in the other language."""
    html = render(
        template, visit=visit, words=visit.words, centre=visit.centre, locale=visit.locale,
        canonical=visit.base + quote(canonical, safe="/") if canonical else None, other=other, **values,
    )  # fmt: skip
    headers = {**HEADERS, "ETag": tag} if tag else {**HEADERS, "Cache-Control": "no-store"}
    return HTMLResponse(html, status, headers)
