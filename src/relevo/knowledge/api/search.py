"""Searching the knowledge base, for agents and programs."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from relevo.kit.text import clean
from relevo.knowledge.entry import MEMBERS, Hit
from relevo.knowledge.meaning import vectors_of
from relevo.knowledge.search import search
from relevo.platform.http import platform_of
from relevo.workspaces.authenticate import Agent

router = APIRouter(tags=["knowledge"])


class PassageView(BaseModel):
    """A passage with the article it belongs to; `article` is the name by which answers cite it."""

    article: str
    title: str
    heading: str
    text: str
    url: str | None
    locale: str
    score: float


class Found(BaseModel):
    passages: list[PassageView]


@router.get("/search")
async def search_knowledge(
    request: Request,
    actor: Agent,
    q: Annotated[str, Query(min_length=1, max_length=500)],
    locale: Annotated[str | None, Query(max_length=10)] = None,
    limit: Annotated[int, Query(ge=1, le=20)] = 8,
    country: Annotated[str | None, Query(min_length=2, max_length=2)] = None,
) -> Found:
    """The passages that answer `q` best; those in the reader's language first where there is a choice.

    Internal knowledge is searched too. With `country` (ISO 3166), what holds only in other countries is left out.
    """
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        hits = await search(
            session, actor.workspace_id, query=clean(q), locale=(locale or actor.locale)[:2], limit=limit, audience=MEMBERS,
            country=country, vectors=vectors_of(platform),
        )  # fmt: skip
    return Found(passages=[_view(hit) for hit in hits])


def _view(hit: Hit) -> PassageView:
    entry = hit.entry
    return PassageView(
        article=entry.article, title=entry.title, heading=entry.heading, text=entry.text, url=entry.url, locale=entry.locale,
        score=round(hit.score, 3),
    )  # fmt: skip
