"""What the assistant may do by itself: the rules, and conversations at each level."""

from pathlib import Path
from uuid import uuid4

import pytest

from relevo.assistant.autonomy.policy import level_of
from relevo.assistant.autonomy.types import Level, Policy, Where
from tests.conftest import Server
from tests.people import Workspace

from .library import ARTICLES
from .shop import fill

QUESTION = "¿Cuánto cuesta el envío a Palma?"


def test_the_rule_that_says_most_wins() -> None:
    policy = Policy(
        (
            (Where(), "observe"), (Where("orders"), "autonomous"), (Where("orders", "en"), "suggest"),
            (Where("orders", "*", "email"), "approve"),
        )
    )  # fmt: skip
    assert policy.level_for(Where("billing", "es", "chat")) == "observe"
    assert policy.level_for(Where("orders", "es", "chat")) == "autonomous"
    assert policy.level_for(Where("orders", "en", "email")) == "suggest"
    assert policy.level_for(Where("orders", "es", "email")) == "approve"


def test_where_nothing_is_set_people_answer() -> None:
    assert Policy().level_for(Where("orders", "es", "chat")) == "off"
    assert Policy().highest() == "off"


def test_a_greeting_goes_by_the_highest_level_of_its_place() -> None:
    policy = Policy(((Where("orders", "es"), "autonomous"),))
    assert level_of(policy, Where("other", "es", "chat"), "hola") == "autonomous"
    assert level_of(policy, Where("other", "en", "chat"), "hello") == "off"
    assert level_of(policy, Where("other", "es", "chat"), QUESTION) == "off"


def company(server: Server, level: Level, folder: Path) -> Workspace:
    workspace = Workspace.make(server, locale="es", assistant=level)
    fill(workspace, folder, ARTICLES)
    return workspace


def test_a_new_workspace_has_people_only_and_says_so_once(server: Server, tmp_path: Path) -> None:
    workspace = company(server, "off", tmp_path)
    customer = workspace.customer()
    sent = customer.say(QUESTION)
    told = customer.await_message("system")
    assert "persona del equipo" in told["text"]
    assert told["sender"]["name"] == "Casa de pruebas"
    customer.say("¿hola?")
    later = customer.events(after=customer.seen[-1]["seq"], wait=1)
    assert {e["data"]["sender"]["kind"] for e in later if e["type"] == "message.created"} == {"contact"}
    shown = workspace.program().get(f"/api/v1/conversations/{sent['conversation_id']}").json()
    assert (shown["holder"], shown["preview"], shown["waiting_since"] is None) == ("queue", "¿hola?", False)


def test_danger_is_heard_with_the_assistant_off(server: Server, tmp_path: Path) -> None:
    customer = company(server, "off", tmp_path).customer()
    customer.say("huele a gas en la cocina")
    told = customer.await_message("system")
    assert "no enciendas nada" in told["text"]


@pytest.mark.parametrize("words", ["huele a gas en la cocina", "quiero hablar con una persona"])
def test_safety_and_the_wish_for_a_person_work_where_a_topic_is_off(server: Server, tmp_path: Path, words: str) -> None:
    workspace = company(server, "off", tmp_path)
    put(workspace, "orders", "autonomous")
    customer = workspace.customer()
    sent = customer.say(words)
    assert customer.await_message("assistant")["outcome"] == "hand_off"
    assert workspace.program().get(f"/api/v1/conversations/{sent['conversation_id']}").json()["holder"] == "queue"


def test_a_topic_that_is_off_goes_to_people_without_a_word_of_the_assistant(server: Server, tmp_path: Path) -> None:
    workspace = company(server, "autonomous", tmp_path)
    put(workspace, "orders", "off")
    customer = workspace.customer()
    sent = customer.say("¿Dónde está mi pedido? Tenía que llegar ayer.")
    assert "persona del equipo" in customer.await_message("system")["text"]
    shown = workspace.program().get(f"/api/v1/conversations/{sent['conversation_id']}").json()
    assert (shown["holder"], shown["hand_off_reason"]) == ("queue", "people_first")
    assert not any(e["data"]["sender"]["kind"] == "assistant" for e in customer.seen if e["type"] == "message.created")
    assert workspace.program().get(f"/api/v1/conversations/{sent['conversation_id']}/proposals").json() == {
        "proposals": []
    }


def put(workspace: Workspace, topic: str, level: Level) -> None:
    body = {"topic": topic, "level": level, "reason": "for the test"}
    workspace.program().put("/api/v1/autonomy/levels", json=body).raise_for_status()


def test_more_than_the_evidence_carries_takes_an_admin_and_a_reason(server: Server) -> None:
    workspace = Workspace.make(server, locale="es", assistant="off")
    admin, supervisor = workspace.member("admin").client, workspace.member("supervisor").client
    wanted = {"topic": "orders", "level": "autonomous"}
    refused = admin.put("/api/v1/autonomy/levels", json=wanted)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_proven")
    assert supervisor.put("/api/v1/autonomy/levels", json={**wanted, "reason": "porque sí"}).status_code == 409
    given = admin.put("/api/v1/autonomy/levels", json={**wanted, "reason": "probado en otra empresa"}).json()
    topic = next(one for one in given["topics"] if one["topic"] == "orders")
    assert topic["level"] == "autonomous"
    notice = topic["notices"][0]
    assert (notice["kind"], notice["from"], notice["to"]) == ("promoted", "off", "autonomous")
    assert notice["because"][0] == "probado en otra empresa"


def test_less_is_always_allowed_and_so_is_thinking_unseen(server: Server) -> None:
    supervisor = Workspace.make(server, locale="es").member("supervisor").client
    for level in ("approve", "off", "observe"):
        supervisor.put("/api/v1/autonomy/levels", json={"topic": "*", "level": level}).raise_for_status()
    assert supervisor.get("/api/v1/autonomy").json()["default"] == "observe"


def test_a_topic_that_does_not_exist_has_no_level(workspace: Workspace) -> None:
    body = {"topic": "pianos", "level": "off"}
    assert workspace.program().put("/api/v1/autonomy/levels", json=body).status_code == 404


def test_members_are_told_of_a_change(workspace: Workspace) -> None:
    program = workspace.program()
    before = program.get("/api/v1/events").json()["last"]
    put(workspace, "orders", "observe")
    told = program.get("/api/v1/events", params={"after": before, "wait": 5}).json()["events"]
    assert [(e["type"], e["data"]["topic"], e["data"]["to"]) for e in told] == [
        ("autonomy.changed", "orders", "observe")
    ]
    assert str(uuid4()) not in str(told)
