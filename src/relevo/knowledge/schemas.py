"""What is sent to and told by the routes of articles."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field

from relevo.knowledge.html import web_address
from relevo.knowledge.types import (
    BODY_LIMIT,
    CATEGORY_LIMIT,
    MOST_COUNTRIES,
    MOST_TAGS,
    TAG_LIMIT,
    TITLE_LIMIT,
    Audience,
    Status,
)
from relevo.platform.http import Body
from relevo.workspaces.types import Locale

FindingKind = Literal["duplicate", "contradiction", "personal_data", "secret", "injection", "expired", "unreadable"]


def _in_reach(moment: datetime) -> datetime:
    """Far enough from the ends of the calendar for every time zone."""
    if not 1900 < moment.year < 9000:
        raise ValueError("has to be between 1901 and 8999")
    return moment.astimezone(UTC)


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or web_address(text) is None:
        raise ValueError("has to begin with https:// or http://")
    return text


Title = Annotated[str, Field(min_length=1, max_length=TITLE_LIMIT)]
Text = Annotated[str, Field(max_length=BODY_LIMIT)]
Tags = Annotated[list[Annotated[str, Field(max_length=TAG_LIMIT)]], Field(max_length=MOST_TAGS)]
Country = Annotated[str, Field(pattern=r"^[a-zA-Z]{2}$")]
Countries = Annotated[list[Country], Field(max_length=MOST_COUNTRIES)]
Moment = Annotated[AwareDatetime, AfterValidator(_in_reach)]
WebAddress = Annotated[str, Field(max_length=2000), AfterValidator(_web_address)]
Slug = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class ArticleIn(Body):
    title: Title
    body: Text = Field(description="Markdown.")
    locale: Locale
    category: Annotated[str, Field(max_length=CATEGORY_LIMIT)] = ""
    tags: Tags = Field([])
    countries: Countries = Field([], description="ISO 3166 codes of where it holds; none: everywhere.")
    audience: Audience = Field("everyone", description="`members`: internal knowledge, never told to customers.")
    valid_from: Moment | None = None
    valid_until: Moment | None = Field(None, description="The first moment at which it no longer holds.")
    status: Status = "draft"
    slug: Slug | None = Field(None, description="Its name in addresses; made of the title where it is left out.")
    url: WebAddress | None = Field(None, description="Where customers are led for it, if not to the help centre.")
    translation_of: UUID | None = Field(None, description="The article that says the same in another language.")
    note: Annotated[str, Field(max_length=500)] = ""


class ArticleChange(Body):
    """What is left out stays. `revision` is the one that was read: 409 `article_changed` if there is a later one."""

    title: Title = ""
    body: Text = ""
    locale: Locale = "es"
    category: Annotated[str, Field(max_length=CATEGORY_LIMIT)] = ""
    tags: Tags = Field([])
    countries: Countries = Field([])
    audience: Audience = "everyone"
    valid_from: Moment | None = None
    valid_until: Moment | None = None
    slug: Slug = ""
    url: WebAddress | None = None
    translation_of: UUID | None = None
    revision: Annotated[int, Field(ge=1, lt=2**31)] | None = None
    note: Annotated[str, Field(max_length=500)] = Field("", description="Why it was changed.")

    def changes(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.model_fields_set - {"revision", "note"}}


class Changer(BaseModel):
    kind: Literal["member", "program", "source", "system"]
    id: UUID | None = None
    name: str


class NamedArticle(BaseModel):
    id: UUID
    title: str


class ArticleSummary(BaseModel):
    id: UUID
    name: str
    slug: str
    title: str
    locale: str
    status: Status
    revision: int
    proposed: int | None = Field(description="A revision that waits for review while this one is published.")
    category: str
    tags: list[str]
    countries: list[str]
    audience: Audience
    valid_from: datetime | None
    valid_until: datetime | None
    source: NamedArticle | None
    updated_at: datetime
    updated_by: Changer | None
    findings: int


class Articles(BaseModel):
    articles: list[ArticleSummary]
    next: str | None


class Facets(BaseModel):
    categories: list[str]
    tags: list[str]
    locales: list[str]
    counts: dict[str, int]


class Finding(BaseModel):
    """Something that a person should look at. `article` is the other one it is about, if there is one."""

    kind: FindingKind
    detail: str
    article: NamedArticle | None
    quote: str
    other_quote: str


class Translation(BaseModel):
    id: UUID
    locale: str
    title: str


class ArticleView(BaseModel):
    id: UUID
    name: str
    slug: str
    title: str
    locale: str
    status: Status
    revision: int
    proposed: int | None
    category: str
    tags: list[str]
    countries: list[str]
    audience: Audience
    valid_from: datetime | None
    valid_until: datetime | None
    source: NamedArticle | None
    url: str | None
    updated_at: datetime
    updated_by: Changer | None
    note: str = ""
    body: str
    html: str
    findings: list[Finding]
    translations: list[Translation]


class RevisionSummary(BaseModel):
    revision: int
    title: str
    status: Status
    changed_at: datetime
    changed_by: Changer | None
    note: str


class Revisions(BaseModel):
    revisions: list[RevisionSummary]


class PreviewIn(Body):
    body: Text


class Preview(BaseModel):
    html: str


class Comment(BaseModel):
    useful: bool
    comment: str
    revision: int
    at: datetime


class FeedbackView(BaseModel):
    """What readers of the help centre said of it."""

    useful: int
    not_useful: int
    comments: list[Comment]
