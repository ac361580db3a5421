"""The bytes of a file or page as documents, and documents as articles, with a word on what became of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.errors import RelevoError
from relevo.knowledge.actions import Change, put_article
from relevo.knowledge.documents import Document, read_document
from relevo.knowledge.parse.process import read_apart
from relevo.knowledge.reading.kinds import SIMPLE, kind_of
from relevo.knowledge.reading.pieces import pieces_of
from relevo.knowledge.reading.read import read
from relevo.knowledge.reading.reasons import sentence
from relevo.knowledge.reading.types import LARGEST_BYTES, Content, Part, Remark, Unreadable
from relevo.knowledge.types import SYSTEM, By

_LARGEST_SIMPLE = 64 * 1024  # larger ones are read beside the event loop


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file comes from: its stable name, and what is known of it beforehand."""

    name: str
    locale: str | None = None
    url: str | None = None
    source: str = ""
    content_type: str = ""
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file. `code` and `detail` are a reason of relevo.knowledge.reading.reasons."""

    taken: bool
    code: str
    detail: str = ""
    articles: tuple[str, ...] = ()

    def sentence(self, locale: str = "en") -> str:
        return sentence(self.code, self.detail, locale=locale)


@dataclass(frozen=True, slots=True)
class Read:
    documents: tuple[Document, ...]
    remarks: tuple[Remark, ...] = ()

    def remark(self, code: str) -> Remark | None:
        return next((remark for remark in self.remarks if remark.code == code), None)


async def read_file(origin: Origin, content: bytes) -> Read:
    """Raises Unreadable. Whatever is not plain text is read in a process of its own."""
    if len(content) > LARGEST_BYTES:
        raise Unreadable("It is too large.", code="too_large", value=f"{LARGEST_BYTES // 1024 // 1024} MB")
    kind = kind_of(origin.name, content, content_type=origin.content_type)
    if kind not in SIMPLE:
        found = await read_apart(kind, content, name=origin.name, charset=origin.charset, address=origin.url or "")
    elif len(content) > _LARGEST_SIMPLE:
        found = await asyncio.to_thread(read, kind, content, name=origin.name, charset=origin.charset)
    else:
        found = read(kind, content, name=origin.name, charset=origin.charset)
    says_about_itself = kind == "markdown"
    parts = [piece for part in found.parts for piece in pieces_of(part)]
    return Read(tuple(_document(origin, part, found, trusted=says_about_itself) for part in parts), found.remarks)


def _document(origin: Origin, part: Part, found: Content, *, trusted: bool) -> Document:
    name = f"{origin.name}#{part.name}" if part.name else origin.name
    # What stands between dashes on top of a file is about the file only in Markdown.
    text = part.body if trusted or not part.body.startswith("---") else f"\\{part.body}"
    return read_document(name, text, locale=origin.locale or found.locale, url=origin.url, source=origin.source)


async def put(
    session: AsyncSession,
    workspace_id: UUID,
    found: Read,
    *,
    by: By = SYSTEM,
    source_id: UUID | None = None,
    status: str | None = None,
) -> Outcome:
    """Takes the documents over. Those that seem to give orders to a model wait for a member, whatever `status` says."""
    suspicious = found.remark("suspicious")
    changes = [
        await put_article(
            session, workspace_id, document, by=by, source_id=source_id, status="review" if suspicious else status
        )
        for document in found.documents
    ]
    names = tuple(document.name for document in found.documents)
    if suspicious and any(change is Change.HELD for change in changes):
        return Outcome(True, "suspicious", suspicious.detail, names)
    return Outcome(_is_new(changes), _code(changes), "", names)


def outcome_of(error: RelevoError) -> Outcome:
    """Of a file that was left."""
    return Outcome(False, error.stable_code, str(error.data.get("value", "")))


def _is_new(changes: Sequence[Change]) -> bool:
    return any(change is not Change.UNCHANGED for change in changes)


def _code(changes: Sequence[Change]) -> str:
    for change in (Change.HELD, Change.ADDED, Change.REPLACED):
        if change in changes:
            return str(change)
    return str(Change.UNCHANGED)
