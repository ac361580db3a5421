"""A customer's story played into rows, with times in the past: what the actions would have written, had it happened then.

Numbers of a contact ascend without gaps, ids sort by time, the owner changes with an epoch: as everywhere in Relevo.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from uuid_utils.compat import uuid7

from relevo.assistant.packet import written
from relevo.assistant.tables import Turn
from relevo.assistant.texts import wording
from relevo.assistant.types import Voice
from relevo.contacts.tables import Contact, Identity
from relevo.conversations.tables import ContactEvent, Conversation, Handoff, Message
from relevo.demo.stories import HandedOff, Rated, Resolved, Said, Snoozed, Talk
from relevo.kit.text import shorten

PREVIEW = 140


@dataclass(frozen=True)
class Cast:
    """Who else is in a talk: the assistant's voice, the agents by key (id and name), the articles' titles by name."""

    voice: Voice
    agents: Mapping[str, tuple[UUID, str]]
    titles: Mapping[str, str]


@dataclass(frozen=True)
class Happened:
    """An event for the members' stream."""

    type: str
    at: datetime
    message_id: UUID | None = None


@dataclass
class Played:
    """The rows of one conversation."""

    conversation: Conversation
    messages: list[Message] = field(default_factory=list[Message])
    told: list[ContactEvent] = field(default_factory=list[ContactEvent])
    handoffs: list[Handoff] = field(default_factory=list[Handoff])
    turns: list[Turn] = field(default_factory=list[Turn])
    events: list[Happened] = field(default_factory=list[Happened])


def play(
    talk: Talk, contact: Contact, identities: list[Identity], *, inbox_id: UUID, cast: Cast, moment: datetime
) -> Played:
    """Plays `talk` up to `moment`, which is now. `contact` keeps count: its last number and current conversation."""
    begun = moment - timedelta(hours=talk.hours_ago)
    player = _Player(contact, identities, cast, Played(_begun(talk, contact, inbox_id=inbox_id, at=begun)), moment)
    for line in talk.lines:
        player.go_on(line, begun + timedelta(minutes=line.minute))
    contact.current_conversation_id = player.played.conversation.id
    return player.played


def id_at(moment: datetime) -> UUID:
    return uuid7(nanoseconds=int(moment.timestamp() * 1e9))


def _begun(talk: Talk, contact: Contact, *, inbox_id: UUID, at: datetime) -> Conversation:
    return Conversation(
        id=id_at(at), workspace_id=contact.workspace_id, inbox_id=inbox_id, contact_id=contact.id, status="open",
        holder="assistant", assignee_id=None, epoch=1, version=0, locale=contact.locale, tags=list(talk.tags), preview="",
        preview_sender="contact", unread=0, last_message_at=at, waiting_since=None, queued_at=None, hand_off_reason=None,
        snoozed_until=None, resolved_at=None, contact_read_seq=0, agent_read_seq=0, rating_score=None, rating_comment=None,
        rated_at=None, turn_due_at=None, turn_first_at=None, turn_claimed_until=None, turn_attempts=0, failed_attempts=0,
        created_at=at,
    )  # fmt: skip


