"""Reading articles for those who write them: lists, one with its revisions and translations."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, any_, func, literal, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.errors import Malformed, NotFound
from relevo.kit.folding import fold
from relevo.knowledge.tables import Article, ArticleFeedback, ArticleRevision
from relevo.knowledge.types import STATUSES
from relevo.platform.access import Actor

_ACCENTED, _PLAIN = "áàâäãåéèêëíìîïóòôöõúùûüñçýÿ", "aaaaaaeeeeiiiiooooouuuuncyy"


@dataclass(frozen=True)
class Wanted:
    """What a list is limited to; None: not by this."""

    q: str | None = None
    status: str | None = None
    locale: str | None = None
    tag: str | None = None
    category: str | None = None
    source: UUID | None = None


def visible_to(actor: Actor) -> Select[Article]:
    return select(Article).where(Article.workspace_id == actor.workspace_id)


async def get(session: AsyncSession, actor: Actor, article_id: UUID) -> Article:
    """Raises NotFound."""
    return _found(await session.scalar(visible_to(actor).where(Article.id == article_id)))


async def get_locked(session: AsyncSession, actor: Actor, article_id: UUID) -> Article:
    """For a change. Raises NotFound."""
    return _found(await session.scalar(visible_to(actor).where(Article.id == article_id).with_for_update()))


async def page(
    session: AsyncSession, actor: Actor, wanted: Wanted, *, cursor: str | None, limit: int
) -> tuple[Sequence[Article], str | None]:
    """Those changed last first, with the cursor of the next page. Raises Malformed for a cursor that is none."""
    query = visible_to(actor).where(*_conditions(wanted))
    if cursor:
        query = query.where(tuple_(Article.updated_at, Article.id) < _position(cursor))
    rows = (await session.scalars(query.order_by(Article.updated_at.desc(), Article.id.desc()).limit(limit + 1))).all()
    return rows[:limit], _cursor(rows[limit - 1]) if len(rows) > limit else None


async def facets(session: AsyncSession, actor: Actor) -> dict[str, Any]:
    """By what a list can be limited, and how many articles are in each state."""
    mine = Article.workspace_id == actor.workspace_id
    categories = select(Article.category).where(mine, Article.category != "").distinct().order_by(Article.category)
    tag = func.unnest(Article.tags).label("tag")
    counts = await session.execute(select(Article.status, func.count()).where(mine).group_by(Article.status))
    return {
        "categories": list(await session.scalars(categories)),
        "tags": list(await session.scalars(select(tag).where(mine).distinct().order_by(tag).limit(500))),
        "locales": list(await session.scalars(select(Article.locale).where(mine).distinct().order_by(Article.locale))),
        "counts": dict.fromkeys(STATUSES, 0) | {str(status): int(n) for status, n in counts.all()},
    }


async def translations(session: AsyncSession, article: Article) -> Sequence[Article]:
    """The same article in other languages."""
    root = article.translation_of or article.id
    query = select(Article).where(or_(Article.id == root, Article.translation_of == root), Article.id != article.id)
    return (await session.scalars(query.order_by(Article.locale, Article.id))).all()


async def revisions(session: AsyncSession, article: Article) -> Sequence[ArticleRevision]:
    """Newest first."""
    query = select(ArticleRevision).where(ArticleRevision.article_id == article.id)
    return (await session.scalars(query.order_by(ArticleRevision.revision.desc()).limit(500))).all()


async def get_revision(session: AsyncSession, article: Article, number: int) -> ArticleRevision:
    """Raises NotFound."""
    found = await session.get(ArticleRevision, (article.id, number))
    if found is None:
        raise NotFound("The article has no such revision.")
    return found


async def feedback(session: AsyncSession, article: Article) -> tuple[int, int, Sequence[ArticleFeedback]]:
    """How many found it useful, how many did not, and the newest comments."""
    mine = ArticleFeedback.article_id == article.id
    counts = await session.execute(
        select(ArticleFeedback.useful, func.count()).where(mine).group_by(ArticleFeedback.useful)
    )
    by_answer = {bool(useful): int(n) for useful, n in counts.all()}
    comments = select(ArticleFeedback).where(mine, ArticleFeedback.comment != "").order_by(ArticleFeedback.id.desc())
    return by_answer.get(True, 0), by_answer.get(False, 0), (await session.scalars(comments.limit(100))).all()


async def titles(session: AsyncSession, ids: Sequence[UUID]) -> dict[UUID, str]:
    if not ids:
        return {}
    rows = await session.execute(select(Article.id, Article.title).where(Article.id.in_(ids)))
    return {row.id: row.title for row in rows.all()}


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.status:
        found.append(Article.status == wanted.status)
    if wanted.locale:
        found.append(Article.locale == wanted.locale)
    if wanted.tag:
        found.append(literal(wanted.tag) == any_(Article.tags))
    if wanted.category is not None:
        found.append(Article.category == wanted.category)
    if wanted.source:
        found.append(Article.source_id == wanted.source)
    if wanted.q and wanted.q.strip():
        found.append(_says(wanted.q.strip()))
    return found


def _says(q: str) -> ColumnElement[bool]:
    """All of the words stand in its title, name, category or tags; or the text holds them one after the other."""
    about = func.concat_ws(" ", Article.title, Article.name, Article.category, func.array_to_string(Article.tags, " "))
    plain = func.translate(func.lower(about), _ACCENTED, _PLAIN)
    called = and_(*(plain.contains(fold(word), autoescape=True) for word in q.split()[:8]))
    return or_(called, Article.body.icontains(q, autoescape=True))


def _cursor(article: Article) -> str:
    return urlsafe_b64encode(f"{article.updated_at.isoformat()} {article.id}".encode()).decode()


def _position(cursor: str) -> tuple[datetime, UUID]:
    try:
        moment, _, article_id = urlsafe_b64decode(cursor.encode()).decode().partition(" ")
        at = datetime.fromisoformat(moment)
        if at.tzinfo is None:
            raise ValueError("has no time zone")
        return at, UUID(article_id)
    except ValueError as error:
        raise Malformed("The cursor is not one that a list gave.", code="bad_cursor") from error


def _found(article: Article | None) -> Article:
    if article is None:
        raise NotFound("There is no such article here.")
    return article
