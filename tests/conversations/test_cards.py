"""The number of a payment card is never stored: it is masked on every way in, and what depends on it still works."""

import json
from typing import Any
from uuid import uuid4

import pytest
from websockets.sync.client import connect

from relevo.kit.cards import MASK, find_cards, has_card, mask_cards
from tests.people import Customer, Workspace

CARD = "4539 1488 0343 6467"
BARE = CARD.replace(" ", "")


def stored(workspace: Workspace) -> str:
    """Everything the database holds of this workspace, as text."""
    return workspace.server.run(_stored(workspace))


async def _stored(workspace: Workspace) -> str:
    found: list[Any] = []
    async with workspace.server.platform.db.transaction(workspace.id) as session:
        connection = await session.connection()
        for table in ("messages", "conversations", "drafts", "turns", "contacts", "events", "contact_events"):
            rows = await connection.exec_driver_sql(f"select to_jsonb(t)::text from {table} t")
            found += [row[0] for row in rows]
    return "\n".join(found)


def texts(customer: Customer) -> list[str]:
    return [e["data"]["text"] for e in customer.events() if e["type"] == "message.created"]


@pytest.mark.parametrize("number", [CARD, BARE, CARD.replace(" ", "-"), "3714 496353 98431", "5425 2334 3010 9903"])
def test_a_card_written_in_the_chat_is_masked_before_it_is_stored(workspace: Workspace, number: str) -> None:
    customer = workspace.customer()
    customer.say(f"Mi tarjeta es {number}, caduca 09/27")
    assert texts(customer)[0] == f"Mi tarjeta es {MASK}, caduca 09/27"
    assert number not in stored(workspace)


def test_a_card_sent_over_the_socket_is_masked(workspace: Workspace) -> None:
    customer = workspace.customer()
    address = workspace.server.url.replace("http", "ws") + "/api/v1/chat/socket?after=0"
    with connect(address, subprotocols=[f"bearer.{customer.token}"]) as socket:  # pyright: ignore[reportArgumentType]
        socket.send(json.dumps({"type": "message", "client_id": str(uuid4()), "text": f"card {CARD}"}))
        customer.await_message("contact")
    assert CARD not in stored(workspace)
    assert MASK in stored(workspace)


def test_a_card_beside_the_wish_for_a_person_is_masked(workspace: Workspace) -> None:
    customer = workspace.customer()
    customer.say(f"Quiero hablar con una persona, mi tarjeta es {BARE}")
    assert customer.await_event(lambda e: e["data"].get("holder") == "queue")
    assert BARE not in stored(workspace)


def test_a_repeat_of_a_message_with_a_card_is_still_known_as_one(workspace: Workspace) -> None:
    customer, client_id = workspace.customer(), uuid4()
    first = customer.write(f"pagué con {BARE}", client_id=client_id)
    again = customer.write(f"pagué con {BARE}", client_id=client_id)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert customer.write("otra cosa", client_id=client_id).status_code == 409


def test_what_agents_write_is_masked_too(workspace: Workspace) -> None:
    customer = workspace.customer()
    conversation = customer.say("hola")["conversation_id"]
    agent = workspace.member()
    base = f"/api/v1/conversations/{conversation}"
    for private in (True, False):
        body = {"client_id": str(uuid4()), "text": f"anoto {CARD}", "private": private}
        assert agent.client.post(f"{base}/messages", json=body).status_code == 201
        assert agent.client.post(f"{base}/messages", json=body).status_code == 200
    agent.client.put(f"{base}/draft", json={"text": f"borrador {CARD}", "private": False}).raise_for_status()
    contact = f"/api/v1/contacts/{customer.contact_id}"
    agent.client.patch(contact, json={"attributes": {"pago": CARD}}).raise_for_status()
    kept = stored(workspace)
    assert "anoto" in kept
    assert "borrador" in kept
    assert CARD not in kept


def test_every_one_of_several_customers_is_masked(workspace: Workspace) -> None:
    customers = [workspace.customer() for _ in range(4)]
    for number, customer in enumerate(customers * 3):
        assert customer.write(f"{number}: {BARE}").status_code == 201
    assert BARE not in stored(workspace)


@pytest.mark.parametrize(
    "text",
    [
        "EAN 8412345678905",
        "pedido 4587221-B",
        "tracking 4003 0012 3456 7891",
        "IMEI 352099001761481",
        "factura 2026/000123",
        "+34 612 345 678",
        "ES91 2100 0418 4502 0005 1332",
        "7f3a2210-44b1-4c1e-9d21-aa03bb12cc90",
        "Son 1.234.567.890.123.456 pesos",
        "",
    ],
)
def test_other_long_numbers_are_left_alone(text: str) -> None:
    assert mask_cards(text) == text
    assert not has_card(text)


@pytest.mark.parametrize(
    "text",
    ["tarjeta 4539148803436460", "my card 5412 7512 3412 3450 was declined", "4111 1111 1111 1111 09 27 123", "cvv 123, 3712 345678 95002"],
)  # fmt: skip
def test_a_mistyped_card_is_one_where_it_is_called_so(text: str) -> None:
    assert MASK in mask_cards(text)


def test_masked_text_stays_as_it_is_and_still_tells_of_the_card() -> None:
    masked = mask_cards(f"a {CARD} b {BARE}")
    assert masked == f"a {MASK} b {MASK}"
    assert mask_cards(masked) == masked
    assert has_card(masked)
    assert find_cards(masked) == []
