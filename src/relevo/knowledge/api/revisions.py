"""Routes of an article's revisions."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request

from relevo.knowledge import actions, articles, views
from relevo.knowledge.schemas import ArticleView, Revisions
from relevo.platform.http import platform_of
from relevo.workspaces.authenticate import Agent, Supervisor

router = APIRouter(prefix="/articles/{article_id}/revisions", tags=["articles"])

Number = Annotated[int, Path(ge=1, lt=2**31)]


@router.get("")
async def list_revisions(request: Request, actor: Agent, article_id: UUID) -> Revisions:
    """Newest first: who changed what."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        article = await articles.get(session, actor, article_id)
        found = await articles.revisions(session, article)
        return Revisions(revisions=[views.revision_summary(revision) for revision in found])


@router.get("/{number}")
async def get_revision(request: Request, actor: Agent, article_id: UUID, number: Number) -> ArticleView:
    """The article as it was."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        article = await articles.get(session, actor, article_id)
        return views.as_it_was(article, await articles.get_revision(session, article, number))


@router.post("/{number}/restore")
async def restore_revision(request: Request, actor: Supervisor, article_id: UUID, number: Number) -> ArticleView:
    """Brings the content of a revision back, as a new one. Whether it is published stays as it is."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        article = await actions.restore(session, actor, article_id, number)
        view = await views.whole(session, article, locale=actor.locale)
    platform.hub.wake(actor.workspace_id)
    return view
