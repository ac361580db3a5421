"""What calls cost, and whether one more may be made: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from relevo.ports.language_model import Request

_MILLION = Decimal(1_000_000)
_BYTES_PER_TOKEN_AT_LEAST = 2  # in practice 3 to 4; an estimate may be too high, never too low
_OVERHEAD = 300  # tokens of the form, and of who speaks


@dataclass(frozen=True, slots=True)
class Prices:
    """Of a million tokens."""

    tokens_in: Decimal
    tokens_out: Decimal

    def of(self, spent: "Tokens") -> Decimal:
        return (self.tokens_in * spent.tokens_in + self.tokens_out * spent.tokens_out) / _MILLION


@dataclass(frozen=True, slots=True)
class Tokens:
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def total(self) -> int:
        return self.tokens_in + self.tokens_out


@dataclass(frozen=True, slots=True)
class Spent:
    tokens: int = 0
    cost: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Limit:
    """None is no limit."""

    tokens: int | None = None
    cost: Decimal | None = None

    def allows(self, spent: Spent, further: Spent) -> bool:
        """Whether `further` fits besides what was spent. What costs nothing fits where all is spent."""
        tokens_fit = self.tokens is None or spent.tokens + further.tokens <= self.tokens
        return tokens_fit and (self.cost is None or not further.cost or spent.cost + further.cost <= self.cost)


def most(request: Request) -> Tokens:
    """The most that a request can use."""
    told = [request.system, *(said.text for said in request.messages)]
    schema = len(str(request.schema.json)) if request.schema else 0
    sent = sum(len(text.encode()) for text in told) + schema
    return Tokens(sent // _BYTES_PER_TOKEN_AT_LEAST + _OVERHEAD, request.max_tokens)


def periods(moment: datetime, conversation_id: UUID | None) -> dict[str, str]:
    """The periods that a call counts for, by kind; in UTC. In the order in which their rows are locked."""
    day = moment.astimezone(UTC)
    of_conversation = {"conversation": f"conversation {conversation_id}"} if conversation_id else {}
    return {**of_conversation, "day": f"day {day:%Y-%m-%d}", "month": f"month {day:%Y-%m}"}


def exceeded(limits: Mapping[str, Limit], spent: Mapping[str, Spent], further: Spent) -> str | None:
    """The kind of period that has no room for `further`."""
    return next(
        (kind for kind, limit in limits.items() if kind in spent and not limit.allows(spent[kind], further)), None
    )
