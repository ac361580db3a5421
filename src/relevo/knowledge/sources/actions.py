"""Sources as supervisors write them: added, changed, looked at again, taken away; files that are dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Conflict, Invalid
from relevo.kit.ids import new_id
from relevo.kit.text import clean_line
from relevo.knowledge.sources import queries, runs
from relevo.knowledge.sources.tables import Source, SourceFile, SourceItem
from relevo.knowledge.sources.types import MOST_SOURCES, Kind, SourceSettings
from relevo.knowledge.sources.withdraw import withdraw
from relevo.knowledge.tables import Article
from relevo.knowledge.types import By
from relevo.platform.events import record

_TITLE_LIMIT = 200


async def add(
    session: AsyncSession,
    workspace_id: UUID,
    *,
    kind: Kind,
    address: str,
    title: str = "",
    locale: str | None = None,
    every_hours: int | None = None,
    settings: SourceSettings | None = None,
    by: By,
) -> Source:
    """A source whose first run has begun. Raises Conflict, Invalid."""
    await _check_room(session)
    if kind != "upload" and await find(session, kind, address):
        raise Conflict("There is a source with this address already.", code="source_exists")
    source = Source(
        id=new_id(), workspace_id=workspace_id, kind=kind, address=address, title=clean_line(title or address, limit=_TITLE_LIMIT),
        locale=locale, every_hours=every_hours, settings=(settings or SourceSettings()).as_json(), state="idle", done=0, total=0,
        counts={}, created_by=by.as_json(), created_at=now(),
    )  # fmt: skip
    runs.begin(source)
    session.add(source)
    await session.flush()
    await runs.tell(session, source)
    return source


async def find(session: AsyncSession, kind: Kind, address: str) -> Source | None:
    return await session.scalar(select(Source).where(Source.kind == kind, Source.address == address))


async def upload(
    session: AsyncSession,
    workspace_id: UUID,
    files: Sequence[tuple[str, bytes]],
    *,
    locale: str | None,
    status: str | None,
    by: By,
) -> Source:
    """A source of these files, to be read. Raises Invalid."""
    names = _names([name for name, _ in files])
    title = names[0] if len(names) == 1 else f"{names[0]} + {len(names) - 1}"
    source = await add(
        session, workspace_id, kind="upload", address=title, title=title, locale=locale,
        settings=SourceSettings(status=status), by=by,
    )  # fmt: skip
    for name, (_, content) in zip(names, files, strict=True):
        item = SourceItem(
            id=new_id(), workspace_id=workspace_id, source_id=source.id, name=name, address=name, taken=False, reason="", detail="",
            articles=[], run_id=source.run_id, attempts=0, missing=0,
        )  # fmt: skip
        session.add(item)
        await session.flush()
        session.add(SourceFile(item_id=item.id, workspace_id=workspace_id, content=content))
    source.total = len(names)
    await session.flush()
    await runs.tell(session, source)
    return source


def _names(given: Sequence[str]) -> list[str]:
    """What the files are called, without the folders of whoever sent them; each once."""
    names: list[str] = []
    for name in given:
        path = PurePosixPath(clean_line(name.replace("\\", "/"), limit=400))
        base, count = path.name or "file", 1
        while base in names:
            count += 1
            base = f"{PurePosixPath(path.name).stem} ({count}){path.suffix}"
        names.append(base)
    return names


async def change(session: AsyncSession, source_id: UUID, changes: Mapping[str, Any]) -> Source:
    """Raises NotFound. What is set otherwise holds for everything from the next run on."""
    source = await queries.get(session, source_id, lock=True)
    if "title" in changes:
        source.title = clean_line(changes["title"], limit=_TITLE_LIMIT) or source.title
    if "every_hours" in changes:
        source.every_hours = changes["every_hours"]
        source.next_run_at = runs.next_run(source) if source.state != "running" else source.next_run_at
    settings = replace(SourceSettings.of(source.settings), **changes.get("settings", {}))
    if settings.as_json() != source.settings or changes.get("locale", source.locale) != source.locale:
        source.settings, source.locale = settings.as_json(), changes.get("locale", source.locale)
        again = update(SourceItem).where(SourceItem.source_id == source.id)
        await session.execute(again.values(content_hash=None, etag=None, last_modified=None))
        source.counts = {name: value for name, value in source.counts.items() if name != "mark"}
    await session.flush()
    await runs.tell(session, source)
    return source


async def refresh(session: AsyncSession, source_id: UUID) -> Source:
    """Begins a run, where none is under way. Raises NotFound, Conflict."""
    source = await queries.get(session, source_id, lock=True)
    if source.kind == "upload":
        raise Conflict("Files that were dropped are not kept; drop them again.", code="not_kept")
    runs.begin(source)
    await session.flush()
    await runs.tell(session, source)
    return source


async def remove(session: AsyncSession, source_id: UUID, *, by: By, with_articles: bool) -> None:
    """Its articles stay as they are, or are withdrawn. Raises NotFound."""
    source = await queries.get(session, source_id, lock=True)
    if with_articles:
        names = await session.scalars(select(Article.name).where(Article.source_id == source.id))
        await withdraw(session, list(names), by=by, note=source.title)
    await session.execute(update(Article).where(Article.source_id == source.id).values(source_id=None))
    await session.delete(source)
    await session.flush()
    await record(session, "source.updated", data={"id": str(source_id), "state": "removed"})


async def _check_room(session: AsyncSession) -> None:
    """Raises Invalid where there are enough sources."""
    if (await session.scalar(select(func.count()).select_from(Source)) or 0) >= MOST_SOURCES:
        raise Invalid(f"A workspace has at most {MOST_SOURCES} sources.", code="too_many_sources")
