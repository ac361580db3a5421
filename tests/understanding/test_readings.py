"""What was understood of customers' messages, as members and programs meet it."""

import json
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import delete, select
from websockets.sync.client import connect

from relevo.assistant.tables import Turn
from relevo.contacts.tables import Contact
from relevo.understanding.listen import on_messages
from relevo.understanding.tables import ConversationReading, ReadingRow
from tests.conftest import Server
from tests.people import Customer, Workspace

Json = dict[str, Any]
PERSON = "Quiero hablar con una persona"  # held by the queue from then on


def messages(workspace: Workspace, conversation_id: str) -> list[Json]:
    found = workspace.program().get(f"/api/v1/conversations/{conversation_id}/messages").raise_for_status().json()
    return found["messages"]


def summary(workspace: Workspace, conversation_id: str) -> Json:
    return workspace.program().get(f"/api/v1/conversations/{conversation_id}").raise_for_status().json()


def eventually(look: Callable[[], Any], *, seconds: float = 20) -> Any:
    deadline = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)
    return found


def reading_of(workspace: Workspace, sent: Json) -> Json:
    def look() -> Json | None:
        found = [m["reading"] for m in messages(workspace, sent["conversation_id"]) if m["id"] == sent["id"]]
        return found[0]

    return eventually(look)


@pytest.fixture
def waiting(workspace: Workspace) -> Customer:
    """A customer whose conversation waits for a person."""
    customer = workspace.customer()
    customer.say(PERSON)
    return customer


def test_a_message_to_people_gets_its_reading(workspace: Workspace, waiting: Customer) -> None:
    sent = waiting.say("Mi pedido no ha llegado todavía, ¿dónde está? Mi correo es ana@example.com")
    reading = reading_of(workspace, sent)
    assert reading["language"] == "es"
    assert reading["intents"][0]["name"] in {"order_status", "delivery_problem"}
    assert {"start": 59, "end": 74, "type": "email"} in reading["personal_data"]
    assert (reading["corrected"], reading["corrected_by"]) == ([], None)
    assert reading["model"].startswith("shipped")


def test_a_message_to_the_assistant_is_read_before_it_decides(workspace: Workspace) -> None:
    customer = workspace.customer()
    sent = customer.say("¿Dónde está mi pedido?")
    customer.await_message("assistant")
    assert messages(workspace, sent["conversation_id"])[0]["reading"]["language"] == "es"

    async def last_turn() -> Turn | None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            return await session.scalar(select(Turn).order_by(Turn.id.desc()).limit(1))

    turn = workspace.server.run(last_turn())
    assert turn
    assert turn.readings[0]["intents"], "why it decided so can be shown"
    assert "understand" in turn.timings


def test_a_person_is_seen_to_be_wanted_until_one_has_spoken(workspace: Workspace, waiting: Customer) -> None:
    sent = waiting.say("¿hay alguien?")
    reading_of(workspace, sent)
    conversation = sent["conversation_id"]
    assert summary(workspace, conversation)["reading"]["wants_human"] is True
    workspace.program().post(
        f"/api/v1/conversations/{conversation}/messages", json={"client_id": str(uuid4()), "text": "Buenas, soy Marta"}
    ).raise_for_status()
    eventually(lambda: summary(workspace, conversation)["reading"]["wants_human"] is False)


def test_what_members_and_the_assistant_say_is_never_read(workspace: Workspace, waiting: Customer) -> None:
    sent = waiting.say("No funciona la lámpara")
    reading_of(workspace, sent)
    said = workspace.program().post(
        f"/api/v1/conversations/{sent['conversation_id']}/messages",
        json={"client_id": str(uuid4()), "text": "¡Esto es una vergüenza, estoy furiosa!"},
    )
    later = waiting.say("gracias")
    reading_of(workspace, later)
    others = [m for m in messages(workspace, sent["conversation_id"]) if m["sender"]["kind"] != "contact"]
    assert said.json()["id"] in {m["id"] for m in others}
    assert all(m["reading"] is None for m in others)
    refused = workspace.program().put(f"/api/v1/messages/{said.json()['id']}/reading", json={"emotion": "angry"})
    assert refused.status_code == 404


def test_customers_are_told_nothing_of_readings(workspace: Workspace, waiting: Customer) -> None:
    reading_of(workspace, waiting.say("No funciona la lámpara"))
    assert "reading" not in json.dumps(waiting.events())
    assert "reading" not in waiting.client.get("/api/v1/chat/messages").text


