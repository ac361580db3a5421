"""The checker finds what it is there to find: in made-up histories, and in products that are broken on purpose."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.conftest import free_port
from tests.ledger import broken
from tests.ledger.check import violations
from tests.ledger.history import History, Seen, Sent
from tests.ledger.run import Findings, Plan, run
from tests.ledger.stored import Conversation, Message, Stored

ANA, LUIS = uuid4(), uuid4()
FIRST, SECOND = uuid4(), uuid4()


def _good() -> tuple[History, Stored]:
    one, two = uuid4(), uuid4()
    history = History(
        sent=[
            Sent(ANA, 0, FIRST, "unknown", reason="ReadTimeout"),
            Sent(ANA, 0, FIRST, "ok", one, 1),
            Sent(ANA, 1, SECOND, "ok", two, 3),
        ],
        seen=[Seen("poll", ANA, seq, "message.created") for seq in (1, 2, 2, 3)],
        followed={"one": [1024, 2048, 4096]},
    )
    stored = Stored(
        messages=[Message(one, ANA, FIRST, "contact", 1), Message(two, ANA, SECOND, "contact", 3)],
        events_of={ANA: [1, 2, 3]},
        last_seq={ANA: 3, LUIS: 0},
        conversations=[Conversation(uuid4(), "open", "queue", False, False, False)],
        workspace_events=[1024, 2048, 4096],
    )
    return history, stored


def test_a_history_in_which_all_is_well_has_no_violations() -> None:
    assert violations(*_good()) == []


Change = Callable[[History, Stored], tuple[History, Stored]]


def _message(**changes: Any) -> Change:
    """The first message is stored differently."""
    return lambda h, s: (h, replace(s, messages=[replace(s.messages[0], **changes), s.messages[1]]))


def _conversation(**changes: Any) -> Change:
    return lambda h, s: (h, replace(s, conversations=[replace(s.conversations[0], **changes)]))


def _stored(**changes: Any) -> Change:
    return lambda h, s: (h, replace(s, **changes))


def _seen(*which: int) -> Change:
    return lambda h, s: (replace(h, seen=[h.seen[i] for i in which]), s)


def _followed(*numbers: int) -> Change:
    return lambda h, s: (replace(h, followed={"one": list(numbers)}), s)


def _lost(h: History, s: Stored) -> tuple[History, Stored]:
    return h, replace(s, messages=s.messages[:1])


def _twice(h: History, s: Stored) -> tuple[History, Stored]:
    return h, replace(s, messages=[*s.messages, replace(s.messages[0], id=uuid4(), seq=2)])


@pytest.mark.parametrize(
    ("check", "change"),
    [
        ("acknowledged_is_stored", _lost),
        ("acknowledged_is_stored", _message(seq=2)),
        ("stored_once", _twice),
        ("numbered_without_gaps", _stored(events_of={ANA: [1, 3]})),
        ("numbered_without_gaps", _stored(last_seq={ANA: 4})),
        ("seen_in_order_without_gaps", _seen(0, 3, 1)),
        ("readers_saw_everything", _seen(0, 1, 2)),
        ("order_of_a_customer_is_kept", _message(seq=9)),
        ("every_conversation_has_a_holder", _conversation(holder=None)),
        ("every_conversation_has_a_holder", _conversation(holder="agent")),
        ("nobody_waits_for_nothing", _conversation(holder="assistant", waits_for_assistant=True)),
        ("stream_skips_nothing", _followed(1024, 4096)),
        ("stream_skips_nothing", _followed(2048, 1024, 4096)),
    ],
)
def test_each_promise_that_is_broken_is_named(check: str, change: Change) -> None:
    found = violations(*change(*_good()))
    assert any(text.startswith(check) for text in found), found


@pytest.mark.slow
async def test_a_product_that_acknowledges_before_the_commit_is_found_out(tmp_path: Path) -> None:
    await _found_out("acknowledged_is_stored", Plan(11, 1, command=broken.command("early")), tmp_path)


@pytest.mark.slow
async def test_a_product_that_forgets_what_it_has_stored_is_found_out(tmp_path: Path) -> None:
    await _found_out("stored_once", Plan(21, 1, sabotage=broken.FORGETFUL), tmp_path)


@pytest.mark.slow
async def test_a_product_whose_stream_does_not_wait_for_open_transactions_is_found_out(tmp_path: Path) -> None:
    await _found_out("stream_skips_nothing", Plan(31, 5, sabotage=broken.HASTY), tmp_path)


async def _found_out(check: str, plan: Plan, folder: Path) -> None:
    """In at most three runs with seeds of their own: chance decides what a kill hits."""
    tried: list[Findings] = []
    for more in range(3):
        seed = plan.seed + more
        findings = await run(replace(plan, seed=seed), folder / str(seed), free_port())
        print(findings.summary(seed), findings.violations)
        if any(text.startswith(check) for text in findings.violations):
            return
        tried.append(findings)
    raise AssertionError(f"not found in {len(tried)} runs: {[findings.violations for findings in tried]}")
