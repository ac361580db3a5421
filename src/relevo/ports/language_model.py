"""Language models: a conversation in, text out. Vendors differ only behind this."""

from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

if TYPE_CHECKING:
    import httpx

Role = Literal["customer", "assistant"]
Finish = Literal["complete", "too_long", "refused", "unknown"]


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the conversation. Who speaks is told by `role` alone, never by the text."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The form of a structured answer, as JSON Schema: objects closed, every property required."""

    name: str
    json: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Deadline:
    """Seconds until the answer begins, the longest pause within it, and until it has to be there in full."""

    first: float = 8.0
    pause: float = 5.0
    total: float = 20.0


@dataclass(frozen=True, slots=True)
class Request:
    """With a `schema` the text of the reply is JSON of that form, as far as the model keeps to it: who asks has to check."""

    system: str
    messages: tuple[Said, ...]
    max_tokens: int = 800
    temperature: float = 0.0
    schema: Schema | None = None
    deadline: Deadline = Deadline()


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the provider counts them; None where it does not say."""

    tokens_in: int | None = None
    tokens_out: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """`model` is what the provider says has answered; it may differ from what was asked."""

    text: str
    model: str = ""
    usage: Usage = Usage()
    finish: Finish = "complete"


class ModelError(Exception):
    """A model gave no answer. `kind` is for programs and records; the sentence holds nothing of the conversation."""

    kind: ClassVar[str] = "broken"

    def __init__(self, detail: str = "", *, retry_after: float | None = None) -> None:
        self.detail = detail or (self.__doc__ or "").splitlines()[0]
        self.retry_after = retry_after
        super().__init__(self.detail)


class RateLimited(ModelError):
    """The provider takes no more requests just now."""

    kind = "rate_limited"


class Overloaded(ModelError):
    """The provider is out of order or has too much to do."""

    kind = "overloaded"


class Refused(ModelError):
    """The model declines to answer this."""

    kind = "refused"


class Broken(ModelError):
    """What came back is no answer."""

    kind = "broken"


class TimedOut(ModelError):
    """The answer did not come in time."""

    kind = "timed_out"


class NotAllowed(ModelError):
    """The provider does not accept the key, the model's name or the address."""

    kind = "not_allowed"


@dataclass(frozen=True, slots=True)
class Connection:
    """What an adapter needs. `http` is guarded: it reaches no internal address that the installation has not opened."""

    http: "httpx.AsyncClient"
    model: str
    key: str | None = None
    base_url: str | None = None


class LanguageModel(Protocol):
    """One model of one provider. Implementations raise only ModelError (and let cancellation through), keep to the deadline, read
    no more than is reasonable, and log nothing of what they are given. They may be used by many at once.
    """

    @property
    def name(self) -> str:
        """As it is asked for."""
        ...

    async def complete(self, request: Request) -> Reply: ...

    def stream(self, request: Request) -> AsyncGenerator[str | Reply]:
        """Pieces of the text as they come, then the Reply with the whole. Closing it ends the request."""
        ...


Maker = Callable[[Connection], LanguageModel]
