"""What a workspace can set, and the languages Relevo speaks."""

from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

Locale = Literal["es", "en"]
LOCALES: tuple[Locale, ...] = ("es", "en")
Availability = Literal["online", "away", "offline"]
Form = Literal["tu", "usted"]


@dataclass(frozen=True)
class Preferences:
    """Settings of a workspace; kept as JSON, so that a version with more of them needs no migration."""

    reopen_hours: int = 72  # a message within that time after resolving goes on in the same conversation
    form: Form = "tu"  # how customers are addressed in Spanish
    reversible_masking: bool = True  # whether data hidden from models elsewhere may be put back

    @classmethod
    def of(cls, settings: dict[str, Any]) -> "Preferences":
        return cls(**{name: settings[name] for name in cls.__dataclass_fields__ if name in settings})


@dataclass(frozen=True)
class NewMember:
    email: str
    name: str
    role: Literal["agent", "supervisor", "admin"]
    locale: str | None = None  # None: the workspace's


@dataclass(frozen=True)
class NewKey:
    """`text` is shown once; only its fingerprint is kept."""

    id: UUID
    member_id: UUID
    text: str
