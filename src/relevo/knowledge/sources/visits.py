"""Works through a run: plans it, visits one item after another, writes what became of each. Nothing slow inside a transaction."""

import asyncio
import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.clock import now
from relevo.kit.errors import Invalid, RelevoError
from relevo.knowledge.reading.types import Unreadable
from relevo.knowledge.sources import runs
from relevo.knowledge.sources.folder import allowed_folder, content_below, listing, mark_of, state_of
from relevo.knowledge.sources.pages import Fetcher, Known, host_of, name_of, visit_page
from relevo.knowledge.sources.sitemap import pages_of
from relevo.knowledge.sources.sketch import same_as, sketch_of
from relevo.knowledge.sources.tables import Source, SourceFile, SourceItem
from relevo.knowledge.sources.types import MISSING_TIMES, MOST_PAGES, Planned, SourceSettings, Visited
from relevo.knowledge.sources.withdraw import withdraw
from relevo.knowledge.tables import Article
from relevo.knowledge.taking import Origin, Outcome, Read, outcome_of, put, read_file
from relevo.knowledge.types import By
from relevo.platform.outbound.refused import FetchFailed, Refused
from relevo.platform.platform import Platform

_MOST_ATTEMPTS = 3
_TELL_SECONDS = 0.4

OnItem = Callable[[str, Outcome], None]


@dataclass
class Visits:
    """One worker's turn at a run, under its lease."""

    platform: Platform
    workspace_id: UUID
    source: Source  # as it was when the lease was taken
    lease: UUID
    fetcher: Fetcher
    on_item: OnItem | None = None
    _told_at: float = 0.0

    @property
    def settings(self) -> SourceSettings:
        return SourceSettings.of(self.source.settings)

    async def work(self, *, seconds: float) -> bool:
        """Whether the run is finished; otherwise the time is up. Raises LeaseLost."""
        until = time.monotonic() + seconds
        if self.source.total == 0 and not await self._plan():
            return True
        while time.monotonic() < until:
            item = await self._next()
            if item is None:
                return True
            visited = await self._visit(item)
            outcome = await self._store(item.id, visited)
            if self.on_item:
                self.on_item(item.name, outcome)
        return False

    async def _plan(self) -> bool:
        """Whether there is anything to visit; otherwise the run is over."""
        try:
            planned, more = await self._planned()
        except (Unreadable, FetchFailed, Refused, Invalid) as error:
            async with self.platform.db.transaction(self.workspace_id) as session:
                source = await runs.held(session, self.source.id, self.lease)
                await runs.fail(session, source, error.stable_code)
            self.platform.hub.wake(self.workspace_id)
            return False
        async with self.platform.db.transaction(self.workspace_id) as session:
            source = await runs.held(session, self.source.id, self.lease)
            await runs.plan(session, source, planned)
            source.counts = {**source.counts, **more}
            self.source = source
            is_over = source.total == 0
            await (runs.finish(session, source, more) if is_over else runs.tell(session, source))
        self.platform.hub.wake(self.workspace_id)
        return not is_over

    async def _planned(self) -> tuple[list[Planned], dict[str, Any]]:
        address = self.source.address
        match self.source.kind:
            case "page":
                return [Planned(name_of(address), address)], {}
            case "sitemap":
                pages, more = await pages_of(self.fetcher, address)
                return pages, {"not_read": more} if more else {}
            case "folder":
                folder = await self._folder()
                files = await asyncio.to_thread(listing, folder)
                more = max(0, len(files) - MOST_PAGES)
                mark = await asyncio.to_thread(mark_of, folder)
                return files[:MOST_PAGES], {"mark": mark} | ({"not_read": more} if more else {})
            case _:
                return [], {}

    async def _folder(self) -> Path:
        return await asyncio.to_thread(allowed_folder, self.source.address, self.platform.settings.knowledge_folders)

    async def _next(self) -> SourceItem | None:
        async with self.platform.db.transaction(self.workspace_id) as session:
            source = await runs.held(session, self.source.id, self.lease)
            item = await runs.next_item(session, source)
            if item is None:
                kept = {name: source.counts[name] for name in ("mark", "not_read") if name in source.counts}
                await runs.finish(session, source, kept)
        if item is None:
            self.platform.hub.wake(self.workspace_id)
        return item

    async def _visit(self, item: SourceItem) -> Visited:
        if item.attempts > _MOST_ATTEMPTS:
            return Visited(Outcome(False, "failed"))
        match self.source.kind:
            case "folder":
                visited = await self._visit_file(item)
            case "upload":
                visited = await self._visit_upload(item)
            case _:
                visited = await self._visit_page(item)
        return _sketched(visited)

    async def _visit_page(self, item: SourceItem) -> Visited:
        known = Known(item.etag, item.last_modified, item.content_hash) if item.articles else Known()
        only = host_of(self.source.address) if self.source.kind == "sitemap" else None
        return await visit_page(
            self.fetcher, item.address, item.name, known=known, locale=self.source.locale, only_site=only
        )

    async def _visit_file(self, item: SourceItem) -> Visited:
        file = Path(item.address)
        try:
            folder = await self._folder()
            state = await asyncio.to_thread(state_of, file)
            if state == item.etag and item.articles:
                return Visited(Outcome(True, "unchanged"), False, item.content_hash, state)
            content = await asyncio.to_thread(content_below, file, folder)
            return await self._read(item, content, state=state, source=f"file:{item.name}")
        except FileNotFoundError:
            return Visited(Outcome(False, "not_found"), is_missing=True)
        except OSError:
            return Visited(Outcome(False, "unreadable"))
        except RelevoError as error:
            return Visited(outcome_of(error))

    async def _visit_upload(self, item: SourceItem) -> Visited:
        async with self.platform.db.transaction(self.workspace_id) as session:
            content = await session.scalar(select(SourceFile.content).where(SourceFile.item_id == item.id))
        if content is None:
            return Visited(Outcome(False, "failed"))
        try:
            return await self._read(item, content, state=None, source=f"file:{item.name}")
        except Unreadable as error:
            return Visited(outcome_of(error))

    async def _read(self, item: SourceItem, content: bytes, *, state: str | None, source: str) -> Visited:
        fingerprint = hashlib.sha256(content).hexdigest()
        if fingerprint == item.content_hash and item.articles:
            return Visited(Outcome(True, "unchanged"), False, fingerprint, state)
        found = await read_file(Origin(item.name, locale=self.source.locale, source=source), content)
        return Visited(found, False, fingerprint, state)

    async def _store(self, item_id: UUID, visited: Visited) -> Outcome:
        async with self.platform.db.transaction(self.workspace_id) as session:
            source = await runs.held(session, self.source.id, self.lease)
            item = await session.get(SourceItem, item_id, with_for_update=True)
            if item is None:
                raise runs.LeaseLost
            outcome = await self._outcome(session, item, visited)
            _write(item, visited, outcome)
            if outcome.articles:
                item.article_id = await session.scalar(select(Article.id).where(Article.name == outcome.articles[0]))
            await session.execute(delete(SourceFile).where(SourceFile.item_id == item_id))
            source.done = min(source.done + 1, source.total)
            if is_time := time.monotonic() - self._told_at > _TELL_SECONDS:
                self._told_at = time.monotonic()
                await runs.tell(session, source)
        if is_time:
            self.platform.hub.wake(self.workspace_id)
        return outcome

    async def _outcome(self, session: AsyncSession, item: SourceItem, visited: Visited) -> Outcome:
        """Takes over what was found, and takes back what is no longer there."""
        by = By("source", self.source.id, self.source.title)
        was = list(item.articles)
        if isinstance(visited.found, Outcome):
            if not visited.is_missing:
                return replace(visited.found, articles=tuple(was))
            if item.missing + 1 < MISSING_TIMES or not was:
                return replace(visited.found, articles=tuple(was))
            await withdraw(session, was, by=by, note=visited.found.detail)
            return Outcome(False, "gone", visited.found.detail)
        if visited.sketch and (other := await _same(session, item, visited.sketch)):
            await withdraw(session, was, by=by, note=f"= {other}")
            return Outcome(False, "same", other)
        found = await _named_apart(session, _with_settings(visited.found, self.settings), self.source)
        status = "review" if self.settings.review else self.settings.status
        outcome = await put(session, self.workspace_id, found, by=by, source_id=self.source.id, status=status)
        await withdraw(session, sorted(set(was) - set(outcome.articles)), by=by, note="")
        return outcome


