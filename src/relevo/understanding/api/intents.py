"""Routes of topics, intents and examples. All members read them; supervisors write them."""

import asyncio
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, UploadFile

from relevo.platform.http import platform_of
from relevo.understanding import queries
from relevo.understanding.actions import imports
from relevo.understanding.actions import intents as actions
from relevo.understanding.api import intent_schemas as schemas
from relevo.understanding.api.intent_schemas import changes_of
from relevo.understanding.own.imports.read import read_import
from relevo.understanding.own.imports.types import LARGEST_FILE, BadImport
from relevo.understanding.queries import Counted
from relevo.understanding.shipped_intents import SHIPPED, TOPICS
from relevo.understanding.tables import IntentExample, Topic
from relevo.workspaces.authenticate import Agent, Supervisor

router = APIRouter(tags=["intents"])


@router.get("/topics")
async def list_topics(request: Request, actor: Agent) -> schemas.Topics:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return schemas.Topics(topics=[_topic(topic) for topic in await queries.topics(session)])


@router.post("/topics", status_code=201)
async def add_topic(request: Request, actor: Supervisor, wanted: schemas.TopicIn) -> schemas.TopicView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        topic = await actions.add_topic(session, actor, name=wanted.name, title=wanted.title or wanted.name)
    platform.hub.wake(actor.workspace_id)
    return _topic(topic)


@router.patch("/topics/{topic_id}")
async def change_topic(
    request: Request, actor: Supervisor, topic_id: UUID, change: schemas.TopicChange
) -> schemas.TopicView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        topic = await actions.change_topic(session, topic_id, changes_of(change))
    platform.hub.wake(actor.workspace_id)
    return _topic(topic)


@router.delete("/topics/{topic_id}", status_code=204)
async def remove_topic(request: Request, actor: Supervisor, topic_id: UUID) -> None:
    """Its intents stay, without a topic."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.remove_topic(session, topic_id)
    platform.hub.wake(actor.workspace_id)


@router.get("/intents")
async def list_intents(request: Request, actor: Agent, *, shipped: bool = False) -> schemas.Intents:
    """The workspace's own; with `shipped=true` those that Relevo knows from the start."""
    if shipped:
        return schemas.Intents(intents=_shipped())
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return schemas.Intents(intents=[_view(one) for one in await queries.intents(session)])


@router.post("/intents", status_code=201)
async def add_intent(request: Request, actor: Supervisor, wanted: schemas.IntentIn) -> schemas.IntentView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        intent = await actions.add_intent(
            session,
            actor,
            name=wanted.name,
            title=wanted.title,
            description=wanted.description,
            topic_id=wanted.topic_id,
        )
        if wanted.examples:
            await actions.add_examples(session, actor.workspace_id, intent.id, wanted.examples)
        view = _view(await queries.intent(session, intent.id))
    platform.hub.wake(actor.workspace_id)
    return view


@router.post("/intents/import")
async def import_intents(request: Request, actor: Supervisor, file: UploadFile) -> schemas.ImportView:
    """Examples from CSV, Rasa NLU YAML, or a Dialogflow export (zip or JSON). Intents that are there already get further examples."""
    platform = platform_of(request)
    await platform.limits.hit("intents.import", actor.member_id.hex)
    content = await file.read(LARGEST_FILE + 1)
    name = file.filename or "file"
    if not content:
        raise BadImport(f"{name} is empty.")
    imported = await asyncio.to_thread(read_import, name, content)
    async with platform.db.transaction(actor.workspace_id) as session:
        taken = await imports.take_over(session, actor, imported)
    platform.hub.wake(actor.workspace_id)
    return schemas.ImportView(
        format=imported.format,
        taken=schemas.TakenView(intents=taken.intents, examples=taken.examples),
        left=[schemas.LeftView(where=one.where, why=one.why) for one in taken.left],
    )


@router.get("/intents/{intent_id}")
async def get_intent(
    request: Request,
    actor: Agent,
    intent_id: UUID,
    limit: Annotated[int, Query(ge=1, le=500)] = 200,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> schemas.IntentDetail:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        counted = await queries.intent(session, intent_id)
        rows, following = await queries.examples(session, intent_id, limit=limit, cursor=cursor)
    intent = counted.intent
    return schemas.IntentDetail(
        id=intent.id, name=intent.name, title=intent.title, description=intent.description, topic_id=intent.topic_id,
        examples=[_example(row) for row in rows], next=following, accepted=counted.examples, proposed=counted.proposed,
        created_at=intent.created_at, updated_at=intent.updated_at,
    )  # fmt: skip


@router.patch("/intents/{intent_id}")
async def change_intent(
    request: Request, actor: Supervisor, intent_id: UUID, change: schemas.IntentChange
) -> schemas.IntentView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.change_intent(session, intent_id, changes_of(change))
        view = _view(await queries.intent(session, intent_id))
    platform.hub.wake(actor.workspace_id)
    return view


@router.delete("/intents/{intent_id}", status_code=204)
async def remove_intent(request: Request, actor: Supervisor, intent_id: UUID) -> None:
    """With its examples. A released version goes on knowing it until another one is released."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.remove_intent(session, intent_id)
    platform.hub.wake(actor.workspace_id)


@router.post("/intents/{intent_id}/examples", status_code=201)
async def add_examples(
    request: Request, actor: Supervisor, intent_id: UUID, wanted: schemas.ExamplesIn
) -> schemas.Added:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        added = await actions.add_examples(session, actor.workspace_id, intent_id, wanted.texts)
    platform.hub.wake(actor.workspace_id)
    return schemas.Added(examples=[_example(row) for row in added])


@router.post("/intents/{intent_id}/examples/{example_id}/accept")
async def accept_example(request: Request, actor: Supervisor, intent_id: UUID, example_id: UUID) -> schemas.ExampleView:
    """Has an example that a correction proposed learnt from, with the next version."""
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        example = await actions.accept(session, intent_id, example_id)
    platform.hub.wake(actor.workspace_id)
    return _example(example)


@router.delete("/intents/{intent_id}/examples/{example_id}", status_code=204)
async def remove_example(request: Request, actor: Supervisor, intent_id: UUID, example_id: UUID) -> None:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.remove_example(session, intent_id, example_id)
    platform.hub.wake(actor.workspace_id)


def _topic(topic: Topic) -> schemas.TopicView:
    return schemas.TopicView.model_validate(topic, from_attributes=True)


def _example(example: IntentExample) -> schemas.ExampleView:
    return schemas.ExampleView.model_validate(example, from_attributes=True)


def _view(counted: Counted) -> schemas.IntentView:
    intent = counted.intent
    return schemas.IntentView(
        id=intent.id, name=intent.name, title=intent.title, description=intent.description, topic_id=intent.topic_id,
        examples=counted.examples, proposed=counted.proposed, created_at=intent.created_at, updated_at=intent.updated_at,
    )  # fmt: skip


def _shipped() -> list[schemas.ShippedIntentView]:
    return [
        schemas.ShippedIntentView(
            name=one.name,
            title=schemas.Titles(es=one.title.es, en=one.title.en),
            topic=schemas.Titles(es=TOPICS[one.topic].es, en=TOPICS[one.topic].en),
            topic_name=one.topic,
        )
        for one in SHIPPED.values()
    ]
