"""Adding, replacing and removing articles. An article that is replaced keeps its id and its name."""

import hashlib
import random
from enum import StrEnum
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.knowledge.documents import Document
from relevo.knowledge.passages import passages_of
from relevo.knowledge.tables import Article, KnowledgeVersion, PassageRow


class Change(StrEnum):
    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


async def put_article(session: AsyncSession, workspace_id: UUID, document: Document) -> Change:
    """Adds the article, or replaces the one of the same name where anything differs."""
    found = await session.scalar(select(Article).where(Article.name == document.name).with_for_update())
    fingerprint = _fingerprint(document)
    if found is not None and found.content_hash == fingerprint:
        return Change.UNCHANGED
    article = found or _new(workspace_id, document)
    article.title, article.locale, article.body = document.title, document.locale, document.body
    article.url, article.source = document.url, document.source
    article.content_hash, article.updated_at = fingerprint, now()
    session.add(article)
    await session.flush()
    await _write_passages(session, article, document)
    await _new_version(session, workspace_id)
    return Change.REPLACED if found is not None else Change.ADDED


async def remove_article(session: AsyncSession, workspace_id: UUID, name: str) -> bool:
    """Whether there was one."""
    article = await session.scalar(select(Article).where(Article.name == name))
    if article is None:
        return False
    await session.execute(delete(PassageRow).where(PassageRow.article_id == article.id))
    await session.delete(article)
    await session.flush()
    await _new_version(session, workspace_id)
    return True


def _new(workspace_id: UUID, document: Document) -> Article:
    return Article(
        id=new_id(), workspace_id=workspace_id, name=document.name, title="", locale="", body="", url=None, source="",
        status="published", content_hash="", created_at=now(), updated_at=now(),
    )  # fmt: skip


async def _write_passages(session: AsyncSession, article: Article, document: Document) -> None:
    await session.execute(delete(PassageRow).where(PassageRow.article_id == article.id))
    session.add_all(
        PassageRow(
            id=new_id(), workspace_id=article.workspace_id, article_id=article.id, position=passage.position,
            heading=passage.heading, text=passage.text, locale=document.locale,
        )
        for passage in passages_of(document)
    )  # fmt: skip
    await session.flush()


async def _new_version(session: AsyncSession, workspace_id: UUID) -> None:
    # Not counted but drawn: a number that was rolled back must not come again for other articles.
    version = random.getrandbits(62)
    first = insert(KnowledgeVersion).values(workspace_id=workspace_id, version=version)
    await session.execute(
        first.on_conflict_do_update(index_elements=[KnowledgeVersion.workspace_id], set_={"version": version})
    )


def _fingerprint(document: Document) -> str:
    whole = "\x1f".join((document.title, document.locale, document.url or "", document.source, document.body))
    return hashlib.sha256(whole.encode()).hexdigest()