def _sketched(visited: Visited) -> Visited:
    if isinstance(visited.found, Outcome):
        return visited
    text = "\n".join(document.body for document in visited.found.documents)
    return replace(visited, sketch=sketch_of(text))


async def _same(session: AsyncSession, item: SourceItem, sketch: bytes) -> str | None:
    """Another item of the source that was taken before and says nearly the same."""
    query = select(SourceItem.name, SourceItem.sketch).where(
        SourceItem.source_id == item.source_id,
        SourceItem.id < item.id,
        SourceItem.taken,
        SourceItem.sketch.is_not(None),
    )
    rows = [(str(name), other) for name, other in (await session.execute(query)).all() if other]
    return same_as(sketch, rows)


def _with_settings(found: Read, settings: SourceSettings) -> Read:
    """What a document says about itself counts more."""
    documents = tuple(
        replace(
            document,
            tags=document.tags if document.tags is not None else settings.tags or None,
            countries=document.countries if document.countries is not None else settings.countries or None,
            audience=document.audience or settings.audience,
        )
        for document in found.documents
    )
    return Read(documents, found.remarks)


async def _named_apart(session: AsyncSession, found: Read, source: Source) -> Read:
    """Another source may hold files of the same name; the articles of one must not become those of the other."""
    names = [document.name for document in found.documents]
    others = select(Article.name).where(
        Article.name.in_(names), Article.source_id.is_not(None), Article.source_id != source.id
    )
    taken = set(await session.scalars(others)) if source.kind == "folder" else set[str]()
    if not taken:
        return found
    prefix = Path(source.address).name
    return Read(tuple(replace(d, name=f"{prefix}/{d.name}") for d in found.documents), found.remarks)


def _write(item: SourceItem, visited: Visited, outcome: Outcome) -> None:
    remarks = visited.found.remarks if isinstance(visited.found, Read) else ()
    worth_saying = next((r for r in remarks if r.code in ("hidden_text", "cut", "skipped_rows")), None)
    item.taken, item.reason, item.detail = (
        outcome.taken or outcome.code == "unchanged",
        outcome.code,
        outcome.detail[:500],
    )
    if worth_saying and not outcome.detail:
        item.detail = f"{worth_saying.code}:{worth_saying.detail}"[:500]
    item.articles, item.at, item.run_id = list(outcome.articles), now(), None
    item.missing = item.missing + 1 if visited.is_missing else 0
    if not outcome.articles:
        item.article_id = None
    if visited.content_hash:
        item.content_hash, item.etag, item.last_modified = visited.content_hash, visited.etag, visited.last_modified
    if visited.sketch:
        item.sketch = visited.sketch
