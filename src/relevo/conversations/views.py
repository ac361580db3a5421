"""How messages and events look from outside; the rows come from the database functions `relevo_message` and `…_events`."""

import struct
import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from relevo.kit.clock import rfc3339
from relevo.platform.markup import render
from relevo.platform.secrets import Signer

LINK_SECONDS = 24 * 3600


@dataclass(frozen=True)
class Reader:
    """For whom a view is made. Links to files name their reader, so that they end with the reader's access."""

    kind: Literal["contact", "member"]
    id: UUID
    workspace_id: UUID
    links: Signer

    def file_url(self, file_id: str) -> str:
        expires = int(time.time()) + LINK_SECONDS
        return f"/api/v1/files/{self.links.sign(FileLink(self.kind, self.workspace_id, UUID(file_id), self.id, expires).packed())}"


@dataclass(frozen=True)
class FileLink:
    kind: Literal["contact", "member"]
    workspace_id: UUID
    file_id: UUID
    reader_id: UUID
    expires: int

    def packed(self) -> bytes:
        return struct.pack(
            ">c16s16s16sI",
            self.kind[:1].encode(),
            self.workspace_id.bytes,
            self.file_id.bytes,
            self.reader_id.bytes,
            self.expires,
        )

    @classmethod
    def opened(cls, signer: Signer, token: str) -> "FileLink | None":
        """The link, or None where it is not ours or has expired."""
        payload = signer.open(token)
        if payload is None or len(payload) != 53:
            return None
        kind, workspace, file, reader, expires = struct.unpack(">c16s16s16sI", payload)
        if expires < time.time():
            return None
        return cls(
            "contact" if kind == b"c" else "member",
            UUID(bytes=workspace),
            UUID(bytes=file),
            UUID(bytes=reader),
            expires,
        )


def message(row: dict[str, Any], reader: Reader) -> dict[str, Any]:
    """A message for `reader`. Only members see `private`; a customer never gets a note."""
    kind = row["sender_kind"]
    view: dict[str, Any] = {
        "id": row["id"],
        "conversation_id": row["conversation_id"],
        "seq": row["seq"],
        "client_id": row["client_id"],
        "sender": {
            "kind": kind,
            "name": row["sender_name"],
            "id": row["sender_id"] if reader.kind == "member" else None,
            "automated": row["automated"],
            **({"released_by": row["released_by"]} if row.get("released_by") else {}),
        },
        "text": row["text"],
        "html": render(row["text"], by_contact=kind == "contact"),
        "attachments": [attachment(file, reader) for file in row["files"]],
        "sources": row["sources"] or [],
        "outcome": row["outcome"],
        "quick_replies": row["quick_replies"] or [],
        "at": _time(row["created_at"]),
    }
    return {**view, "private": row["private"]} if reader.kind == "member" else view


def attachment(file: dict[str, Any], reader: Reader) -> dict[str, Any]:
    return {
        "id": str(file["id"]),
        "name": file["name"],
        "content_type": file["content_type"],
        "size": file["size"],
        "width": file["width"],
        "height": file["height"],
        "url": reader.file_url(str(file["id"])),
    }


def _time(written: str) -> str:
    return rfc3339(datetime.fromisoformat(written))
