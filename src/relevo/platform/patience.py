"""HTTP connections that begin a request and do not go on with it are closed, so that a few of them cannot hold all the others."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEADERS_SECONDS = 10.0
BODY_SECONDS = 60.0


class ImpatientProtocol(HttpToolsProtocol):
    """uvicorn's protocol with a deadline for the headers of a request and one for its body."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._expect(HEADERS_SECONDS)

    def on_message_begin(self) -> None:
        self._expect(HEADERS_SECONDS)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._expect(BODY_SECONDS)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._expect(None)
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._expect(None)
        super().connection_lost(exc)

    def handle_websocket_upgrade(self) -> None:
        self._expect(None)
        super().handle_websocket_upgrade()

    def _expect(self, seconds: float | None) -> None:
        if self._deadline:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(seconds, self._give_up) if seconds else None

    def _give_up(self) -> None:
        if self.transport and not self.transport.is_closing():
            self.transport.close()
