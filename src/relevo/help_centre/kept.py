"""Articles that were made into pages lately. Bounded by their size: a long article takes its time to be made, and its room."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from uuid import UUID

from relevo.help_centre.article import Page
from relevo.help_centre.library import Card
from relevo.help_centre.visit import Visit

_MOST_CHARACTERS = 8_000_000
_LONG = 20_000  # characters; made in a thread, so that other requests go on meanwhile

_kept: "OrderedDict[tuple[UUID, int, UUID, str], Page]" = OrderedDict()


async def kept_page(visit: Visit, card: Card, body: str, *, make: Callable[..., Page]) -> Page:
    """The article's page, made by `make` unless nothing has changed since it was made last."""
    key = (visit.centre.workspace_id, visit.centre.version, card.id, visit.library.boundary(visit.at))
    found = _kept.get(key)
    if found is None:

        def link(href: str) -> str | None:
            return _other_article(visit, href)

        found = await asyncio.to_thread(make, body, link=link) if len(body) > _LONG else make(body, link=link)
        _kept[key] = found
    _kept.move_to_end(key)
    while len(_kept) > 1 and sum(len(page.html) for page in _kept.values()) > _MOST_CHARACTERS:
        _kept.popitem(last=False)
    return found


def _other_article(visit: Visit, href: str) -> str | None:
    """Files link to one another by their names."""
    name, _, anchor = href.partition("#")
    if not name:
        return href if anchor else None
    for locale in visit.centre.look.locales:
        shelf = visit.library.shelf(locale, at=visit.at)
        card = shelf.by_name.get(name.removeprefix("./")) or shelf.by_slug.get(name.removeprefix("./"))
        if card:
            return visit.article(card) + (f"#{anchor}" if anchor else "")
    return None
