"""What kind of file it is: by what it begins with, then by its name, then by what its server says."""

from pathlib import PurePosixPath

from relevo.knowledge.reading.types import Kind, Unreadable

_BY_ENDING: dict[str, Kind] = {
    ".md": "markdown", ".markdown": "markdown", ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx", ".xlsx": "xlsx", ".xlsm": "xlsx", ".csv": "csv", ".tsv": "csv",
}  # fmt: skip
_BY_TYPE: dict[str, Kind] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "markdown",
    "application/pdf": "pdf", "text/csv": "csv", "text/tab-separated-values": "csv",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}  # fmt: skip
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENDINGS = frozenset(_BY_ENDING)
SIMPLE: frozenset[Kind] = frozenset({"markdown", "text"})  # read without further ado


def kind_of(name: str, content: bytes, *, content_type: str = "") -> Kind:
    """Raises Unreadable for what is not read."""
    ending = PurePosixPath(name.lower()).suffix
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _zipped(ending, content)
    if content.startswith(_OLD_OFFICE):
        raise Unreadable("This is of an old version of Office.", code="old_office")
    said = _BY_TYPE.get(content_type.split(";", maxsplit=1)[0].strip().lower())
    kind = said if said not in (None, "text") else _BY_ENDING.get(ending) or said
    if kind in ("pdf", "docx", "xlsx"):
        raise Unreadable("It does not begin like one.", code="broken")
    if kind is None:
        raise Unreadable("This kind of file is not read.", code="unsupported", value=content_type or ending or "?")
    return kind


def _zipped(ending: str, content: bytes) -> Kind:
    if b"word/document.xml" in content:
        return "docx"
    if b"xl/workbook.xml" in content:
        return "xlsx"
    raise Unreadable("This kind of file is not read.", code="unsupported", value=ending or "zip")
