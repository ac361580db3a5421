"""The customer's receipt: what each sentence of an answer stands on."""

from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel

from relevo.assistant.receipts.why import sources_for_customer
from relevo.platform.http import platform_of
from relevo.widget import snapshot, tokens

router = APIRouter(prefix="/api/v1/chat", tags=["chat"])


class SaidSentence(BaseModel):
    sentence: str
    quote: str
    title: str
    heading: str
    article: str
    revision: int
    url: str | None


class MessageSources(BaseModel):
    sentences: list[SaidSentence]


@router.get("/messages/{message_id}/sources")
async def get_sources(request: Request, message_id: UUID) -> MessageSources:
    """Sentence by sentence, the article and its own words. Empty for what stands on none."""
    customer = tokens.customer_of(request)
    async with platform_of(request).db.transaction(customer.workspace_id) as session:
        await snapshot.check(session, customer)
        found = await sources_for_customer(session, customer.contact_id, message_id)
    return MessageSources.model_validate({"sentences": found})
