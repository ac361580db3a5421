"""The public pages of help centres. They need no JavaScript, set no cookies and load nothing from elsewhere."""

import re
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from relevo.help_centre import failures, json_ld
from relevo.help_centre.article import Page, page_of
from relevo.help_centre.kept import kept_page
from relevo.help_centre.library import Card
from relevo.help_centre.reads import Reads
from relevo.help_centre.searching import read_query, results
from relevo.help_centre.visit import Visit, is_known, page, unchanged, visiting
from relevo.kit.errors import NotFound, RateLimited
from relevo.kit.folding import fold
from relevo.knowledge.tables import Article
from relevo.platform.http import platform_of

router = APIRouter(prefix="/help", include_in_schema=False)

_READS = ["GET", "HEAD"]
_RELATED = 5
_PLACES = 3  # articles on how to reach people
P = ParamSpec("P")
Handler = Callable[Concatenate[Request, P], Awaitable[Response]]


def shown(handler: Handler[P]) -> Handler[P]:
    """Tells readers, too, that something is not there, by a page."""

    @wraps(handler)
    async def answer(request: Request, *args: P.args, **parts: P.kwargs) -> Response:
        try:
            return await handler(request, *args, **parts)
        except NotFound:
            return await failures.missing(request)
        except RateLimited as error:
            return await failures.too_many(request, int(error.data["retry_after"]))

    return answer


@router.api_route("/{slug}/{locale}/", methods=_READS)
@shown
async def home(request: Request, slug: str, locale: str) -> Response:
    async with visiting(request, slug, locale) as (visit, _):
        pass
    most_read = visit.shelf.most_read
    tag = visit.tag(*(card.slug for card in most_read))
    if is_known(request, tag):
        return unchanged(tag)
    others = [card for card in visit.shelf.cards if not card.category]
    other = visit.home(visit.other_locale) if visit.other_locale else None
    data = json_ld.of_list(visit.centre, name=visit.centre.title(locale), locale=locale, trail=_trail(visit))
    return page(
        visit, "home.html", tag=tag, canonical=visit.home(), other=other, most_read=most_read, others=others, data=data
    )


@router.api_route("/{slug}/{locale}/c/{category}", methods=_READS)
@shown
async def category(request: Request, slug: str, locale: str, category: str) -> Response:
    async with visiting(request, slug, locale) as (visit, _):
        pass
    tag = visit.tag()
    found = next((one for one in visit.shelf.categories if one.slug == category), None)
    if found is None:
        raise NotFound
    if is_known(request, tag):
        return unchanged(tag)
    other = visit.home(visit.other_locale) if visit.other_locale else None
    trail = _trail(visit, (found.name, visit.category(found)))
    data = json_ld.of_list(visit.centre, name=found.name, locale=locale, trail=trail)
    return page(
        visit, "category.html", tag=tag, canonical=visit.category(found), other=other, category=found, data=data
    )


@router.api_route("/{slug}/{locale}/a/{article}", methods=_READS)
@shown
async def article(request: Request, slug: str, locale: str, article: str, thanks: str = "") -> Response:
    async with visiting(request, slug, locale) as (visit, session):
        card = visit.shelf.by_slug.get(article)
        if card is None:
            raise NotFound
        tag = visit.tag("thanks" if thanks else "")
        if is_known(request, tag):
            body = None
        else:
            found = await session.get_one(Article, card.id)
            body = found.body
    if request.method == "GET" and not thanks:
        platform_of(request).part(Reads).count(visit.centre.workspace_id, card.id)
    if body is None:
        return unchanged(tag)
    return _article(visit, card, await kept_page(visit, card, body, make=page_of), tag=tag, thanks=bool(thanks))


@router.api_route("/{slug}/{locale}/search", methods=_READS)
@shown
async def search(request: Request, slug: str, locale: str, q: str = "") -> Response:
    query = read_query(q)
    if query:
        await platform_of(request).limits.hit("help.search", request.client.host if request.client else "")
    async with visiting(request, slug, locale) as (visit, session):
        found = await results(visit, session, query) if query else []
    other = f"{visit.home(visit.other_locale)}search" if visit.other_locale else None
    return page(visit, "search.html", other=other, query=query, results=found)


@router.api_route("/{slug}/{locale}/contact", methods=_READS)
@shown
async def contact(request: Request, slug: str, locale: str) -> Response:
    async with visiting(request, slug, locale) as (visit, _):
        pass
    tag = visit.tag()
    if is_known(request, tag):
        return unchanged(tag)
    other = f"{visit.home(visit.other_locale)}contact" if visit.other_locale else None
    called = re.compile(visit.words.contact_titles)
    places = [card for card in visit.shelf.cards if called.search(fold(card.title))][:_PLACES]
    return page(visit, "contact.html", tag=tag, other=other, places=places)


@router.api_route("/{slug}/{locale}", methods=_READS)
@shown
async def without_slash(request: Request, slug: str, locale: str) -> Response:
    async with visiting(request, slug, locale) as (visit, _):
        return RedirectResponse(visit.home(), status_code=308)


@router.api_route("/{slug}/{locale}/{rest:path}", methods=_READS)
@shown
async def nothing(request: Request, slug: str, locale: str, rest: str) -> Response:
    raise NotFound


def _article(visit: Visit, card: Card, shown_page: Page, *, tag: str, thanks: bool) -> Response:
    category = next((one for one in visit.shelf.categories if card in one.cards), None)
    links = [(category.name, visit.category(category))] if category else []
    trail = _trail(visit, *links, (card.title, visit.article(card)))
    countries = [visit.words.countries([code]) for code in card.countries]
    values: dict[str, Any] = {
        "card": card,
        "page": shown_page,
        "category": category,
        "related": [one for one in category.cards if one != card][:_RELATED] if category else [],
        "thanks": thanks,
        "alternates": [(locale, visit.base + path) for locale, path in visit.languages(card)],
        "data": json_ld.of_article(
            visit.centre, card, shown_page, url=visit.base + visit.article(card), trail=trail, countries=countries
        ),
    }
    translation = visit.library.translation(card, visit.other_locale, at=visit.at) if visit.other_locale else None
    other = (
        visit.article(translation) if translation else visit.home(visit.other_locale) if visit.other_locale else None
    )
    return page(
        visit, "article.html", tag=tag, canonical=visit.article(card), other=other, translation=translation, **values
    )


def _trail(visit: Visit, *further: tuple[str, str]) -> list[tuple[str, str]]:
    start = (visit.centre.title(visit.locale), visit.home())
    return [(name, visit.base + path) for name, path in (start, *further)]
