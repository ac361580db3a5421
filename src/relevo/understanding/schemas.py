"""Readings as programs get them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from relevo.platform.http import Body
from relevo.understanding.types import Emotion, Urgency


class GuessView(BaseModel):
    name: str
    confidence: float = Field(description="The calibrated probability that this is meant.")


class SpanView(BaseModel):
    """Personal data; `start` and `end` count Unicode code points of the text."""

    start: int
    end: int
    type: str


class Reasons(BaseModel):
    """The words of the text that weighed most."""

    emotion: list[str]
    urgency: list[str]


class Confidences(BaseModel):
    emotion: float
    urgency: float


class CorrectedBy(BaseModel):
    id: UUID
    name: str


class Understood(BaseModel):
    """What was understood of a text."""

    language: str = Field(description="ISO 639-1.")
    intents: list[GuessView] = Field(description="Most likely first; empty where it is none of those known.")
    candidates: list[GuessView] = Field(description="Two or three between which the text does not decide.")
    emotion: Emotion
    urgency: Urgency
    wants_human: bool
    personal_data: list[SpanView]
    reasons: Reasons
    confidences: Confidences
    model: str = Field(description="Which models have read it.")


class ReadingView(Understood):
    """What was understood of a message, with what members corrected."""

    corrected: list[str] = Field(description="The fields that a member set.")
    corrected_by: CorrectedBy | None


class ConversationReadingView(BaseModel):
    intent: str | None = Field(description="What it is about now.")
    intents: list[str] = Field(description="Everything it was about, newest first.")
    emotion: Emotion
    course: Literal["rising", "falling", "steady"] = Field(
        description="Whether the mood gets worse, better, or neither."
    )
    since: datetime | None = Field(description="When the present mood began.")
    urgency: Urgency = Field(description="The highest of what still waits for an answer.")
    urgency_reason: str
    wants_human: bool = Field(description="A person was asked for, and none has spoken since.")
    language: str


Language = Annotated[str, Field(pattern="^[a-z]{2,3}$")]


class CorrectionIn(Body):
    """What a reading should be. Fields that are left out stay as they are."""

    intent: str | None = Field(None, max_length=200, description="An intent's name; null: none of those known.")
    emotion: Emotion | None = None
    urgency: Urgency | None = None
    wants_human: bool | None = None
    language: Language | None = None


class CorrectionView(BaseModel):
    """What members said of a message; its personal data are masked."""

    id: UUID
    message_id: UUID | None
    text: str
    language: str
    intent: str | None
    emotion: Emotion
    urgency: Urgency
    wants_human: bool
    corrected: list[str]
    member_id: UUID
    created_at: datetime
    updated_at: datetime


class Corrections(BaseModel):
    corrections: list[CorrectionView]
    next: str | None


class TextIn(Body):
    text: str
    locale: Language | None = Field(None, description="The language that a text too short to tell is taken to be in.")
