"""Takes in questions that ended without an answer, each to those that mean the same. What is in a group stays there."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from uuid import UUID

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.tables import Turn
from relevo.contacts.tables import Contact
from relevo.conversations.tables import Conversation
from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.kit.text import shorten
from relevo.learning.gaps.alike import Meant, meant, nearest
from relevo.learning.gaps.tables import Gap, GapQuestion
from relevo.platform.dispatch import Happened, Listener
from relevo.platform.events import record
from relevo.platform.platform import Platform
from relevo.understanding.language import site_language
from relevo.understanding.personal.masking import mask_personal_data
from relevo.understanding.question import read_question

_NEWS = timedelta(days=7)
_MOST_GROUPS, _OF_EACH = 500, 8
_LONGEST = 300
_FEWEST_TERMS = 2
_NOT_UNDERSTOOD = "not understood"
_remembered = lru_cache(maxsize=10_000)(meant)


async def on_messages(platform: Platform, workspace_id: UUID, events: Sequence[Happened]) -> None:
    conversations = {event.conversation_id for event in events if event.conversation_id}
    async with platform.db.transaction(workspace_id) as session:
        found = [await take_in(session, turn, name) for turn, name in await _unanswered(session, conversations)]
    if any(found):
        platform.hub.wake(workspace_id)


async def take_in(session: AsyncSession, turn: Turn, name: str) -> UUID | None:
    """The group that the turn's question is in now; None for what is no question that anybody could write an article on."""
    locale = site_language(turn.language or "es")
    text = question_text(turn.question, name, locale)
    new = await asyncio.to_thread(_remembered, text, locale)
    if len(new.terms) < (1 if "?" in text else _FEWEST_TERMS):
        return None
    gaps, groups = await _groups(session, locale)
    at = nearest(new, groups)
    gap = gaps[at] if at is not None else _begin(session, turn.workspace_id, locale)
    if gap.state == "closed":  # it was asked again, and there was no answer after all
        gap.state, gap.closed_at, gap.answered, gap.of = "open", None, None, None
    gap.updated_at = now()
    await session.flush()
    session.add(
        GapQuestion(
            turn_id=turn.id, workspace_id=turn.workspace_id, gap_id=gap.id, conversation_id=turn.conversation_id, text=text,
            outcome=turn.reason if turn.decision == "hand_off" else "not_understood", at=turn.created_at,
        )
    )  # fmt: skip
    await session.flush()
    await tell(session, gap)
    return gap.id


def question_text(said: str, name: str, locale: str) -> str:
    """What was asked, without what belongs to the person who asked."""
    names = [name] if name.strip() else []
    asked = mask_personal_data(read_question(said).text, known_names=names, locale=locale)
    return shorten(asked, _LONGEST)


async def tell(session: AsyncSession, gap: Gap) -> None:
    await record(session, "gap.updated", data={"gap_id": str(gap.id), "state": gap.state})


def _begin(session: AsyncSession, workspace_id: UUID, locale: str) -> Gap:
    gap = Gap(
        id=new_id(), workspace_id=workspace_id, locale=locale, state="open", sentences=[], created_at=now(), updated_at=now()
    )  # fmt: skip
    session.add(gap)
    return gap


async def _unanswered(session: AsyncSession, conversations: set[UUID]) -> list[tuple[Turn, str]]:
    """Turns that ended without an answer and are in no group yet, with the name of who asked."""
    no_answer = and_(Turn.decision == "hand_off", Turn.reason.in_(("no_answer", "failed_twice")))
    failed = and_(Turn.decision == "clarify", Turn.reasons.contains([_NOT_UNDERSTOOD]))
    query = (
        select(Turn, Contact.name)
        .join(Conversation, Conversation.id == Turn.conversation_id)
        .join(Contact, Contact.id == Conversation.contact_id)
        .where(
            Turn.conversation_id.in_(conversations),
            Turn.created_at > now() - _NEWS,
            or_(no_answer, failed),
            ~exists().where(GapQuestion.turn_id == Turn.id),
        )
        .order_by(Turn.id)
    )
    rows = (await session.execute(query)).all()
    return [(turn, name) for turn, name in rows if _is_meant(turn.reasons)]


def _is_meant(reasons: Sequence[str]) -> bool:
    """Not an attempt to command the assistant, and not a word added for the person they wait for."""
    return not any("give orders" in reason or "after it was passed on" in reason for reason in reasons)


async def _groups(session: AsyncSession, locale: str) -> tuple[list[Gap], list[list[Meant]]]:
    lately = select(Gap).where(Gap.locale == locale).order_by(Gap.updated_at.desc(), Gap.id).limit(_MOST_GROUPS)
    gaps = list((await session.scalars(lately)).all())
    query = select(GapQuestion.gap_id, GapQuestion.text).where(GapQuestion.gap_id.in_([gap.id for gap in gaps]))
    of_gap: dict[UUID, list[str]] = {}
    for gap_id, text in (await session.execute(query.order_by(GapQuestion.at, GapQuestion.turn_id))).all():
        of_gap.setdefault(gap_id, []).append(text)
    texts = [list(dict.fromkeys(of_gap.get(gap.id, [])))[:_OF_EACH] for gap in gaps]
    return gaps, await asyncio.to_thread(lambda: [[_remembered(text, locale) for text in one] for one in texts])


LISTENER = Listener("gaps", ("message.created", "proposal.created", "conversation.resolved"), on_messages)
