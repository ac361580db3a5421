"""Reading conversations. `visible_to(actor)` is where every read for a member begins."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import orjson
from sqlalchemy import Select, and_, func, or_, select, text, true, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.contacts.tables import Contact, Identity
from relevo.conversations.tables import Conversation, Handoff
from relevo.inboxes.tables import Inbox
from relevo.kit.clock import rfc3339
from relevo.kit.errors import Invalid, NotFound
from relevo.platform.access import Actor
from relevo.workspaces.tables import Member

View = Literal["mine", "unassigned", "waiting", "all", "resolved", "snoozed"]
COUNT_LIMIT = 100
_SEARCH_LIMIT = 500


@dataclass(frozen=True)
class Wanted:
    """What to list. `status` and `holder` narrow the view; `search` looks in names, addresses and messages."""

    view: View | None = None
    status: str | None = None
    holder: str | None = None
    search: str | None = None
    cursor: str | None = None
    limit: int = 50


def visible_to(actor: Actor) -> Select[Conversation]:
    """Every member of a workspace may see its conversations."""
    return select(Conversation).where(Conversation.workspace_id == actor.workspace_id)


async def get(session: AsyncSession, actor: Actor, conversation_id: UUID) -> Conversation:
    found = await session.scalar(visible_to(actor).where(Conversation.id == conversation_id))
    if not found:
        raise NotFound
    return found


async def summaries(session: AsyncSession, actor: Actor, wanted: Wanted) -> tuple[list[dict[str, Any]], str | None]:
    """A page of conversations and the cursor of the next one. Keyset paging: as fast on the last page as on the first."""
    order = Conversation.waiting_since if wanted.view == "waiting" else Conversation.last_message_at
    ascending = wanted.view == "waiting"
    statement = _selected(actor, wanted)
    if wanted.cursor:
        moment, row_id = _opened(wanted.cursor)
        position = tuple_(order, Conversation.id)
        statement = statement.where(position > (moment, row_id) if ascending else position < (moment, row_id))
    statement = statement.order_by(
        order if ascending else order.desc(), Conversation.id if ascending else Conversation.id.desc()
    )
    rows = (await session.execute(statement.with_only_columns(Conversation.id, order).limit(wanted.limit + 1))).all()
    shown = rows[: wanted.limit]
    page = await by_ids(session, [row_id for row_id, _ in shown])
    return page, _cursor(*shown[-1]) if len(rows) > wanted.limit else None


async def by_ids(session: AsyncSession, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Summaries in the order of `ids`; what is not there is left out."""
    if not ids:
        return []
    rows = await session.execute(_SUMMARY.where(Conversation.id.in_(ids)))
    found = {row.Conversation.id: summary(row) for row in rows}
    return [found[i] for i in ids if i in found]


_SUMMARY = (
    select(
        Conversation,
        Contact.name.label("contact_name"),
        Inbox.name.label("inbox_name"),
        Inbox.channel,
        Member.name.label("assignee_name"),
    )
    .join(Contact, Contact.id == Conversation.contact_id)
    .join(Inbox, Inbox.id == Conversation.inbox_id)
    .outerjoin(Member, Member.id == Conversation.assignee_id)
)


def summary(row: Any) -> dict[str, Any]:
    c: Conversation = row.Conversation
    return {
        "id": str(c.id),
        "contact": {"id": str(c.contact_id), "name": row.contact_name},
        "inbox": {"id": str(c.inbox_id), "name": row.inbox_name, "channel": row.channel},
        "status": c.status,
        "holder": c.holder,
        "assignee": {"id": str(c.assignee_id), "name": row.assignee_name} if c.assignee_id else None,
        "locale": c.locale,
        "preview": c.preview,
        "preview_sender": c.preview_sender,
        "last_message_at": rfc3339(c.last_message_at),
        "waiting_since": _maybe(c.waiting_since),
        "queued_at": _maybe(c.queued_at),
        "hand_off_reason": c.hand_off_reason,
        "snoozed_until": _maybe(c.snoozed_until),
        "created_at": rfc3339(c.created_at),
        "resolved_at": _maybe(c.resolved_at),
        "unread": c.unread,
        "epoch": c.epoch,
        "version": c.version,
        "contact_read_seq": c.contact_read_seq,
        "agent_read_seq": c.agent_read_seq,
        "rating": {"score": c.rating_score, "comment": c.rating_comment} if c.rating_score else None,
        "tags": c.tags,
    }


