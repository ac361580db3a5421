"""Topics, intents, examples and models as programs send and get them."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from relevo.platform.http import Body
from relevo.understanding.schemas import GuessView

Name = Annotated[str, Field(min_length=1, max_length=200)]
ExampleText = Annotated[str, Field(min_length=1, max_length=4_000)]


class TopicIn(Body):
    name: Name = Field(description="What programs know it by; unique.")
    title: Annotated[str, Field(max_length=200)] = Field("", description="What people read; without one, the name.")


class TopicChange(Body):
    name: Name = ""
    title: Name = ""


class TopicView(BaseModel):
    id: UUID
    name: str
    title: str


class Topics(BaseModel):
    topics: list[TopicView]


class IntentIn(Body):
    name: Name = Field(description="What programs know it by; unique.")
    title: Annotated[str, Field(max_length=200)] = Field("", description="What people read; without one, the name.")
    description: Annotated[str, Field(max_length=2_000)] = ""
    topic_id: UUID | None = None
    examples: Annotated[list[ExampleText], Field(max_length=500)] = Field(default_factory=list[str])


class IntentChange(Body):
    name: Name = ""
    title: Name = ""
    description: Annotated[str, Field(max_length=2_000)] = ""
    topic_id: UUID | None = None


class IntentView(BaseModel):
    """An intent of the workspace's own."""

    id: UUID
    name: str
    title: str
    description: str
    topic_id: UUID | None
    examples: int = Field(description="How many it is learnt from.")
    proposed: int = Field(description="How many corrections have proposed.")
    created_at: datetime
    updated_at: datetime


class Titles(BaseModel):
    es: str
    en: str


class ShippedIntentView(BaseModel):
    """One of those that Relevo knows from the start."""

    name: str
    title: Titles
    topic: Titles
    topic_name: str


class Intents(BaseModel):
    intents: list[IntentView] | list[ShippedIntentView]


class ExampleView(BaseModel):
    id: UUID
    text: str
    state: Literal["accepted", "proposed"]
    source: Literal["written", "imported", "correction"]
    message_id: UUID | None
    created_at: datetime


class IntentDetail(BaseModel):
    """An intent with a page of its examples, newest first."""

    id: UUID
    name: str
    title: str
    description: str
    topic_id: UUID | None
    examples: list[ExampleView]
    next: str | None
    accepted: int
    proposed: int
    created_at: datetime
    updated_at: datetime


class ExamplesIn(Body):
    texts: Annotated[list[ExampleText], Field(min_length=1, max_length=500)]


class Added(BaseModel):
    """Those that were not there already."""

    examples: list[ExampleView]


class TakenView(BaseModel):
    intents: int
    examples: int


class LeftView(BaseModel):
    where: str
    why: str


class ImportView(BaseModel):
    format: str
    taken: TakenView
    left: list[LeftView]


class IntentQualityView(BaseModel):
    name: str
    precision: float
    recall: float
    f1: float
    examples: int


class ConfusionView(BaseModel):
    """Two intents that are hard to tell apart, and the words that stand in both."""

    a: str
    b: str
    share: float
    because: list[str]


class SuspectView(BaseModel):
    """An example that looks as if it belonged to another intent."""

    example_id: str
    text: str
    labelled: str
    looks_like: str
    confidence: float
    same_as: str | None = None


class OutOfScopeView(BaseModel):
    model_config = ConfigDict(extra="allow")

    refused: float
    recall: float | None


class QualityView(BaseModel):
    """What cross-validation says: every figure is on examples that the model had not seen."""

    model_config = ConfigDict(extra="allow")

    accuracy: float
    macro_f1: float
    intents: list[IntentQualityView]
    confusions: list[ConfusionView]
    suspects: list[SuspectView]
    too_few: list[str]
    threshold: float
    out_of_scope: OutOfScopeView
    embeddings: bool
    train_s: float


class ModelView(BaseModel):
    """A version of what was learnt from the workspace's examples. The released one reads its messages."""

    id: UUID
    version: int
    state: Literal["training", "ready", "released", "failed"]
    progress: float
    doing: str
    error: str | None
    intents: int
    examples: int
    quality: QualityView | None
    member_id: UUID | None
    created_at: datetime
    trained_at: datetime | None
    released_at: datetime | None


class Models(BaseModel):
    models: list[ModelView]


class Begun(BaseModel):
    id: UUID
    version: int
    state: Literal["training"]


class TryIn(Body):
    text: Annotated[str, Field(max_length=8_000)]


class Tried(BaseModel):
    """What this version sees in a text by itself. `ranking` are the likeliest ones, whatever the threshold says."""

    intents: list[GuessView]
    is_none: bool
    candidates: list[GuessView]
    ranking: list[GuessView]


Changes = dict[str, Any]


def changes_of(change: Body) -> Changes:
    """The fields that were sent."""
    return {name: getattr(change, name) for name in change.model_fields_set}
