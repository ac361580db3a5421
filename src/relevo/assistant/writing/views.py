"""Rows as admins see them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from relevo.assistant.writing.budget import Spent
from relevo.assistant.writing.desk import key_of
from relevo.assistant.writing.schemas import BudgetIn, BudgetView, LanguageModelView, ModelCall, SpentView, SpentViews
from relevo.assistant.writing.tables import LanguageBudget, LanguageCall, LanguageModelRow
from relevo.platform.platform import Platform

_SHOWN = (
    "id", "provider", "name", "model", "base_url", "role", "price_in", "price_out", "max_tokens", "first_token_seconds", "total_seconds",
    "reported", "reported_before", "reported_since", "updated_at",
)  # fmt: skip


def model_view(platform: Platform, row: LanguageModelRow, *, resting: bool) -> LanguageModelView:
    """Whether it has a key and whether that can be read, and nothing of it."""
    works = row.sealed_key is None or key_of(platform, row.id, row.sealed_key) is not None
    state = "off" if row.role == "off" else "resting" if resting else "ready"
    shown: dict[str, Any] = {name: getattr(row, name) for name in _SHOWN}
    return LanguageModelView(**shown, has_key=row.sealed_key is not None, key_works=works, state=state)


def budget_view(row: LanguageBudget | None, spent: Mapping[str, Spent], *, currency: str) -> BudgetView:
    limits = BudgetIn.model_validate(
        {name: getattr(row, name) for name in BudgetIn.model_fields} if row else {"currency": currency}
    )
    views = {kind: SpentView(tokens=one.tokens, cost=_rounded(one.cost)) for kind, one in spent.items()}
    return BudgetView(**limits.model_dump(), spent=SpentViews(**views))


def call_view(row: LanguageCall) -> ModelCall:
    shown: dict[str, Any] = {name: getattr(row, name) for name in ModelCall.model_fields}
    shown["cost"] = _rounded(row.cost)
    return ModelCall(**shown)


def _rounded(amount: Decimal) -> float:
    return float(round(amount, 6))
