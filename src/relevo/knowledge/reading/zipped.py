"""Office files are zip archives of XML. Looked at before they are opened: how much they say they hold, and whether they define entities."""

import io
import re
import zipfile
import zlib

from relevo.knowledge.reading.types import Unreadable

_MOST_FILES = 5_000
_LARGEST_INSIDE = 200 * 1024 * 1024
_DEFINITION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_DEFINITION = re.compile(rb"<\0!\0(?:D\0O\0C\0T\0Y\0P\0E|E\0N\0T\0I\0T\0Y)", re.IGNORECASE)
_HEAD = 4_096


def checked(content: bytes) -> None:
    """Raises Unreadable. What an archive says of itself may be a lie; the limits of the process stand behind this."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            if len(infos) > _MOST_FILES or sum(info.file_size for info in infos) > _LARGEST_INSIDE:
                raise Unreadable("It unpacks to more than is read.", code="too_big_inside")
            for info in infos:
                if info.filename.endswith((".xml", ".rels")):
                    _check_head(archive, info)
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, ValueError, EOFError) as error:
        raise Unreadable("It is damaged.", code="broken") from error


def _check_head(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    with archive.open(info) as file:
        head = file.read(_HEAD)
    if _DEFINITION.search(head) or _WIDE_DEFINITION.search(head):
        raise Unreadable("It defines entities.", code="entities")