async def counts(session: AsyncSession, actor: Actor) -> dict[str, int | None]:
    """How many conversations each view has, counted up to 100, so that it costs the same in a large workspace."""
    views: tuple[View, ...] = ("mine", "unassigned", "waiting", "all", "snoozed")
    found: dict[str, int | None] = {"resolved": None}
    for view in views:
        rows = _selected(actor, Wanted(view=view)).with_only_columns(Conversation.id).limit(COUNT_LIMIT).subquery()
        found[view] = await session.scalar(select(func.count()).select_from(rows))
    return found


async def messages(
    session: AsyncSession, conversation_id: UUID, *, limit: int, before: UUID | None = None
) -> tuple[list[dict[str, Any]], bool]:
    """The last messages before one, oldest first, as raw rows with their files; and whether there are earlier ones."""
    rows = await session.scalars(
        text(
            "select cast(relevo_message_for_members(id) as text) from (select id from messages where conversation_id = :conversation and "
            "(cast(:before as uuid) is null or id < :before) order by id desc limit :limit) page order by id"
        ),
        {"conversation": conversation_id, "before": before, "limit": limit + 1},
    )
    found = [orjson.loads(row) for row in rows]
    return found[-limit:], len(found) > limit


async def handoff(session: AsyncSession, conversation_id: UUID) -> Handoff | None:
    return await session.scalar(
        select(Handoff).where(Handoff.conversation_id == conversation_id).order_by(Handoff.id.desc()).limit(1)
    )


def _selected(actor: Actor, wanted: Wanted) -> Select[Conversation]:
    statement = visible_to(actor).where(_in_view(actor, wanted.view))
    if wanted.status:
        statement = statement.where(Conversation.status == wanted.status)
    if wanted.holder:
        statement = statement.where(Conversation.holder == wanted.holder)
    return statement.where(_matches(wanted.search)) if wanted.search else statement


def _in_view(actor: Actor, view: View | None) -> Any:
    is_open = Conversation.status == "open"
    match view:
        case "mine":
            return and_(is_open, Conversation.assignee_id == actor.member_id)
        case "unassigned":
            return and_(is_open, Conversation.holder == "queue")
        case "waiting":
            return and_(is_open, Conversation.holder.in_(("queue", "agent")), Conversation.waiting_since.is_not(None))
        case "all":
            return is_open
        case "resolved" | "snoozed":
            return Conversation.status == view
        case None:
            return true()


def _matches(search: str) -> Any:
    """Names and addresses that contain the words, and conversations whose messages do."""
    pattern = "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    said = select(text("conversation_id")).select_from(
        func.relevo_search_messages(search, _SEARCH_LIMIT).alias("found")
    )
    named = (
        select(Contact.id).where(func.relevo_fold(Contact.name).like(func.relevo_fold(pattern))).limit(_SEARCH_LIMIT)
    )
    known = select(Identity.contact_id).where(func.lower(Identity.value).like(func.lower(pattern))).limit(_SEARCH_LIMIT)
    return or_(Conversation.id.in_(said), Conversation.contact_id.in_(named), Conversation.contact_id.in_(known))


def _maybe(moment: datetime | None) -> str | None:
    return rfc3339(moment) if moment else None


def _cursor(row_id: UUID, moment: datetime) -> str:
    return base64.urlsafe_b64encode(f"{moment.isoformat()}|{row_id}".encode()).decode().rstrip("=")


def _opened(cursor: str) -> tuple[datetime, UUID]:
    try:
        moment, row_id = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode().split("|")
        return datetime.fromisoformat(moment), UUID(row_id)
    except ValueError as error:
        raise Invalid(
            "The cursor is not one of ours.", errors=[{"field": "cursor", "message": "is not valid"}]
        ) from error
