"""Articles that have expired or soon will: seen when they are looked at, since it is time alone that makes it so."""

from datetime import datetime, timedelta

from relevo.knowledge.findings.types import Found

SOON = timedelta(days=14)


def expired(valid_until: datetime | None, status: str, *, at: datetime) -> list[Found]:
    if valid_until is None or status != "published" or valid_until > at + SOON:
        return []
    code = "expired" if valid_until <= at else "expires_soon"
    return [Found("expired", code, value=valid_until.strftime("%Y-%m-%d"))]
