"""Files and folders of this machine taken into the knowledge base, with a word on each: taken, or left and why."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.knowledge.reading.reasons import sentence
from relevo.knowledge.reading.types import LARGEST_BYTES, Remark, Unreadable
from relevo.knowledge.taking import Origin, Outcome, Read, outcome_of, put, read_file
from relevo.platform.platform import Platform
from relevo.workspaces.queries import get_workspace

MOST_FILES = 2_000
_TOGETHER = 50  # files in a transaction


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file or page."""

    name: str
    outcome: Outcome
    remarks: tuple[Remark, ...] = ()

    @property
    def taken(self) -> bool:
        return self.outcome.taken

    @property
    def reason(self) -> str:
        """In English, for the command line."""
        return "; ".join([self.outcome.sentence(), *self.notes])

    @property
    def notes(self) -> list[str]:
        return [sentence(r.code, r.detail) for r in self.remarks if r.code in ("hidden_text", "cut", "skipped_rows")]


async def add_path(session: AsyncSession, path: str, *, locale: str | None = None) -> list[Report]:
    """Takes a file, or every readable file of a folder, into the transaction's workspace. For small folders: it reads meanwhile."""
    workspace = await get_workspace(session)
    return [await _put(session, workspace.id, name, found) async for name, found in _read_all(path, locale)]


async def add_files(
    platform: Platform, workspace_id: UUID, path: str, *, locale: str | None, on_report: Callable[[Report], None]
) -> list[Report]:
    """The same without a transaction that waits for slow files."""
    reports: list[Report] = []
    waiting: list[tuple[str, Read | Outcome]] = []

    async def store() -> None:
        async with platform.db.transaction(workspace_id) as session:
            stored = [await _put(session, workspace_id, name, found) for name, found in waiting]
        waiting.clear()
        reports.extend(stored)
        for report in stored:
            on_report(report)

    async for name, found in _read_all(path, locale):
        waiting.append((name, found))
        if len(waiting) >= _TOGETHER:
            await store()
    await store()
    return reports


async def _put(session: AsyncSession, workspace_id: UUID, name: str, found: Read | Outcome) -> Report:
    if isinstance(found, Outcome):
        return Report(name, found)
    return Report(name, await put(session, workspace_id, found), found.remarks)


async def _read_all(path_given: str, locale: str | None) -> AsyncIterator[tuple[str, Read | Outcome]]:
    files = await asyncio.to_thread(_files_at, path_given)
    if not files:
        yield path_given, Outcome(False, "missing" if files is None else "no_files")
        return
    for file, name in files[:MOST_FILES]:
        yield name, await _read(file, name, locale)
    for _, name in files[MOST_FILES:]:
        yield name, Outcome(False, "too_many", str(MOST_FILES))


def _files_at(path_given: str) -> list[tuple[Path, str]] | None:
    path = Path(path_given).expanduser()
    return files_of(path) if path.exists() else None


def files_of(path: Path) -> list[tuple[Path, str]]:
    """Files with their stable names: the path below the folder that was given. Hidden ones are passed over."""
    if path.is_file():
        return [(path, path.name)]
    below = ((file, file.relative_to(path)) for file in sorted(path.rglob("*")))
    return [
        (file, name.as_posix())
        for file, name in below
        if not any(part.startswith((".", "~$")) for part in name.parts) and file.is_file()
    ]


async def _read(file: Path, name: str, locale: str | None) -> Read | Outcome:
    try:
        content = await asyncio.to_thread(content_of, file)
        return await read_file(Origin(name, locale=locale, source=f"file:{name}"), content)
    except Unreadable as error:
        return outcome_of(error)


def content_of(file: Path) -> bytes:
    """Raises Unreadable."""
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise Unreadable("It is too large.", code="too_large", value=f"{LARGEST_BYTES // 1024 // 1024} MB")
        return file.read_bytes()
    except OSError as error:
        raise Unreadable("It cannot be opened.", code="unreadable") from error
