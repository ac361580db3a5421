"""What is searched and what is found."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

EVERYONE, MEMBERS = "everyone", "members"


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as the index knows it, with what an answer needs of it.

    It holds from `valid_from` until before `valid_until`, in `countries` (ISO 3166, small letters; none means everywhere), for `audience`:
    "everyone", or "members", who alone may see it.
    """

    article: str
    title: str
    heading: str
    text: str
    locale: str
    url: str | None = None
    position: int = 0
    article_id: UUID | None = None
    revision: int = 1
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    countries: tuple[str, ...] = ()
    audience: str = EVERYONE


@dataclass(frozen=True, slots=True)
class Hit:
    """`coverage` is the part of the question, by worth, that the passage answers to: 0 to 1."""

    entry: Entry
    score: float
    coverage: float
    missing_subject: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Who searches, where and when: what does not hold for them is left out before anything is ranked.

    Without a country nothing is left out for its country; `locales` leaves out what is written in others; without `at` validity
    is not looked at.
    """

    audience: str = EVERYONE
    country: str | None = None
    at: datetime | None = None
    locales: tuple[str, ...] = ()

    def sees(self, entry: Entry) -> bool:
        return (
            (entry.audience == EVERYONE or self.audience == MEMBERS)
            and (self.country is None or not entry.countries or self.country in entry.countries)
            and (self.at is None or entry.valid_from is None or entry.valid_from <= self.at)
            and (self.at is None or entry.valid_until is None or self.at < entry.valid_until)
            and (not self.locales or entry.locale in self.locales)
        )
