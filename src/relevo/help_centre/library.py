"""The published articles of a workspace as the help centre's pages list them; kept in memory while nothing changes.

Bodies are not kept: only what lists, links and the site map need. What is valid now is chosen when it is asked for, since time
passes without anything changing.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.help_centre.types import Centre
from relevo.kit.clock import now
from relevo.kit.text import shorten
from relevo.knowledge.slugs import slug_of
from relevo.knowledge.tables import Article, ArticleReads, PassageRow

K = TypeVar("K", bound=Hashable)

_READ_WITHIN = timedelta(days=30)
_ORDER_AFRESH = timedelta(minutes=10)
_MOST_ARTICLES = 200_000
_SUMMARY = 160
_MOST_READ = 6


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list."""

    id: UUID
    name: str
    slug: str
    title: str
    locale: str
    category: str
    countries: tuple[str, ...]
    summary: str
    updated_at: datetime
    translation_of: UUID | None
    valid_from: datetime | None
    valid_until: datetime | None

    def is_valid(self, at: datetime) -> bool:
        return (self.valid_from is None or self.valid_from <= at) and (
            self.valid_until is None or at < self.valid_until
        )


@dataclass(frozen=True)
class Category:
    name: str
    slug: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Shelf:
    """What is valid now in one language: articles by title, categories with the fullest first."""

    cards: tuple[Card, ...]
    categories: tuple[Category, ...]
    most_read: tuple[Card, ...]
    is_read: bool  # else `most_read` are those changed last

    @cached_property
    def by_slug(self) -> dict[str, Card]:
        return {card.slug: card for card in self.cards}

    @cached_property
    def by_name(self) -> dict[str, Card]:
        return {card.name: card for card in self.cards}


@dataclass(frozen=True)
class Library:
    cards: tuple[Card, ...]
    reads: dict[UUID, int]
    version: int
    read_at: datetime
    _shelves: dict[tuple[str, str], Shelf] = field(default_factory=dict[tuple[str, str], Shelf])

    def shelf(self, locale: str, *, at: datetime) -> Shelf:
        key = (locale, self.boundary(at))
        if key not in self._shelves:
            self._shelves[key] = self._arranged(
                [card for card in self.cards if card.locale == locale and card.is_valid(at)]
            )
        return self._shelves[key]

    def translation(self, card: Card, locale: str, *, at: datetime) -> Card | None:
        """The article in another language."""
        group = self._translations.get(card.translation_of or card.id, ())
        return next((one for one in group if one.locale == locale and one.is_valid(at)), None)

    def boundary(self, at: datetime) -> str:
        """Changes whenever an article begins or ends to be valid: the last such moment."""
        passed = bisect_right(self._moments, at)
        return self._moments[passed - 1].isoformat() if passed else ""

    def _arranged(self, cards: Sequence[Card]) -> Shelf:
        by_title = sorted(cards, key=lambda card: card.title.casefold())
        by_category = _grouped([card for card in by_title if card.category], lambda card: slug_of(card.category))
        categories = [Category(found[0].category, slug, tuple(found)) for slug, found in by_category.items()]
        categories.sort(key=lambda category: (-len(category.cards), -self._times(category.cards), category.name))
        read = sorted(cards, key=lambda card: (-self.reads.get(card.id, 0), -card.updated_at.timestamp(), card.slug))
        return Shelf(tuple(by_title), tuple(categories), tuple(read[:_MOST_READ]), is_read=self._times(cards) > 0)

    def _times(self, cards: Sequence[Card]) -> int:
        return sum(self.reads.get(card.id, 0) for card in cards)

    @cached_property
    def _moments(self) -> list[datetime]:
        return sorted({moment for card in self.cards for moment in (card.valid_from, card.valid_until) if moment})

    @cached_property
    def _translations(self) -> dict[UUID, list[Card]]:
        return _grouped(self.cards, lambda card: card.translation_of or card.id)


_held: "OrderedDict[UUID, Library]" = OrderedDict()


async def library_of(session: AsyncSession, centre: Centre) -> Library:
    """As new as the articles; what is read most may be some minutes old."""
    held = _held.get(centre.workspace_id)
    if held and held.version == centre.version and held.read_at > now() - _ORDER_AFRESH:
        _held.move_to_end(centre.workspace_id)
        return held
    library = Library(await _cards(session), await _reads(session), centre.version, now())
    _held[centre.workspace_id] = library
    _held.move_to_end(centre.workspace_id)
    while len(_held) > 1 and sum(len(one.cards) for one in _held.values()) > _MOST_ARTICLES:
        _held.popitem(last=False)
    return library


async def _cards(session: AsyncSession) -> tuple[Card, ...]:
    rows = await session.execute(
        select(
            Article.id, Article.name, Article.slug, Article.title, Article.locale, Article.category, Article.countries,
            func.left(PassageRow.text, 2 * _SUMMARY), Article.updated_at, Article.translation_of, Article.valid_from,
            Article.valid_until,
        )
        .outerjoin(PassageRow, (PassageRow.article_id == Article.id) & (PassageRow.position == 0))
        .where(Article.status == "published", Article.audience == "everyone")
        .order_by(Article.id)
    )  # fmt: skip
    return tuple(_card(*row) for row in rows)


def _card(
    id_: UUID, name: str, slug: str, title: str, locale: str, category: str, countries: Sequence[str], text: str | None,
    updated_at: datetime, translation_of: UUID | None, valid_from: datetime | None, valid_until: datetime | None,
) -> Card:  # fmt: skip
    summary = shorten(text or "", _SUMMARY)
    return Card(
        id_,
        name,
        slug,
        title,
        locale,
        category,
        tuple(countries),
        summary,
        updated_at,
        translation_of,
        valid_from,
        valid_until,
    )


async def _reads(session: AsyncSession) -> dict[UUID, int]:
    since = (now() - _READ_WITHIN).date()
    times = func.sum(ArticleReads.times)
    query = select(ArticleReads.article_id, times).where(ArticleReads.day >= since).group_by(ArticleReads.article_id)
    return {article_id: int(total) for article_id, total in (await session.execute(query)).all()}


def _grouped(cards: Sequence[Card], key: Callable[[Card], K]) -> dict[K, list[Card]]:
    found: dict[K, list[Card]] = {}
    for card in cards:
        found.setdefault(key(card), []).append(card)
    return found
