"""Routes of articles: reading, writing, publishing."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from relevo.knowledge import actions, articles, views
from relevo.knowledge.articles import Wanted
from relevo.knowledge.html import article_html
from relevo.knowledge.schemas import (
    ArticleChange,
    ArticleIn,
    Articles,
    ArticleView,
    Comment,
    Facets,
    FeedbackView,
    Preview,
    PreviewIn,
)
from relevo.knowledge.types import Status
from relevo.platform.access import Actor
from relevo.platform.http import platform_of
from relevo.workspaces.authenticate import Agent, Supervisor
from relevo.workspaces.types import Locale

router = APIRouter(prefix="/articles", tags=["articles"])

Filter = Annotated[str | None, Query(max_length=200)]


@router.get("")
async def list_articles(
    request: Request,
    actor: Agent,
    q: Filter = None,
    status: Status | None = None,
    locale: Locale | None = None,
    tag: Filter = None,
    category: Filter = None,
    source: UUID | None = None,
    cursor: Filter = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Articles:
    """Those changed last first. `q` is looked for in titles, tags and texts."""
    wanted = Wanted(q, status, locale, tag, category, source)
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        found, following = await articles.page(session, actor, wanted, cursor=cursor, limit=limit)
        return Articles(articles=await views.summaries(session, found), next=following)


@router.get("/facets")
async def get_facets(request: Request, actor: Agent) -> Facets:
    """By what the list can be limited, and how many articles are in each state."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return Facets.model_validate(await articles.facets(session, actor))


@router.post("/preview")
async def preview_article(request: Request, actor: Agent, wanted: PreviewIn) -> Preview:
    """Markdown as it will look; nothing is kept."""
    return Preview(html=article_html(wanted.body))


@router.post("", status_code=201)
async def add_article(request: Request, actor: Supervisor, wanted: ArticleIn) -> ArticleView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        values = wanted.model_dump(exclude={"note"})
        article = await actions.create(session, actor, values=values, note=wanted.note)
        view = await views.whole(session, article, locale=actor.locale)
    platform.hub.wake(actor.workspace_id)
    return view


@router.get("/{article_id}")
async def get_article(request: Request, actor: Agent, article_id: UUID) -> ArticleView:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return await views.whole(session, await articles.get(session, actor, article_id), locale=actor.locale)


@router.patch("/{article_id}")
async def change_article(request: Request, actor: Supervisor, article_id: UUID, change: ArticleChange) -> ArticleView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        article = await actions.change(
            session, actor, article_id, changes=change.changes(), revision=change.revision, note=change.note
        )
        view = await views.whole(session, article, locale=actor.locale)
    platform.hub.wake(actor.workspace_id)
    return view


@router.delete("/{article_id}", status_code=204)
async def delete_article(request: Request, actor: Supervisor, article_id: UUID) -> None:
    """With its revisions. To be able to bring it back, withdraw it instead."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.remove(session, actor, article_id)
    platform.hub.wake(actor.workspace_id)


@router.post("/{article_id}/publish")
async def publish_article(request: Request, actor: Supervisor, article_id: UUID) -> ArticleView:
    """From now on it is answered from, while it is valid. A revision that waits for review is taken over."""
    return await _move(request, actor, article_id, "published")


@router.post("/{article_id}/withdraw")
async def withdraw_article(request: Request, actor: Supervisor, article_id: UUID) -> ArticleView:
    return await _move(request, actor, article_id, "withdrawn")


@router.post("/{article_id}/review")
async def review_article(request: Request, actor: Supervisor, article_id: UUID) -> ArticleView:
    """Puts it before those who publish; nobody is answered from it meanwhile."""
    return await _move(request, actor, article_id, "review")


@router.get("/{article_id}/feedback")
async def get_feedback(request: Request, actor: Agent, article_id: UUID) -> FeedbackView:
    """What readers of the help centre said of the article; comments newest first, a hundred at most."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        article = await articles.get(session, actor, article_id)
        useful, not_useful, comments = await articles.feedback(session, article)
        told = [Comment.model_validate(comment, from_attributes=True) for comment in comments]
    return FeedbackView(useful=useful, not_useful=not_useful, comments=told)


async def _move(request: Request, actor: Actor, article_id: UUID, to: Status) -> ArticleView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        article = await actions.move(session, actor, article_id, to=to)
        view = await views.whole(session, article, locale=actor.locale)
    platform.hub.wake(actor.workspace_id)
    return view
