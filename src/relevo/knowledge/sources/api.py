"""Routes of sources and of files that are dropped. All members read them; supervisors write them."""

import asyncio
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Query, Request, UploadFile
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.errors import Invalid, TooLarge
from relevo.knowledge.reading.types import LARGEST_BYTES
from relevo.knowledge.sources import actions, queries
from relevo.knowledge.sources.folder import allowed_folder
from relevo.knowledge.sources.guard import guard_of
from relevo.knowledge.sources.jobs import JOB
from relevo.knowledge.sources.schemas import (
    Items,
    KnowledgeSource,
    KnowledgeSources,
    SettingsIn,
    SourceChange,
    SourceIn,
    Uploaded,
    item_view,
    source_view,
)
from relevo.knowledge.sources.tables import Source
from relevo.knowledge.sources.types import LARGEST_UPLOAD, MOST_UPLOADED_FILES, SourceSettings
from relevo.knowledge.types import By, Status
from relevo.platform.http import platform_of
from relevo.platform.jobs import put_off
from relevo.platform.outbound.guard import read_url
from relevo.platform.platform import Platform
from relevo.workspaces.authenticate import Agent, Supervisor
from relevo.workspaces.types import Locale

router = APIRouter(prefix="/api/v1", tags=["sources"])
LARGE_BODIES = {"/api/v1/knowledge/uploads": LARGEST_UPLOAD}


@router.get("/sources")
async def list_sources(request: Request, actor: Agent) -> KnowledgeSources:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return KnowledgeSources(sources=[source_view(one, actor.locale) for one in await queries.sources(session)])


@router.post("/sources", status_code=201)
async def add_source(request: Request, actor: Supervisor, wanted: SourceIn) -> KnowledgeSource:
    """Its first run begins at once. An address that leads into an internal network is refused, here or when it is fetched."""
    platform = platform_of(request)
    await platform.limits.hit("sources.write", actor.member_id.hex)
    address = await _checked(platform, wanted)
    async with platform.db.transaction(actor.workspace_id) as session:
        source = await actions.add(
            session, actor.workspace_id, kind=wanted.kind, address=address, title=wanted.title, locale=wanted.locale,
            every_hours=wanted.every_hours, settings=_settings(wanted.settings), by=By.actor(actor),
        )  # fmt: skip
        await _have_visited(session, source)
    platform.hub.wake(actor.workspace_id)
    return source_view(source, actor.locale)


@router.get("/sources/{source_id}")
async def get_source(request: Request, actor: Agent, source_id: UUID) -> KnowledgeSource:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return source_view(await queries.get(session, source_id), actor.locale)


@router.patch("/sources/{source_id}")
async def change_source(request: Request, actor: Supervisor, source_id: UUID, change: SourceChange) -> KnowledgeSource:
    """Only the fields that are sent; of `settings`, too."""
    platform = platform_of(request)
    changes = {name: getattr(change, name) for name in change.model_fields_set - {"settings"}}
    if "settings" in change.model_fields_set:
        sent = _settings(change.settings)
        changes["settings"] = {name: getattr(sent, name) for name in change.settings.model_fields_set}
    async with platform.db.transaction(actor.workspace_id) as session:
        source = await actions.change(session, source_id, changes)
    platform.hub.wake(actor.workspace_id)
    return source_view(source, actor.locale)


@router.delete("/sources/{source_id}", status_code=204)
async def remove_source(
    request: Request, actor: Supervisor, source_id: UUID, articles: Literal["keep", "withdraw"] = "keep"
) -> None:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await actions.remove(session, source_id, by=By.actor(actor), with_articles=articles == "withdraw")
    platform.hub.wake(actor.workspace_id)


@router.post("/sources/{source_id}/refresh")
async def refresh_source(request: Request, actor: Supervisor, source_id: UUID) -> KnowledgeSource:
    """Looks at it again now. Where a run is under way, it is that one."""
    platform = platform_of(request)
    await platform.limits.hit("sources.write", actor.member_id.hex)
    async with platform.db.transaction(actor.workspace_id) as session:
        source = await actions.refresh(session, source_id)
        await _have_visited(session, source)
    platform.hub.wake(actor.workspace_id)
    return source_view(source, actor.locale)


@router.get("/sources/{source_id}/items")
async def list_items(
    request: Request, actor: Agent, source_id: UUID, limit: Annotated[int, Query(ge=1, le=2_000)] = 500
) -> Items:
    """What was left first, then what was taken."""
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        await queries.get(session, source_id)
        return Items(
            items=[item_view(one, actor.locale) for one in await queries.items(session, source_id, limit=limit)]
        )


@router.post("/knowledge/uploads", status_code=202)
async def upload_files(
    request: Request,
    actor: Supervisor,
    files: list[UploadFile],
    locale: Annotated[Locale | None, Form()] = None,
    status: Annotated[Status | None, Form()] = None,
) -> Uploaded:
    """Files are read one after another, beside everything else; `items` of the source say what became of each."""
    platform = platform_of(request)
    await platform.limits.hit("knowledge.upload", actor.member_id.hex)
    if len(files) > MOST_UPLOADED_FILES:
        raise Invalid(f"At most {MOST_UPLOADED_FILES} files at a time.", code="too_many_files")
    contents = [(file.filename or "file", await _content(file)) for file in files]
    async with platform.db.transaction(actor.workspace_id) as session:
        source = await actions.upload(
            session, actor.workspace_id, contents, locale=locale, status=status, by=By.actor(actor)
        )
        await _have_visited(session, source)
    platform.hub.wake(actor.workspace_id)
    return Uploaded(source=source_view(source, actor.locale))


async def _content(file: UploadFile) -> bytes:
    content = await file.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise TooLarge(f"{file.filename or 'A file'} is larger than {LARGEST_BYTES // 1024 // 1024} MB.")
    return content


async def _checked(platform: Platform, wanted: SourceIn) -> str:
    """The address as it is kept. Raises Invalid, Refused."""
    if wanted.kind == "folder":
        roots = platform.settings.knowledge_folders
        return str(await asyncio.to_thread(allowed_folder, wanted.address, roots))
    url = read_url(wanted.address.strip()).copy_with(fragment=None)
    guard_of(platform).judge(url)
    return str(url)


def _settings(given: SettingsIn) -> SourceSettings:
    return SourceSettings(
        review=given.review, tags=tuple(given.tags), countries=tuple(sorted({code.lower() for code in given.countries})),
        audience=given.audience, own_site=given.own_site,
    )  # fmt: skip


async def _have_visited(session: AsyncSession, source: Source) -> None:
    await put_off(session, JOB, workspace_id=str(source.workspace_id), source_id=str(source.id))
