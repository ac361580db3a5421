"""What the routes of receipts give."""

from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from relevo.assistant.autonomy.types import Level

Verdict = Literal["supported", "plain", "unsupported", "contradicted"]


class SourceRow(BaseModel):
    title: str
    url: str | None = None
    article: str
    quote: str


class SentenceSource(BaseModel):
    article_id: UUID | None
    article: str
    title: str
    heading: str
    revision: int
    url: str | None


class CheckedSentence(BaseModel):
    sentence: str
    verdict: Verdict
    quote: str
    score: float
    committing: bool = Field(description="It promises, allows or forbids something.")
    because: list[str]
    source: SentenceSource | None


class ReceiptView(BaseModel):
    version: str
    passed: bool
    sentences: list[CheckedSentence]
    refused: list[CheckedSentence] = Field(description="Sentences that were left out.")


class WhyCall(BaseModel):
    id: UUID
    provider: str
    model: str
    prompt: str
    prompt_revision: str
    outcome: str
    tokens_in: int
    tokens_out: int
    cost: float
    currency: str
    latency_ms: int | None


class Why(BaseModel):
    """Why the assistant did what it did: the decision, what it was allowed, what each sentence stands on."""

    decision: Literal["answer", "clarify", "hand_off", "silence", "failed"]
    reason: str | None = Field(description="Of a handoff.")
    reasons: list[str]
    question: str
    topic: str | None
    language: str | None
    channel: str | None
    level: Level | None
    readings: list[dict[str, Any]]
    receipt: ReceiptView | None
    sources: list[SourceRow]
    calls: list[WhyCall] = Field(description="Of language models; none where Relevo wrote it by itself.")
    timings: dict[str, float] = Field(description="Milliseconds by step.")
