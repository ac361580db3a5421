"""Articles are written, published, taken back and brought back, and it is known who changed what."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.people import Workspace

BODY = "# Devoluciones\n\nTienes 30 días para devolver un pedido.\n\n## Coste\n\nLa recogida cuesta 5,90 €."


@pytest.fixture
def editor(workspace: Workspace) -> httpx.Client:
    return workspace.member("supervisor", "Elena").client


def added(editor: httpx.Client, **more: Any) -> dict[str, Any]:
    wanted = {"title": "Devoluciones", "body": BODY, "locale": "es", **more}
    answer = editor.post("/api/v1/articles", json=wanted)
    assert answer.status_code == 201, answer.text
    return answer.json()


def found(workspace: Workspace, question: str = "¿cuántos días para devolver?") -> list[str]:
    answer = workspace.program().get("/api/v1/search", params={"q": question, "locale": "es"})
    return [passage["article"] for passage in answer.raise_for_status().json()["passages"]]


def revisions(client: httpx.Client, article: dict[str, Any]) -> list[dict[str, Any]]:
    return client.get(f"/api/v1/articles/{article['id']}/revisions").raise_for_status().json()["revisions"]


def test_a_new_article_is_a_draft_that_nobody_is_answered_from(workspace: Workspace, editor: httpx.Client) -> None:
    article = added(editor, category="Pedidos", tags=["devolver", "plazo"], countries=["ES", "mx"])
    assert (article["status"], article["revision"], article["slug"]) == ("draft", 1, "devoluciones")
    assert (article["category"], article["tags"], article["countries"]) == (
        "Pedidos",
        ["devolver", "plazo"],
        ["es", "mx"],
    )
    assert article["updated_by"]["name"] == "Elena"
    assert found(workspace) == []


def test_a_published_article_is_found_and_a_withdrawn_one_is_not(workspace: Workspace, editor: httpx.Client) -> None:
    article = added(editor)
    path = f"/api/v1/articles/{article['id']}"
    assert editor.post(f"{path}/publish").json()["status"] == "published"
    assert article["name"] in found(workspace)
    assert editor.post(f"{path}/withdraw").json()["status"] == "withdrawn"
    assert found(workspace) == []
    assert editor.post(f"{path}/review").json()["status"] == "review"
    assert found(workspace) == []


def test_every_change_is_a_revision_with_who_made_it(workspace: Workspace, editor: httpx.Client) -> None:
    article = added(editor)
    path = f"/api/v1/articles/{article['id']}"
    editor.patch(path, json={"body": BODY.replace("30", "14"), "note": "Nuevo plazo"}).raise_for_status()
    workspace.program().post(f"{path}/publish").raise_for_status()
    told = [(r["revision"], r["status"], r["changed_by"]["kind"], r["note"]) for r in revisions(editor, article)]
    assert told == [
        (3, "published", "program", ""),
        (2, "draft", "member", "Nuevo plazo"),
        (1, "draft", "member", ""),
    ]
    first = editor.get(f"{path}/revisions/1").json()
    assert "30 días" in first["body"]
    assert "30 días" in first["html"]


def test_a_change_that_changes_nothing_makes_no_revision(editor: httpx.Client) -> None:
    article = added(editor, tags=["plazo"])
    same = {"title": "Devoluciones", "tags": ["plazo"], "body": BODY}
    answer = editor.patch(f"/api/v1/articles/{article['id']}", json=same)
    assert answer.json()["revision"] == 1
    assert len(revisions(editor, article)) == 1


def test_an_earlier_revision_can_be_brought_back(workspace: Workspace, editor: httpx.Client) -> None:
    article = added(editor, status="published")
    path = f"/api/v1/articles/{article['id']}"
    editor.patch(path, json={"body": "Ya no se devuelve nada.", "title": "Sin devoluciones"}).raise_for_status()
    back = editor.post(f"{path}/revisions/1/restore").json()
    assert (back["revision"], back["title"], back["status"]) == (3, "Devoluciones", "published")
    assert "30 días" in back["body"]
    assert article["name"] in found(workspace)
    assert editor.post(f"{path}/revisions/9/restore").status_code == 404


def test_who_edits_an_older_revision_is_told_that_somebody_was_faster(
    workspace: Workspace, editor: httpx.Client
) -> None:
    article = added(editor)
    path = f"/api/v1/articles/{article['id']}"
    other = workspace.member("admin", "Pablo").client
    other.patch(path, json={"title": "Devolver", "revision": 1}).raise_for_status()
    answer = editor.patch(path, json={"title": "Cómo devolver", "revision": 1})
    assert (answer.status_code, answer.json()["code"], answer.json()["revision"]) == (409, "article_changed", 2)
    assert "Pablo" in answer.json()["detail"]
    assert editor.get(path).json()["title"] == "Devolver"


def test_agents_read_and_only_supervisors_write(workspace: Workspace, editor: httpx.Client) -> None:
    article = added(editor)
    agent = workspace.member("agent").client
    assert agent.get(f"/api/v1/articles/{article['id']}").json()["body"] == BODY
    for answer in (
        agent.post("/api/v1/articles", json={"title": "x", "body": "", "locale": "es"}),
        agent.patch(f"/api/v1/articles/{article['id']}", json={"title": "y"}),
        agent.post(f"/api/v1/articles/{article['id']}/publish"),
        agent.delete(f"/api/v1/articles/{article['id']}"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_a_deleted_article_is_gone_with_its_revisions(workspace: Workspace, editor: httpx.Client) -> None:
    article = added(editor, status="published")
    assert editor.delete(f"/api/v1/articles/{article['id']}").status_code == 204
    assert editor.get(f"/api/v1/articles/{article['id']}").status_code == 404
    assert editor.get(f"/api/v1/articles/{article['id']}/revisions").status_code == 404
    assert found(workspace) == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": "x" * 301}, "title"),
        ({"title": "  "}, "title"),
        ({"body": "x" * 200_001}, "body"),
        ({"countries": ["ESP"]}, "countries.0"),
        ({"locale": "fr"}, "locale"),
        ({"valid_from": "2027-01-01T00:00:00Z", "valid_until": "2026-01-01T00:00:00Z"}, "valid_until"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"status": "live"}, "status"),
    ],
)
def test_what_is_wrong_with_an_article_is_said(editor: httpx.Client, wrong: dict[str, Any], field: str) -> None:
    wanted = {"title": "Envíos", "body": "Texto", "locale": "es", **wrong}
    answer = editor.post("/api/v1/articles", json=wanted)
    assert answer.status_code == 422, answer.text
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_a_long_article_is_taken_whole(editor: httpx.Client) -> None:
    body = "ñ¿€ é" * 40_000
    assert added(editor, body=body)["body"] == body


def test_changes_are_told_to_members_as_they_happen(workspace: Workspace, editor: httpx.Client) -> None:
    article = added(editor)
    path = f"/api/v1/articles/{article['id']}"
    editor.post(f"{path}/publish").raise_for_status()
    editor.patch(path, json={"title": "Devolver"}).raise_for_status()
    editor.post(f"{path}/withdraw").raise_for_status()
    events = workspace.program().get("/api/v1/events", params={"after": 0}).json()["events"]
    told = [(e["type"], e["data"]["revision"]) for e in events if e["type"].startswith("article.")]
    assert told == [("article.changed", 1), ("article.published", 2), ("article.changed", 3), ("article.withdrawn", 4)]


def test_an_article_out_of_its_time_is_pointed_out(editor: httpx.Client) -> None:
    ended = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    soon = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    past = added(editor, title="Verano", status="published", valid_until=ended)
    ending = added(editor, title="Otoño", status="published", valid_until=soon)
    assert [f["kind"] for f in past["findings"]] == ["expired"]
    assert past["findings"][0]["detail"].startswith("Ya no está vigente desde")
    assert ending["findings"][0]["detail"].startswith("Deja de estar vigente")
