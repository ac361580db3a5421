"""The built console and widget, and the headers they are served with."""

from pathlib import Path
from typing import Any

from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

ROOT = Path(__file__).parent.parent / "static"
IMMUTABLE = "public, max-age=31536000, immutable"

# The console loads nothing from elsewhere and cannot be framed. Inline styles are set by its component library.
CONSOLE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self' ws: wss:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


class Built(StaticFiles):
    """Files whose names carry a hash of their content; others ask again each time."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = IMMUTABLE
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response


def console_page() -> Response:
    """The console's one page; every address under /console is a view of it."""
    page = ROOT / "console" / "index.html"
    if not page.exists():
        return _missing("console")
    return FileResponse(
        page,
        headers={"Content-Security-Policy": CONSOLE_POLICY, "Cache-Control": "no-cache", "X-Frame-Options": "DENY"},
    )


def widget_loader() -> Response:
    script = ROOT / "widget" / "v1.js"
    if not script.exists():
        return _missing("widget")
    return FileResponse(
        script,
        media_type="text/javascript",
        headers={
            "Cache-Control": "public, max-age=300",
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
        },
    )


def folder(name: str) -> Built:
    return Built(directory=ROOT / name, check_dir=False)


def _missing(part: str) -> Response:
    return PlainTextResponse(f"The {part} has not been built. Run `make web`.", status_code=503)
