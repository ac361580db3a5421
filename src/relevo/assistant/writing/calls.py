"""The record of calls and of what they cost: before a call the most it can cost is counted, after it what it did cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.writing.budget import Limit, Spent, Tokens, exceeded, most, periods
from relevo.assistant.writing.desk import Using
from relevo.assistant.writing.tables import LanguageBudget, LanguageCall, LanguageModelRow, LanguageSpending
from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.ports.language_model import Request

CURRENCY = "EUR"
DEFAULT_TOKENS_PER_CONVERSATION, DEFAULT_TOKENS_PER_DAY = 60_000, 5_000_000

_OPEN = text(
    "insert into language_spending (workspace_id, period) select relevo_workspace(), p from unnest(cast(:periods as text[])) p "
    "order by p on conflict do nothing"
)
_ADD = text(
    "update language_spending set tokens = greatest(tokens + :tokens, 0), cost = greatest(cost + cast(:cost as numeric), 0), "
    "updated_at = now() where period = any(cast(:periods as text[]))"
)


class OverBudget(Exception):
    """`period` has no room for another call: conversation, day or month."""

    def __init__(self, period: str) -> None:
        super().__init__(period)
        self.period = period


@dataclass(frozen=True, slots=True)
class Wanted:
    """A call to be made."""

    using: Using
    request: Request
    purpose: Literal["answer", "repair", "test"]
    prompt: str
    revision: str
    conversation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """How a call ended. `error` is the kind of a ModelError."""

    outcome: Literal["answered", "failed", "cancelled"]
    tokens: Tokens
    counted_by: Literal["provider", "estimate"] = "estimate"
    reported: str = ""
    error: str | None = None
    detail: str | None = None
    first_token_ms: int | None = None
    latency_ms: int = 0


async def begin(session: AsyncSession, workspace_id: UUID, wanted: Wanted) -> UUID:
    """Records a call that is about to be made. Raises OverBudget. Others who begin at the same time wait for this transaction."""
    moment = now()
    budget = await session.get(LanguageBudget, workspace_id)
    tokens = most(wanted.request)
    further = Spent(tokens.total, wanted.using.prices.of(tokens))
    counted = periods(moment, wanted.conversation_id)
    spent = await _locked(session, counted)
    if kind := exceeded(limits_of(budget), spent, further):
        raise OverBudget(kind)
    await _add(session, counted, further)
    call = LanguageCall(
        id=new_id(), workspace_id=workspace_id, conversation_id=wanted.conversation_id, language_model_id=wanted.using.id,
        provider=wanted.using.provider, model=wanted.using.model, purpose=wanted.purpose, prompt=wanted.prompt,
        prompt_revision=wanted.revision, outcome="begun", tokens_in=tokens.tokens_in, tokens_out=tokens.tokens_out,
        counted_by="estimate", cost=further.cost, currency=budget.currency if budget else CURRENCY, at=moment,
    )  # fmt: skip
    session.add(call)
    await session.flush()
    return call.id


async def end(session: AsyncSession, call_id: UUID, wanted: Wanted, ended: Ended) -> str | None:
    """Records how it ended and corrects what was counted. The name that the provider gave before, where it gives another one now."""
    call = await session.get(LanguageCall, call_id, with_for_update=True)
    if call is None or call.outcome != "begun":
        return None
    cost = wanted.using.prices.of(ended.tokens)
    change = Spent(ended.tokens.total - call.tokens_in - call.tokens_out, cost - call.cost)
    await _add(session, periods(call.at, call.conversation_id), change)
    call.outcome, call.error, call.detail = ended.outcome, ended.error, ended.detail
    call.tokens_in, call.tokens_out, call.counted_by = ended.tokens.tokens_in, ended.tokens.tokens_out, ended.counted_by
    call.cost, call.reported = cost, ended.reported or None
    call.first_token_ms, call.latency_ms = ended.first_token_ms, ended.latency_ms
    return await _noticed(session, wanted.using.id, ended.reported) if ended.reported else None


async def _noticed(session: AsyncSession, model_id: UUID, reported: str) -> str | None:
    """Which model says that it answers. Providers change that without a word."""
    row = await session.get(LanguageModelRow, model_id)
    if row is None or row.reported == reported:
        return None
    before = row.reported
    row.reported_before, row.reported, row.reported_since = before or row.reported_before, reported, now()
    return before


async def _locked(session: AsyncSession, counted: Mapping[str, str]) -> dict[str, Spent]:
    names = sorted(counted.values())
    await session.execute(_OPEN, {"periods": names})
    query = select(LanguageSpending).where(LanguageSpending.period.in_(names)).order_by(LanguageSpending.period)
    rows = {
        row.period: row
        for row in await session.scalars(query.with_for_update().execution_options(populate_existing=True))
    }
    return {kind: Spent(rows[name].tokens, rows[name].cost) for kind, name in counted.items() if name in rows}


async def _add(session: AsyncSession, counted: Mapping[str, str], change: Spent) -> None:
    names = sorted(counted.values())
    locked = select(LanguageSpending.period).where(LanguageSpending.period.in_(names)).order_by(LanguageSpending.period)
    await session.execute(locked.with_for_update())
    await session.execute(_ADD, {"tokens": change.tokens, "cost": str(change.cost), "periods": names})


def limits_of(budget: LanguageBudget | None) -> dict[str, Limit]:
    if budget is None:
        return {
            "conversation": Limit(DEFAULT_TOKENS_PER_CONVERSATION),
            "day": Limit(DEFAULT_TOKENS_PER_DAY),
            "month": Limit(),
        }
    return {
        "conversation": Limit(budget.tokens_per_conversation, budget.per_conversation),
        "day": Limit(budget.tokens_per_day, budget.per_day),
        "month": Limit(budget.tokens_per_month, budget.per_month),
    }


async def forget(session: AsyncSession, *, before: datetime) -> None:
    """Drops records of calls, and sums of conversations and days, from before a moment. Sums of months stay."""
    await session.execute(delete(LanguageCall).where(LanguageCall.at < before))
    old = LanguageSpending.updated_at < before
    await session.execute(delete(LanguageSpending).where(old, LanguageSpending.period.not_like("month %")))
