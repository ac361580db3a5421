"""A workspace's own synonyms."""

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from relevo.knowledge.actions.synonyms import LONGEST, MOST_GROUPS, MOST_WORDS, put_synonyms
from relevo.knowledge.entries import synonym_groups
from relevo.platform.http import Body, platform_of
from relevo.workspaces.authenticate import Agent, Supervisor

router = APIRouter(prefix="/synonyms", tags=["knowledge"])

Word = Annotated[str, Field(min_length=1, max_length=LONGEST)]


class SynonymsView(BaseModel):
    groups: list[list[str]]


class SynonymsIn(Body):
    groups: Annotated[list[Annotated[list[Word], Field(max_length=MOST_WORDS)]], Field(max_length=MOST_GROUPS)] = Field(
        description="Words and short phrases that mean the same, of any language, group by group. They take the place of those before."
    )


@router.get("")
async def list_synonyms(request: Request, actor: Agent) -> SynonymsView:
    """Groups of words that search takes for the same."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return SynonymsView(groups=await synonym_groups(session))


@router.post("")
async def set_synonyms(request: Request, actor: Supervisor, body: SynonymsIn) -> SynonymsView:
    """Sets all groups. The next search knows them."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return SynonymsView(groups=await put_synonyms(session, actor, body.groups))
