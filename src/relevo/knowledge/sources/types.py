"""Words of sources: their kinds, how they are set, what a visit brings."""

from dataclasses import dataclass, field
from typing import Any, Literal, Self

from relevo.knowledge.taking import Outcome, Read
from relevo.knowledge.types import Audience

Kind = Literal["page", "sitemap", "folder", "upload"]
State = Literal["idle", "running", "failed"]

MOST_SOURCES = 500  # of a workspace
MOST_PAGES = 2_000  # of a source
MOST_UPLOADED_FILES = 100
LARGEST_UPLOAD = 100 * 1024 * 1024  # all files of one upload together
MISSING_TIMES = 2  # in a row, before what is not there any more is withdrawn


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """`review`: nothing of it is answered from before a member has seen it, and what changes waits again. `own_site`: the company
    may read it whatever robots.txt says."""

    review: bool = False
    tags: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    audience: Audience = "everyone"
    status: str | None = None  # of uploads
    own_site: bool = False

    @classmethod
    def of(cls, stored: dict[str, Any]) -> Self:
        known = {name: stored[name] for name in cls.__dataclass_fields__ if name in stored}
        for name in ("tags", "countries"):
            known[name] = tuple(known.get(name, ()))
        return cls(**known)

    def as_json(self) -> dict[str, Any]:
        return {
            "review": self.review, "tags": list(self.tags), "countries": list(self.countries), "audience": self.audience,
            "status": self.status, "own_site": self.own_site,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planned:
    """Something that a source holds. `name` is stable: articles are called after it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Visited:
    """What a visit to an item brought: documents to take over, or an outcome at once."""

    found: Read | Outcome
    is_missing: bool = False
    content_hash: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    sketch: bytes | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    taken: int = 0
    unchanged: int = 0
    left: int = 0
    by: dict[str, int] = field(default_factory=dict[str, int])
