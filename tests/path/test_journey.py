"""The customer's whole path through the public interfaces: question, sourced answer, person, agent, end, rating."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from websockets.sync.client import ClientConnection, connect

from relevo.knowledge.files import add_path
from tests.people import Workspace

SHIPPING = {
    "envios.md": "# Envíos: plazos y precios\n\n## Península\n\nEl envío estándar tarda de 3 a 5 días laborables y cuesta 4,90 €.\n\n"
    "## Baleares\n\nA Baleares el envío tarda de 5 a 7 días laborables y cuesta 9,90 €.\n",
    "shipping.md": "# Shipping times and prices\n\n## Mainland\n\nStandard shipping takes 3 to 5 working days and costs €4.90.\n\n"
    "## Balearic Islands\n\nShipping to the Balearic Islands takes 5 to 7 working days and costs €9.90.\n",
}


@pytest.fixture
def shop(workspace: Workspace, tmp_path: Path) -> Workspace:
    for name, text in SHIPPING.items():
        (tmp_path / name).write_text(text)

    async def add() -> None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            await add_path(session, str(tmp_path))

    workspace.server.run(add())
    return workspace


@pytest.mark.parametrize(
    ("locale", "question", "figures", "article", "person"),
    [
        (
            "es",
            "¿Cuánto tarda y cuánto cuesta el envío a Baleares?",
            ("5 a 7", "9,90"),
            "envios.md",
            "quiero hablar con una persona",
        ),
        (
            "en",
            "How long does shipping to the Balearic Islands take and what does it cost?",
            ("5 to 7", "9.90"),
            "shipping.md",
            "a person please",
        ),
    ],
)
def test_from_the_first_question_to_the_rating(
    shop: Workspace, locale: str, question: str, figures: tuple[str, str], article: str, person: str
) -> None:
    customer, agent = shop.customer(locale), shop.member(name="Marta")

    conversation = customer.say(question)["conversation_id"]
    answer = customer.await_message("assistant")
    assert answer["outcome"] == "answer"
    assert all(figure in answer["text"] for figure in figures)
    assert [source["article"] for source in answer["sources"]] == [article]

    customer.say(person)
    assert customer.await_message("assistant")["outcome"] == "hand_off"

    path = f"/api/v1/conversations/{conversation}"
    waiting = agent.client.get("/api/v1/conversations", params={"view": "unassigned"}).json()["conversations"]
    assert [c["id"] for c in waiting] == [conversation]
    packet = agent.client.get(f"{path}/handoff").json()
    assert packet["reason"] == "requested"
    assert any(article in asked["sources"] or question in asked["question"] for asked in packet["asked"])

    agent.client.post(
        f"{path}/messages", json={"client_id": str(uuid4()), "text": "Hola, soy Marta."}
    ).raise_for_status()
    assert customer.await_message("agent")["sender"] == {
        "kind": "agent",
        "name": "Marta",
        "id": None,
        "automated": False,
    }
    customer.say("gracias")
    agent.client.post(f"{path}/resolve", json={}).raise_for_status()
    asked = customer.await_event(lambda e: e["type"] == "rating.requested")
    customer.client.post(
        "/api/v1/chat/rating", json={"conversation_id": asked["data"]["conversation_id"], "score": 5}
    ).raise_for_status()
    assert agent.client.get(path).json()["rating"]["score"] == 5


def test_what_no_article_says_is_not_answered(shop: Workspace) -> None:
    customer = shop.customer("es")
    customer.say("¿Tenéis descuento para estudiantes de arquitectura?")
    reply = customer.await_message("assistant")
    assert reply["outcome"] in ("clarify", "hand_off")
    assert reply["sources"] == []


def test_several_messages_in_a_row_get_one_answer(shop: Workspace) -> None:
    customer = shop.customer("es")
    for part in ("hola", "una pregunta", "¿cuánto cuesta el envío a Baleares?"):
        customer.say(part)
    assert "9,90" in customer.await_message("assistant")["text"]
    said = [
        e for e in customer.events() if e["type"] == "message.created" and e["data"]["sender"]["kind"] == "assistant"
    ]
    assert len(said) == 1


def test_the_assistant_says_that_it_is_an_ai(shop: Workspace) -> None:
    customer = shop.customer("es")
    customer.say("hola")
    greeting = customer.await_message("assistant")
    assert "IA" in greeting["text"]


def test_a_person_is_reached_with_the_assistant_broken(shop: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("relevo.assistant.thinking.decide", broken)
    monkeypatch.setattr("relevo.assistant.hand_over.packet_of", broken)
    customer = shop.customer("es")
    customer.say("quiero hablar con una persona")
    assert customer.await_message("assistant", seconds=2)["outcome"] == "hand_off"


def test_when_the_assistant_fails_the_customer_is_passed_on(shop: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("relevo.assistant.thinking.decide", broken)
    customer = shop.customer("es")
    customer.say("¿cuánto cuesta el envío?")
    assert customer.await_message("assistant")["outcome"] == "hand_off"
    assert customer.await_event(lambda e: e["type"] == "conversation.updated")["data"]["holder"] == "queue"


def customer_socket(shop: Workspace, token: str, after: int = 0) -> ClientConnection:
    url = shop.server.url.replace("http", "ws") + f"/api/v1/chat/socket?after={after}"
    return connect(url, subprotocols=[f"bearer.{token}"])  # type: ignore[list-item]


def agents_socket(shop: Workspace) -> ClientConnection:
    url = shop.server.url.replace("http", "ws") + "/api/v1/socket"
    return connect(url, additional_headers={"Authorization": f"Bearer {shop.api_key}"})


def receive(socket: ClientConnection, type_: str) -> dict[str, object]:
    while True:
        told = json.loads(socket.recv(timeout=10))
        if told["type"] == type_:
            return told


def test_both_sides_hear_of_each_other_over_sockets(shop: Workspace) -> None:
    customer, agent = shop.customer("es"), shop.member(name="Marta")
    with agents_socket(shop) as console, customer_socket(shop, customer.token) as chat:
        assert receive(console, "ready")
        client_id = str(uuid4())
        chat.send(json.dumps({"type": "message", "client_id": client_id, "text": "una persona, por favor"}))
        ack = receive(chat, "ack")
        assert ack["client_id"] == client_id
        heard = receive(console, "message.created")["data"]
        assert heard["message"]["text"] == "una persona, por favor"  # type: ignore[index]

        path = f"/api/v1/conversations/{ack['conversation_id']}"
        agent.client.post(f"{path}/assign", json={}).raise_for_status()
        agent.client.post(f"{path}/typing").raise_for_status()
        assert receive(chat, "typing")["data"] == {"sender": {"kind": "agent", "name": "Marta"}}
        chat.send(json.dumps({"type": "typing"}))
        assert receive(console, "typing")


def test_a_socket_goes_on_from_any_number(shop: Workspace) -> None:
    customer = shop.customer("es")
    for text in ("uno", "una persona, por favor", "tres"):
        customer.say(text)
    all_events = customer.events()
    for after in range(len(all_events)):
        with customer_socket(shop, customer.token, after) as chat:
            told = [json.loads(chat.recv(timeout=10)) for _ in all_events[after:]]
        assert [e["seq"] for e in told] == [e["seq"] for e in all_events[after:]]


def test_a_socket_without_a_valid_token_is_told_why_it_is_closed(shop: Workspace) -> None:
    with customer_socket(shop, "nonsense") as chat, pytest.raises(Exception, match="4401"):
        chat.recv(timeout=5)


def test_nonsense_on_a_socket_is_answered_and_harms_nothing(shop: Workspace) -> None:
    customer = shop.customer("es")
    with customer_socket(shop, customer.token) as chat:
        for nonsense in (
            "",
            "{",
            "[]",
            '{"type": "shout"}',
            '{"type":"message"}',
            '{"type":"rating","score":9}',
            "\\u0000",
        ):
            chat.send(nonsense)
            assert receive(chat, "error")["code"] == "invalid"
        chat.send(json.dumps({"type": "message", "client_id": str(uuid4()), "text": "x" * 9000}))
        assert receive(chat, "error")["code"] == "too_large"
        chat.send(json.dumps({"type": "message", "client_id": str(uuid4()), "text": "sigo aquí"}))
        assert receive(chat, "ack")
