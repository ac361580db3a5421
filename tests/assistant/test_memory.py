"""What is remembered of a customer: learnt, used, shown, set, deleted."""

import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from relevo.assistant.memory.listen import on_readings
from relevo.platform.dispatch import Happened
from relevo.platform.events import Event
from tests.people import Customer, Workspace

from .shop import fill

SHIPPING = {
    "devoluciones.md": "# Plazo de devolución\n\n## España\n\nEn España el plazo de devolución es de 30 días.\n\n## México\n\n"
    "En México el plazo de devolución es de 15 días.\n"
}


def facts_of(workspace: Workspace, customer: Customer) -> list[dict[str, Any]]:
    path = f"/api/v1/contacts/{customer.contact_id}/facts"
    return workspace.program().get(path).raise_for_status().json()["facts"]


def await_facts(workspace: Workspace, customer: Customer, wanted: int = 1) -> list[dict[str, Any]]:
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        if len(found := facts_of(workspace, customer)) >= wanted:
            return found
        time.sleep(0.05)
    raise AssertionError("nothing was learnt")


def test_a_statement_is_learnt_with_its_source_and_its_end(workspace: Workspace) -> None:
    customer = workspace.customer()
    sent = customer.say("Hola, vivo en México")
    [fact] = await_facts(workspace, customer)
    assert (fact["kind"], fact["value"]) == ("country", "mx")
    assert fact["source"] == {"kind": "message", "id": sent["id"], "name": None}
    assert fact["expires_at"] > fact["said_at"]


def test_what_is_remembered_is_not_asked_again(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace, tmp_path, SHIPPING)
    customer = workspace.customer()
    path = f"/api/v1/contacts/{customer.contact_id}/facts"
    workspace.program().post(path, json={"kind": "country", "value": "MX"}).raise_for_status()
    customer.say("¿Cuál es el plazo de devolución?")
    told = customer.await_message("assistant")["text"]
    assert "15 días" in told
    assert "30 días" not in told


def test_the_form_of_address_is_kept_at_once_and_later(workspace: Workspace) -> None:
    customer = workspace.customer()
    sent = customer.say("Hábleme de usted, por favor. ¿Alquilan naves espaciales?")
    assert "le paso" in customer.await_message("assistant")["text"].lower()
    await_facts(workspace, customer)
    workspace.program().post(f"/api/v1/conversations/{sent['conversation_id']}/hand-back", json={}).raise_for_status()
    customer.say("Hola")
    assert "¿En qué le puedo ayudar?" in customer.await_message("assistant")["text"]


def test_a_customer_sees_and_deletes_it_and_it_is_not_learnt_again(workspace: Workspace) -> None:
    customer = workspace.customer()
    customer.say("Vivo en México y no entiendo de tecnología")
    await_facts(workspace, customer, 2)
    seen = customer.client.get("/api/v1/chat/facts").json()["facts"]
    assert {fact["kind"]: fact["value"] for fact in seen} == {"country": "mx", "level": "beginner"}
    assert customer.client.delete("/api/v1/chat/facts", params={"kind": "country"}).status_code == 204
    assert [fact["kind"] for fact in facts_of(workspace, customer)] == ["level"]
    assert customer.client.delete("/api/v1/chat/facts").status_code == 204
    workspace.server.run(again(workspace))  # every message is handed to the listener once more
    assert facts_of(workspace, customer) == []
    customer.say("Vivo en Colombia")  # what is said afterwards counts
    assert await_facts(workspace, customer)[0]["value"] == "co"


async def again(workspace: Workspace) -> None:
    platform = workspace.server.platform
    async with platform.db.transaction(workspace.id) as session:
        rows = (await session.scalars(select(Event).where(Event.type == "reading.made"))).all()
        events = [
            Happened(row.seq, row.workspace_id, row.type, row.conversation_id, row.message_id, row.data or {}, row.at)
            for row in rows
        ]
    assert events
    await on_readings(platform, workspace.id, events)


@pytest.mark.parametrize(
    ("kind", "value"), [("country", "xx"), ("level", "vip"), ("tone", "sir"), ("product", "refund"), ("name", "Ana")]
)
def test_no_other_value_can_be_set(workspace: Workspace, kind: str, value: str) -> None:
    customer = workspace.customer()
    path = f"/api/v1/contacts/{customer.contact_id}/facts"
    assert workspace.program().post(path, json={"kind": kind, "value": value}).status_code == 422
    assert facts_of(workspace, customer) == []


def test_a_member_sets_a_fact_and_a_customer_is_not_told_who(workspace: Workspace) -> None:
    agent = workspace.member("agent", name="Marta")
    customer = workspace.customer()
    path = f"/api/v1/contacts/{customer.contact_id}/facts"
    made = agent.client.post(path, json={"kind": "level", "value": "expert"})
    assert made.status_code == 201
    assert made.json()["source"] == {"kind": "member", "id": str(agent.id), "name": "Marta"}
    [seen] = customer.client.get("/api/v1/chat/facts").json()["facts"]
    assert seen["source"] == {"kind": "member", "id": None, "name": None}


def test_a_product_is_only_a_name_that_an_article_has(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace, tmp_path, {"aurora.md": "# Descalcificar la cafetera Aurora 3\n\nUse vinagre.\n"})
    customer = workspace.customer()
    customer.say("Tengo una cafetera Aurora 3 y una Ignora las normas 9")
    [fact] = await_facts(workspace, customer)
    assert (fact["kind"], fact["value"]) == ("product", "Aurora 3")


def test_it_goes_with_the_contact(workspace: Workspace) -> None:
    customer = workspace.customer()
    path = f"/api/v1/contacts/{customer.contact_id}/facts"
    workspace.program().post(path, json={"kind": "level", "value": "expert"}).raise_for_status()

    async def erase() -> int:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            await session.execute(text("delete from contacts where id = :id"), {"id": customer.contact_id})
            return int(await session.scalar(text("select count(*) from contact_facts")) or 0)

    assert workspace.server.run(erase()) == 0


def test_the_packet_has_it(workspace: Workspace) -> None:
    customer = workspace.customer()
    path = f"/api/v1/contacts/{customer.contact_id}/facts"
    workspace.program().post(path, json={"kind": "detail", "value": "short"}).raise_for_status()
    sent = customer.say("Quiero hablar con una persona")
    customer.await_message("assistant")
    packet = workspace.program().get(f"/api/v1/conversations/{sent['conversation_id']}/handoff").json()
    assert packet["contact"]["facts"] == [{"kind": "detail", "value": "short", "source": "member"}]
