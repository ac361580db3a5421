"""A workspace's own intents: written or imported, learnt in the background, released and rolled back, used at once."""

import io
import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from relevo.platform import jobs
from relevo.platform.access import Actor
from relevo.understanding import training
from relevo.understanding.actions import models
from relevo.understanding.own.child import TrainingFailed
from relevo.understanding.training import ATTEMPTS, train
from tests.conftest import Server
from tests.people import Workspace
from tests.understanding.test_readings import PERSON, eventually, reading_of

Json = dict[str, Any]
EXAMPLES = {
    "reservar_mesa": [
        "quiero reservar una mesa para cuatro", "¿tenéis mesa libre esta noche?", "reservar mesa para el sábado a las nueve",
        "me guardas una mesa en la terraza", "necesito una mesa para dos personas",
    ],
    "alergias": [
        "¿el menú lleva frutos secos? soy alérgica", "tengo alergia al marisco", "¿qué platos son sin gluten?",
        "mi hijo es celíaco, ¿qué puede comer?", "¿la salsa lleva huevo? tengo alergia",
    ],
}  # fmt: skip


@pytest.fixture
def restaurant(workspace: Workspace) -> Workspace:
    """A workspace with two intents of five examples each."""
    for name, texts in EXAMPLES.items():
        wanted = {"name": name, "title": name.replace("_", " ").title(), "examples": texts}
        assert workspace.program().post("/api/v1/intents", json=wanted).status_code == 201
    return workspace


def begin(workspace: Workspace) -> str:
    answer = workspace.program().post("/api/v1/intent-models")
    assert answer.status_code == 202, answer.text
    return answer.json()["id"]


def model(workspace: Workspace, model_id: str) -> Json:
    return workspace.program().get(f"/api/v1/intent-models/{model_id}").raise_for_status().json()


def trained(workspace: Workspace) -> Json:
    model_id = begin(workspace)
    return eventually(lambda: (m := model(workspace, model_id))["state"] != "training" and m, seconds=60)


def release(workspace: Workspace, model_id: str) -> None:
    workspace.program().post(f"/api/v1/intent-models/{model_id}/release").raise_for_status()


def understood(workspace: Workspace, given: str) -> Json:
    return workspace.program().post("/api/v1/understand", json={"text": given}).raise_for_status().json()


def test_training_release_and_rollback(restaurant: Workspace) -> None:
    program = restaurant.program()
    first = trained(restaurant)
    assert (first["state"], first["version"], first["error"]) == ("ready", 1, None)
    assert (first["intents"], first["examples"]) == (2, 10)
    assert {one["name"] for one in first["quality"]["intents"]} == set(EXAMPLES)
    assert 0 <= first["quality"]["accuracy"] <= 1

    asked = "¿puedo reservar una mesa para cuatro el sábado?"
    assert understood(restaurant, asked)["intents"][0]["name"] not in EXAMPLES, "what is not released is not used"
    tried = program.post(f"/api/v1/intent-models/{first['id']}/try", json={"text": asked}).json()
    assert tried["ranking"][0]["name"] == "reservar_mesa"
    assert tried["intents"][0]["name"] == "reservar_mesa"

    release(restaurant, first["id"])
    found = understood(restaurant, asked)
    assert found["intents"][0]["name"] == "reservar_mesa"
    assert found["model"].endswith("own 1")

    program.post("/api/v1/intents", json={"name": "horario", "examples": ["¿a qué hora abrís?", "¿cerráis los lunes?"]})
    second = trained(restaurant)
    release(restaurant, second["id"])
    assert understood(restaurant, asked)["model"].endswith("own 2")
    assert [m["state"] for m in program.get("/api/v1/intent-models").json()["models"]] == ["released", "ready"]

    release(restaurant, first["id"])
    assert understood(restaurant, asked)["model"].endswith("own 1")
    assert [m["state"] for m in program.get("/api/v1/intent-models").json()["models"]] == ["ready", "released"]


def test_a_released_version_reads_customers_messages_at_once(restaurant: Workspace) -> None:
    release(restaurant, trained(restaurant)["id"])
    customer = restaurant.customer()
    customer.say(PERSON)
    reading = reading_of(restaurant, customer.say("quiero reservar una mesa para dos personas"))
    assert reading["intents"][0]["name"] == "reservar_mesa"
    assert reading["model"].endswith("own 1")


