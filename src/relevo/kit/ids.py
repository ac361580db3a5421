"""Identifiers: UUID version 7, so that rows sort by the time they were made."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    return uuid7()


def parse_id(text: str) -> UUID | None:
    """The id written in `text`, or None where it is none (callers answer "not found", as for an unknown id)."""
    try:
        return UUID(text)
    except (ValueError, AttributeError, TypeError):
        return None
