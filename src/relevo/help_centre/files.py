"""What pages of help centres load, what search engines ask for, and readers' opinions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from relevo.help_centre import queries
from relevo.help_centre.failures import language_of
from relevo.help_centre.pages import shown
from relevo.help_centre.render import ASSETS, asset, render
from relevo.help_centre.theme import stylesheet
from relevo.help_centre.visit import Visit, visiting
from relevo.kit.errors import Forbidden, NotFound
from relevo.knowledge.actions.readers import COMMENT_LIMIT, say_useful
from relevo.knowledge.tables import Article
from relevo.platform.http import platform_of
from relevo.platform.static import IMMUTABLE

router = APIRouter(include_in_schema=False)

_READS = ["GET", "HEAD"]
_MOST_ADDRESSES = 40_000  # of a site map; the format allows 50,000
_ROBOTS = "User-agent: *\nAllow: /help/\nDisallow: /help/*/search\nDisallow: /api/\nDisallow: /console/\n"


@dataclass(frozen=True, slots=True)
class Address:
    """A page in the site map, with the same page in other languages."""

    path: str
    at: datetime | None = None
    languages: tuple[tuple[str, str], ...] = ()


@router.api_route("/robots.txt", methods=_READS)
async def robots() -> Response:
    return PlainTextResponse(_ROBOTS, headers={"Cache-Control": "public, max-age=3600"})


@router.api_route("/help/assets/{name}", methods=_READS)
async def file(name: str) -> Response:
    """Named with a stamp of the looks, so that browsers may keep it."""
    content = asset(name)
    if content is None:
        raise NotFound
    return Response(content, headers={"Cache-Control": IMMUTABLE}, media_type=ASSETS[name])


@router.api_route("/help/{slug}/theme.css", methods=_READS)
async def theme(request: Request, slug: str) -> Response:
    """The company's colour; the address carries it too, so that browsers may keep it."""
    platform = platform_of(request)
    async with platform.db.transaction(await queries.workspace_of(platform, slug)) as session:
        centre = await queries.get_open(session, slug)
    return Response(stylesheet(centre.look.color), headers={"Cache-Control": IMMUTABLE}, media_type="text/css")


@router.api_route("/help/{slug}/sitemap.xml", methods=_READS)
async def site_map(request: Request, slug: str) -> Response:
    platform = platform_of(request)
    async with platform.db.transaction(await queries.workspace_of(platform, slug)) as session:
        locale = (await queries.get_open(session, slug)).look.locales[0]
    async with visiting(request, slug, locale) as (visit, _):
        pass
    content = render("sitemap.xml", visit=visit, pages=_addresses(visit)[:_MOST_ADDRESSES])
    return Response(content, headers={"Cache-Control": "public, max-age=300"}, media_type="application/xml")


@router.api_route("/help/{slug}", methods=_READS)
@router.api_route("/help/{slug}/", methods=_READS)
async def in_the_readers_language(request: Request, slug: str) -> Response:
    platform = platform_of(request)
    async with platform.db.transaction(await queries.workspace_of(platform, slug)) as session:
        locales = (await queries.get_open(session, slug)).look.locales
    headers = {"Vary": "Accept-Language", "Cache-Control": "no-cache"}
    return RedirectResponse(f"/help/{slug}/{language_of(request, locales)}/", 302, headers)


@router.post("/help/{slug}/{locale}/a/{article}/feedback")
@shown
async def say(
    request: Request,
    slug: str,
    locale: str,
    article: str,
    useful: Annotated[str, Form(pattern="^(yes|no)$")],
    comment: Annotated[str, Form(max_length=4 * COMMENT_LIMIT)] = "",
) -> Response:
    """A reader's opinion, by a plain form."""
    await platform_of(request).limits.hit("help.feedback", request.client.host if request.client else "")
    async with visiting(request, slug, locale) as (visit, session):
        _refuse_other_sites(request, visit)
        card = visit.shelf.by_slug.get(article)
        if card is None:
            raise NotFound
        found = await session.get_one(Article, card.id)
        await say_useful(session, found, useful=useful == "yes", comment=comment)
    return RedirectResponse(f"{visit.article(card)}?thanks=1#useful", 303)


def _refuse_other_sites(request: Request, visit: Visit) -> None:
    origin = request.headers.get("origin")
    ours = {request.headers.get("host", ""), urlsplit(visit.base).netloc}
    if origin is not None and urlsplit(origin).netloc not in ours:
        raise Forbidden("This request comes from another site.", code="wrong_origin")


def _addresses(visit: Visit) -> list[Address]:
    found: list[Address] = []
    for locale in visit.centre.look.locales:
        shelf = visit.library.shelf(locale, at=visit.at)
        found.append(Address(visit.home(locale)))
        found += [Address(f"{visit.home(locale)}c/{category.slug}") for category in shelf.categories]
        found += [Address(visit.article(card), card.updated_at, tuple(visit.languages(card))) for card in shelf.cards]
    return found
