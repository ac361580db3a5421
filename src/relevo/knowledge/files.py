"""Files and folders taken into the knowledge base, with a word on each: taken, or left and why."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.kit.errors import RelevoError
from relevo.knowledge.actions import Change, put_article
from relevo.knowledge.documents import Document, read_document
from relevo.workspaces.queries import get_workspace

READ = {".md", ".markdown", ".txt", ".html", ".htm"}
LARGEST_BYTES = 2 * 1024 * 1024
_WEB = re.compile(r"^https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file or address. `reason` says what was done, or why it was left."""

    name: str
    taken: bool
    reason: str


async def add_path(session: AsyncSession, path_or_address: str, *, locale: str | None = None) -> list[Report]:
    """Takes a file, or every readable file of a folder, into the transaction's workspace."""
    if _WEB.match(path_or_address):
        return [Report(path_or_address, taken=False, reason="web pages are not supported yet")]
    workspace = await get_workspace(session)
    reports: list[Report] = []
    for document in await asyncio.to_thread(_documents, path_or_address, locale):
        if isinstance(document, Report):
            reports.append(document)
        else:
            change = await put_article(session, workspace.id, document)
            reports.append(Report(document.name, taken=change is not Change.UNCHANGED, reason=_REASONS[change]))
    return reports


_REASONS = {
    Change.ADDED: "added",
    Change.REPLACED: "replaced",
    Change.UNCHANGED: "unchanged since last time",
    Change.HELD: "held for review",
}


def _documents(path_or_address: str, locale: str | None) -> list[Document | Report]:
    path = Path(path_or_address).expanduser()
    if not path.exists():
        return [Report(path_or_address, taken=False, reason="there is no such file or folder")]
    found = [_document(file, name, locale=locale) for file, name in _files(path)]
    return found or [Report(path_or_address, taken=False, reason="the folder holds no files")]


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """Files with their stable names: the path below the folder that was given."""
    if path.is_file():
        yield path, path.name
        return
    for file in sorted(path.rglob("*")):
        below = file.relative_to(path)
        if file.is_file() and not any(part.startswith(".") for part in below.parts):
            yield file, below.as_posix()


def _document(file: Path, name: str, *, locale: str | None) -> Document | Report:
    kind = file.suffix.lower()
    if kind not in READ:
        return Report(name, taken=False, reason=f"files of the kind {kind or 'without ending'} are not read")
    if file.stat().st_size > LARGEST_BYTES:
        return Report(name, taken=False, reason=f"larger than {LARGEST_BYTES // (1024 * 1024)} MB")
    try:
        text = file.read_text("utf-8-sig")
        if kind in {".html", ".htm"}:
            text = markdown_of_html(text)
        document = read_document(name, text, locale=locale, source=f"file:{name}")
    except UnicodeDecodeError:
        return Report(name, taken=False, reason="not UTF-8 text")
    except (OSError, RelevoError) as error:
        return Report(name, taken=False, reason=f"cannot be read: {error}")
    return document if document.body else Report(name, taken=False, reason="empty")


def markdown_of_html(html: str) -> str:
    """The text of a simple page with its headings, lists and tables; scripts, styles and navigation are left out."""
    reader = _Html()
    reader.feed(html)
    reader.close()
    return reader.markdown()


class _Html(HTMLParser):
    _SKIPPED = frozenset({"script", "style", "nav", "header", "footer", "noscript", "template", "svg", "head"})
    _HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
    _BLOCKS = frozenset({"p", "div", "section", "article", "main", "blockquote", "ul", "ol", "table", "br"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line = ""
        self._skipping = 0
        self._numbers: list[int | None] = []
        self._row: list[str] | None = None
        self._rows = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._SKIPPED:
            self._skipping += 1
        elif tag in self._HEADINGS:
            self._end_line(blank=True)
            self._line = "#" * int(tag[1]) + " "
        elif tag in {"ul", "ol"}:
            self._end_line(blank=True)
            self._numbers.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._end_line()
            self._line = self._mark()
        elif tag == "tr":
            self._end_line(blank=self._rows == 0)
            self._row = []
        elif tag == "table":
            self._end_line(blank=True)
            self._rows = 0
        elif tag in self._BLOCKS and self._row is None and not self._numbers:
            self._end_line(blank=True)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag in {"td", "th"} and self._row is not None:
            self._row.append(" ".join(self._line.split()))
            self._line = ""
        elif tag == "tr" and self._row is not None:
            self._end_row(self._row)
        elif tag in {"ul", "ol"} and self._numbers:
            self._end_line(blank=True)
            self._numbers.pop()
        elif tag in self._HEADINGS or (tag in self._BLOCKS and self._row is None and not self._numbers):
            self._end_line(blank=True)

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._line += data if data.strip() else " "

    def markdown(self) -> str:
        self._end_line()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip()

    def _mark(self) -> str:
        if not self._numbers or self._numbers[-1] is None:
            return "- "
        self._numbers[-1] += 1
        return f"{self._numbers[-1]}. "

    def _end_line(self, *, blank: bool = False) -> None:
        line = " ".join(self._line.split())
        self._line = ""
        if line and line.strip("#-. "):
            self._lines.append(line)
        if blank:
            self._lines.append("")

    def _end_row(self, row: list[str]) -> None:
        self._lines.append("| " + " | ".join(cell.replace("|", "/") for cell in row) + " |")
        if self._rows == 0:
            self._lines.append("|" + "---|" * len(row))
        self._rows += 1
        self._row = None
        self._line = ""
