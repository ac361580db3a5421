"""What a decision becomes: the message that is said, the turn that is kept."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from relevo.assistant.autonomy.types import Level, Where
from relevo.assistant.tables import Turn
from relevo.assistant.thinking import Thought
from relevo.assistant.types import Answer, Clarify, Context, Decision, HandOff, Silence, Source
from relevo.conversations.tables import Conversation
from relevo.conversations.turns import Claimed
from relevo.conversations.types import Outcome, Saying, Sender
from relevo.kit.cards import mask_cards
from relevo.kit.clock import now
from relevo.kit.ids import new_id
from relevo.understanding.ensure import summary_of

_NAMES: dict[type[Decision], str] = {Answer: "answer", Clarify: "clarify", HandOff: "hand_off", Silence: "silence"}


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a turn is about, and what the assistant may do there."""

    where: Where
    level: Level


def saying(decision: Answer | Clarify | HandOff, claimed: Claimed, name: str) -> Saying:
    """The same turn written twice makes the same client_id, so it is said once."""
    return Saying(
        client_id_of(claimed), decision.text, Sender("assistant", name), outcome=outcome_of(decision),
        sources=[source_row(source) for source in sources_of(decision)], quick_replies=replies_of(decision),
    )  # fmt: skip


def client_id_of(claimed: Claimed) -> UUID:
    return uuid5(claimed.conversation_id, f"turn {claimed.version}")


def outcome_of(decision: Answer | Clarify | HandOff) -> Outcome:
    match decision:
        case Answer():
            return "answer"
        case Clarify():
            return "clarify"
        case HandOff():
            return "hand_off"


def replies_of(decision: Decision) -> list[str]:
    return list(decision.quick_replies) if isinstance(decision, Clarify) else []


def sources_of(decision: Decision) -> tuple[Source, ...]:
    return decision.sources if isinstance(decision, Answer | HandOff) else ()


def source_row(source: Source) -> dict[str, Any]:
    return {"title": source.title, "url": source.url, "article": source.article, "quote": source.quote}


def turn_row(conversation: Conversation, context: Context, thought: Thought, allowed: Allowed) -> Turn:
    decision = thought.decision
    return Turn(
        id=new_id(), workspace_id=conversation.workspace_id, conversation_id=conversation.id, message_id=None,
        question=mask_cards(context.text), decision=_NAMES[type(decision)],
        reason=decision.reason if isinstance(decision, HandOff) else None, reasons=list(decision.reasons),
        sources=[source_row(source) for source in sources_of(decision)],
        readings=[summary_of(reading) for reading in context.readings], timings=thought.timings or {},
        topic=allowed.where.topic, language=allowed.where.language, channel=allowed.where.channel, level=allowed.level,
        receipt=thought.receipt, calls=list(thought.calls), created_at=now(),
    )  # fmt: skip
