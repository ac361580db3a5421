"""Files that customers and agents send: known types only, judged by content and not by name; images are written anew, which
removes hidden data such as the place a photo was taken."""

import asyncio
import io
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal
from uuid import UUID

from PIL import Image, ImageOps, UnidentifiedImageError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.conversations.tables import File
from relevo.kit.clock import now
from relevo.kit.errors import Invalid, NotFound, TooLarge, UnsupportedType
from relevo.kit.ids import new_id
from relevo.kit.text import clean_line

TYPES = ("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf")
_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
_EXTENSIONS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
}
_PIXELS = 50_000_000
_SAVE_OPTIONS = {
    "JPEG": {"quality": 88},
    "WEBP": {"quality": 88},
    "PNG": {"optimize": False},
    "GIF": {"save_all": True},
}
_decoding = asyncio.Semaphore(1)  # a large picture takes much memory while it is open


@dataclass(frozen=True)
class Checked:
    """Content that may be kept and served."""

    name: str
    content_type: str
    content: bytes
    width: int | None = None
    height: int | None = None


async def check(content: bytes, name: str, *, limit: int) -> Checked:
    """Raises TooLarge, UnsupportedType, or Invalid where an image cannot be read."""
    if len(content) > limit:
        raise TooLarge(f"Files may have up to {limit // (1024 * 1024)} MB.")
    if not content:
        raise Invalid("The file is empty.")
    if content.startswith(b"%PDF-"):
        return Checked(_name(name, "application/pdf"), "application/pdf", content)
    async with _decoding:
        return await asyncio.to_thread(_image, content, name)


def _image(content: bytes, name: str) -> Checked:
    try:
        with Image.open(io.BytesIO(content), formats=list(_FORMATS)) as image:
            if image.width * image.height * getattr(image, "n_frames", 1) > _PIXELS:
                raise TooLarge("The image has too many pixels.")
            kind = image.format or ""
            image.load()
            clean = image if kind == "GIF" else ImageOps.exif_transpose(image)
            return Checked(
                _name(name, _FORMATS[kind]), _FORMATS[kind], _written(clean, kind), clean.width, clean.height
            )
    except UnidentifiedImageError as error:
        raise UnsupportedType("Only images (PNG, JPEG, GIF, WebP) and PDF files can be sent.") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Invalid("The image is damaged and cannot be read.") from error


def _written(image: Image.Image, kind: str) -> bytes:
    image.info = {
        name: value for name, value in image.info.items() if name in ("transparency", "duration", "loop", "background")
    }
    output = io.BytesIO()
    image.save(output, kind, **_SAVE_OPTIONS[kind])
    return output.getvalue()


def _name(name: str, content_type: str) -> str:
    """A name to show: no folders, nothing invisible, and the ending that fits the content."""
    line = clean_line(unicodedata.normalize("NFKC", name.replace("\x00", "")), limit=200).replace("\\", "/")
    stem = PurePath(line).name.split("/")[-1].strip(". ")
    stem = stem[: -len(PurePath(stem).suffix)] if PurePath(stem).suffix else stem
    return f"{stem[:100] or 'file'}{_EXTENSIONS[content_type]}"


async def keep(
    session: AsyncSession, checked: Checked, *, contact_id: UUID, workspace_id: UUID, by: Literal["contact", "agent"]
) -> File:
    """Stores a file that may be sent with a later message."""
    file = File(
        id=new_id(), workspace_id=workspace_id, contact_id=contact_id, message_id=None, uploaded_by=by, name=checked.name,
        content_type=checked.content_type, size=len(checked.content), width=checked.width, height=checked.height,
        content=checked.content, created_at=now(),
    )  # fmt: skip
    session.add(file)
    await session.flush()
    return file


async def get(session: AsyncSession, file_id: UUID) -> tuple[File, bytes]:
    row = (await session.execute(select(File, File.content).where(File.id == file_id))).first()
    if not row:
        raise NotFound
    return row[0], row[1]
