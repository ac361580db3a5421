"""Errors that a caller is told about: a code for programs, a sentence for people, a status for HTTP.

The docstring of a class is its default sentence.
"""

from typing import Any, ClassVar


class RelevoError(Exception):
    """Something went wrong."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 500

    def __init__(self, detail: str | None = None, *, code: str | None = None, **data: Any) -> None:
        self.detail = detail or (self.__doc__ or "").strip().splitlines()[0]
        self.stable_code = code or self.code
        self.data = data
        super().__init__(self.detail)


class Malformed(RelevoError):
    """The request could not be read."""

    code, status = "malformed", 400


class Unauthenticated(RelevoError):
    """Sign in first."""

    code, status = "unauthenticated", 401


class Forbidden(RelevoError):
    """You are not allowed to do this."""

    code, status = "forbidden", 403


class NotFound(RelevoError):
    """There is no such thing here."""

    code, status = "not_found", 404


class Conflict(RelevoError):
    """This does not fit the present state."""

    code, status = "conflict", 409


class TooLarge(RelevoError):
    """This is larger than allowed."""

    code, status = "too_large", 413


class UnsupportedType(RelevoError):
    """This type of content is not accepted."""

    code, status = "unsupported_type", 415


class Invalid(RelevoError):
    """Some of the values are not valid."""

    code, status = "invalid", 422


class RateLimited(RelevoError):
    """Too many requests; wait a moment."""

    code, status = "rate_limited", 429

    def __init__(self, retry_after_seconds: float) -> None:
        super().__init__(retry_after=max(1, round(retry_after_seconds)))


class Unavailable(RelevoError):
    """The service cannot answer right now; try again in a moment."""

    code, status = "unavailable", 503


class SetupError(RelevoError):
    """The installation is not ready."""

    code = "setup"
