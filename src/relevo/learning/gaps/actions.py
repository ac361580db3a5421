"""What members do about a gap: a draft, leaving it, taking it up again."""

import asyncio
from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact
from relevo.conversations.tables import Conversation, Message
from relevo.kit.clock import now
from relevo.kit.errors import Conflict, NotFound
from relevo.knowledge import actions as knowledge
from relevo.knowledge.types import TITLE_LIMIT
from relevo.learning.gaps import draft
from relevo.learning.gaps.alike import meant, middle
from relevo.learning.gaps.close import questions_of
from relevo.learning.gaps.collect import tell
from relevo.learning.gaps.draft import Reply, Taken
from relevo.learning.gaps.tables import Gap, GapQuestion
from relevo.platform.access import Actor

_REPLIES = 5  # of a member to a question


async def make_draft(session: AsyncSession, actor: Actor, gap_id: UUID) -> Gap:
    """An article for review from what people answered; where nobody has, a draft with the question alone. Raises NotFound, Conflict."""
    gap = await locked(session, actor, gap_id)
    if gap.article_id is not None or gap.state not in ("open", "drafted"):
        raise Conflict("There is an article for this already, or it was left.", code="gap_settled")
    questions = await questions_of(session, gap.id)
    if not questions:
        raise NotFound
    taken = await _answered_by_people(session, gap, questions)
    values = {
        "title": title_of([question.text for question in reversed(questions)], gap.locale)[:TITLE_LIMIT], "body": draft.body(taken),
        "locale": gap.locale, "status": "review" if taken else "draft",
    }  # fmt: skip
    note = f"← {len({one for each in taken for one in each.conversations})} conversaciones / conversations"
    article = await knowledge.create(session, actor, values=values, note=note)
    gap.article_id, gap.state = article.id, "drafted"
    gap.sentences = [{"text": one.text, "conversations": [str(id_) for id_ in one.conversations]} for one in taken]
    return await _changed(session, gap, actor)


async def settle(session: AsyncSession, actor: Actor, gap_id: UUID, state: Literal["dismissed", "open"]) -> Gap:
    """Left, or taken up again. Raises NotFound."""
    gap = await locked(session, actor, gap_id)
    gap.state = "drafted" if state == "open" and gap.article_id else state
    gap.closed_at = None
    return await _changed(session, gap, actor)


async def locked(session: AsyncSession, actor: Actor, gap_id: UUID) -> Gap:
    query = select(Gap).where(Gap.workspace_id == actor.workspace_id, Gap.id == gap_id).with_for_update()
    gap = await session.scalar(query)
    if gap is None:
        raise NotFound
    return gap


def title_of(texts: Sequence[str], locale: str) -> str:
    """The question that says best what all of them ask."""
    some = list(texts)[:12]
    return draft.title(some[middle([meant(text, locale) for text in some])], locale)


async def _changed(session: AsyncSession, gap: Gap, actor: Actor) -> Gap:
    gap.settled_by, gap.updated_at = {"id": str(actor.member_id), "name": actor.name}, now()
    await session.flush()
    await tell(session, gap)
    return gap


async def _answered_by_people(session: AsyncSession, gap: Gap, questions: Sequence[GapQuestion]) -> tuple[Taken, ...]:
    replies: list[Reply] = []
    names: set[str] = set()
    for question in questions:
        query = (
            select(Message.text, Message.sender_name, Contact.name)
            .join(Conversation, Conversation.id == Message.conversation_id)
            .join(Contact, Contact.id == Conversation.contact_id)
            .where(
                Message.conversation_id == question.conversation_id, Message.sender_kind == "agent",
                Message.private.is_(False), Message.created_at >= question.at,
            )
            .order_by(Message.id)
            .limit(_REPLIES)
        )  # fmt: skip
        for at, (text, agent, contact) in enumerate((await session.execute(query)).all()):
            replies.append(Reply(question.conversation_id, text, at == 0))
            names |= {name for name in (agent, contact) if name}
    return await asyncio.to_thread(draft.sentences, replies, gap.locale, names=tuple(names))
