"""What is found in an article, as it is kept with it."""

from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Found:
    """`code` says more exactly than `kind` what it is; `article_id` is the other article where it is about two."""

    kind: str
    code: str
    quote: str = ""
    other_quote: str = ""
    article_id: UUID | None = None
    value: str = ""
    other_value: str = ""

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "article_id": str(self.article_id) if self.article_id else None}

    @classmethod
    def of(cls, stored: dict[str, Any]) -> "Found":
        kept: dict[str, Any] = {**stored, "article_id": UUID(stored["article_id"]) if stored["article_id"] else None}
        return cls(**kept)
