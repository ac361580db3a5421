"""What is found while an article is written: it is cheap, and what gives orders must never be answered from before somebody looked."""

import asyncio

from relevo.knowledge.findings.orders import orders
from relevo.knowledge.findings.private import secrets
from relevo.knowledge.findings.types import Found

KINDS = frozenset({"injection", "secret"})
_LONG = 10_000  # characters; looked through in a thread, so that other requests go on meanwhile


def at_writing(title: str, body: str) -> list[Found]:
    return [*orders(title, body), *secrets(body)]


async def looked_through(title: str, body: str) -> list[Found]:
    if len(body) > _LONG:
        return await asyncio.to_thread(at_writing, title, body)
    return at_writing(title, body)
