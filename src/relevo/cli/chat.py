"""`relevo chat`: a customer's conversation in the terminal, through the same public interface as the widget."""

import json
import sys
import threading
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Annotated, Any
from uuid import uuid4

import typer

from relevo.cli.options import Data, InWorkspace, settings_of, with_platform, workspace_id_of
from relevo.kit.errors import SetupError, Unavailable

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

    from relevo.platform.platform import Platform
    from relevo.platform.settings import Settings

Url = Annotated[str | None, typer.Option("--url", help="Where Relevo answers; by default the one on this machine.")]
Key = Annotated[
    str | None, typer.Option("--key", metavar="WIDGET_KEY", help="Which chat; not needed where there is one.")
]
Locale = Annotated[str | None, typer.Option(metavar="es|en", help="The customer's language.")]

_REPLY_SECONDS = 30


def register(app: typer.Typer) -> None:
    app.command()(chat)


def chat(
    url: Url = None, key: Key = None, locale: Locale = None, workspace: InWorkspace = None, data: Data = None
) -> None:
    """Talk to the assistant as a customer does. Without a running server one is started for as long as it takes.

    Example: relevo chat --locale es
    Example: echo "¿Cuánto cuesta el envío?" | relevo chat
    """
    settings = settings_of(data)
    address = url or f"http://{settings.host}:{settings.port}"
    if url or _answers(address):
        key = key or with_platform(settings, lambda platform: _widget_key(platform, workspace))
        talk(address, key, locale)
    else:
        _talk_within(settings, key, locale, workspace)


def _talk_within(settings: "Settings", key: str | None, locale: str | None, workspace: str | None) -> None:
    """Serves in this process while the conversation lasts."""
    import asyncio
    import signal

    import uvloop

    from relevo import app
    from relevo.cli.options import quiet

    quiet(settings)
    failures: list[Exception] = []

    async def when_ready(platform: "Platform") -> None:
        try:
            widget_key = key or await _widget_key(platform, workspace)
            await asyncio.to_thread(talk, f"http://{settings.host}:{settings.port}", widget_key, locale)
        except Exception as error:
            failures.append(error)
        finally:
            signal.raise_signal(signal.SIGTERM)  # stops the server as from outside

    uvloop.run(app.serve(settings, on_ready=when_ready))
    if failures:
        raise failures[0]


async def _widget_key(platform: "Platform", workspace: str | None) -> str:
    from relevo.inboxes import queries

    async with platform.db.transaction(await workspace_id_of(platform, workspace)) as session:
        keys = [inbox.widget_key for inbox in await queries.in_order(session) if inbox.widget_key]
    if not keys:
        raise SetupError("This workspace has no chat; make a workspace with `relevo workspace create NAME`.")
    return keys[0]


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health/live", timeout=2) as answer:  # noqa: S310
            return answer.status == 200
    except OSError:
        return False


# -- talking -----------------------------------------------------------------------------------------------------------


def talk(url: str, widget_key: str, locale: str | None) -> None:
    """Runs until the input ends. Raises Unavailable where the server does not answer."""
    from websockets.exceptions import WebSocketException
    from websockets.sync.client import connect

    token = _begin(url, widget_key, locale)
    address = f"{url.replace('http', 'ws', 1)}/api/v1/chat/socket?after=0"
    try:
        with connect(address, subprotocols=[_protocol(token)], open_timeout=10) as socket:
            Conversation(socket).run()
    except (OSError, WebSocketException) as error:
        raise Unavailable(f"The connection to {url} was lost: {error}") from error


def _protocol(token: str) -> Any:
    return f"bearer.{token}"


def _begin(url: str, widget_key: str, locale: str | None) -> str:
    wanted = {"widget_key": widget_key, **({"locale": locale} if locale else {})}
    request = urllib.request.Request(  # noqa: S310
        f"{url}/api/v1/chat/sessions", json.dumps(wanted).encode(), {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return json.load(answer)["token"]
    except urllib.error.HTTPError as error:
        raise Unavailable(f"The chat at {url} was refused: {json.load(error).get('detail', error.reason)}") from error
    except OSError as error:
        raise Unavailable(f"Nothing answers at {url}: {error}. Start it with `relevo serve`.") from error


class Conversation:
    """Sends what is typed; shows what comes. Where the input is no terminal, waits for the reply to each line."""

    def __init__(self, socket: "ClientConnection") -> None:
        self._socket = socket
        self._replied = threading.Event()
        self._refused: str | None = None
        self._is_terminal = sys.stdin.isatty()

    def run(self) -> None:
        listener = threading.Thread(target=self._listen, daemon=True)
        listener.start()
        if self._is_terminal:
            typer.echo("Write as a customer; an empty line or Ctrl-D ends.", err=True)
        for line in iter(self._read_line, ""):
            self._send(line)
        self._socket.close()
        listener.join(5)

    def _read_line(self) -> str:
        """The next line that says something, or "" at the end."""
        if self._is_terminal:
            try:
                return input("> ").strip()
            except EOFError:
                return ""
        return next((line.strip() for line in sys.stdin if line.strip()), "")

    def _send(self, text: str) -> None:
        self._replied.clear()
        self._socket.send(json.dumps({"type": "message", "client_id": str(uuid4()), "text": text}))
        if not self._is_terminal:
            typer.echo(f"> {text}")
        answered = self._replied.wait(_REPLY_SECONDS)
        if self._refused or not (answered or self._is_terminal):
            raise Unavailable(self._refused or f"No reply came within {_REPLY_SECONDS} seconds.")

    def _listen(self) -> None:
        from websockets.exceptions import WebSocketException

        try:
            for frame in self._socket:
                self._on_event(json.loads(frame))
        except (OSError, WebSocketException):
            return

    def _on_event(self, event: dict[str, Any]) -> None:
        data = event.get("data", {})
        if event["type"] == "error":
            self._refused = event.get("detail", event.get("code"))
            self._replied.set()
        elif event["type"] == "message.created" and data["sender"]["kind"] != "contact":
            typer.echo(_shown(data))
            self._replied.set()


def _shown(message: dict[str, Any]) -> str:
    lines = [f"{message['sender']['name']}: {message['text']}"]
    lines += [f"   [{source['title']}] {source['url'] or source['article']}" for source in message["sources"]]
    if message["quick_replies"]:
        lines.append("   " + " | ".join(message["quick_replies"]))
    return "\n".join(lines)
