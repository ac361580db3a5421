"""Routes of language models, for admins: what is connected, what it may cost, whether it works, what was called, with which words."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from relevo.assistant.writing import actions, calls, queries, schemas
from relevo.assistant.writing.addresses import check_address
from relevo.assistant.writing.desk import Connected, Using
from relevo.assistant.writing.prompts import all_prompts
from relevo.assistant.writing.try_out import try_out
from relevo.assistant.writing.views import budget_view, call_view, model_view
from relevo.platform.http import platform_of
from relevo.platform.platform import Platform
from relevo.workspaces.authenticate import Admin

router = APIRouter(prefix="/api/v1", tags=["language models"])


@router.get("/language-models")
async def list_language_models(request: Request, actor: Admin) -> schemas.LanguageModels:
    """What is connected, and what it may cost and has cost. Keys are not shown."""
    return await _models(platform_of(request), actor.workspace_id)


@router.put("/language-models")
async def set_language_models(request: Request, actor: Admin, wanted: schemas.ModelsIn) -> schemas.LanguageModels:
    """Connects models: the first is asked, the fallback where the first fails. Without any, answers are composed from the articles."""
    platform = platform_of(request)
    for one in wanted.models:
        check_address(platform.settings, one)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.set_models(session, actor.workspace_id, wanted.models, master_key=platform.settings.master_key)
        if wanted.budget:
            await actions.set_budget(session, actor.workspace_id, wanted.budget)
    return await _models(platform, actor.workspace_id)


@router.post("/language-models/{language_model_id}/test")
async def try_language_model(
    request: Request, actor: Admin, language_model_id: UUID, wanted: schemas.TryModel
) -> schemas.TriedModel:
    """Asks the model something small and says how that went. It counts for the budget."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        using = Using.of(await queries.get_model(session, language_model_id))
    await platform.limits.hit("language_model.test", actor.workspace_id.hex)
    return await try_out(platform, actor.workspace_id, using)


@router.get("/language-models/calls")
async def list_language_model_calls(
    request: Request,
    actor: Admin,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> schemas.Calls:
    """Every call of the last ninety days, newest first. What was sent and what came back is in none of them."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        rows, following = await queries.calls(session, limit=limit, cursor=cursor)
    return schemas.Calls(calls=[call_view(row) for row in rows], next=following)


@router.get("/prompts")
async def list_prompts(actor: Admin) -> schemas.Prompts:
    """The words that models are given, as they are in this version. Their revision stands in the record of each call."""
    found = [schemas.PromptView(name=one.name, revision=one.revision, text=one.text) for one in all_prompts()]
    return schemas.Prompts(prompts=found)


async def _models(platform: Platform, workspace_id: UUID) -> schemas.LanguageModels:
    async with platform.db.transaction(workspace_id) as session:
        rows = await queries.models(session)
        budget = await queries.budget(session)
        spent = await queries.spent(session)
    breakers = platform.part(Connected).breakers
    views = [model_view(platform, row, resting=breakers.of(row.id, row.updated_at).is_open) for row in rows]
    return schemas.LanguageModels(models=views, budget=budget_view(budget, spent, currency=calls.CURRENCY))
