"""Passing a conversation to people because the customer asked for a person. Needs no model, no search and no worker."""

from typing import Any
from uuid import UUID, uuid4

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.stopping import may_speak
from relevo.assistant.packet import packet_of
from relevo.assistant.read import voice_of
from relevo.assistant.texts import wording
from relevo.contacts.tables import Contact
from relevo.conversations import actions
from relevo.conversations.tables import Conversation, Message
from relevo.conversations.tell import usual_wait_minutes
from relevo.conversations.types import Saying, Sender
from relevo.workspaces.queries import people_available

log = structlog.get_logger()


async def by_request(session: AsyncSession, conversation: Conversation, *, name: str, formal: bool) -> None:
    """The customer wants a person: the conversation goes to the queue at once, with an honest word on the wait."""
    available = await people_available(session)
    wait = await usual_wait_minutes(session) if available else None
    text = answer_text(conversation.locale, formal=formal, available=available, wait_minutes=wait)
    speaks = await may_speak(session)
    if speaks and not await _has_spoken(session, conversation):
        text = f"{wording('introduce', await voice_of(session, conversation))} {text}"
    sender = (
        Sender("assistant", name) if speaks else Sender("system", (await voice_of(session, conversation)).workspace)
    )
    saying = Saying(uuid4(), text, sender, outcome="hand_off" if speaks else None)
    packet = await _packet_if_possible(session, conversation)
    await actions.hand_off(session, conversation, reason="requested", packet=packet, saying=saying)


async def _packet_if_possible(session: AsyncSession, conversation: Conversation) -> dict[str, Any]:
    """The packet is a help, not a condition: whatever goes wrong with it, the customer gets their person."""
    try:
        async with session.begin_nested():
            return await packet_of(session, conversation)
    except Exception as error:
        log.exception("packet_failed", conversation_id=str(conversation.id), exc_info=error)
        return {}


async def _has_spoken(session: AsyncSession, conversation: Conversation) -> bool:
    own = (
        select(Message.id)
        .where(Message.conversation_id == conversation.id, Message.sender_kind == "assistant")
        .limit(1)
    )
    return await session.scalar(own) is not None


async def current_conversation(session: AsyncSession, contact_id: UUID) -> UUID | None:
    """The contact's conversation, if it goes on."""
    return await session.scalar(
        select(Conversation.id)
        .join(Contact, Contact.current_conversation_id == Conversation.id)
        .where(Contact.id == contact_id, Conversation.status != "resolved")
    )


async def locale_of(session: AsyncSession, contact_id: UUID) -> str:
    return await session.scalar(select(Contact.locale).where(Contact.id == contact_id)) or "en"


def request_text(locale: str) -> str:
    return "Quiero hablar con una persona." if locale.startswith("es") else "I would like to talk to a person."


def answer_text(locale: str, *, formal: bool, available: bool, wait_minutes: int | None) -> str:
    if locale.startswith("es"):
        return _spanish(formal=formal, available=available, wait_minutes=wait_minutes)
    if not available:
        return (
            "I'm passing you on to a person on our team. Nobody is online right now: your messages are saved with everything you "
            "have told me, and somebody will answer you here as soon as the team is back."
        )
    wait = f" The usual wait is about {wait_minutes} minute{'s' if wait_minutes != 1 else ''}." if wait_minutes else ""
    return f"I'm passing you on to a person on our team, with everything you have told me, so you won't have to repeat it.{wait}"


def _spanish(*, formal: bool, available: bool, wait_minutes: int | None) -> str:
    you, told, your, repeat = (
        ("Le", "nos ha contado", "Sus", "tendrá") if formal else ("Te", "nos has contado", "Tus", "tendrás")
    )
    if not available:
        return (
            f"{you} paso con una persona del equipo. Ahora mismo no hay nadie conectado: {your.lower()} mensajes quedan guardados con "
            f"todo lo que {told}, y {you.lower()} responderemos aquí en cuanto el equipo vuelva."
        )
    wait = f" La espera habitual es de unos {wait_minutes} minutos." if wait_minutes and wait_minutes > 1 else ""
    wait = " La espera habitual es de un minuto." if wait_minutes == 1 else wait
    return f"{you} paso con una persona del equipo, con todo lo que {told}, así que no {repeat} que repetir nada.{wait}"
