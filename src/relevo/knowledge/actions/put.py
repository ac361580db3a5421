"""Articles as they come from files and pages: added, replaced, removed. One that is replaced keeps its id and its name."""

import hashlib
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.knowledge.actions.store import drop, propose, store
from relevo.knowledge.documents import Document
from relevo.knowledge.findings.at_writing import looked_through
from relevo.knowledge.slugs import free_slug, slug_of
from relevo.knowledge.tables import Article
from relevo.knowledge.types import SYSTEM, By


class Change(StrEnum):
    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    HELD = "held"  # kept from readers until somebody has reviewed it


async def put_article(
    session: AsyncSession,
    workspace_id: UUID,
    document: Document,
    *,
    by: By = SYSTEM,
    source_id: UUID | None = None,
    status: str | None = None,
) -> Change:
    """Adds the article, or replaces the one of the same name where anything differs from what came last.

    With `status` "review" nothing of it is answered from before a member has published it; meanwhile an article that is
    published stays as it is.
    """
    article = await session.scalar(select(Article).where(Article.name == document.name).with_for_update())
    fingerprint = _fingerprint(document)
    wanted = await _wanted(document, status)
    if article is None:
        article = await _new(session, workspace_id, document)
        was = None
    elif article.content_hash == fingerprint and not _comes_back(article):
        return Change.UNCHANGED
    else:
        was = article.status
    with session.no_autoflush:
        _fill(article, document, source_id)
        await _translate(session, article, document.translation_of)
    article.content_hash = fingerprint
    if was == "published" and wanted == "review":
        await propose(session, article, by=by)
        return Change.HELD
    article.status, article.proposed = _status(article, was, wanted), None
    await store(session, article, by=by, was=was)
    if article.status == "review":
        return Change.HELD
    return Change.ADDED if was is None else Change.REPLACED


async def remove_article(session: AsyncSession, workspace_id: UUID, name: str) -> bool:
    """Whether there was one."""
    article = await session.scalar(select(Article).where(Article.name == name).with_for_update())
    if article is None:
        return False
    await drop(session, article)
    return True


async def _wanted(document: Document, status: str | None) -> str:
    """What gives orders to a model is not published before somebody has looked at it."""
    wanted = status or document.status or "published"
    if wanted != "published":
        return wanted
    found = await looked_through(document.title, document.body)
    return "review" if any(each.kind == "injection" for each in found) else wanted


def _comes_back(article: Article) -> bool:
    """Whether it was the source that had taken it away, and not a member."""
    return article.status == "withdrawn" and not _by_somebody(article)


def _status(article: Article, was: str | None, wanted: str) -> str:
    """What a member held back is not published by its source."""
    return was if was not in (None, "published") and _by_somebody(article) else wanted


def _by_somebody(article: Article) -> bool:
    return (article.changed_by or {}).get("kind") in ("member", "program")


async def _new(session: AsyncSession, workspace_id: UUID, document: Document) -> Article:
    return Article(
        id=new_id(), workspace_id=workspace_id, name=document.name, slug=await free_slug(session, slug_of(document.title)),
        revision=0, proposed=None, countries=[], audience="everyone", tags=[], category="", checked=[],
        created_at=now(), updated_at=now(),
    )  # fmt: skip


def _fill(article: Article, document: Document, source_id: UUID | None) -> None:
    article.title, article.locale, article.body = document.title, document.locale, document.body
    article.url, article.source = document.url, document.source
    article.source_id = source_id or article.source_id
    for name in ("category", "audience", "valid_from", "valid_until"):
        if (given := getattr(document, name)) is not None:
            setattr(article, name, given)
    for name in ("tags", "countries"):
        if (given := getattr(document, name)) is not None:
            setattr(article, name, list(given))


async def _translate(session: AsyncSession, article: Article, name: str | None) -> None:
    """Files name each other, so that whichever comes second finds the first."""
    if name is None:
        return
    other = await session.scalar(select(Article).where(Article.name == name))
    if other is not None and other.id != article.id and other.locale != article.locale:
        root = other.translation_of or other.id
        article.translation_of = None if root == article.id else root


def _fingerprint(document: Document) -> str:
    about = (document.status, document.category, document.tags, document.countries, document.audience, document.valid_from, document.valid_until, document.translation_of)  # fmt: skip  # noqa: E501
    whole = "\x1f".join((document.title, document.locale, document.url or "", document.source, document.body))
    if any(value is not None for value in about):
        whole += "\x1f" + repr(about)
    return hashlib.sha256(whole.encode()).hexdigest()
