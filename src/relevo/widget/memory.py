"""What is remembered of a customer: they see it and may have it deleted."""

from fastapi import APIRouter, Request

from relevo.assistant.memory import facts
from relevo.assistant.memory.kinds import Kind
from relevo.assistant.memory.schemas import Facts, fact
from relevo.platform.http import platform_of
from relevo.widget import snapshot, tokens

router = APIRouter(prefix="/api/v1/chat/facts", tags=["chat"])


@router.get("")
async def get_facts(request: Request) -> Facts:
    customer = tokens.customer_of(request)
    async with platform_of(request).db.transaction(customer.workspace_id) as session:
        await snapshot.check(session, customer)
        found = await facts.facts_of(session, customer.contact_id)
        return Facts(facts=[fact(row, for_customer=True) for row in found])


@router.delete("", status_code=204)
async def delete_facts(request: Request, kind: Kind | None = None) -> None:
    """One kind or all. What was said until now is not learnt again."""
    customer = tokens.customer_of(request)
    platform = platform_of(request)
    async with platform.db.transaction(customer.workspace_id) as session:
        await snapshot.check(session, customer)
        await facts.delete(session, customer.contact_id, kind)
    platform.hub.wake(customer.workspace_id)
