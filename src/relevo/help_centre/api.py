"""Routes of a help centre's settings, for the console. Its pages stand in `pages`."""

from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from pydantic import AfterValidator, BaseModel, Field

from relevo.help_centre import actions, queries
from relevo.help_centre.tables import HelpCentre
from relevo.help_centre.types import COLOR, Look
from relevo.kit.text import clean, clean_line
from relevo.platform.http import Body, platform_of
from relevo.workspaces.authenticate import Admin, Agent
from relevo.workspaces.queries import get_workspace
from relevo.workspaces.types import LOCALES, Locale

router = APIRouter(prefix="/api/v1/help-centre", tags=["help centre"])


def _picture(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError("has to begin with https://")
    return text


def _host(text: str) -> str:
    host = text.strip().lower()
    parts = urlsplit(f"//{host}")
    if parts.netloc != host or not parts.hostname or parts.username is not None:
        raise ValueError("has to be the name of a host, such as help.example.com")
    return host


Line = Annotated[str, Field(max_length=120), AfterValidator(lambda text: clean_line(text, limit=120))]
Intro = Annotated[str, Field(max_length=400), AfterValidator(lambda text: clean(text).strip())]


class HelpCentreIn(Body):
    """`title` and `intro` are by language; an empty title is the company's name."""

    enabled: bool
    title: dict[Locale, Line] = Field({})
    intro: dict[Locale, Intro] = Field({})
    color: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = COLOR
    logo_url: Annotated[str, Field(max_length=500), AfterValidator(_picture)] | None = None
    domain: Annotated[str, Field(max_length=253), AfterValidator(_host)] | None = Field(
        None, description="The host by which readers reach it, where it is another than the installation's own."
    )
    locales: Annotated[list[Locale], Field(min_length=1, max_length=2)] = Field(list(LOCALES))
    slug: Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$")] | None = Field(
        None, description="Its name in addresses; made of the company's where it is left out."
    )


class HelpCentreView(BaseModel):
    enabled: bool
    title: dict[str, str]
    intro: dict[str, str]
    color: str
    logo_url: str | None
    domain: str | None
    locales: list[str]
    slug: str
    url: str | None


@router.get("")
async def get_help_centre(request: Request, actor: Agent) -> HelpCentreView:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        centre = await queries.find(session)
        if centre is None:
            workspace = await get_workspace(session)
            return _view(request, actions.default_slug(workspace.name), enabled=False, settings={})
        return _view_of(request, centre)


@router.put("")
async def put_help_centre(request: Request, actor: Admin, wanted: HelpCentreIn) -> HelpCentreView:
    """Sets all of it. Closed, its pages answer "not found"."""
    platform = platform_of(request)
    settings: dict[str, Any] = wanted.model_dump(exclude={"enabled", "slug"})
    settings["locales"] = [locale for locale in LOCALES if locale in wanted.locales]
    async with platform.db.transaction(actor.workspace_id) as session:
        centre = await actions.put(
            session, enabled=wanted.enabled, settings=settings, slug=wanted.slug, by=actor.member_id
        )
        view = _view_of(request, centre)
    platform.hub.wake(actor.workspace_id)
    return view


def _view_of(request: Request, centre: HelpCentre) -> HelpCentreView:
    return _view(request, centre.slug, enabled=centre.enabled, settings=centre.settings)


def _view(request: Request, slug: str, *, enabled: bool, settings: dict[str, Any]) -> HelpCentreView:
    look = Look.of(settings)
    url = f"{_base(request, look)}/help/{slug}/" if enabled else None
    return HelpCentreView(
        enabled=enabled, title=look.title, intro=look.intro, color=look.color, logo_url=look.logo_url, domain=look.domain,
        locales=list(look.locales), slug=slug, url=url,
    )  # fmt: skip


def _base(request: Request, look: Look) -> str:
    if look.domain:
        return f"https://{look.domain}"
    return (platform_of(request).settings.public_url or str(request.base_url)).rstrip("/")
