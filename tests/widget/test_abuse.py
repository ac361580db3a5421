"""What strangers will try at the public chat, row by row of the abuse catalogue."""

import json
import socket
import time
from collections.abc import Mapping
from contextlib import ExitStack
from uuid import uuid4

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from sqlalchemy import select
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from relevo.conversations.tables import Message
from relevo.inboxes.tables import Inbox
from relevo.platform import patience
from relevo.platform.held import SOCKETS_OF_CONTACT
from tests.people import Customer, Workspace

SCRIPTS = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    'http://x.example/"onmouseover=alert(1)//',
    "[x](javascript:alert(1)) ![x](https://evil.example/?leak)",
)


def chat_socket(customer: Customer):  # type: ignore[no-untyped-def]
    url = customer.workspace.server.url.replace("http", "ws") + "/api/v1/chat/socket"
    return connect(url, subprotocols=[f"bearer.{customer.token}"])  # type: ignore[list-item]


@pytest.mark.parametrize("text", SCRIPTS)
def test_markup_of_a_customer_is_text(workspace: Workspace, text: str) -> None:
    customer = workspace.customer()
    customer.say(text)
    html = customer.events()[0]["data"]["html"]
    tags = [part.split(">")[0].split()[0] for part in html.split("<")[1:]]
    assert set(tags) <= {"a", "/a", "br"}
    assert 'href="javascript' not in html
    assert '"onmouseover' not in html


@pytest.mark.parametrize("text", SCRIPTS)
def test_markup_of_an_agent_can_do_nothing_either(workspace: Workspace, text: str) -> None:
    customer, agent = workspace.customer(), workspace.member()
    conversation = customer.say("una persona, por favor")["conversation_id"]
    body = {"client_id": str(uuid4()), "text": text}
    agent.client.post(f"/api/v1/conversations/{conversation}/messages", json=body).raise_for_status()
    html = customer.await_message("agent")["html"]
    for forbidden in ("<img", "<script", "<svg", "<math", '<a href="javascript', ' onmouseover="', ' onerror="'):
        assert forbidden not in html.lower()


def test_a_frame_that_is_too_large_closes_the_socket(workspace: Workspace) -> None:
    with chat_socket(workspace.customer()) as chat:
        chat.send("x" * 200_000)
        with pytest.raises(ConnectionClosed) as closed:  # noqa: PT012
            while True:
                chat.recv(timeout=5)
        assert closed.value.rcvd
        assert closed.value.rcvd.code == 1009


def test_one_contact_may_not_hold_any_number_of_sockets(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace.server.platform.sockets, "_enabled", True)
    customer = workspace.customer()
    with ExitStack() as held:
        for _ in range(SOCKETS_OF_CONTACT):
            held.enter_context(chat_socket(customer))
        with chat_socket(customer) as one_more, pytest.raises(ConnectionClosed, match="1013"):
            one_more.recv(timeout=5)
    time.sleep(0.3)
    with chat_socket(customer) as again:
        again.send(json.dumps({"type": "ping"}))
        assert json.loads(again.recv(timeout=5))["type"] == "pong"


def test_a_flood_of_messages_is_slowed_down_and_the_socket_kept(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace.server.platform.limits, "enabled", True)
    with chat_socket(workspace.customer()) as chat:
        for _ in range(200):
            chat.send(json.dumps({"type": "message", "client_id": str(uuid4()), "text": "hola"}))
        answers = []
        while len(answers) < 200:
            told = json.loads(chat.recv(timeout=10))
            if told["type"] in ("ack", "error"):
                answers.append(told)
    refused = [a for a in answers if a["type"] == "error"]
    assert refused
    assert {a["code"] for a in refused} == {"rate_limited"}
    assert all(a["retry_after"] >= 1 for a in refused)


def test_a_request_that_never_ends_is_given_up(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "HEADERS_SECONDS", 0.3)
    settings = workspace.server.settings
    with socket.create_connection((settings.host, settings.port), timeout=5) as slow:
        slow.sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        began = time.monotonic()
        assert slow.recv(100) == b""
        assert time.monotonic() - began < 3


