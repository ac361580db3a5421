"""Any file that is read, by its kind. Here for what a process of its own does, and for tests."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from relevo.knowledge.findings.orders import orders
from relevo.knowledge.reading.types import Content, Kind, Remark, Unreadable

_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")


def read(kind: Kind, content: bytes, *, name: str = "", charset: str | None = None, address: str = "") -> Content:
    """Raises Unreadable. The libraries are loaded by the kind that needs them."""
    title = PurePosixPath(name).stem.replace("_", " ").replace("-", " ").strip() or name
    match kind:
        case "markdown" | "text":
            from relevo.knowledge.reading.plain import read_plain  # noqa: PLC0415

            found = read_plain(content, charset=charset)
        case "html":
            from relevo.knowledge.reading.html import read_html  # noqa: PLC0415

            found = read_html(content, charset=charset, address=address)
        case "pdf":
            from relevo.knowledge.reading.pdf import read_pdf  # noqa: PLC0415

            found = read_pdf(content)
        case "docx":
            from relevo.knowledge.reading.docx import read_docx  # noqa: PLC0415

            found = read_docx(content)
        case "xlsx":
            from relevo.knowledge.reading.xlsx import read_xlsx  # noqa: PLC0415

            found = read_xlsx(content, title=title)
        case "csv":
            from relevo.knowledge.reading.csv_file import read_csv  # noqa: PLC0415

            found = read_csv(content, title=title)
    found = replace(found, parts=tuple(replace(part, body=_storable(part.body)) for part in found.parts))
    if not any(part.body.strip() for part in found.parts):
        raise Unreadable("It holds no text.", code="empty")
    said = "\n\n".join([part.body for part in found.parts] + [remark.detail for remark in found.remarks])
    suspicious = orders(name, said)
    return replace(found, remarks=(*found.remarks, Remark("suspicious", suspicious[0].quote))) if suspicious else found


def _storable(text: str) -> str:
    """Without what no text has and no database keeps, as broken files give it."""
    return text if text.isascii() and "\0" not in text else _NOT_STORABLE.sub("", text)
