"""A customer's message: stored once, answered with its number, refused where it cannot be right."""

from uuid import uuid4

import pytest

from tests.people import Workspace


def test_a_message_is_acknowledged_with_its_number_and_conversation(workspace: Workspace) -> None:
    customer = workspace.customer()
    first, second = customer.say("hola"), customer.say("¿hay alguien?")
    assert (first["seq"], second["seq"]) == (1, 3)  # number 2 told that the conversation had begun
    assert first["conversation_id"] == second["conversation_id"]


def test_the_same_client_id_again_stores_nothing_new(workspace: Workspace) -> None:
    customer, client_id = workspace.customer(), uuid4()
    first = customer.write("hola", client_id=client_id)
    again = customer.write("hola", client_id=client_id)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert [e["type"] for e in customer.events()].count("message.created") == 1


def test_the_same_client_id_with_another_text_is_a_conflict(workspace: Workspace) -> None:
    customer, client_id = workspace.customer(), uuid4()
    customer.write("hola", client_id=client_id)
    refused = customer.write("adiós", client_id=client_id)
    assert refused.status_code == 409
    assert refused.json()["code"] == "client_id_reused"
    assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"client_id": "x", "text": "hola"}, 422, "invalid"),
        ({"text": "hola"}, 422, "invalid"),
        ({"client_id": str(uuid4()), "text": "hola", "seq": 7}, 422, "invalid"),
        ({"client_id": str(uuid4()), "text": "hola", "sender_kind": "agent"}, 422, "invalid"),
        ({"client_id": str(uuid4()), "text": "hola", "workspace_id": str(uuid4())}, 422, "invalid"),
        ({"client_id": str(uuid4()), "text": "   "}, 422, "invalid"),
        ({"client_id": str(uuid4()), "text": "a\x00b"}, 400, "invalid_text"),
        ({"client_id": str(uuid4()), "text": "x" * 8001}, 413, "too_large"),
        ({"client_id": str(uuid4()), "text": "hola", "attachments": [str(uuid4())]}, 422, "unknown_attachment"),
    ],
)
def test_what_cannot_be_a_message_is_refused_with_a_code(
    workspace: Workspace, body: object, status: int, code: str
) -> None:
    customer = workspace.customer()
    refused = customer.client.post("/api/v1/chat/messages", json=body)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert customer.events() == []


@pytest.mark.parametrize("raw", [b"{", b'{"client_id": "\xff"}', b'{"text": "\\ud800"}', b"[]", b""])
def test_a_body_that_is_no_json_object_is_refused(workspace: Workspace, raw: bytes) -> None:
    customer = workspace.customer()
    refused = customer.client.post("/api/v1/chat/messages", content=raw)
    assert refused.status_code in (400, 422)
    assert refused.json()["code"] in ("invalid_json", "invalid")


def test_a_body_of_a_megabyte_is_refused_before_it_is_read(workspace: Workspace) -> None:
    refused = workspace.customer().write("x" * 1_000_000)
    assert refused.status_code == 413


def test_text_keeps_its_accents_and_loses_what_disguises_it(workspace: Workspace) -> None:
    customer = workspace.customer()
    customer.say("nin\u0303o \u202egnp.exe\u202c fin\u200bal " + "Z" + "\u0301" * 40)
    text = customer.events()[0]["data"]["text"]
    assert text.startswith("niño gnp.exe final Ź")
    assert text.count("\u0301") <= 4


@pytest.mark.parametrize("token", ["x", "A" * 130])
def test_a_token_that_is_not_ours_opens_nothing(workspace: Workspace, token: str) -> None:
    customer = workspace.customer()
    customer.client.headers["Authorization"] = f"Bearer {token}"
    assert customer.write("hola").status_code == 401
    assert customer.client.get("/api/v1/chat/events").status_code == 401


def test_a_token_is_refused_on_another_site_than_its_own(workspace: Workspace) -> None:
    session = {"widget_key": workspace.widget_key}
    client = workspace.customer().client
    token = client.post("/api/v1/chat/sessions", json=session, headers={"Origin": "https://shop.example"}).json()[
        "token"
    ]
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/v1/chat/events", headers={**headers, "Origin": "https://shop.example"}).status_code == 200
    assert (
        client.get("/api/v1/chat/events", headers={**headers, "Origin": "https://shop.example.evil"}).status_code == 401
    )


def test_one_customer_never_sees_another_ones_conversation(workspace: Workspace) -> None:
    customer, stranger = workspace.customer(), workspace.customer()
    conversation = customer.say("mi secreto")["conversation_id"]
    assert stranger.events() == []
    assert stranger.client.get("/api/v1/chat/messages").json()["messages"] == []
    rated = stranger.client.post("/api/v1/chat/rating", json={"conversation_id": conversation, "score": 1})
    assert rated.status_code == 404
