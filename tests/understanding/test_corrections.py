"""What members correct wins everywhere, for good, and is kept to learn from."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from relevo.understanding.make import make
from tests.conftest import Server
from tests.people import Customer, Workspace
from tests.understanding.test_readings import PERSON, eventually, reading_of, summary

Json = dict[str, Any]
TEXT = "Hola, soy Ana Pérez, mi correo es ana.perez@example.com y la lámpara ha llegado rota"


@pytest.fixture
def waiting(workspace: Workspace) -> Customer:
    customer = workspace.customer()
    customer.say(PERSON)
    return customer


@pytest.fixture
def sent(workspace: Workspace, waiting: Customer) -> Json:
    message = waiting.say(TEXT)
    reading_of(workspace, message)
    return message


def correct(client: httpx.Client, sent: Json, **values: Any) -> httpx.Response:
    return client.put(f"/api/v1/messages/{sent['id']}/reading", json=values)


def test_a_correction_wins_in_every_place(workspace: Workspace, sent: Json) -> None:
    marta = workspace.member()
    answer = correct(
        marta.client, sent, intent="warranty_or_repair", emotion="distressed", urgency="critical", wants_human=True
    )
    assert answer.status_code == 200, answer.text
    reading = answer.json()
    assert reading["intents"] == [{"name": "warranty_or_repair", "confidence": 1.0}]
    assert (reading["emotion"], reading["urgency"], reading["wants_human"]) == ("distressed", "critical", True)
    assert reading["corrected"] == ["intent", "emotion", "urgency", "wants_human"]
    assert reading["corrected_by"] == {"id": str(marta.id), "name": "Marta"}
    assert reading_of(workspace, sent) == reading
    whole = summary(workspace, sent["conversation_id"])["reading"]
    assert (whole["intent"], whole["emotion"], whole["urgency"]) == ("warranty_or_repair", "distressed", "critical")


def test_fields_that_were_not_corrected_stay_as_read(workspace: Workspace, sent: Json) -> None:
    before = reading_of(workspace, sent)
    after = correct(workspace.program(), sent, urgency="low").json()
    assert after["corrected"] == ["urgency"]
    assert {
        **after,
        **{name: before[name] for name in ("urgency", "reasons", "confidences", "corrected", "corrected_by")},
    } == before
    again = correct(workspace.program(), sent, language="en").json()
    assert (again["urgency"], again["language"], again["corrected"]) == ("low", "en", ["urgency", "language"])


def test_none_of_those_known_is_a_correction_like_any_other(workspace: Workspace, sent: Json) -> None:
    reading = correct(workspace.program(), sent, intent=None).json()
    assert (reading["intents"], reading["candidates"], reading["corrected"]) == ([], [], ["intent"])


def test_reading_it_again_never_undoes_a_correction(server: Server, workspace: Workspace, sent: Json) -> None:
    corrected = correct(workspace.program(), sent, emotion="angry").json()
    server.run(make(server.platform, workspace.id, [sent["id"]]))
    assert reading_of(workspace, sent) == corrected


def test_members_are_told_who_corrected_what(workspace: Workspace, sent: Json) -> None:
    program, marta = workspace.program(), workspace.member()
    after = program.get("/api/v1/events?after=0").json()["last"]
    was = reading_of(workspace, sent)["emotion"]
    correct(marta.client, sent, emotion="angry")

    def told() -> Json | None:
        events = program.get(f"/api/v1/events?after={after}&wait=1").json()["events"]
        return next((event for event in events if event["type"] == "reading.corrected"), None)

    data = eventually(told)["data"]
    assert data["changes"] == {"emotion": {"was": was, "becomes": "angry"}}
    assert (data["member_id"], data["message_id"]) == (str(marta.id), sent["id"])
    assert data["reading"]["emotion"] == "angry"
    assert data["conversation"]["reading"]["emotion"] == "angry"


@pytest.mark.parametrize(
    "values",
    [
        {"intent": "no_such_intent"},
        {"emotion": "sad"},
        {"emotion": None},
        {"urgency": "now"},
        {"language": "español"},
        {"mood": 1},
    ],
)
def test_what_makes_no_sense_is_refused(workspace: Workspace, sent: Json, values: Json) -> None:
    assert correct(workspace.program(), sent, **values).status_code == 422
    assert reading_of(workspace, sent)["corrected"] == []


def test_corrections_are_kept_without_personal_data(workspace: Workspace, sent: Json) -> None:
    correct(workspace.program(), sent, intent="delivery_problem")
    correct(workspace.program(), sent, emotion="frustrated")
    kept = workspace.program().get("/api/v1/corrections").json()["corrections"]
    assert len(kept) == 1, "one for a message"
    assert (kept[0]["intent"], kept[0]["emotion"]) == ("delivery_problem", "frustrated")
    assert set(kept[0]["corrected"]) == {"intent", "emotion"}
    assert "lámpara ha llegado rota" in kept[0]["text"]
    assert "ana.perez@" not in kept[0]["text"]
    assert "Pérez" not in kept[0]["text"]


def test_they_can_be_fetched_as_the_file_that_evaluation_reads(workspace: Workspace, waiting: Customer) -> None:
    for text in ("¿Cuándo llega?", "Quiero la factura"):
        sent = waiting.say(text)
        reading_of(workspace, sent)
        correct(workspace.program(), sent, urgency="high")
    answer = workspace.program().get("/api/v1/corrections?format=jsonl")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    assert {line["text"] for line in lines} == {"¿Cuándo llega?", "Quiero la factura"}
    assert all({"id", "text", "lang", "intent", "emotion", "urgency", "wants_human"} == line.keys() for line in lines)


def test_they_come_in_pages(workspace: Workspace, waiting: Customer) -> None:
    for number in range(3):
        sent = waiting.say(f"Pregunta número {number}, por favor")
        reading_of(workspace, sent)
        correct(workspace.program(), sent, urgency="high")
    first = workspace.program().get("/api/v1/corrections?limit=2").json()
    second = workspace.program().get(f"/api/v1/corrections?limit=2&cursor={first['next']}").json()
    texts = [one["text"] for one in (*first["corrections"], *second["corrections"])]
    assert texts == [f"Pregunta número {number}, por favor" for number in (2, 1, 0)]
    assert second["next"] is None
    assert workspace.program().get("/api/v1/corrections?cursor=x").status_code == 422


def test_a_message_that_was_not_read_yet_is_read_first(workspace: Workspace, waiting: Customer) -> None:
    sent = waiting.say("Se ha roto la lámpara")
    answer = correct(workspace.program(), sent, emotion="angry")
    assert answer.status_code == 200
    assert answer.json()["emotion"] == "angry"


def test_another_workspace_cannot_correct(
    workspace: Workspace, new_workspace: Callable[..., Workspace], sent: Json
) -> None:
    assert correct(new_workspace().program(), sent, emotion="angry").status_code == 404
    assert reading_of(workspace, sent)["corrected"] == []


def test_a_correction_to_an_intent_of_ones_own_proposes_an_example(workspace: Workspace, sent: Json) -> None:
    program = workspace.program()
    intent = program.post("/api/v1/intents", json={"name": "llegada_rota", "title": "Llegó roto"}).json()
    assert correct(program, sent, intent="llegada_rota").json()["intents"][0]["name"] == "llegada_rota"
    detail = program.get(f"/api/v1/intents/{intent['id']}").json()
    assert (detail["accepted"], detail["proposed"]) == (0, 1)
    example = detail["examples"][0]
    assert (example["state"], example["source"], example["message_id"]) == ("proposed", "correction", sent["id"])
    assert "ana.perez@" not in example["text"]
    accepted = program.post(f"/api/v1/intents/{intent['id']}/examples/{example['id']}/accept").json()
    assert accepted["state"] == "accepted"
    listed = program.get("/api/v1/intents").json()["intents"][0]
    assert (listed["examples"], listed["proposed"]) == (1, 0)
