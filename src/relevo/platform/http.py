"""HTTP at the edge: errors as problem documents (RFC 9457), JSON by orjson, limits on bodies, safe headers."""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from http import HTTPStatus
from typing import Any, TypeVar

import orjson
import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.websockets import WebSocket

from relevo.kit.errors import Invalid, Malformed, RelevoError, TooLarge
from relevo.platform.platform import Platform

log = structlog.get_logger()

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

LARGEST_SEQ = 2**53  # what every client can hold exactly

Model = TypeVar("Model", bound=BaseModel)

_BODY_LIMIT = 64 * 1024
_ENVELOPE = 16 * 1024  # of a file's form
_CODES = {
    400: "malformed",
    401: "unauthenticated",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
}


class Body(BaseModel):
    """Base of request bodies: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=False)


class Problem(BaseModel):
    """An error, after RFC 9457. `code` is stable; `detail` is for people."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str
    errors: list[dict[str, str]] | None = None


def platform_of(connection: HTTPConnection) -> Platform:
    return connection.app.state.platform


def json_response(content: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(orjson.dumps(content), status, headers, "application/json")


def problem(status: int, code: str, detail: str, *, headers: dict[str, str] | None = None, **more: Any) -> Response:
    title = HTTPStatus(status).phrase
    content = {"type": "about:blank", "title": title, "status": status, "code": code, "detail": detail, **more}
    return Response(orjson.dumps(content, default=str), status, headers, "application/problem+json")


async def read_body(request: Request, model: type[Model]) -> Model:
    """The body as `model`. For routes on hot paths, which read it themselves; others declare it. Raises Malformed, Invalid."""
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False, include_input=False)
        if any(p["type"] == "json_invalid" for p in problems):
            raise Malformed("The body is not valid JSON.", code="invalid_json") from error
        raise Invalid("Some of the values are not valid.", errors=_fields(problems)) from error


def install(app: FastAPI) -> None:
    """Error handlers of the whole application."""
    app.add_exception_handler(RelevoError, _on_relevo_error)
    app.add_exception_handler(RequestValidationError, _on_validation_error)
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.add_exception_handler(Exception, _on_surprise)


async def _on_relevo_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, RelevoError)
    wait = error.data.get("retry_after") or (1 if error.status == 503 else None)
    return problem(
        error.status,
        error.stable_code,
        error.detail,
        headers={"Retry-After": str(wait)} if wait else None,
        **error.data,
    )


async def _on_validation_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    problems = error.errors()
    if any(p["type"] == "json_invalid" for p in problems):
        return problem(400, "invalid_json", "The body is not valid JSON.")
    if any(p["loc"][:1] == ("path",) for p in problems):  # an id that is none is an id that does not exist
        return problem(404, "not_found", "There is no such thing here.")
    return problem(422, "invalid", "Some of the values are not valid.", errors=_fields(problems))


async def _on_http_exception(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = _CODES.get(error.status_code, "error")
    return problem(error.status_code, code, str(error.detail), headers=dict(error.headers or {}))


async def _on_surprise(request: Request, error: Exception) -> Response:
    log.error("unexpected_error", path=request.url.path, exc_info=error)
    return problem(500, "error", "Something went wrong here. It has been logged.")


def _fields(problems: Any) -> list[dict[str, str]]:
    return [{"field": _field(tuple(p["loc"])), "message": p["msg"]} for p in problems]


def _field(path: tuple[Any, ...]) -> str:
    """Where a value stands; "body" at the beginning says only that it does not come from the address."""
    return ".".join(str(part) for part in (path[1:] if path[:1] == ("body",) and len(path) > 1 else path))


class ShortCut:
    """ASGI: answers the busiest routes without the way through the framework's router, which takes more time, and for a socket that
    stays open more memory, than they do themselves. They are declared there too, for the description of the interface. An
    endpoint gets the request or the socket and nothing else."""

    def __init__(
        self,
        app: Any,
        *,
        routes: Mapping[tuple[str, str], Callable[[Request], Awaitable[Response]]],
        sockets: Mapping[str, Callable[[WebSocket], Awaitable[None]]],
    ) -> None:
        self._app = app
        self._routes = {key: (Route(key[1], endpoint), endpoint) for key, endpoint in routes.items()}
        self._sockets = sockets

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] == "http" and (found := self._routes.get((scope["method"], scope["path"]))):
            scope["route"], endpoint = found  # metrics are kept by route
            return self._answer(endpoint, scope, receive, send)
        if scope["type"] == "websocket" and (serve := self._sockets.get(scope["path"])):
            return serve(WebSocket(scope, receive, send))
        return self._app(scope, receive, send)

    async def _answer(
        self, endpoint: Callable[[Request], Awaitable[Response]], scope: Scope, receive: Receive, send: Send
    ) -> None:
        request = Request(scope, receive)
        try:
            response = await endpoint(request)
        except RelevoError as error:
            response = await _on_relevo_error(request, error)
        await response(scope, receive, send)


class Guard:
    """ASGI: refuses bodies that are too large before they are read, and sets the headers that every answer carries."""

    HEADERS = (
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
    )

    def __init__(self, app: Any, *, upload_limit: int, large: Mapping[str, int]) -> None:
        self._app = app
        self._upload_limit = upload_limit + _ENVELOPE
        self._large = {path: limit + _ENVELOPE for path, limit in large.items()}
        self._large_below = [(path[:-1], limit) for path, limit in self._large.items() if path.endswith("/*")]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        limit = self._upload_limit if path.endswith("/attachments") else self._limit_of(path)
        length = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
        if length.isdigit() and int(length) > limit:
            await problem(413, "too_large", "The body is larger than allowed.")(scope, receive, send)
            return
        is_personal = scope["path"].startswith("/api/")
        await self._app(scope, _limited(receive, limit), self._with_headers(send, is_personal))

    def _limit_of(self, path: str) -> int:
        below = (limit for start, limit in self._large_below if path.startswith(start))
        return self._large.get(path) or next(below, _BODY_LIMIT)

    def _with_headers(self, send: Send, is_personal: bool) -> Send:
        async def sending(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", ()), *self.HEADERS]
                # What one person is told must not be kept for the next by a cache on the way; routes may say otherwise.
                if is_personal and not any(name == b"cache-control" for name, _ in headers):
                    headers.append((b"cache-control", b"no-store"))
                message["headers"] = headers
            await send(message)

        return sending


def _limited(receive: Receive, limit: int) -> Receive:
    received = 0

    async def receiving() -> MutableMapping[str, Any]:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > limit:
            raise TooLarge
        return message

    return receiving
