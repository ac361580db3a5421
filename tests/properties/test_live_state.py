"""Who has a snapshot and applies the events since knows what a new snapshot would say: for any actions, in any order."""

import time
from typing import Any
from uuid import uuid4

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.people import Customer, Member, Workspace

ACTIONS = (
    "write", "ask_person", "answer", "note", "assign", "to_queue", "hand_back", "resolve", "reopen", "snooze", "read", "rate",
)  # fmt: skip


def snapshot(workspace: Workspace) -> dict[str, dict[str, Any]]:
    with workspace.program() as program:
        found = [
            c
            for view in ("all", "resolved", "snoozed")
            for c in program.get("/api/v1/conversations", params={"view": view}).json()["conversations"]
        ]
    return {c["id"]: c for c in found}


def act(action: str, customer: Customer, member: Member, conversation: str) -> None:
    """Some actions are refused in some states; that is part of what is tried."""
    client, path = member.client, f"/api/v1/conversations/{conversation}"
    match action:
        case "write":
            customer.write("gracias, lo miro")
        case "ask_person":
            customer.client.post("/api/v1/chat/hand-off", json={})
        case "answer" | "note":
            body = {"client_id": str(uuid4()), "text": "un momento", "private": action == "note"}
            client.post(f"{path}/messages", json=body)
        case "assign" | "resolve" | "reopen":
            client.post(f"{path}/{action}", json={})
        case "to_queue":
            client.post(f"{path}/hand-off", json={})
        case "hand_back":
            client.post(f"{path}/hand-back", json={})
        case "snooze":
            client.post(f"{path}/snooze", json={"until": "2100-01-01T00:00:00Z"})
        case "read":
            client.post(f"{path}/read", json={"seq": 2})
        case _:
            customer.client.post("/api/v1/chat/rating", json={"conversation_id": conversation, "score": 3})


def check_rules(state: dict[str, dict[str, Any]], customer: Customer) -> None:
    for conversation in state.values():
        assert conversation["holder"] in ("assistant", "queue", "agent")
        assert (conversation["holder"] == "agent") <= (conversation["assignee"] is not None)
        assert (conversation["status"] == "resolved") == (conversation["resolved_at"] is not None)
    numbers = [event["seq"] for event in customer.events()]
    assert numbers == list(range(1, len(numbers) + 1))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.lists(st.sampled_from(ACTIONS), max_size=4),
    after=st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=8),
)
def test_snapshot_and_events_make_the_next_snapshot(workspace: Workspace, before: list[str], after: list[str]) -> None:
    customer, member, program = workspace.customer(), workspace.member(), workspace.program()
    conversation = customer.say("una persona, por favor")["conversation_id"]
    for action in before:
        act(action, customer, member, conversation)

    last = program.get("/api/v1/events").json()["last"]
    state = snapshot(workspace)
    fresh = state
    for action in after:
        act(action, customer, member, conversation)
    # The assistant may still be answering a conversation that was handed back, so this looks until nothing moves any more.
    for _ in range(50):
        last = apply_events(program, state, last)
        fresh = snapshot(workspace)
        if state == fresh:
            break
        time.sleep(0.1)
    assert state == fresh
    check_rules(fresh, customer)


def apply_events(program: httpx.Client, state: dict[str, dict[str, Any]], last: int) -> int:
    while events := (page := program.get("/api/v1/events", params={"after": last}).json())["events"]:
        last = page["last"]
        for event in events:
            if summary := event["data"].get("conversation"):
                state[summary["id"]] = summary
    return last
