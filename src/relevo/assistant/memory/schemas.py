"""Facts as members and customers see them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from relevo.assistant.memory.kinds import Kind
from relevo.assistant.memory.tables import ContactFact
from relevo.platform.http import Body


class FactSource(BaseModel):
    """A message of the contact's, a member, or the site they came from."""

    kind: Literal["message", "member", "site"]
    id: UUID | None
    name: str | None


class Fact(BaseModel):
    kind: Kind
    value: str = Field(
        description="`language`: es, en · `country`: an ISO code · `product`: a name from an article's title · `level`: beginner,"
        " expert · `tone`: tu, usted · `detail`: short, full"
    )
    source: FactSource
    said_at: datetime
    expires_at: datetime | None


class Facts(BaseModel):
    facts: list[Fact]


class FactIn(Body):
    kind: Kind
    value: Annotated[str, StringConstraints(min_length=1, max_length=60)]


def fact(row: ContactFact, *, for_customer: bool = False) -> Fact:
    """Customers are not told which member said something of them."""
    by_member = row.source["kind"] == "member"
    source = {**row.source, "id": None, "name": None} if for_customer and by_member else row.source
    return Fact.model_validate(
        {"kind": row.kind, "value": row.value, "source": source, "said_at": row.said_at, "expires_at": row.expires_at}
    )
