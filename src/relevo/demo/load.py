"""Puts Casa Lumbre into the database, once.

Every step is a transaction that first looks whether it was done, so a load that was interrupted goes on where it stopped. A mark
on the workspace says that all is there: from then on nothing is touched, whatever people have changed or deleted.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.types import Voice
from relevo.contacts import actions as contacts
from relevo.contacts.tables import Contact, Identity
from relevo.demo import company, stories
from relevo.demo.people import PEOPLE
from relevo.demo.replay import Cast, Played, id_at, play
from relevo.demo.stories import Story
from relevo.help_centre import actions as help_centre
from relevo.inboxes.queries import in_order
from relevo.kit.clock import now
from relevo.knowledge.actions import put_article
from relevo.knowledge.documents import read_document
from relevo.knowledge.tables import Article
from relevo.platform.platform import Platform
from relevo.workspaces import queries
from relevo.workspaces.tables import Member, Workspace

ARTICLES = Path(__file__).parent / "articles"
# One made-up company in an installation, the same in every one, so that a second start finds it.
WORKSPACE_ID = UUID("0197b000-ca5a-7000-8000-00000000ca5a")
MARK = "demo_loaded"

Progress = Callable[[str, int], None]  # what was put in, and how many


@dataclass(frozen=True)
class Shop:
    workspace_id: UUID
    widget_key: str
    is_new: bool


async def load(platform: Platform, progress: Progress) -> Shop:
    """The shop, loaded if it was not or not wholly."""
    if await _is_loaded(platform):
        return await _shop(platform, is_new=False)
    await company.found(platform, WORKSPACE_ID)
    progress("people", len(PEOPLE))
    progress("articles", await _articles(platform))
    await _open_help_centre(platform)
    everybody = stories.read_all()
    for story in everybody:
        await _customer(platform, story)
    progress("contacts", len(everybody))
    progress("conversations", sum(len(story.talks) for story in everybody))
    await _mark(platform)
    return await _shop(platform, is_new=True)


async def _is_loaded(platform: Platform) -> bool:
    async with platform.db.transaction(WORKSPACE_ID) as session:
        workspace = await session.get(Workspace, WORKSPACE_ID)
        return workspace is not None and MARK in workspace.settings


async def _mark(platform: Platform) -> None:
    async with platform.db.transaction(WORKSPACE_ID) as session:
        workspace = await session.get_one(Workspace, WORKSPACE_ID, with_for_update=True)
        workspace.settings = {**workspace.settings, MARK: 1}


async def _shop(platform: Platform, *, is_new: bool) -> Shop:
    async with platform.db.transaction(WORKSPACE_ID) as session:
        keys = [inbox.widget_key for inbox in await in_order(session) if inbox.widget_key]
    return Shop(WORKSPACE_ID, keys[0], is_new)


async def _articles(platform: Platform) -> int:
    files = sorted(ARTICLES.glob("*.md"))
    async with platform.db.transaction(WORKSPACE_ID) as session:
        for file in files:
            document = read_document(file.name, file.read_text("utf-8"), source=f"file:{file.name}")
            await put_article(session, WORKSPACE_ID, document)
    return len(files)


async def _open_help_centre(platform: Platform) -> None:
    async with platform.db.transaction(WORKSPACE_ID) as session:
        await help_centre.put(session, enabled=True, settings=company.HELP_CENTRE, slug="casa-lumbre")


async def _customer(platform: Platform, story: Story) -> None:
    async with platform.db.transaction(WORKSPACE_ID) as session:
        if await contacts.find_verified(session, kind="external", value=story.number):
            return
        contact = await _contact(session, story)
        identities = list(await session.scalars(select(Identity).where(Identity.contact_id == contact.id)))
        inbox_id = (await in_order(session))[0].id
        cast, moment = await _cast(session, story), now()
        for talk in story.talks:
            played = play(talk, contact, identities, inbox_id=inbox_id, cast=cast, moment=moment)
            await _write(session, played)
            contact.last_seen_at = played.conversation.last_message_at


async def _contact(session: AsyncSession, story: Story) -> Contact:
    first = now() - timedelta(hours=max(talk.hours_ago for talk in story.talks))
    begun = first - timedelta(
        days=int(story.number[-3:])
    )  # they have been customers for longer than they have been writing
    contact = Contact(
        id=id_at(begun), workspace_id=WORKSPACE_ID, name=story.name, locale=story.locale, attributes=story.attributes, page=None,
        last_seq=0, token_version=1, current_conversation_id=None, created_at=begun, last_seen_at=begun,
    )  # fmt: skip
    session.add(contact)
    await session.flush()
    await contacts.add_identity(session, contact, kind="external", value=story.number, verified=True)
    await contacts.add_identity(session, contact, kind="email", value=story.email, verified=True)
    if story.phone:
        await contacts.add_identity(session, contact, kind="phone", value=story.phone, verified=False)
    return contact


async def _cast(session: AsyncSession, story: Story) -> Cast:
    workspace = await queries.get_workspace(session)
    members = {member.email: member for member in await session.scalars(select(Member))}
    agents = {person.key: (members[person.email].id, person.name) for person in PEOPLE if person.email in members}
    titles = {name: title for name, title in await session.execute(select(Article.name, Article.title))}  # noqa: C416
    return Cast(Voice(workspace.name, company.ASSISTANT, story.locale), agents, titles)


_EVENT = text(
    "insert into events (seq, workspace_id, type, contact_id, conversation_id, message_id, at) values "
    "(relevo_next_event_seq(), relevo_workspace(), :type, :contact, :conversation, :message, :at)"
)


async def _write(session: AsyncSession, played: Played) -> None:
    conversation = played.conversation
    session.add(conversation)
    await session.flush()
    for rows in (played.messages, played.told, played.handoffs, played.turns):
        session.add_all(rows)
        await session.flush()
    for event in played.events:
        ids = {"contact": conversation.contact_id, "conversation": conversation.id, "message": event.message_id}
        await session.execute(_EVENT, {"type": event.type, "at": event.at, **ids})
