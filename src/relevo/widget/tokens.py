"""The token of a chat session: who the contact is, signed. It is checked without a query; the row knows whether it was revoked."""

import hashlib
import struct
from uuid import UUID

from starlette.requests import HTTPConnection

from relevo.kit.errors import Unauthenticated
from relevo.platform.access import Customer
from relevo.platform.http import platform_of
from relevo.platform.secrets import Signer

_LAYOUT = ">16s16s16sH4s"
_NO_ORIGIN = bytes(4)
_SUBPROTOCOL = "bearer."


def issue(signer: Signer, customer: Customer, *, origin: str | None) -> str:
    """A token that browsers may only use on the site it was made for."""
    return signer.sign(
        struct.pack(
            _LAYOUT,
            customer.workspace_id.bytes,
            customer.contact_id.bytes,
            customer.inbox_id.bytes,
            customer.token_version,
            _mark(origin),
        )
    )


def customer_of(connection: HTTPConnection) -> Customer:
    """Who asks. Raises Unauthenticated."""
    customer = read(platform_of(connection).chat_tokens, _token(connection), origin=connection.headers.get("origin"))
    if customer is None:
        raise Unauthenticated("The chat token is missing, not valid, or belongs to another site.", code="invalid_token")
    return customer


def read(signer: Signer, token: str, *, origin: str | None) -> Customer | None:
    payload = signer.open(token)
    if payload is None or len(payload) != struct.calcsize(_LAYOUT):
        return None
    workspace, contact, inbox, version, mark = struct.unpack(_LAYOUT, payload)
    if origin and mark not in (_NO_ORIGIN, _mark(origin)):
        return None
    return Customer(UUID(bytes=workspace), UUID(bytes=contact), UUID(bytes=inbox), version)


def subprotocol(connection: HTTPConnection) -> str | None:
    """The sub-protocol that carries the token of a socket."""
    offered = (name.strip() for name in connection.headers.get("sec-websocket-protocol", "").split(","))
    return next((name for name in offered if name.startswith(_SUBPROTOCOL)), None)


def _token(connection: HTTPConnection) -> str:
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    protocol = subprotocol(connection) if connection.scope["type"] == "websocket" else None
    return protocol.removeprefix(_SUBPROTOCOL) if protocol else ""


def _mark(origin: str | None) -> bytes:
    return hashlib.sha256(origin.encode()).digest()[:4] if origin else _NO_ORIGIN
