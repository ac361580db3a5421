"""The chat API over a WebSocket: the same events as they happen, and messages, marks and ratings the other way.

One coroutine reads; a second one exists only while there is something to send, so ten thousand idle sockets stay cheap.
"""

import asyncio
import contextlib
import time
from typing import Annotated, Any, Literal
from uuid import UUID

import orjson
import structlog
from fastapi import APIRouter
from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from relevo.conversations import stream
from relevo.conversations.views import Reader
from relevo.kit.clock import now, rfc3339
from relevo.kit.errors import RateLimited, RelevoError, Unauthenticated
from relevo.platform.access import Customer
from relevo.platform.held import SOCKETS_OF_ADDRESS, SOCKETS_OF_CONTACT
from relevo.platform.http import LARGEST_SEQ, Body, platform_of
from relevo.platform.live import Ephemeral
from relevo.platform.platform import Platform
from relevo.widget import receive, snapshot, tokens
from relevo.widget.schemas import MessageIn, RatingIn, ReadIn

log = structlog.get_logger()
router = APIRouter(prefix="/api/v1/chat")

BAD_TOKEN, NOT_VALID, TRY_LATER, GOING_AWAY = 4401, 1008, 1013, 1012
_SEND_SECONDS = 20  # a reader this slow is asked to come back
_TYPING_SECONDS = 2


class SentMessage(MessageIn):
    type: Literal["message"]


class SentRating(RatingIn):
    type: Literal["rating"]


class SentRead(ReadIn):
    type: Literal["read"]


class SentTyping(Body):
    type: Literal["typing"]


class SentPing(Body):
    type: Literal["ping"]


Sent = TypeAdapter[SentMessage | SentRating | SentRead | SentTyping | SentPing](
    Annotated[SentMessage | SentRating | SentRead | SentTyping | SentPing, Field(discriminator="type")]
)


@router.websocket("/socket")
async def chat_socket(socket: WebSocket) -> None:
    platform = platform_of(socket)
    try:
        customer = tokens.customer_of(socket)
        after = int(socket.query_params.get("after", 0))
    except Unauthenticated:
        await _refuse(socket, BAD_TOKEN, "invalid_token")
        return
    except ValueError:
        await _refuse(socket, NOT_VALID, "invalid_after")
        return
    address = socket.client.host if socket.client else ""
    try:
        with (
            platform.sockets.one(customer.contact_id.hex, limit=SOCKETS_OF_CONTACT),
            platform.sockets.one(address, limit=SOCKETS_OF_ADDRESS),
        ):
            await CustomerSocket(socket, platform, customer, min(max(after, 0), LARGEST_SEQ)).run()
    except RateLimited:
        await _refuse(socket, TRY_LATER, "too_many_sockets")


async def _refuse(socket: WebSocket, code: int, reason: str) -> None:
    # A browser cannot see why a handshake failed, so the socket is opened to say it.
    await socket.accept(subprotocol=tokens.subprotocol(socket))
    await socket.close(code, reason)


