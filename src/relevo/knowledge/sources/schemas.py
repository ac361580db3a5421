"""KnowledgeSources as programs send and get them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from relevo.knowledge.reading.reasons import is_known, sentence
from relevo.knowledge.schemas import Countries, Tags
from relevo.knowledge.sources.tables import Source, SourceItem
from relevo.knowledge.sources.types import Kind, SourceSettings, State
from relevo.knowledge.types import Audience
from relevo.platform.http import Body
from relevo.workspaces.types import Locale

Hours = Annotated[int, Field(ge=1, le=8_760)]
Title = Annotated[str, Field(max_length=200)]


class SettingsIn(Body):
    review: Annotated[
        bool, Field(description="What is new or changes is answered from only after a member has published it.")
    ] = False
    tags: Tags = Field(default_factory=list)
    countries: Countries = Field(default_factory=list)
    audience: Audience = "everyone"
    own_site: Annotated[bool, Field(description="The company's own: read whatever robots.txt says.")] = False


class SettingsView(BaseModel):
    review: bool
    tags: list[str]
    countries: list[str]
    audience: Audience
    own_site: bool


class SourceIn(Body):
    kind: Literal["page", "sitemap", "folder"]
    address: Annotated[str, Field(min_length=1, max_length=2_000)] = Field(
        description="Of the page or the site map; of a folder, its path on the server."
    )
    title: Title = ""
    locale: Locale | None = Field(None, description="Its language; otherwise recognised page by page.")
    every_hours: Hours | None = Field(
        None, description="How often it is looked at again; a folder without it is watched all the time."
    )
    settings: SettingsIn = Field(default_factory=SettingsIn)


class SourceChange(Body):
    title: Title = ""
    locale: Locale | None = None
    every_hours: Hours | None = None
    settings: SettingsIn = Field(default_factory=SettingsIn)


class Progress(BaseModel):
    done: int
    total: int


class CountsView(BaseModel):
    taken: int
    unchanged: int
    left: int


class KnowledgeSource(BaseModel):
    id: UUID
    kind: Kind
    address: str
    title: str
    locale: str | None
    every_hours: int | None
    settings: SettingsView
    state: State
    progress: Progress = Field(description="Of the run that is under way, or was last.")
    last_run_at: datetime | None
    last_error: str | None = Field(description="Why the last run could not begin, in the reader's language.")
    counts: CountsView
    next_run_at: datetime | None
    created_at: datetime


class KnowledgeSources(BaseModel):
    sources: list[KnowledgeSource]


class ItemView(BaseModel):
    """A page or a file. `reason` is stable, for programs; `detail` is for people."""

    name: str
    address: str
    taken: bool = Field(description="Whether it was taken when it was last looked at.")
    reason: str
    detail: str
    article_id: UUID | None = Field(description="The article made of it, or the first of several.")
    at: datetime | None


class Items(BaseModel):
    items: list[ItemView]


class Uploaded(BaseModel):
    source: KnowledgeSource


def source_view(source: Source, locale: str) -> KnowledgeSource:
    settings = SourceSettings.of(source.settings)
    error = sentence(source.last_error, locale=locale) if source.last_error else None
    counted = {name: int(source.counts.get(name, 0)) for name in ("taken", "unchanged", "left")}
    return KnowledgeSource(
        id=source.id, kind=_kind(source), address=source.address, title=source.title, locale=source.locale,
        every_hours=source.every_hours, state=_state(source), progress=Progress(done=source.done, total=source.total),
        settings=SettingsView(
            review=settings.review, tags=list(settings.tags), countries=list(settings.countries), audience=settings.audience,
            own_site=settings.own_site,
        ),
        last_run_at=source.last_run_at, last_error=error, counts=CountsView(**counted), next_run_at=source.next_run_at,
        created_at=source.created_at,
    )  # fmt: skip


def item_view(item: SourceItem, locale: str) -> ItemView:
    return ItemView(
        name=item.name, address=item.address, taken=item.taken, reason=item.reason, detail=_detail(item, locale),
        article_id=item.article_id, at=item.at,
    )  # fmt: skip


def _detail(item: SourceItem, locale: str) -> str:
    """What became of it, and what an editor should know besides."""
    if not item.reason:
        return ""
    code, colon, rest = item.detail.partition(":")
    if colon and is_known(code):
        return f"{sentence(item.reason, locale=locale)}; {sentence(code, rest, locale=locale)}"
    return sentence(item.reason, item.detail, locale=locale)


def _kind(source: Source) -> Kind:
    match source.kind:
        case "page" | "sitemap" | "folder":
            return source.kind
        case _:
            return "upload"


def _state(source: Source) -> State:
    return "running" if source.state == "running" else "failed" if source.state == "failed" else "idle"
