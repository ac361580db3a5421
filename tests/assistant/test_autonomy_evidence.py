"""What evidence carries: figures with their uncertainty, promotion past a gate, demotion by itself."""

from typing import Any
from uuid import UUID

import pytest

from relevo.assistant.autonomy.evidence import Evidence, Gates, demotion, missing_for, promotion, wilson
from relevo.assistant.autonomy.levels import lower_everywhere, set_level
from relevo.assistant.autonomy.reassess import reassess
from relevo.assistant.autonomy.types import ITSELF, Where
from relevo.kit.clock import now
from tests.people import Workspace

from .made import proposal

GATES = Gates()


def test_the_lower_bound_is_honest_for_small_numbers() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(5, 5)[0] == pytest.approx(0.566, abs=0.001)  # pyright: ignore[reportUnknownMemberType]
    assert wilson(48, 50)[0] == pytest.approx(0.865, abs=0.001)  # pyright: ignore[reportUnknownMemberType]
    assert wilson(500, 500)[0] > 0.99


@pytest.mark.parametrize(
    ("found", "may"),
    [
        (Evidence(50, 50, 49), True),
        (Evidence(50, 50, 46), False),
        (Evidence(49, 49, 49), False),
        (Evidence(50, 50, 49, unsupported=1), False),
        (Evidence(50, 50, 49, said=20, repeat_contacts=10), False),
    ],
)
def test_answering_alone_takes_fifty_compared_answers_that_agree_for_certain(found: Evidence, may: bool) -> None:
    assert (not missing_for("autonomous", found, GATES)) is may
    assert (promotion("approve", found, GATES) is not None) is may


def test_thinking_unseen_takes_no_evidence_and_is_never_urged() -> None:
    assert missing_for("observe", Evidence(), GATES) == ()
    assert promotion("off", Evidence(50, 50, 50), GATES) is None


def test_thresholds_are_the_workspaces() -> None:
    gates = Gates.of({"autonomy_gates": {"autonomous": [5, 0.4], "keep": 0.5}})
    assert missing_for("autonomous", Evidence(5, 5, 5), gates) == ()
    assert gates.suggest == GATES.suggest


@pytest.mark.parametrize(
    ("recent", "lost"),
    [
        (Evidence(30, 30, 25), False),
        (Evidence(30, 30, 20), True),
        (Evidence(9, 9, 0), False),  # too few to say
        (Evidence(20, said=20, recalled=5), True),
        (Evidence(20, unsupported=3), True),
    ],
)
def test_what_gets_worse_is_taken_back_by_one_level(recent: Evidence, lost: bool) -> None:
    found = demotion("autonomous", recent, GATES)
    assert (found is not None) is lost
    if found:
        assert found[0] == "approve"
        assert found[1]


def test_unseen_thinking_is_not_taken_back() -> None:
    assert demotion("observe", Evidence(30, 30, 0), GATES) is None


def test_a_topic_falls_back_by_itself_and_members_are_told_why(workspace: Workspace) -> None:
    program = workspace.program()
    put = {"topic": "orders", "level": "approve", "reason": "para la prueba"}
    program.put("/api/v1/autonomy/levels", json=put).raise_for_status()
    before = program.get("/api/v1/events").json()["last"]
    customers = [workspace.customer() for _ in range(12)]
    conversations = [customer.say("quiero una persona")["conversation_id"] for customer in customers]

    async def refuse_most() -> int:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            for number, conversation_id in enumerate(conversations):
                settled: dict[str, Any] = {"state": "refused", "agreed": number < 3, "compared_at": now()}
                await proposal(session, UUID(conversation_id), **settled)
            return await reassess(session, workspace.id)

    assert workspace.server.run(refuse_most()) == 1
    topic = next(t for t in program.get("/api/v1/autonomy").json()["topics"] if t["topic"] == "orders")
    assert topic["level"] == "suggest"
    assert (topic["notices"][0]["kind"], topic["notices"][0]["by"]["kind"]) == ("demoted", "system")
    assert "3 of the last 12 compared answers agree" in topic["notices"][0]["because"][0]
    told = program.get("/api/v1/events", params={"after": before, "wait": 5}).json()["events"]
    assert any(e["type"] == "autonomy.changed" and e["data"]["kind"] == "demoted" for e in told)

    async def again() -> int:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            return await reassess(session, workspace.id)

    assert workspace.server.run(again()) == 0  # the same answers are not held against it twice


def test_what_is_set_more_precisely_does_not_stay_above(workspace: Workspace) -> None:
    async def fall() -> None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            await set_level(session, workspace.id, Where("orders", "es"), "autonomous", by=ITSELF)
            await lower_everywhere(session, workspace.id, Where("orders"), "suggest", by=ITSELF, because=["worse"])

    workspace.server.run(fall())
    topic = next(t for t in workspace.program().get("/api/v1/autonomy").json()["topics"] if t["topic"] == "orders")
    assert {level["level"] for level in topic["levels"]} == {"suggest"}
