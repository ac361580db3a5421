"""The handoff packet: what a person should know before the first word, readable in ten seconds."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.memory.facts import facts_of
from relevo.assistant.memory.tables import ContactFact
from relevo.assistant.tables import Turn
from relevo.contacts.tables import Contact, Identity
from relevo.conversations.tables import Conversation, Message
from relevo.kit.cards import mask_cards
from relevo.kit.text import shorten
from relevo.understanding.smalltalk import small_talk

_LINE = 200
_MOST = 6


async def packet_of(session: AsyncSession, conversation: Conversation) -> dict[str, Any]:
    """Who it is, what they want, what was asked and answered; from the rows of the transaction."""
    contact = await session.get_one(Contact, conversation.contact_id)
    identities = (await session.scalars(select(Identity).where(Identity.contact_id == contact.id))).all()
    messages = (
        await session.scalars(
            select(Message)
            .where(Message.conversation_id == conversation.id, Message.private.is_(False))
            .order_by(Message.id)
        )
    ).all()
    turns = (await session.scalars(select(Turn).where(Turn.conversation_id == conversation.id).order_by(Turn.id))).all()
    return written(contact, identities, messages, turns, await facts_of(session, contact.id))


def written(
    contact: Contact,
    identities: Sequence[Identity],
    messages: Sequence[Message],
    turns: Sequence[Turn],
    facts: Sequence[ContactFact] = (),
) -> dict[str, Any]:
    """The packet from what was read. Numbers of cards are masked, wherever they stand."""
    requests = [_line(message.text) for message in messages if message.sender_kind == "contact"]
    replies = {message.id: _line(message.text) for message in messages if message.sender_kind == "assistant"}
    solid = [request for request in requests if request and not small_talk(request)] or requests
    wants = solid[-1] if solid else ""
    asked = [_asked(turn, replies) for turn in turns[-_MOST:] if turn.decision != "silence"]
    return {
        "contact": {
            "id": str(contact.id),
            "name": contact.name,
            "locale": contact.locale,
            "identities": [
                {"kind": i.kind, "value": i.value, "verified": i.verified_at is not None} for i in identities
            ],
            "facts": [{"kind": f.kind, "value": f.value, "source": f.source["kind"]} for f in facts],
        },
        "wants": wants,
        # What they said besides: nobody should read the same sentence twice.
        "summary": [said for said in solid[-_MOST:] if said != wants and not any(said in a["question"] for a in asked)],
        "asked": asked,
        "tried": [title for turn in turns if turn.decision == "answer" for title in _titles(turn)][-_MOST:],
        "suggestions": [],
    }


def _asked(turn: Turn, replies: dict[UUID, str]) -> dict[str, Any]:
    answer = replies.get(turn.message_id) if turn.message_id else None
    return {"question": _line(turn.question), "outcome": turn.decision, "answer": answer, "sources": _titles(turn)}


def _titles(turn: Turn) -> list[str]:
    return list(dict.fromkeys(str(source["title"]) for source in turn.sources))


def _line(text: str) -> str:
    return shorten(mask_cards(text), _LINE)
