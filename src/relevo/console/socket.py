"""The workspace's events over a WebSocket and by long-poll, for the console and for programs."""

import asyncio
import contextlib
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from uuid import UUID

import orjson
from fastapi import APIRouter, Query, Request
from pydantic import Field, TypeAdapter, ValidationError
from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from relevo.console import schemas, work
from relevo.console.api import reader_for
from relevo.console.feed import Follower
from relevo.console.presence import presence
from relevo.conversations import queries, stream
from relevo.kit.errors import RelevoError
from relevo.platform.access import Actor
from relevo.platform.http import LARGEST_SEQ, Body, json_response, platform_of
from relevo.platform.platform import Platform
from relevo.workspaces.authenticate import Agent, actor_of, until_access_ends

router = APIRouter(prefix="/api/v1", tags=["events"])

SIGN_IN_AGAIN, TRY_LATER = 4401, 1013
_SEND_SECONDS = 20
LONGEST_WAIT_SECONDS = 30


class SentTyping(Body):
    type: Literal["typing"]
    conversation_id: UUID


class SentViewing(Body):
    type: Literal["viewing"]
    conversation_id: UUID | None


class SentPing(Body):
    type: Literal["ping"]


Sent = TypeAdapter[SentTyping | SentViewing | SentPing](
    Annotated[SentTyping | SentViewing | SentPing, Field(discriminator="type")]
)


@router.get("/events", response_model=schemas.EventsOut)
async def get_events(
    request: Request,
    actor: Agent,
    after: Annotated[int | None, Query(ge=0, le=LARGEST_SEQ)] = None,
    wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT_SECONDS)] = 0,
) -> Response:
    """The workspace's events after a number; without one, from now on. Waits up to `wait` seconds for the first."""
    platform = platform_of(request)
    follower = Follower(platform, actor.workspace_id, reader_for(platform, actor), await _start(platform, after))
    events: list[dict[str, Any]] = []
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(max(wait, 2.0) if wait else 2.0):
            async with contextlib.aclosing(follower.events()) as batches:
                async for batch in batches:
                    events += [event for event in batch if event["type"] not in ("typing", "presence", "viewing")]
                    if events or not wait:
                        break
    return json_response({"events": events, "last": follower.last})


@router.get("/presence")
async def get_presence(request: Request, actor: Agent) -> schemas.Presence:
    return schemas.Presence(members=await presence.of(platform_of(request), actor))


@router.post("/conversations/{conversation_id}/viewing", status_code=204)
async def set_viewing(request: Request, actor: Agent, conversation_id: UUID, wanted: schemas.Viewing) -> None:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        await queries.get(session, actor, conversation_id)
    presence.view(platform, actor, conversation_id if wanted.viewing else None)


async def _start(platform: Platform, after: int | None) -> int:
    return min(max(after, 0), LARGEST_SEQ) if after is not None else await stream.horizon(platform.db)


@router.websocket("/socket")
async def agents_socket(socket: WebSocket, after: int | None = None) -> None:
    platform = platform_of(socket)
    try:
        if not same_site(socket):
            raise RelevoError("another site")
        actor = await actor_of(socket)
    except RelevoError:
        await socket.accept(subprotocol=_subprotocol(socket))
        await socket.close(SIGN_IN_AGAIN, "unauthenticated")
        return
    await AgentSocket(socket, platform, actor, await _start(platform, after)).run()


def same_site(socket: WebSocket) -> bool:
    """A browser sends the cookie along from any site, so the page that opens the socket has to be our own."""
    origin = socket.headers.get("origin")
    if origin is None or "authorization" in socket.headers or _subprotocol(socket):
        return True
    public = platform_of(socket).settings.public_url
    return urlsplit(origin).netloc in {socket.headers.get("host", ""), urlsplit(public).netloc if public else ""}


def _subprotocol(socket: WebSocket) -> str | None:
    offered = (name.strip() for name in socket.headers.get("sec-websocket-protocol", "").split(","))
    return next((name for name in offered if name.startswith("bearer.")), None)


class AgentSocket:
    """One open socket of a member: events out; typing and viewing in. It ends when their access does."""

    def __init__(self, socket: WebSocket, platform: Platform, actor: Actor, after: int) -> None:
        self._socket = socket
        self._platform = platform
        self._actor = actor
        self._follower = Follower(platform, actor.workspace_id, reader_for(platform, actor), after)

    async def run(self) -> None:
        await self._socket.accept(subprotocol=_subprotocol(self._socket))
        await self._send({"type": "ready", "seq": self._follower.last})
        await presence.arrived(self._platform, self._actor)
        tasks = [asyncio.create_task(part()) for part in (self._read, self._write, self._keep_checking)]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            with contextlib.suppress(RelevoError):
                await presence.left(self._platform, self._actor)
            await self._close(1000)

    async def _write(self) -> None:
        try:
            async with contextlib.aclosing(self._follower.events()) as batches:
                async for batch in batches:
                    for event in batch:
                        await self._send(event)
        except (RelevoError, TimeoutError):
            await self._close(TRY_LATER)
        except (WebSocketDisconnect, RuntimeError):
            return

    async def _read(self) -> None:
        with contextlib.suppress(WebSocketDisconnect, RuntimeError, KeyError):
            while True:
                text = await self._socket.receive_text()
                try:
                    await self._on_sent(Sent.validate_json(text))
                except ValidationError as error:
                    await self._send(
                        {"type": "error", "code": "invalid", "detail": error.errors(include_url=False)[0]["msg"]}
                    )
                except RelevoError as error:
                    await self._send({"type": "error", "code": error.stable_code, "detail": error.detail})

    async def _on_sent(self, sent: SentTyping | SentViewing | SentPing) -> None:
        match sent:
            case SentTyping():
                await self._platform.limits.hit("agent.mark", self._actor.member_id.hex)
                await work.typing(self._platform, self._actor, sent.conversation_id)
            case SentViewing():
                await self._view(sent.conversation_id)
            case SentPing():
                await self._send({"type": "pong", "seq": self._follower.last})

    async def _view(self, conversation_id: UUID | None) -> None:
        if conversation_id:
            async with self._platform.db.transaction(self._actor.workspace_id) as session:
                await queries.get(session, self._actor, conversation_id)
        presence.view(self._platform, self._actor, conversation_id)

    async def _keep_checking(self) -> None:
        """Signing out, a change of role or a deactivation ends an open socket too."""
        await until_access_ends(self._socket, self._actor)
        await self._close(SIGN_IN_AGAIN)

    async def _send(self, content: dict[str, Any]) -> None:
        async with asyncio.timeout(_SEND_SECONDS):
            await self._socket.send_text(orjson.dumps(content).decode())

    async def _close(self, code: int) -> None:
        if self._socket.application_state == WebSocketState.CONNECTED:
            with contextlib.suppress(RuntimeError, WebSocketDisconnect):
                await self._socket.close(code)