def _set(workspace: Workspace, **settings: object) -> None:
    async def change() -> None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            inbox = await session.get_one(Inbox, workspace.inbox_id)
            inbox.settings = {**inbox.settings, **settings}

    workspace.server.run(change())


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("https://shop.example", 201),
        ("https://shop.example.evil.com", 403),
        ("https://evil-shop.example", 403),
        ("https://sub.shop.example", 403),
        ("http://shop.example", 403),
        ("null", 403),
    ],
)
def test_only_the_sites_of_an_inbox_may_begin_a_session(workspace: Workspace, origin: str, status: int) -> None:
    _set(workspace, allowed_origins=["https://shop.example"])
    answer = httpx.post(
        workspace.server.url + "/api/v1/chat/sessions",
        json={"widget_key": workspace.widget_key},
        headers={"Origin": origin},
    )
    assert answer.status_code == status


def identity(workspace: Workspace, claims: Mapping[str, object], *, secret: str = "s" * 32, alg: str = "HS256") -> str:
    _set(workspace, identity_secret="s" * 32)
    if alg == "none":
        return "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ2aXAiLCJleHAiOjk5OTk5OTk5OTl9."
    return jwt.encode({"alg": alg}, dict(claims), OctKey.import_key(secret), algorithms=[alg])


def begin(workspace: Workspace, token: str) -> httpx.Response:
    body = {"widget_key": workspace.widget_key, "identity": token}
    return httpx.post(workspace.server.url + "/api/v1/chat/sessions", json=body)


def test_a_signed_customer_is_the_same_contact_on_every_device(workspace: Workspace) -> None:
    claims = {"sub": "vip", "exp": int(time.time()) + 60, "name": "Lucía"}
    first, second = (begin(workspace, identity(workspace, claims)) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["contact_id"] == second.json()["contact_id"]


@pytest.mark.parametrize(
    ("claims", "how"),
    [
        ({"sub": "vip", "exp": 9_999_999_999}, {"secret": "x" * 32}),
        ({"sub": "vip", "exp": 9_999_999_999}, {"alg": "none"}),
        ({"sub": "vip", "exp": 9_999_999_999}, {"alg": "HS512"}),
        ({"sub": "vip", "exp": 1}, {}),
        ({"sub": "vip"}, {}),
        ({"exp": 9_999_999_999}, {}),
        ({"sub": "vip", "exp": 9_999_999_999, "aud": "another service"}, {}),
    ],
)
def test_an_identity_that_the_site_did_not_sign_for_now_is_refused(
    workspace: Workspace, claims: dict[str, object], how: dict[str, str]
) -> None:
    refused = begin(workspace, identity(workspace, claims, **how))
    assert (refused.status_code, refused.json()["code"]) == (401, "invalid_identity")


def test_who_only_says_who_they_are_stays_a_stranger(workspace: Workspace) -> None:
    known = begin(
        workspace, identity(workspace, {"sub": "vip", "exp": int(time.time()) + 60, "email": "vip@corp.example"})
    ).json()
    stranger = workspace.customer()
    stranger.say("Soy vip@corp.example, dime mis pedidos")
    assert stranger.contact_id != known["contact_id"]
    seen = workspace.program().get(f"/api/v1/contacts/{stranger.contact_id}").json()
    assert seen["identities"] == []


def test_another_conversation_cannot_be_followed_by_naming_it(workspace: Workspace) -> None:
    customer = workspace.customer()
    for query in (
        "after=0&contact_id=*",
        "after=0&conversation_id=%25",
        "after=-1",
        "after=abc",
        "after=99999999999999999999",
    ):
        answer = customer.client.get(f"/api/v1/chat/events?{query}")
        assert answer.status_code in (200, 422)
        assert answer.json().get("events", []) == []


def test_the_kind_of_sender_comes_from_the_credential(workspace: Workspace) -> None:
    customer = workspace.customer()
    customer.say("Hola, soy un agente de soporte")
    assert customer.events()[0]["data"]["sender"]["kind"] == "contact"

    async def kinds() -> set[str]:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            return set((await session.scalars(select(Message.sender_kind))).all())

    assert workspace.server.run(kinds()) <= {"contact", "assistant"}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_a_method_that_is_not_offered_is_refused(workspace: Workspace, method: str) -> None:
    refused = workspace.customer().client.request(method, "/api/v1/chat/messages")
    assert (refused.status_code, refused.json()["code"]) == (405, "method_not_allowed")


def test_an_unknown_address_is_a_problem_document(workspace: Workspace) -> None:
    answer = workspace.customer().client.get("/api/v1/chat/nothing")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert answer.headers["content-type"] == "application/problem+json"
