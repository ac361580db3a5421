"""What every change of an article has in common: the next revision, its passages, the new version, the event."""

import random
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.knowledge.documents import Document
from relevo.knowledge.findings.at_writing import KINDS, looked_through
from relevo.knowledge.passages import passages_of
from relevo.knowledge.tables import Article, ArticleRevision, KnowledgeVersion, PassageRow
from relevo.knowledge.types import By
from relevo.platform.events import record

# What a revision keeps of an article, and what going back to it brings back.
CONTENT = (
    "title", "locale", "body", "url", "source", "category", "tags", "countries", "audience", "valid_from", "valid_until",
)  # fmt: skip


async def store(session: AsyncSession, article: Article, *, by: By, was: str | None, note: str = "") -> None:
    """Writes the article, changed or new, as its next revision. `was` is the state it had; None for a new one."""
    article.revision = await _next_revision(session, article)
    article.checked = [*await _found(article), *(each for each in article.checked if each["kind"] not in KINDS)]
    article.changed_by = by.as_json()
    article.updated_at = now()
    session.add(article)
    await session.flush()
    session.add(revision_of(article, by=by, note=note))
    await _write_passages(session, article)
    await new_version(session, article.workspace_id)
    await record(session, f"article.{_happened(was, article.status)}", data=_told(article, was))


async def propose(session: AsyncSession, article: Article, *, by: By, note: str = "") -> None:
    """Keeps the changed content as a revision that waits for review; what is published stays as it is."""
    number = await _next_revision(session, article)
    waiting = revision_of(article, by=by, note=note)
    waiting.revision, waiting.status = number, "review"
    session.expire(article, CONTENT)
    await session.refresh(article, CONTENT)
    article.proposed = number
    session.add(waiting)
    await session.flush()
    await record(session, "article.changed", data=_told(article, article.status))


async def drop(session: AsyncSession, article: Article) -> None:
    """The article with all that belongs to it."""
    told = _told(article, article.status) | {"removed": True}
    await session.execute(delete(PassageRow).where(PassageRow.article_id == article.id))
    await session.delete(article)
    await session.flush()
    await new_version(session, article.workspace_id)
    await record(session, "article.withdrawn", data=told)


def revision_of(article: Article, *, by: By, note: str) -> ArticleRevision:
    content = {name: getattr(article, name) for name in CONTENT}
    return ArticleRevision(
        article_id=article.id, revision=article.revision, workspace_id=article.workspace_id, status=article.status,
        changed_by=by.as_json(), changed_at=now(), note=note, **content,
    )  # fmt: skip


async def new_version(session: AsyncSession, workspace_id: UUID) -> None:
    # Not counted but drawn: a number that was rolled back must not come again for other articles.
    version = random.getrandbits(62)
    first = insert(KnowledgeVersion).values(workspace_id=workspace_id, version=version)
    await session.execute(
        first.on_conflict_do_update(index_elements=[KnowledgeVersion.workspace_id], set_={"version": version})
    )


async def _found(article: Article) -> list[dict[str, Any]]:
    return [each.as_json() for each in await looked_through(article.title, article.body)]


async def _next_revision(session: AsyncSession, article: Article) -> int:
    query = select(func.max(ArticleRevision.revision)).where(ArticleRevision.article_id == article.id)
    with session.no_autoflush:
        return (await session.scalar(query) or 0) + 1


async def _write_passages(session: AsyncSession, article: Article) -> None:
    document = Document(article.name, article.title, article.locale, article.body)
    await session.execute(delete(PassageRow).where(PassageRow.article_id == article.id))
    session.add_all(
        PassageRow(
            id=new_id(), workspace_id=article.workspace_id, article_id=article.id, position=passage.position,
            heading=passage.heading, text=passage.text, locale=document.locale,
        )
        for passage in passages_of(document)
    )  # fmt: skip
    await session.flush()


def _happened(was: str | None, status: str) -> Literal["published", "withdrawn", "changed"]:
    if status == "published" and was != "published":
        return "published"
    return "withdrawn" if was == "published" and status != "published" else "changed"


def _told(article: Article, was: str | None) -> dict[str, str | int | bool | None]:
    return {
        "article_id": str(article.id), "name": article.name, "revision": article.revision, "status": article.status, "was": was,
    }  # fmt: skip
