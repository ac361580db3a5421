"""A customer's message, from either way in: checked, stored, and whoever waits for it woken.

The wish for a person is heard here, before anything else and in the same transaction, so it works whatever state the assistant,
the knowledge base or a model is in.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from relevo.assistant import hand_over, waiting
from relevo.assistant.autonomy.policy import policy_of
from relevo.assistant.autonomy.types import Policy as Autonomy
from relevo.conversations import actions
from relevo.conversations.accept import Accepted, Incoming, Order, Policy, accept_in
from relevo.conversations.intake import Intake
from relevo.conversations.pause import AT_ONCE, pause_after
from relevo.inboxes.tables import Inbox
from relevo.kit.errors import Invalid, NotFound, TooLarge, Unauthenticated
from relevo.kit.text import clean
from relevo.platform.access import Customer
from relevo.platform.live import TURNS
from relevo.platform.platform import Platform
from relevo.understanding.person import person_requested
from relevo.workspaces.tables import Workspace

TEXT_LIMIT = 8000  # characters
_REMEMBER_SECONDS = 5


@dataclass(frozen=True)
class Chat:
    """What the inbox and its workspace have set, as the chat needs it."""

    policy: Policy
    formal: bool
    assistant_name: str
    workspace_name: str


async def receive(
    platform: Platform, customer: Customer, *, client_id: UUID, text: str, files: Sequence[UUID]
) -> Accepted:
    """Stores the message; when this returns it is durable.

    Raises TooLarge, Invalid, Malformed, Conflict, RateLimited, Unauthenticated, Unavailable.
    """
    if len(text) > TEXT_LIMIT:
        raise TooLarge(f"A message may have up to {TEXT_LIMIT:,} characters.")
    incoming = Incoming(client_id, clean(text).strip(), files)
    if not incoming.text and not files:
        raise Invalid("The message is empty.", errors=[{"field": "text", "message": "is empty"}])
    await platform.limits.hit("chat.message", customer.contact_id.hex)
    chat = await chat_of(platform, customer)
    pause = pause_after(incoming.text, full=chat.policy.pause, has_files=bool(files))
    chat = replace(chat, policy=replace(chat.policy, pause=pause))
    just_asked = False
    if person_requested(incoming.text):
        accepted, just_asked = await _accept_with_request(platform, customer, incoming, chat)
    else:
        accepted = await platform.part(Intake).accept(Order(customer, incoming, chat.policy))
    if not accepted.repeated:
        _wake(platform, customer, turn_in=chat.policy.pause if accepted.holder == "assistant" else None)
        if accepted.holder == "queue" and not just_asked:
            await waiting.on_message(platform, customer.workspace_id, accepted.conversation_id, incoming.text)
    return accepted


async def call_person(platform: Platform, customer: Customer) -> tuple[UUID, str]:
    """The button "talk to a person": works with no conversation yet. Returns the conversation and its holder."""
    chat = await chat_of(platform, customer)
    await platform.limits.hit("chat.message", customer.contact_id.hex)
    async with platform.db.transaction(customer.workspace_id) as session:
        current = await hand_over.current_conversation(session, customer.contact_id)
        if current is None:
            words = hand_over.request_text(await hand_over.locale_of(session, customer.contact_id))
            accepted = await accept_in(session, customer, Incoming(uuid4(), words), chat.policy)
            current = accepted.conversation_id
        conversation = await actions.lock(session, current)
        if conversation.holder == "assistant":
            await hand_over.by_request(session, conversation, name=chat.assistant_name, formal=chat.formal)
        holder = conversation.holder
    _wake(platform, customer)
    return current, holder


async def _accept_with_request(
    platform: Platform, customer: Customer, incoming: Incoming, chat: Chat
) -> tuple[Accepted, bool]:
    """The message, and whether it was what passed the conversation on."""
    async with platform.db.transaction(customer.workspace_id) as session:
        accepted = await accept_in(session, customer, incoming, chat.policy)
        if accepted.repeated or accepted.holder != "assistant":
            return accepted, False
        conversation = await actions.lock(session, accepted.conversation_id)
        await hand_over.by_request(session, conversation, name=chat.assistant_name, formal=chat.formal)
        passed_on = Accepted(
            accepted.message_id, accepted.seq, accepted.conversation_id, repeated=False, holder="queue"
        )
        return passed_on, True


def _wake(platform: Platform, customer: Customer, *, turn_in: timedelta | None = None) -> None:
    platform.hub.wake(customer.contact_id, customer.workspace_id)
    if turn_in == AT_ONCE:
        platform.hub.wake(TURNS)
    elif turn_in is not None:
        platform.hub.wake_in(turn_in.total_seconds(), TURNS)


# What a workspace has set changes rarely and is needed for every message.
_remembered: dict[UUID, tuple[float, Chat]] = {}


async def chat_of(platform: Platform, customer: Customer) -> Chat:
    found = _remembered.get(customer.inbox_id)
    if found and found[0] > time.monotonic():
        return found[1]
    async with platform.db.transaction(customer.workspace_id) as session:
        inbox = await session.get(Inbox, customer.inbox_id)
        workspace = await session.scalar(select(Workspace))
        autonomy = await policy_of(session)
    if inbox is None or workspace is None:
        raise Unauthenticated("This chat no longer exists.", code="session_ended")
    chat = _chat(platform, inbox, workspace, autonomy)
    if len(_remembered) > 10_000:
        _remembered.clear()
    _remembered[customer.inbox_id] = (time.monotonic() + _REMEMBER_SECONDS, chat)
    return chat


def _chat(platform: Platform, inbox: Inbox, workspace: Workspace, autonomy: Autonomy) -> Chat:
    """Where the assistant may answer some topic by itself, it reads what a conversation is about, and the turn decides; elsewhere
    people have it from the first word."""
    settings = workspace.settings
    has_assistant = not autonomy.stopped and autonomy.highest(channel=inbox.channel) == "autonomous"
    policy = Policy(
        new_holder="assistant" if has_assistant else "queue",
        pause=timedelta(milliseconds=platform.settings.pause_ms),
        reopen=timedelta(hours=settings.get("reopen_hours", 72)),
    )
    return Chat(
        policy, settings.get("form", "tu") == "usted", inbox.settings.get("assistant_name") or "Relevo", workspace.name
    )


async def inbox_by_key(platform: Platform, widget_key: str) -> tuple[Inbox, Workspace]:
    """The inbox that a page's widget key names. Raises NotFound."""
    workspace_id = _workspace_in(widget_key)
    if workspace_id is None:
        raise NotFound("There is no chat with this widget key.", code="unknown_widget_key")
    async with platform.db.transaction(workspace_id) as session:
        inbox = await session.scalar(select(Inbox).where(Inbox.widget_key == widget_key))
        workspace = await session.scalar(select(Workspace))
    if inbox is None or workspace is None:
        raise NotFound("There is no chat with this widget key.", code="unknown_widget_key")
    return inbox, workspace


def _workspace_in(widget_key: str) -> UUID | None:
    parts = widget_key.split("_")
    try:
        return UUID(hex=parts[1]) if len(parts) >= 3 and parts[0] == "wk" else None
    except ValueError:
        return None