def test_the_list_shows_readings_too_and_other_workspaces_see_none(
    workspace: Workspace, new_workspace: Callable[..., Workspace], waiting: Customer
) -> None:
    sent = waiting.say("Hola, me habéis cobrado el pedido dos veces")
    reading_of(workspace, sent)
    listed = workspace.program().get("/api/v1/conversations?view=unassigned").json()["conversations"]
    assert listed[0]["reading"]["language"] == "es"
    other = new_workspace()

    async def count() -> int:
        async with other.server.platform.db.transaction(other.id) as session:
            return len((await session.scalars(select(ReadingRow.message_id))).all())

    assert other.server.run(count()) == 0


def test_a_reading_is_told_live_with_the_conversation(server: Server, workspace: Workspace, waiting: Customer) -> None:
    address = server.url.replace("http", "ws") + "/api/v1/socket"
    with connect(address, subprotocols=[f"bearer.{workspace.api_key}"]) as socket:  # type: ignore[list-item]
        socket.recv()
        sent = waiting.say("¿Cuánto tarda el envío a Vigo?")
        told: list[Json] = []

        def is_read(event: Json) -> bool:
            return event["type"] == "reading.made" and event["data"]["message_id"] == sent["id"]

        while not any(is_read(event) for event in told):
            told.append(json.loads(socket.recv(timeout=20)))
    made = told[-1]
    assert made["data"]["reading"]["language"] == "es"
    assert made["data"]["conversation"]["reading"]["language"] == "es"
    created = [e["data"]["message"] for e in told if e["type"] == "message.created"]
    assert all("reading" in message for message in created)
    assert sent["id"] in {message["id"] for message in created}


def test_the_mood_of_a_conversation_has_a_course(workspace: Workspace, waiting: Customer) -> None:
    sent = waiting.say("¿Dónde está mi pedido?")
    reading_of(workspace, sent)
    conversation = sent["conversation_id"]
    _correct(workspace, sent, emotion="neutral")
    _reply(workspace, conversation)
    later = waiting.say("Sois unos sinvergüenzas, llevo un mes esperando y nadie contesta")
    reading_of(workspace, later)
    _correct(workspace, later, emotion="angry")
    reading = summary(workspace, conversation)["reading"]
    assert (reading["emotion"], reading["course"]) == ("angry", "rising")
    assert reading["since"] is not None
    _reply(workspace, conversation)
    last = waiting.say("Ya ha llegado todo, muchas gracias")
    reading_of(workspace, last)
    _correct(workspace, last, emotion="satisfied", urgency="low")
    reading = summary(workspace, conversation)["reading"]
    assert (reading["emotion"], reading["course"], reading["urgency"]) == ("satisfied", "falling", "low")


def test_an_event_that_comes_twice_changes_nothing(server: Server, workspace: Workspace, waiting: Customer) -> None:
    sent = waiting.say("Quiero anular el pedido")
    before = reading_of(workspace, sent)
    after = workspace.program().get("/api/v1/events?after=0").json()["last"]

    async def again() -> None:
        async with server.platform.db.connection() as connection:
            rows = await connection.fetch("select * from relevo_event_page(0, array['message.created'], 10000)")
        from relevo.platform.dispatch import _happened  # noqa: PLC0415

        events = [_happened(row) for row in rows if row["workspace_id"] == workspace.id]
        assert events
        await on_messages(server.platform, workspace.id, events)

    server.run(again())
    assert reading_of(workspace, sent) == before
    told = workspace.program().get(f"/api/v1/events?after={after}&wait=1").json()["events"]
    assert [event for event in told if event["type"].startswith("reading.")] == []


def test_with_the_contact_its_readings_go(server: Server, workspace: Workspace, waiting: Customer) -> None:
    reading_of(workspace, waiting.say("Quiero anular el pedido"))

    async def erase() -> list[int]:
        async with server.platform.db.transaction(workspace.id) as session:
            await session.execute(delete(Contact).where(Contact.id == waiting.contact_id))
        async with server.platform.db.transaction(workspace.id) as session:
            rows = [await session.scalars(select(table)) for table in (ReadingRow, ConversationReading)]
            return [len(found.all()) for found in rows]

    assert server.run(erase()) == [0, 0]


def _correct(workspace: Workspace, sent: Json, **values: Any) -> None:
    workspace.program().put(f"/api/v1/messages/{sent['id']}/reading", json=values).raise_for_status()


def _reply(workspace: Workspace, conversation_id: str) -> None:
    workspace.program().post(
        f"/api/v1/conversations/{conversation_id}/messages", json={"client_id": str(uuid4()), "text": "Lo miro."}
    ).raise_for_status()
