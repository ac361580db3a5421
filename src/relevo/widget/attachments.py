"""Serving files: only by a signed link, only while its reader has access, and so that nothing in them can run."""

from urllib.parse import quote

from fastapi import APIRouter, Request
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from relevo.contacts.tables import Contact
from relevo.conversations import files
from relevo.conversations.tables import File
from relevo.conversations.views import FileLink
from relevo.kit.errors import NotFound
from relevo.platform.http import platform_of
from relevo.workspaces.tables import Member

router = APIRouter(prefix="/api/v1", tags=["files"])

_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


@router.get("/files/{link}", response_class=Response, responses={200: {"content": {"application/octet-stream": {}}}})
async def get_file(request: Request, link: str) -> Response:
    """The file behind a link from a message. 404 once the link has expired or its reader lost access."""
    platform = platform_of(request)
    opened = FileLink.opened(platform.file_links, link)
    if opened is None:
        raise NotFound
    async with platform.db.transaction(opened.workspace_id) as session:
        file, content = await files.get(session, opened.file_id)
        if not await _may_read(session, opened, file):
            raise NotFound
    shown = "inline" if file.content_type.startswith("image/") else "attachment"
    return Response(
        content,
        media_type=file.content_type,
        headers={
            "Content-Disposition": f"{shown}; filename*=UTF-8''{quote(file.name)}",
            "Content-Security-Policy": _POLICY,
            "Cache-Control": "private, max-age=300",
            "Cross-Origin-Resource-Policy": "cross-origin",
        },
    )


async def _may_read(session: AsyncSession, link: FileLink, file: File) -> bool:
    if link.kind == "contact":
        return file.contact_id == link.reader_id and bool(
            await session.scalar(select(Contact.id).where(Contact.id == link.reader_id))
        )
    return bool(
        await session.scalar(select(Member.id).where(Member.id == link.reader_id, Member.deactivated_at.is_(None)))
    )
