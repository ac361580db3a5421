"""Articles as members write them: new, changed, published, taken back, brought back, deleted."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid
from relevo.kit.ids import new_id
from relevo.kit.text import clean, clean_line
from relevo.knowledge import articles
from relevo.knowledge.actions.store import CONTENT, drop, store
from relevo.knowledge.slugs import free_slug, slug_of
from relevo.knowledge.tables import Article
from relevo.knowledge.types import CATEGORY_LIMIT, TAG_LIMIT, TITLE_LIMIT, By, Status
from relevo.platform.access import Actor

_NOTE_LIMIT = 500
_PLAIN_VALUES = frozenset({"locale", "audience", "url", "valid_from", "valid_until"})


def _body(text: str) -> str:
    return clean(text).strip()


def _tags(tags: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(tag for each in tags if (tag := clean_line(each, limit=TAG_LIMIT))))


def _countries(codes: Sequence[str]) -> list[str]:
    return sorted({code.lower() for code in codes})


_CLEANED: dict[str, Callable[[Any], Any]] = {
    "title": partial(clean_line, limit=TITLE_LIMIT),
    "body": _body,
    "category": partial(clean_line, limit=CATEGORY_LIMIT),
    "tags": _tags,
    "countries": _countries,
}


async def create(session: AsyncSession, actor: Actor, *, values: Mapping[str, Any], note: str = "") -> Article:
    """A new article. `values` are title, body, locale and whatever else is known of it. Raises Invalid."""
    slug = await free_slug(session, slug_of(values.get("slug") or values["title"]))
    article = Article(
        id=new_id(), workspace_id=actor.workspace_id, name=await _free_name(session, slug), slug=slug, revision=0, proposed=None,
        title="", locale=values["locale"], body="", url=None, source="", source_id=None, status=values.get("status") or "draft",
        category="", tags=[], countries=[], audience="everyone", valid_from=None, valid_until=None, translation_of=None,
        checked=[], content_hash="", created_at=now(), updated_at=now(),
    )  # fmt: skip
    await _fill(session, article, values)
    await store(session, article, by=By.actor(actor), was=None, note=_note(note))
    return article


async def change(
    session: AsyncSession,
    actor: Actor,
    article_id: UUID,
    *,
    changes: Mapping[str, Any],
    revision: int | None = None,
    note: str = "",
) -> Article:
    """Raises NotFound, Invalid, and Conflict where somebody changed it since `revision` was read."""
    article = await articles.get_locked(session, actor, article_id)
    if revision is not None and revision != article.revision:
        who = (article.changed_by or {}).get("name") or "Somebody"
        raise Conflict(f"{who} has changed the article meanwhile.", code="article_changed", revision=article.revision)
    with session.no_autoflush:
        if slug := changes.get("slug"):
            article.slug = await free_slug(session, slug_of(slug), but=article.id)
        await _fill(session, article, changes)
        if article not in session.dirty or not session.is_modified(article):
            return article
        await store(session, article, by=By.actor(actor), was=article.status, note=_note(note))
    return article


async def move(session: AsyncSession, actor: Actor, article_id: UUID, *, to: Status) -> Article:
    """Into another state. Publishing takes over the revision that waits for review, if there is one. Raises NotFound."""
    article = await articles.get_locked(session, actor, article_id)
    was, proposed = article.status, article.proposed
    if was == to and (to != "published" or proposed is None):
        return article
    with session.no_autoflush:
        if to == "published" and proposed is not None:
            await _take_over(session, article, proposed)
        article.status = to
        if to == "published":
            article.proposed = None
        await store(session, article, by=By.actor(actor), was=was)
    return article


async def restore(session: AsyncSession, actor: Actor, article_id: UUID, number: int) -> Article:
    """Brings the content of an earlier revision back, as a new one; the state stays. Raises NotFound."""
    article = await articles.get_locked(session, actor, article_id)
    with session.no_autoflush:
        await _take_over(session, article, number)
        await store(session, article, by=By.actor(actor), was=article.status, note=f"← {number}")
    return article


async def remove(session: AsyncSession, actor: Actor, article_id: UUID) -> None:
    """With its revisions and what readers said of it. Raises NotFound."""
    await drop(session, await articles.get_locked(session, actor, article_id))


async def _take_over(session: AsyncSession, article: Article, number: int) -> None:
    revision = await articles.get_revision(session, article, number)
    for name in CONTENT:
        setattr(article, name, getattr(revision, name))


async def _fill(session: AsyncSession, article: Article, values: Mapping[str, Any]) -> None:
    for name in _PLAIN_VALUES & values.keys():
        _set(article, name, values[name])
    for name in _CLEANED.keys() & values.keys():
        _set(article, name, _CLEANED[name](values[name]))
    if "translation_of" in values:
        await _translate(session, article, values["translation_of"])
    _check(article)


def _set(article: Article, name: str, value: Any) -> None:
    if getattr(article, name) != value:  # a change that changes nothing makes no revision
        setattr(article, name, value)


def _check(article: Article) -> None:
    if not article.title:
        raise Invalid("An article needs a title.", errors=[{"field": "title", "message": "is empty"}])
    if article.valid_from and article.valid_until and article.valid_until <= article.valid_from:
        raise Invalid(
            "The article would end before it begins.",
            errors=[{"field": "valid_until", "message": "is not after valid_from"}],
        )


async def _translate(session: AsyncSession, article: Article, other_id: UUID | None) -> None:
    """Makes the article a translation of another one; those that were translations of it follow."""
    root = None
    if other_id is not None:
        other = await session.get(Article, other_id)
        if other is None or other.id == article.id:
            raise _no_translation("is not another article")
        root = other.translation_of or other.id
        siblings = [other, *await articles.translations(session, other)]
        if any(one.locale == article.locale and one.id != article.id for one in siblings):
            raise _no_translation("is there in this language already")
        root = None if root == article.id else root
    if root != article.translation_of:
        article.translation_of = root
        if root:
            await session.execute(
                update(Article).where(Article.translation_of == article.id).values(translation_of=root)
            )


def _no_translation(message: str) -> Invalid:
    return Invalid(
        "The article cannot be a translation of that one.", errors=[{"field": "translation_of", "message": message}]
    )


async def _free_name(session: AsyncSession, slug: str) -> str:
    taken = await session.scalar(select(Article.id).where(Article.name == slug))
    return slug if taken is None else f"{slug}-{new_id().hex[-8:]}"


def _note(note: str) -> str:
    return clean_line(note, limit=_NOTE_LIMIT)
