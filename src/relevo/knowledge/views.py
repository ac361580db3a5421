"""Articles as the routes tell of them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.knowledge import articles
from relevo.knowledge.findings.texts import detail
from relevo.knowledge.findings.types import Found
from relevo.knowledge.findings.validity import expired
from relevo.knowledge.html import article_html
from relevo.knowledge.schemas import (
    ArticleSummary,
    ArticleView,
    Changer,
    Finding,
    NamedArticle,
    RevisionSummary,
    Translation,
)
from relevo.knowledge.sources.tables import Source
from relevo.knowledge.tables import Article, ArticleRevision

_SHARED = (
    "title", "locale", "status", "revision", "category", "tags", "countries", "audience", "valid_from", "valid_until",
)  # fmt: skip


def found_in(article: Article) -> list[Found]:
    """All that should be looked at, as things stand now."""
    return [
        *expired(article.valid_until, article.status, at=now()),
        *(Found.of(each) for each in article.checked),
    ]


async def summaries(session: AsyncSession, found: Sequence[Article]) -> list[ArticleSummary]:
    sources = await _sources(session, found)
    return [
        ArticleSummary.model_validate(
            {name: getattr(article, name) for name in ("id", "name", "slug", "proposed", "updated_at", *_SHARED)}
            | {
                "source": _source(article, sources),
                "updated_by": article.changed_by,
                "findings": len(found_in(article)),
            }
        )
        for article in found
    ]


async def whole(session: AsyncSession, article: Article, *, locale: str) -> ArticleView:
    """The article with its text, what was found in it (told in `locale`), and its translations."""
    found = found_in(article)
    titles = await articles.titles(session, [each.article_id for each in found if each.article_id])
    translations = await articles.translations(session, article)
    sources = await _sources(session, [article])
    return ArticleView.model_validate(
        {name: getattr(article, name) for name in ("id", "name", "slug", "proposed", "updated_at", "url", "body", *_SHARED)}
        | {
            "source": _source(article, sources),
            "updated_by": article.changed_by,
            "html": article_html(article.body),
            "findings": _findings(found, titles, locale),
            "translations": [Translation(id=one.id, locale=one.locale, title=one.title) for one in translations],
        }
    )  # fmt: skip


def as_it_was(article: Article, revision: ArticleRevision) -> ArticleView:
    """The article as a revision has it."""
    return ArticleView.model_validate(
        {name: getattr(revision, name) for name in ("url", "body", "note", *_SHARED)}
        | {
            "id": article.id,
            "name": article.name,
            "slug": article.slug,
            "proposed": None,
            "source": None,
            "updated_at": revision.changed_at,
            "updated_by": revision.changed_by,
            "html": article_html(revision.body),
            "findings": [],
            "translations": [],
        }
    )


def revision_summary(revision: ArticleRevision) -> RevisionSummary:
    names = ("revision", "title", "status", "changed_at", "note")
    return RevisionSummary.model_validate(
        {name: getattr(revision, name) for name in names} | {"changed_by": _changer(revision)}
    )


def _changer(revision: ArticleRevision) -> Changer | None:
    return Changer.model_validate(revision.changed_by) if revision.changed_by else None


async def _sources(session: AsyncSession, found: Sequence[Article]) -> dict[UUID, str]:
    """The titles of the sources that articles come from."""
    ids = {article.source_id for article in found if article.source_id}
    if not ids:
        return {}
    rows = await session.execute(select(Source.id, Source.title).where(Source.id.in_(ids)))
    return {row.id: row.title for row in rows.all()}


def _source(article: Article, titles: Mapping[UUID, str]) -> NamedArticle | None:
    title = titles.get(article.source_id) if article.source_id else None
    return NamedArticle(id=article.source_id, title=title) if article.source_id and title is not None else None


def _findings(found: Sequence[Found], titles: Mapping[UUID, str], locale: str) -> list[Finding]:
    """Those about an article that is gone are left out."""
    return [
        Finding.model_validate(
            {
                "kind": each.kind,
                "detail": detail(each, locale, title=titles.get(each.article_id, "") if each.article_id else ""),
                "article": {"id": each.article_id, "title": titles[each.article_id]} if each.article_id else None,
                "quote": each.quote,
                "other_quote": each.other_quote,
            }
        )
        for each in found
        if each.article_id is None or each.article_id in titles
    ]