class CustomerSocket:
    """One open socket. `_last` is the number of the last event sent."""

    def __init__(self, socket: WebSocket, platform: Platform, customer: Customer, after: int) -> None:
        self._socket = socket
        self._platform = platform
        self._customer = customer
        self._reader = Reader("contact", customer.contact_id, customer.workspace_id, platform.file_links)
        self._last = after
        self._dirty = True
        self._ephemeral: list[Ephemeral] = []
        self._pump: asyncio.Task[None] | None = None
        self._typed_at = 0.0

    async def run(self) -> None:
        await self._socket.accept(subprotocol=tokens.subprotocol(self._socket))
        with self._platform.hub.listening(self._customer.contact_id, self._on_news):
            self._start_pump()
            try:
                while True:
                    await self._on_text(await self._socket.receive_text())
            except (WebSocketDisconnect, RuntimeError, KeyError):
                pass  # gone, or sent bytes instead of text
            finally:
                if self._pump:
                    self._pump.cancel()
                await self._close(1000, "")

    # -- to the customer -----------------------------------------------------------------------------------------

    def _on_news(self, told: Ephemeral | None) -> None:
        if told is None:
            self._dirty = True
        elif len(self._ephemeral) < 10:
            self._ephemeral.append(told)
        self._start_pump()

    def _start_pump(self) -> None:
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._send_all())

    async def _send_all(self) -> None:
        try:
            while self._dirty or self._ephemeral:
                await self._send_stored()
                await self._send_ephemeral()
        except Unauthenticated:
            await self._close(BAD_TOKEN, "session_ended")
        except (RelevoError, TimeoutError):
            await self._close(TRY_LATER, "try_again")  # the client comes back with the last number it has seen
        except (WebSocketDisconnect, RuntimeError):
            pass

    async def _send_stored(self) -> None:
        while self._dirty:
            self._dirty = False
            while events := await stream.of_contact(self._platform.db, self._customer, self._reader, after=self._last):
                for event in events:
                    await self._send(event)
                    self._last = event["seq"]
                if len(events) < stream.PAGE:
                    break

    async def _send_ephemeral(self) -> None:
        news, self._ephemeral = self._ephemeral, []
        for told in news:
            await self._send({"seq": self._last, "at": rfc3339(now()), **told})

    async def _send(self, content: dict[str, Any]) -> None:
        async with asyncio.timeout(_SEND_SECONDS):
            await self._socket.send_text(orjson.dumps(content).decode())

    # -- from the customer ---------------------------------------------------------------------------------------

    async def _on_text(self, text: str) -> None:
        client_id: str | None = None
        try:
            sent = Sent.validate_json(text)
            client_id = str(sent.client_id) if isinstance(sent, SentMessage) else None
            await self._on_sent(sent)
        except ValidationError as error:
            await self._send_error("invalid", error.errors(include_url=False)[0]["msg"], _client_id(text))
        except RelevoError as error:
            await self._send_error(error.stable_code, error.detail, client_id, **error.data)

    async def _on_sent(self, sent: BaseModel) -> None:
        match sent:
            case SentMessage():
                await self._on_message(sent)
            case SentRating():
                await snapshot.rate(self._platform, self._customer, sent)
            case SentRead():
                await self._platform.limits.hit("chat.mark", self._customer.contact_id.hex)
                await snapshot.mark_read(self._platform, self._customer, sent.seq)
            case SentTyping():
                await self._on_typing()
            case _:
                await self._send({"type": "pong", "seq": self._last})

    async def _on_message(self, sent: SentMessage) -> None:
        accepted = await receive.receive(
            self._platform, self._customer, client_id=sent.client_id, text=sent.text, files=sent.attachments
        )
        ids: dict[str, Any] = {
            "id": str(accepted.message_id),
            "seq": accepted.seq,
            "conversation_id": str(accepted.conversation_id),
        }
        await self._send({"type": "ack", "client_id": str(sent.client_id), **ids})

    async def _on_typing(self) -> None:
        if time.monotonic() - self._typed_at < _TYPING_SECONDS:
            return
        self._typed_at = time.monotonic()
        await snapshot.typing(self._platform, self._customer)

    async def _send_error(self, code: str, detail: str, client_id: str | None, **data: Any) -> None:
        named = {"client_id": client_id} if client_id else {}
        await self._send({"type": "error", "code": code, "detail": detail, **named, **data})

    async def _close(self, code: int, reason: str) -> None:
        if self._socket.application_state == WebSocketState.CONNECTED:
            with contextlib.suppress(RuntimeError, WebSocketDisconnect):
                await self._socket.close(code, reason)


def _client_id(text: str) -> str | None:
    """The client_id of something that was not valid otherwise, so that the sender knows which message is meant."""
    try:
        return str(UUID(orjson.loads(text)["client_id"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
