"""What a workspace sets for itself, and its inboxes."""

from typing import Any

import httpx
import pytest

from tests.conftest import Server
from tests.people import Workspace


def test_changes_stay_and_the_rest_is_left_alone(workspace: Workspace) -> None:
    program = workspace.program()
    program.patch("/api/v1/workspace", json={"name": "Casa Lumbre"}).raise_for_status()
    program.patch("/api/v1/workspace", json={"reopen_hours": 24, "form": None}).raise_for_status()
    assert program.get("/api/v1/workspace").json() == {
        "id": str(workspace.id), "name": "Casa Lumbre", "locale": "es", "reopen_hours": 24, "form": "tu",
        "reversible_masking": True,
    }  # fmt: skip


def test_a_workspace_may_have_hidden_data_masked_for_good(workspace: Workspace) -> None:
    program = workspace.program()
    assert program.get("/api/v1/workspace").json()["reversible_masking"] is True
    assert program.patch("/api/v1/workspace", json={"reversible_masking": False}).json()["reversible_masking"] is False


@pytest.mark.parametrize(
    "change",
    [{"name": ""}, {"name": " \u200b "}, {"name": "x" * 101}, {"locale": "fr"}, {"form": "vos"}, {"reopen_hours": -1},
     {"reopen_hours": 10**9}, {"id": "x"}, {"settings": {}}, {"assistant": False}],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(workspace: Workspace, change: dict[str, Any]) -> None:
    answer = workspace.program().patch("/api/v1/workspace", json=change)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert answer.json()["errors"]


def config(server: Server, workspace: Workspace, locale: str = "es") -> dict[str, Any]:
    params = {"key": workspace.widget_key, "locale": locale}
    return httpx.get(f"{server.url}/api/v1/chat/config", params=params).raise_for_status().json()


def test_the_widget_looks_and_greets_as_its_inbox_says(server: Server, workspace: Workspace) -> None:
    change = {
        "name": "Tienda", "assistant_name": "Lumi", "theme": {"color": "#b4501e", "position": "left"},
        "greeting": {"es": "¡Hola! ¿Te ayudo?", "en": "Hi! Need a hand?"},
        "starters": {"es": ["¿Dónde está mi pedido?"]}, "privacy_url": "https://casalumbre.example/privacidad",
    }  # fmt: skip
    changed = workspace.program().patch(f"/api/v1/inboxes/{workspace.inbox_id}", json=change).raise_for_status().json()
    assert changed["theme"] == {"color": "#b4501e", "position": "left", "scheme": "auto"}
    seen = config(server, workspace)
    assert (seen["assistant_name"], seen["greeting"]) == ("Lumi", "¡Hola! ¿Te ayudo?")
    assert (seen["theme"]["color"], seen["theme"]["position"]) == ("#b4501e", "left")
    assert seen["starters"] == ["¿Dónde está mi pedido?"]
    assert config(server, workspace, "en")["greeting"] == "Hi! Need a hand?"
    workspace.program().patch(f"/api/v1/inboxes/{workspace.inbox_id}", json={"theme": None, "greeting": None})
    assert config(server, workspace)["theme"]["position"] == "right"


def test_only_the_sites_on_the_list_may_carry_the_widget(server: Server, workspace: Workspace) -> None:
    sites = {"allowed_origins": ["https://casalumbre.example/", "Tienda.Example"]}
    shown = workspace.program().patch(f"/api/v1/inboxes/{workspace.inbox_id}", json=sites).json()
    assert shown["allowed_origins"] == ["https://casalumbre.example", "tienda.example"]

    def status(origin: str) -> int:
        body = {"widget_key": workspace.widget_key}
        return httpx.post(f"{server.url}/api/v1/chat/sessions", json=body, headers={"Origin": origin}).status_code

    assert status("https://casalumbre.example") == 201
    assert status("https://tienda.example") == 201
    assert status("https://casalumbre.example.evil.example") == 403
    assert status("http://casalumbre.example") == 403


@pytest.mark.parametrize(
    "change",
    [{"theme": {"color": "red;}body{display:none"}}, {"theme": {"position": "top"}}, {"privacy_url": "javascript:alert(1)"},
     {"allowed_origins": ["https://a.example/path"]}, {"allowed_origins": [""]}, {"greeting": {"fr": "Salut"}},
     {"greeting": {"es": "x" * 501}}, {"starters": {"es": ["x"] * 7}}, {"identity_secret": "short"}, {"widget_key": "wk_x"}],
)  # fmt: skip
def test_an_inbox_takes_no_nonsense(workspace: Workspace, change: dict[str, Any]) -> None:
    answer = workspace.program().patch(f"/api/v1/inboxes/{workspace.inbox_id}", json=change)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_the_secret_that_signs_identities_is_never_shown(workspace: Workspace) -> None:
    secret = "s" * 40
    program = workspace.program()
    changed = program.patch(f"/api/v1/inboxes/{workspace.inbox_id}", json={"identity_secret": secret})
    assert changed.json()["verifies_identities"] is True
    assert secret not in changed.text + program.get("/api/v1/inboxes").text


@pytest.mark.parametrize(
    "query",
    ["limit=1000000000", "limit=0", "limit=-1", "limit=x", "cursor=%27%3B%20drop%20table", "cursor=" + "x" * 5000],
)
def test_paging_cannot_be_stretched(workspace: Workspace, query: str) -> None:
    answer = workspace.program().get(f"/api/v1/conversations?{query}")
    assert answer.status_code == 422


def test_nothing_can_be_sorted_or_filtered_by_what_is_not_offered(workspace: Workspace) -> None:
    workspace.customer().say("Hola")
    program = workspace.program()
    plain = program.get("/api/v1/conversations").content
    assert program.get("/api/v1/conversations?sort=password_hash&workspace_id=x&order=drop").content == plain
