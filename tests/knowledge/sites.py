"""Web servers of the tests: real sockets on this machine, and names that lead to them or elsewhere."""

import asyncio
import inspect
import threading
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from relevo.platform.outbound.allow import Allowed
from relevo.platform.outbound.guard import Guard

Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Site:
    """Answers by path. It notes what was asked of it, with the headers."""

    pages: dict[str, "bytes | Answer | Callable[[dict[str, str]], bytes]"] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list[str])
    headers: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    port: int = 0
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def __enter__(self) -> Self:
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        assert started.wait(10)
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"http://shop.test:{self.port}"

    def _run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        server.close()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            first, *lines = head.strip().split("\r\n")
            path = first.split(" ")[1]
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            self.asked.append(path)
            self.headers.append(headers)
            page = self.pages.get(path, answer(b"", status="404 Not Found"))
            if isinstance(page, bytes):
                writer.write(page)
            elif inspect.iscoroutinefunction(page):
                await page(writer)
            else:
                writer.write(page(headers))  # pyright: ignore[reportArgumentType, reportCallIssue]
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


def answer(body: bytes | str, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **more: str) -> bytes:
    content = body.encode() if isinstance(body, str) else body
    headers = {"Content-Type": kind, "Content-Length": str(len(content)), "Connection": "close", **more}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + content


def leads_to(address: str, *, status: str = "302 Found") -> bytes:
    return answer(b"", status=status, Location=address)


def page(title: str, *paragraphs: str, links: Sequence[str] = ()) -> bytes:
    """A page with a frame around its content."""
    content = "".join(f"<p>{text}</p>" for text in paragraphs)
    menu = "".join(f'<a href="{link}">{link}</a>' for link in links)
    return answer(
        f"<html lang='es'><head><title>{title} | Tienda</title></head><body><nav>{menu}</nav><main><h1>{title}</h1>{content}</main>"
        "<footer>© Tienda</footer></body></html>"
    )


def resolver(**names: str) -> Callable[[str, int], Awaitable[list[str]]]:
    """`shop_test="127.0.0.1"`: what names mean; others do not exist."""
    known = {name.replace("_", "."): address for name, address in names.items()}

    async def resolve(host: str, _port: int) -> list[str]:
        if host not in known:
            raise OSError("no such name")
        return [known[host]]

    return resolve


def guard_for(*sites: Site, **names: str) -> Guard:
    """Lets the shop's sites through, as if they were of the public Internet, and nothing else."""
    allowed = ",".join(f"shop.test:{site.port}" for site in sites)
    return Guard(Allowed.parse(allowed), resolver(**{"shop_test": "127.0.0.1", **names}))
