"""Bodies of the routes of language models. A key goes in and never comes out."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from relevo.kit.text import clean_line
from relevo.platform.http import Body

LONGEST_SECONDS = 24.0  # that customers wait for models; less than a turn is held for

Provider = Literal["openai", "anthropic", "google", "mistral", "openai_compatible"]
Role = Literal["first", "fallback", "off"]
Money = Annotated[Decimal, Field(ge=0, le=10_000_000, max_digits=12, decimal_places=4)]
Price = Annotated[Decimal, Field(ge=0, le=100_000, max_digits=12, decimal_places=6)]
Count = Annotated[int, Field(ge=0, le=10**12)]


def _name(text: str) -> str:
    line = clean_line(text, limit=200)
    if not line:
        raise ValueError("is empty")
    return line


class ModelIn(Body):
    """Without `id` a new model. Without `key` the present one stays, as long as provider and address do; an empty one takes it away."""

    id: UUID | None = None
    provider: Provider
    name: Annotated[str, Field(max_length=120), AfterValidator(_name)]
    model: Annotated[str, Field(pattern=r"^[A-Za-z0-9][\w.:/@+-]{0,199}$")] = Field(
        description="As the provider calls it."
    )
    base_url: Annotated[str, Field(max_length=2000)] | None = Field(
        None, description="Of a server that speaks like OpenAI, up to /v1; for openai_compatible only."
    )
    key: Annotated[str, Field(max_length=1000, pattern=r"^[\x21-\x7e]*$")] | None = None
    role: Role = "off"
    price_in: Price = Field(Decimal(0), description="Of a million tokens sent.")
    price_out: Price = Field(Decimal(0), description="Of a million tokens written.")
    max_tokens: Annotated[int, Field(ge=100, le=8_000)] = 800
    first_token_seconds: Annotated[float, Field(ge=0.2, le=LONGEST_SECONDS)] = 8.0
    total_seconds: Annotated[float, Field(ge=0.5, le=LONGEST_SECONDS)] = 20.0


class BudgetIn(Body):
    """Null is no limit."""

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "EUR"
    per_conversation: Money | None = None
    per_day: Money | None = None
    per_month: Money | None = None
    tokens_per_conversation: Count | None = 60_000
    tokens_per_day: Count | None = 5_000_000
    tokens_per_month: Count | None = None


class ModelsIn(Body):
    """All models: one that is left out is removed. Without `budget` it stays as it is."""

    models: Annotated[list[ModelIn], Field(max_length=20)]
    budget: BudgetIn | None = None


class LanguageModelView(BaseModel):
    """`key_works` is false where the key was encrypted under another key of the installation and has to be entered again. `reported` is
    what the provider says has answered last, `reported_before` what it said before."""

    id: UUID
    provider: Provider
    name: str
    model: str
    base_url: str | None
    has_key: bool
    key_works: bool
    role: Role
    price_in: float
    price_out: float
    max_tokens: int
    first_token_seconds: float
    total_seconds: float
    reported: str | None
    reported_before: str | None
    reported_since: datetime | None
    state: Literal["ready", "resting", "off"]
    updated_at: datetime


class SpentView(BaseModel):
    tokens: int
    cost: float


class SpentViews(BaseModel):
    day: SpentView
    month: SpentView


class BudgetView(BaseModel):
    currency: str
    per_conversation: float | None
    per_day: float | None
    per_month: float | None
    tokens_per_conversation: int | None
    tokens_per_day: int | None
    tokens_per_month: int | None
    spent: SpentViews


class LanguageModels(BaseModel):
    models: list[LanguageModelView]
    budget: BudgetView


class TryModel(Body):
    """Nothing has to be said."""


class TriedModel(BaseModel):
    """`error` is a kind: rate_limited, overloaded, refused, broken, out_of_form, timed_out, not_allowed, over_budget."""

    works: bool
    reported: str | None
    latency_ms: int
    error: str | None
    detail: str | None


class ModelCall(BaseModel):
    """A call of a model: what was said in it stands in no record."""

    id: UUID
    at: datetime
    conversation_id: UUID | None
    language_model_id: UUID | None
    provider: Provider
    model: str
    reported: str | None
    purpose: Literal["answer", "repair", "test"]
    prompt: str
    prompt_revision: str
    outcome: Literal["begun", "answered", "failed", "cancelled"]
    error: str | None
    detail: str | None
    tokens_in: int
    tokens_out: int
    counted_by: Literal["provider", "estimate"]
    cost: float
    currency: str
    first_token_ms: int | None
    latency_ms: int | None


class Calls(BaseModel):
    calls: list[ModelCall]
    next: str | None


class PromptView(BaseModel):
    name: str
    revision: str
    text: str


class Prompts(BaseModel):
    prompts: list[PromptView]
