"""What a help centre can set, and a help centre as its pages need it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from relevo.workspaces.types import LOCALES

COLOR = "#2f5d50"


@dataclass(frozen=True)
class Look:
    """Kept as JSON, so that a version that can set more needs no migration."""

    title: dict[str, str]  # by language; empty: the company's name
    intro: dict[str, str]
    color: str = COLOR
    logo_url: str | None = None
    domain: str | None = None  # the name of the host that readers use, where it is not the installation's own
    locales: tuple[str, ...] = LOCALES

    @classmethod
    def of(cls, settings: dict[str, Any]) -> "Look":
        both = dict.fromkeys(LOCALES, "")
        return cls(
            title=both | (settings.get("title") or {}),
            intro=both | (settings.get("intro") or {}),
            color=settings.get("color") or COLOR,
            logo_url=settings.get("logo_url"),
            domain=settings.get("domain"),
            locales=tuple(settings.get("locales") or LOCALES),
        )


@dataclass(frozen=True)
class Centre:
    """An open help centre as it is now. `version` is that of the articles."""

    workspace_id: UUID
    company: str
    slug: str
    look: Look
    widget_key: str | None
    version: int
    updated_at: datetime

    def title(self, locale: str) -> str:
        return self.look.title.get(locale) or self.company
