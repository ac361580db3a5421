"""The promises, as pure functions of what was seen and what is stored. Each returns sentences about what is wrong, or nothing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from uuid import UUID

from tests.ledger.history import History, Seen
from tests.ledger.stored import Stored

_SHOWN = 5  # of one kind


def violations(history: History, stored: Stored) -> list[str]:
    checks: tuple[Callable[[History, Stored], Iterable[str]], ...] = (
        acknowledged_is_stored,
        stored_once,
        numbered_without_gaps,
        seen_in_order_without_gaps,
        readers_saw_everything,
        order_of_a_customer_is_kept,
        every_conversation_has_a_holder,
        nobody_waits_for_nothing,
        stream_skips_nothing,
    )
    found: list[str] = []
    for check in checks:
        of_one = list(check(history, stored))
        found += [f"{check.__name__}: {text}" for text in of_one[:_SHOWN]]
        if len(of_one) > _SHOWN:
            found.append(f"{check.__name__}: … {len(of_one)} in all")
    return found


def acknowledged_is_stored(history: History, stored: Stored) -> Iterable[str]:
    """Under the ids and the number that were acknowledged, every time."""
    by_id = {message.id: message for message in stored.messages}
    for sent in history.acknowledged:
        message = by_id.get(sent.message) if sent.message else None
        if message is None:
            yield f"message {sent.number} of contact {sent.contact} was acknowledged as {sent.message} and is not there"
        elif (message.client_id, message.contact, message.seq) != (sent.client_id, sent.contact, sent.seq):
            yield f"message {sent.message} was acknowledged with number {sent.seq} and is stored as {message}"


def stored_once(_: History, stored: Stored) -> Iterable[str]:
    count = Counter((m.contact, m.sender, m.client_id) for m in stored.messages)
    for (contact, sender, client_id), times in count.items():
        if times > 1:
            yield f"client_id {client_id} of {sender} is stored {times} times for contact {contact}"


def numbered_without_gaps(_: History, stored: Stored) -> Iterable[str]:
    for contact, last in stored.last_seq.items():
        numbers = stored.events_of.get(contact, [])
        if numbers != list(range(1, last + 1)):
            yield f"contact {contact} has events {_brief(numbers)} and last number {last}"


def seen_in_order_without_gaps(history: History, _: Stored) -> Iterable[str]:
    """A reader may be told an event again, since it keeps the highest number it has seen; it may not be told of one too early."""
    for (reader, contact), events in _by_reader(history).items():
        highest = 0
        for event in events:
            if event.seq > highest + 1:
                yield f"{reader} of contact {contact} saw {event.seq} ({event.type}) after {highest}"
            highest = max(highest, event.seq)


def readers_saw_everything(history: History, stored: Stored) -> Iterable[str]:
    for (reader, contact), events in _by_reader(history).items():
        missing = set(range(1, stored.last_seq.get(contact, 0) + 1)) - {event.seq for event in events}
        if missing:
            yield f"{reader} of contact {contact} never saw {_brief(sorted(missing))}"


def order_of_a_customer_is_kept(history: History, stored: Stored) -> Iterable[str]:
    numbers = {(m.contact, m.client_id): m.seq for m in stored.messages if m.sender == "contact"}
    by_contact: dict[UUID, dict[int, int]] = defaultdict(dict)
    for sent in history.acknowledged:
        seq = numbers.get((sent.contact, sent.client_id))
        if seq is not None:
            by_contact[sent.contact][sent.number] = seq
    for contact, seqs in by_contact.items():
        for (first, one), (second, other) in pairwise(sorted(seqs.items())):
            if one >= other:
                yield f"contact {contact}: message {first} has number {one}, message {second}, sent after it, {other}"


def every_conversation_has_a_holder(_: History, stored: Stored) -> Iterable[str]:
    for conversation in stored.conversations:
        if conversation.holder not in ("assistant", "queue", "agent"):
            yield f"conversation {conversation.id} is held by {conversation.holder}"
        elif conversation.holder == "agent" and not conversation.has_assignee:
            yield f"conversation {conversation.id} is held by an agent who is nobody"


def nobody_waits_for_nothing(_: History, stored: Stored) -> Iterable[str]:
    for conversation in stored.conversations:
        if conversation.waits_for_assistant and not conversation.turn_is_due:
            yield f"in conversation {conversation.id} the customer spoke last and no turn of the assistant is due"


def stream_skips_nothing(history: History, stored: Stored) -> Iterable[str]:
    for follower, numbers in history.followed.items():
        if skipped := sorted(set(stored.workspace_events) - set(numbers)):
            yield f"follower {follower} was not told {len(skipped)} of {len(stored.workspace_events)}: {_brief(skipped)}"
        if numbers != sorted(set(numbers)):
            yield f"follower {follower} was told events out of order or twice"


def _by_reader(history: History) -> dict[tuple[str, UUID], list[Seen]]:
    found: dict[tuple[str, UUID], list[Seen]] = defaultdict(list)
    for event in history.seen:
        found[event.reader, event.contact].append(event)
    return found


def _brief(numbers: list[int]) -> str:
    return str(numbers) if len(numbers) <= 12 else f"{numbers[:6]} … {numbers[-3:]} ({len(numbers)})"