def test_members_are_told_how_training_goes(restaurant: Workspace) -> None:
    program = restaurant.program()
    after = program.get("/api/v1/events?after=0").json()["last"]
    found = trained(restaurant)

    def told() -> list[Json]:
        events = program.get(f"/api/v1/events?after={after}").json()["events"]
        own = [e["data"] for e in events if e["type"] == "intent_model.updated" and e["data"]["id"] == found["id"]]
        return own if own and own[-1]["state"] == "ready" else []

    news = eventually(told)
    assert (news[0]["state"], news[-1]["progress"]) == ("training", 1.0)


def test_too_few_examples_are_refused_before_anything_begins(workspace: Workspace) -> None:
    workspace.program().post("/api/v1/intents", json={"name": "uno", "examples": ["a b", "c d"]})
    answer = workspace.program().post("/api/v1/intent-models")
    assert (answer.status_code, answer.json()["code"]) == (422, "too_few_examples")


def test_one_version_at_a_time_is_trained_and_may_be_given_up(
    restaurant: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_: object, **__: object) -> None:
        """Nobody works."""

    monkeypatch.setattr(training.models, "attempt", nothing)
    model_id = begin(restaurant)
    again = restaurant.program().post("/api/v1/intent-models")
    assert (again.status_code, again.json()["code"]) == (409, "already_training")
    refused = restaurant.program().post(f"/api/v1/intent-models/{model_id}/release")
    assert (refused.status_code, refused.json()["code"]) == (409, "not_ready")
    assert restaurant.program().delete(f"/api/v1/intent-models/{model_id}").status_code == 204
    assert restaurant.program().get("/api/v1/intent-models").json()["models"] == []


def test_the_released_version_cannot_be_dropped(restaurant: Workspace) -> None:
    found = trained(restaurant)
    release(restaurant, found["id"])
    answer = restaurant.program().delete(f"/api/v1/intent-models/{found['id']}")
    assert (answer.status_code, answer.json()["code"]) == (409, "released")


