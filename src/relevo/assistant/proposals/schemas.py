"""What the routes of proposals take and give."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from relevo.assistant.autonomy.types import Level
from relevo.assistant.receipts.schemas import ReceiptView, SourceRow
from relevo.platform.http import Body

State = Literal["waiting", "released", "edited", "refused", "expired", "shadow"]


class ComparisonView(BaseModel):
    agreed: bool
    similarity: float
    with_: str = Field(alias="with", description="What was said in the end.")


class ProposalView(BaseModel):
    id: UUID
    text: str
    level: Level
    state: State = Field(description="`shadow` is shown once a person has answered.")
    outcome: Literal["answer", "clarify"]
    topic: str
    sources: list[SourceRow]
    quick_replies: list[str]
    receipt: ReceiptView | None
    reasons: list[str]
    message_id: UUID | None = Field(description="What the customer got, where it was released.")
    compared: ComparisonView | None
    made_at: datetime


class Proposals(BaseModel):
    proposals: list[ProposalView]


class ReleaseIn(Body):
    client_id: UUID
    text: Annotated[str, StringConstraints(max_length=8000)] | None = Field(
        None, description="Where it is to be said in other words."
    )


class RefuseIn(Body):
    reason: Annotated[str, StringConstraints(max_length=500)] = ""
