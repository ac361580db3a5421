"""Routes of inboxes: how the widget looks and greets, and which sites may carry it."""

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import AfterValidator, BaseModel, Field

from relevo.inboxes import actions, queries
from relevo.inboxes.tables import Inbox
from relevo.kit.text import clean, clean_line
from relevo.platform.http import Body, platform_of
from relevo.workspaces.authenticate import Admin, Agent
from relevo.workspaces.types import Locale

router = APIRouter(prefix="/api/v1/inboxes", tags=["inboxes"])

_DEFAULT_COLOR = "#2f5d50"


def _web_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise ValueError("has to begin with https:// or http://")
    return text


def _site(text: str) -> str:
    """A host, or scheme and host as browsers name an origin."""
    plain = text.strip().rstrip("/").lower()
    parts = urlsplit(plain if "://" in plain else f"//{plain}")
    if not parts.hostname or parts.path or parts.query or parts.scheme not in ("", "https", "http"):
        raise ValueError("has to be a host or an origin, such as https://www.example.com")
    return plain


Line = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(lambda text: clean_line(text, limit=120))]
Greeting = Annotated[str, Field(max_length=500), AfterValidator(clean)]
WebAddress = Annotated[str, Field(max_length=2000), AfterValidator(_web_address)]
Site = Annotated[str, Field(max_length=300), AfterValidator(_site)]


class Theme(Body):
    color: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = _DEFAULT_COLOR
    position: Literal["left", "right"] = "right"
    scheme: Literal["auto", "light", "dark"] = "auto"


class InboxView(BaseModel):
    id: UUID
    name: str
    channel: str
    widget_key: str | None
    assistant_name: str | None
    theme: Theme
    greeting: dict[str, str]
    starters: dict[str, list[str]]
    privacy_url: str | None
    allowed_origins: list[str]
    verifies_identities: bool


class Inboxes(BaseModel):
    inboxes: list[InboxView]


class InboxChange(Body):
    """What is left out stays; null goes back to the default."""

    name: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    assistant_name: Annotated[str, Field(max_length=60)] | None = None
    theme: Theme | None = None
    greeting: dict[Locale, Greeting] | None = None
    starters: dict[Locale, Annotated[list[Line], Field(max_length=6)]] | None = None
    privacy_url: WebAddress | None = None
    allowed_origins: Annotated[list[Site], Field(max_length=50)] | None = None
    identity_secret: Annotated[str, Field(min_length=32, max_length=200)] | None = Field(
        None,
        description="Shared with the site's server, which signs who its customer is (JWT, HS256). Never shown again.",
    )


@router.get("")
async def list_inboxes(request: Request, actor: Agent) -> Inboxes:
    async with platform_of(request).db.transaction(actor.workspace_id) as session:
        return Inboxes(inboxes=[_view(inbox) for inbox in await queries.in_order(session)])


@router.patch("/{inbox_id}")
async def change_inbox(request: Request, actor: Admin, inbox_id: UUID, change: InboxChange) -> InboxView:
    platform = platform_of(request)
    async with platform.db.transaction(actor.workspace_id) as session:
        inbox = await actions.change(
            session, inbox_id, name=change.name, settings=_settings(change), by=actor.member_id
        )
    platform.hub.wake(actor.workspace_id)
    return _view(inbox)


def _settings(change: InboxChange) -> dict[str, Any]:
    given = {name: getattr(change, name) for name in change.model_fields_set - {"name", "theme"}}
    if "theme" in change.model_fields_set:
        given |= change.theme.model_dump() if change.theme else dict.fromkeys(Theme.model_fields)
    if name := given.get("assistant_name"):
        given["assistant_name"] = clean_line(name, limit=60) or None
    return given


def _view(inbox: Inbox) -> InboxView:
    settings = inbox.settings
    return InboxView(
        id=inbox.id,
        name=inbox.name,
        channel=inbox.channel,
        widget_key=inbox.widget_key,
        assistant_name=settings.get("assistant_name"),
        theme=Theme.model_validate({name: settings[name] for name in Theme.model_fields if name in settings}),
        greeting=settings.get("greeting") or {},
        starters=settings.get("starters") or {},
        privacy_url=settings.get("privacy_url"),
        allowed_origins=settings.get("allowed_origins") or [],
        verifies_identities=bool(settings.get("identity_secret")),
    )