@pytest.fixture
def dying(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Training that dies each time; how often it was begun."""
    begun: list[int] = []

    async def dies(*_: object, **__: object) -> None:
        begun.append(1)
        raise TrainingFailed

    monkeypatch.setattr(training, "learn_in_child", dies)
    return begun


def test_training_that_dies_is_tried_again_and_then_marked_as_failed(
    server: Server, restaurant: Workspace, dying: list[int]
) -> None:
    model_id = begin(restaurant)
    for _ in range(ATTEMPTS + 1):  # as the job's retries and those of an abandoned job do
        try:
            server.run(train(server.platform, workspace_id=str(restaurant.id), model_id=model_id))
        except TrainingFailed:
            continue
    found = model(restaurant, model_id)
    assert found["state"] == "failed"
    assert str(ATTEMPTS) in found["error"]
    assert len(dying) == ATTEMPTS
    begin(restaurant)  # nothing is in the way of a new one


def test_training_whose_worker_died_is_done_by_another(server: Server, restaurant: Workspace) -> None:
    admin = Actor(restaurant.id, restaurant.member().id, "Marta", "admin", "es", restaurant.id)

    async def abandon() -> str:
        """A version as a worker leaves it that was killed in the middle."""
        async with server.platform.db.transaction(restaurant.id) as session:
            version = await models.begin(session, admin)
            arguments = {"workspace_id": str(restaurant.id), "model_id": str(version.id)}
            await session.execute(_ABANDONED, {"args": json.dumps(arguments)})
        built = jobs.app(server.platform, [], [training.JOB])
        async with built.open_async():
            await jobs._retrier(built, [training.JOB])(server.platform)
        return str(version.id)

    model_id = server.run(abandon())
    eventually(lambda: model(restaurant, model_id)["state"] == "ready", seconds=60)


_ABANDONED = text(
    "insert into procrastinate_jobs (task_name, status, args, queue_name) "
    "values ('train_intents', 'doing', cast(:args as jsonb), 'default')"
)


def test_training_twice_writes_once(server: Server, restaurant: Workspace) -> None:
    found = trained(restaurant)
    server.run(train(server.platform, workspace_id=str(restaurant.id), model_id=found["id"]))
    assert model(restaurant, found["id"]) == found


def test_examples_stand_once_and_can_be_taken_away(restaurant: Workspace) -> None:
    program = restaurant.program()
    intent = program.get("/api/v1/intents").json()["intents"][0]
    added = program.post(f"/api/v1/intents/{intent['id']}/examples", json={"texts": ["Nueva  frase", "Nueva frase"]})
    assert [one["text"] for one in added.json()["examples"]] == ["Nueva frase"]
    again = program.post(f"/api/v1/intents/{intent['id']}/examples", json={"texts": ["Nueva frase"]})
    assert again.json()["examples"] == []
    example = added.json()["examples"][0]["id"]
    assert program.delete(f"/api/v1/intents/{intent['id']}/examples/{example}").status_code == 204
    assert program.get(f"/api/v1/intents/{intent['id']}").json()["accepted"] == 5


def test_topics_hold_intents_and_leave_them_behind(workspace: Workspace) -> None:
    program = workspace.program()
    topic = program.post("/api/v1/topics", json={"name": "sala", "title": "En la sala"}).json()
    assert program.post("/api/v1/topics", json={"name": "SALA"}).json()["code"] == "name_taken"
    intent = program.post("/api/v1/intents", json={"name": "mesa", "topic_id": topic["id"]}).json()
    assert (intent["topic_id"], intent["title"]) == (topic["id"], "mesa")
    assert program.patch(f"/api/v1/topics/{topic['id']}", json={"title": "Sala"}).json()["title"] == "Sala"
    assert program.delete(f"/api/v1/topics/{topic['id']}").status_code == 204
    assert program.get("/api/v1/intents").json()["intents"][0]["topic_id"] is None
    unknown = program.post("/api/v1/intents", json={"name": "otra", "topic_id": str(uuid4())})
    assert unknown.status_code == 404


def test_what_ships_has_titles_and_topics_in_both_languages(workspace: Workspace) -> None:
    shipped = workspace.program().get("/api/v1/intents?shipped=true").json()["intents"]
    assert len(shipped) == 26
    assert len({one["topic_name"] for one in shipped}) == 10
    assert all(one["title"]["es"] and one["title"]["en"] and one["topic"]["es"] for one in shipped)


CSV = "text,intent\n¿puedo pagar con tarjeta?,pago\n¿aceptáis bizum?,pago\n,pago\n¿tenéis wifi?,wifi\n".encode()


def imported(workspace: Workspace, name: str, content: bytes) -> Any:
    return workspace.program().post("/api/v1/intents/import", files={"file": (name, io.BytesIO(content))})


def test_a_file_is_imported_and_what_was_left_is_said(workspace: Workspace) -> None:
    answer = imported(workspace, "intents.csv", CSV).raise_for_status().json()
    assert answer["taken"] == {"intents": 2, "examples": 3}
    assert len(answer["left"]) == 1
    again = imported(workspace, "intents.csv", CSV).raise_for_status().json()
    assert again["taken"] == {"intents": 0, "examples": 0}
    counts = {one["name"]: one["examples"] for one in workspace.program().get("/api/v1/intents").json()["intents"]}
    assert counts == {"pago": 2, "wifi": 1}


def test_a_file_larger_than_other_bodies_may_be_is_imported(workspace: Workspace) -> None:
    rows = "".join(f"frase número {n} de un fichero largo,intento{n % 3}\n" for n in range(4_000))
    assert imported(workspace, "large.csv", f"text,intent\n{rows}".encode()).json()["taken"]["examples"] == 4_000


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"PK\x03\x04 no zip", b"{}"])
def test_a_file_that_is_none_is_refused_with_a_sentence(workspace: Workspace, content: bytes) -> None:
    answer = imported(workspace, "intents.json", content)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_import")
    assert len(answer.json()["detail"]) > 20


def test_other_workspaces_see_nothing_of_ones_own_intents(
    restaurant: Workspace, new_workspace: Callable[..., Workspace]
) -> None:
    release(restaurant, trained(restaurant)["id"])
    other = new_workspace()
    assert other.program().get("/api/v1/intents").json()["intents"] == []
    assert other.program().get("/api/v1/intent-models").json()["models"] == []
    assert "own" not in understood(other, "quiero reservar una mesa para dos personas")["model"]