@dataclass
class _Player:
    contact: Contact
    identities: list[Identity]
    cast: Cast
    played: Played
    now: datetime

    def go_on(self, line: Said | HandedOff | Resolved | Rated | Snoozed, at: datetime) -> None:
        match line:
            case Said(by="contact"):
                self._ask(line.text, at)
            case Said(by="assistant"):
                self._answer(line, at)
            case Said(private=True):
                self._note(line, at)
            case Said():
                self._reply(line, at)
            case HandedOff(reason=reason):
                self._hand_off(reason, at)
            case Resolved():
                self._resolve(at)
            case Rated(score=score, comment=comment):
                self._rate(score, comment, at)
            case Snoozed(hours=hours):
                self.played.conversation.status = "snoozed"
                self.played.conversation.snoozed_until = self.now + timedelta(hours=hours)

    def _ask(self, text: str, at: datetime) -> None:
        c = self.played.conversation
        is_first = not self.played.messages
        c.contact_read_seq = self.contact.last_seq
        self._say(text, at, kind="contact", sender_id=self.contact.id, name=self.contact.name)
        c.waiting_since = c.waiting_since or at
        c.unread += 1
        if is_first:
            self._tell("conversation.updated", at, data=self._state())

    def _answer(self, line: Said, at: datetime) -> None:
        assert line.article, "the assistant says nothing without a source"
        source = {
            "title": self.cast.titles[line.article],
            "url": None,
            "article": line.article,
            "quote": line.text,
        }
        message = self._say_as_assistant(line.text, at, outcome="answer", sources=[source])
        self.played.turns.append(self._turn("answer", at, message_id=message.id, sources=[source]))

    def _reply(self, line: Said, at: datetime) -> None:
        c = self.played.conversation
        member_id, name = self.cast.agents[line.by]
        if c.assignee_id != member_id:
            c.assignee_id = member_id
            for handoff in self.played.handoffs:
                handoff.accepted_at = handoff.accepted_at or at
            self._change_holder("agent", at)
        c.agent_read_seq = self.contact.last_seq
        self._say(line.text, at, kind="agent", sender_id=member_id, name=name)
        c.waiting_since, c.unread = None, 0

    def _note(self, line: Said, at: datetime) -> None:
        member_id, name = self.cast.agents[line.by]
        self._add_message(line.text, at, kind="agent", sender_id=member_id, name=name, private=True)

    def _hand_off(self, reason: str, at: datetime) -> None:
        c = self.played.conversation
        self.played.turns.append(self._turn("hand_off", at, reason=reason))
        packet = written(self.contact, self.identities, self._public(), self.played.turns)
        self._say_as_assistant(wording(reason, self.cast.voice), at, outcome="hand_off")
        self.played.handoffs.append(
            Handoff(
                id=id_at(at), workspace_id=c.workspace_id, conversation_id=c.id, reason=reason, packet=packet, created_at=at,
                accepted_at=None,
            )
        )  # fmt: skip
        c.hand_off_reason, c.queued_at, c.waiting_since = reason, at, at
        self._change_holder("queue", at)

    def _resolve(self, at: datetime) -> None:
        c = self.played.conversation
        c.status, c.resolved_at = "resolved", at
        c.waiting_since = c.queued_at = None
        c.unread = 0
        c.version += 1
        self._tell("conversation.updated", at, data=self._state())
        self.played.events.append(Happened("conversation.resolved", at))
        self._tell("rating.requested", at, data={"conversation_id": str(c.id)})

    def _rate(self, score: int, comment: str, at: datetime) -> None:
        c = self.played.conversation
        c.rating_score, c.rating_comment, c.rated_at = score, comment or None, at
        self._tell("conversation.updated", at, data=self._state())
        self.played.events.append(Happened("rating.received", at))

    # -- what these share ------------------------------------------------------------------------------------------------

    def _say_as_assistant(
        self, text: str, at: datetime, *, outcome: str, sources: list[dict[str, Any]] | None = None
    ) -> Message:
        voice = self.cast.voice
        said_before = any(message.sender_kind == "assistant" for message in self.played.messages)
        whole = text if said_before else f"{wording('introduce', voice)} {text}"
        message = self._say(
            whole, at, kind="assistant", sender_id=None, name=voice.name, outcome=outcome, sources=sources
        )
        self.played.conversation.waiting_since, self.played.conversation.unread = None, 0
        return message

    def _say(self, text: str, at: datetime, *, kind: str, **more: Any) -> Message:
        message = self._add_message(text, at, kind=kind, **more)
        message.seq = self._tell("message.created", at, message_id=message.id)
        c = self.played.conversation
        c.preview, c.preview_sender, c.last_message_at = shorten(text, PREVIEW), kind, at
        c.version += 1
        return message

    def _add_message(
        self,
        text: str,
        at: datetime,
        *,
        kind: str,
        sender_id: UUID | None,
        name: str,
        private: bool = False,
        outcome: str | None = None,
        sources: list[dict[str, Any]] | None = None,
    ) -> Message:
        c = self.played.conversation
        message = Message(
            id=id_at(at), workspace_id=c.workspace_id, conversation_id=c.id, contact_id=c.contact_id, seq=None, client_id=uuid4(),
            sender_kind=kind, sender_id=sender_id, sender_name=name, private=private, text=text, sources=sources, outcome=outcome,
            quick_replies=None, created_at=at,
        )  # fmt: skip
        self.played.messages.append(message)
        self.played.events.append(Happened("message.created", at, message.id))
        return message

    def _change_holder(self, holder: str, at: datetime) -> None:
        c = self.played.conversation
        c.holder = holder
        c.epoch += 1
        c.version += 1
        self._tell("conversation.updated", at, data=self._state())

    def _tell(
        self, type_: str, at: datetime, *, message_id: UUID | None = None, data: dict[str, Any] | None = None
    ) -> int:
        self.contact.last_seq += 1
        self.played.told.append(
            ContactEvent(
                contact_id=self.contact.id, seq=self.contact.last_seq, workspace_id=self.contact.workspace_id, type=type_,
                message_id=message_id, data=data, at=at,
            )
        )  # fmt: skip
        return self.contact.last_seq

    def _state(self) -> dict[str, Any]:
        c = self.played.conversation
        names = dict(self.cast.agents.values())
        rating = {"score": c.rating_score, "comment": c.rating_comment} if c.rating_score else None
        return {
            "id": str(c.id), "status": "resolved" if c.status == "resolved" else "open", "holder": c.holder,
            "agent": {"name": names[c.assignee_id]} if c.assignee_id else None, "people_available": True, "wait_minutes": None,
            "agent_read_seq": c.agent_read_seq, "rating": rating,
        }  # fmt: skip

    def _public(self) -> list[Message]:
        return [message for message in self.played.messages if not message.private]

    def _turn(
        self,
        decision: str,
        at: datetime,
        *,
        reason: str | None = None,
        message_id: UUID | None = None,
        sources: list[dict[str, Any]] | None = None,
    ) -> Turn:
        c = self.played.conversation
        asked = [message.text for message in self.played.messages if message.sender_kind == "contact"]
        return Turn(
            id=id_at(at), workspace_id=c.workspace_id, conversation_id=c.id, message_id=message_id, question=asked[-1],
            decision=decision, reason=reason, reasons=[], sources=sources or [], timings={}, created_at=at,
        )  # fmt: skip
