"""The live stream of a workspace: read once per process, passed to every socket and long-poll that follows it."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any
from uuid import UUID

from relevo.console import showing
from relevo.conversations import stream
from relevo.conversations.stream import Happened, Page
from relevo.conversations.views import Reader
from relevo.kit.clock import now, rfc3339
from relevo.platform.live import Ephemeral
from relevo.platform.platform import Platform
from relevo.understanding.views import of_message

# Events for listeners in the server only.
_INTERNAL = frozenset({"conversation.resolved"})
_SETTLE_SECONDS = (0.004, 0.01, 0.02, 0.05, 0.1, 0.2)
_LOOK_ANYWAY_SECONDS = 5.0


async def page_after(platform: Platform, workspace_id: UUID, after: int) -> tuple[Page, dict[UUID, dict[str, Any]]]:
    """A page of events and the conversations they are about, as those stand now."""
    page = await stream.of_workspace(platform.db, workspace_id, after=after)
    ids = {event.conversation_id for event in page.events if event.conversation_id}
    if not ids:
        return page, {}
    async with platform.db.transaction(workspace_id) as session:
        found = await showing.by_ids(session, list(ids))
    return page, {UUID(summary["id"]): summary for summary in found}


def told(event: Happened, conversations: dict[UUID, dict[str, Any]], reader: Reader) -> dict[str, Any] | None:
    """An event as `reader` gets it; None for what is not for members, or is about something that is gone."""
    if event.type in _INTERNAL:
        return None
    data = dict(event.data)
    if event.conversation_id:
        summary = conversations.get(event.conversation_id)
        if summary is None:
            return None
        data["conversation"] = summary
    if event.message and event.type.startswith("reading."):
        data["reading"] = of_message(event.message["reading"])
    elif event.message:
        data["message"] = showing.message(event.message, reader)
    return {"seq": event.seq, "type": event.type, "at": event.at, "data": data}


class Follower:
    """One reader of a workspace's stream from a number on. Iterate over `events()`; leave the block to stop."""

    def __init__(self, platform: Platform, workspace_id: UUID, reader: Reader, after: int) -> None:
        self._platform = platform
        self._workspace_id = workspace_id
        self._reader = reader
        self.last = after
        self._news = asyncio.Event()
        self._news.set()
        self._ephemeral: list[Ephemeral] = []

    async def events(self) -> AsyncGenerator[list[dict[str, Any]]]:
        """Batches of events, in order, as they happen. An empty batch says that nothing has happened for a while."""
        with self._platform.hub.listening(self._workspace_id, self._on_news):
            while not self._platform.stopping.is_set():
                await self._wait()
                self._news.clear()
                async for batch in self._stored():
                    yield batch
                yield self._passing()

    async def _stored(self) -> AsyncGenerator[list[dict[str, Any]]]:
        """Everything up to what was committed when this was called: asks again while older transactions are still open."""
        ceiling: int | None = None
        for pause in (*_SETTLE_SECONDS, *([0.25] * 40)):
            page, conversations = await page_after(self._platform, self._workspace_id, self.last)
            self.last = page.upto
            shown = [told(event, conversations, self._reader) for event in page.events]
            if batch := [event for event in shown if event]:
                yield batch
            ceiling = ceiling or page.ceiling
            if len(page.events) < stream.PAGE and page.upto >= ceiling - 1:
                return
            if len(page.events) < stream.PAGE:
                await asyncio.sleep(pause)

    def _passing(self) -> list[dict[str, Any]]:
        news, self._ephemeral = self._ephemeral, []
        return [{"seq": self.last, "at": rfc3339(now()), **item} for item in news]

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_LOOK_ANYWAY_SECONDS):
                await self._news.wait()
        except TimeoutError:
            pass

    def _on_news(self, told_now: Ephemeral | None) -> None:
        if told_now is not None and len(self._ephemeral) < 100:
            self._ephemeral.append(told_now)
        self._news.set()
