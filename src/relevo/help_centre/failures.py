"""Pages that say why there is no other: nothing there, too many requests."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from relevo.help_centre.render import HEADERS, render
from relevo.help_centre.visit import page, visiting
from relevo.help_centre.words import words_of
from relevo.kit.errors import NotFound
from relevo.workspaces.types import LOCALES


async def missing(request: Request) -> Response:
    """In the help centre's looks where there is one, else plain and in the reader's language."""
    slug, locale = request.path_params.get("slug", ""), request.path_params.get("locale", "")
    try:
        async with visiting(request, slug, locale) as (visit, _):
            other = visit.home(visit.other_locale) if visit.other_locale else None
            return page(visit, "missing.html", status=404, other=other)
    except NotFound:
        return _plain(request, 404, "missing")


async def too_many(request: Request, retry_after: int) -> Response:
    answer = _plain(request, 429, "too_many")
    answer.headers["Retry-After"] = str(retry_after)
    return answer


def language_of(request: Request, choices: tuple[str, ...] = LOCALES) -> str:
    """The first language that the reader's browser asks for and that there is."""
    for part in request.headers.get("accept-language", "").split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in choices:
            return code
    return choices[0]


def _plain(request: Request, status: int, name: str) -> Response:
    locale = request.path_params.get("locale", "")
    words = words_of(locale if locale in LOCALES else language_of(request))
    html = render("plain.html", words=words, title=words(f"{name}_title"), text=words(f"{name}_text"))
    return HTMLResponse(html, status, {**HEADERS, "Cache-Control": "no-store"})
