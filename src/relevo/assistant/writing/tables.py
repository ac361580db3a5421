"""Language models that a workspace has connected, what they may cost and have cost, and every call."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import REAL, BigInteger, DateTime, ForeignKey, LargeBinary, Numeric, Text
from sqlalchemy.orm import Mapped, mapped_column

from relevo.platform.database import Table


class LanguageModelRow(Table):
    """`role` is first, fallback or off. `sealed_key` is the provider's key, encrypted. Prices are of a million tokens."""

    __tablename__ = "language_models"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    provider: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    model: Mapped[str] = mapped_column(Text)
    base_url: Mapped[str | None] = mapped_column(Text)
    sealed_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    role: Mapped[str] = mapped_column(Text)
    price_in: Mapped[Decimal] = mapped_column(Numeric(12, 6))
    price_out: Mapped[Decimal] = mapped_column(Numeric(12, 6))
    max_tokens: Mapped[int]
    first_token_seconds: Mapped[float] = mapped_column(REAL)
    total_seconds: Mapped[float] = mapped_column(REAL)
    reported: Mapped[str | None] = mapped_column(Text)
    reported_since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    reported_before: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class LanguageBudget(Table):
    """Limits of money and of tokens; None is no limit."""

    __tablename__ = "language_budgets"

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    currency: Mapped[str] = mapped_column(Text)
    per_conversation: Mapped[Decimal | None] = mapped_column(Numeric(12, 4))
    per_day: Mapped[Decimal | None] = mapped_column(Numeric(12, 4))
    per_month: Mapped[Decimal | None] = mapped_column(Numeric(12, 4))
    tokens_per_conversation: Mapped[int | None] = mapped_column(BigInteger)
    tokens_per_day: Mapped[int | None] = mapped_column(BigInteger)
    tokens_per_month: Mapped[int | None] = mapped_column(BigInteger)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class LanguageSpending(Table):
    """What calls of a period have cost, those under way counted with the most they can cost."""

    __tablename__ = "language_spending"

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    period: Mapped[str] = mapped_column(Text, primary_key=True)
    tokens: Mapped[int] = mapped_column(BigInteger)
    cost: Mapped[Decimal] = mapped_column(Numeric(14, 6))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class LanguageCall(Table):
    """One call of a model: never with what was sent or what came back."""

    __tablename__ = "language_calls"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    conversation_id: Mapped[UUID | None]
    language_model_id: Mapped[UUID | None] = mapped_column(ForeignKey("language_models.id"))
    provider: Mapped[str] = mapped_column(Text)
    model: Mapped[str] = mapped_column(Text)
    reported: Mapped[str | None] = mapped_column(Text)
    purpose: Mapped[str] = mapped_column(Text)
    prompt: Mapped[str] = mapped_column(Text)
    prompt_revision: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(Text)
    error: Mapped[str | None] = mapped_column(Text)
    detail: Mapped[str | None] = mapped_column(Text)
    tokens_in: Mapped[int]
    tokens_out: Mapped[int]
    counted_by: Mapped[str] = mapped_column(Text)
    cost: Mapped[Decimal] = mapped_column(Numeric(14, 6))
    currency: Mapped[str] = mapped_column(Text)
    first_token_ms: Mapped[int | None]
    latency_ms: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
