"""What reading a file gives."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from relevo.kit.errors import RelevoError

Kind = Literal["markdown", "text", "html", "pdf", "docx", "xlsx", "csv"]

LARGEST_BYTES = 25 * 1024 * 1024
LONGEST_TEXT = 2_000_000  # characters of one file, whatever they were unpacked from


@dataclass(frozen=True, slots=True)
class Part:
    """An article's worth of a file. `name` tells it from the others of the file; "" where it is the whole."""

    body: str
    title: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that an editor should know: hidden_text, suspicious, cut, skipped_rows, no_index. `detail` is an excerpt or a number."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    parts: tuple[Part, ...]
    remarks: tuple[Remark, ...] = ()
    locale: str | None = None  # where the file says it


class Unreadable(RelevoError):
    """The file cannot be read. `stable_code` is a reason of relevo.knowledge.reading.reasons."""

    code: ClassVar[str] = "broken"
    status: ClassVar[int] = 422
