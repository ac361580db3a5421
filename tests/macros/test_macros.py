"""Macros are written by supervisors, read by everybody, and seen by no other workspace."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.people import Workspace


def test_a_macro_is_written_changed_and_removed(workspace: Workspace) -> None:
    supervisor = workspace.member("supervisor").client
    wanted = {
        "name": "Devolución", "locale": "es", "text": "Hola, {{contact.name}}:", "actions": {"tag": "devolución", "resolve": True},
    }  # fmt: skip
    made = supervisor.post("/api/v1/macros", json=wanted)
    assert made.status_code == 201
    macro = made.json()
    everything = {"resolve": True, "tag": "devolución", "assign_me": None, "snooze_hours": None}
    assert macro == {"id": macro["id"], **wanted, "actions": everything}
    path = f"/api/v1/macros/{macro['id']}"
    changed = supervisor.patch(path, json={"locale": None, "actions": {"snooze_hours": 24}}).json()
    assert (changed["name"], changed["text"], changed["locale"]) == ("Devolución", "Hola, {{contact.name}}:", None)
    assert {name: value for name, value in changed["actions"].items() if value} == {"snooze_hours": 24}
    assert workspace.member().client.get("/api/v1/macros").json() == {"macros": [changed]}
    assert supervisor.delete(path).status_code == 204
    assert supervisor.get("/api/v1/macros").json() == {"macros": []}
    assert supervisor.delete(path).status_code == 404


def test_macros_are_in_the_order_of_their_names(workspace: Workspace) -> None:
    program = workspace.program()
    for name in ("b", "a", "c"):
        program.post("/api/v1/macros", json={"name": name, "text": "x"}).raise_for_status()
    assert [macro["name"] for macro in program.get("/api/v1/macros").json()["macros"]] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "macro",
    [{"name": "", "text": "x"}, {"name": "x"}, {"name": "x", "text": " \n"}, {"name": "x", "text": "x" * 8001},
     {"name": "x", "text": "x", "locale": "fr"}, {"name": "x", "actions": {"delete_everything": True}},
     {"name": "x", "actions": {"snooze_hours": 0}}, {"name": "x", "text": "x", "id": "y"}, {"name": "x", "actions": {"resolve": False}}],
)  # fmt: skip
def test_a_macro_that_makes_no_sense_is_refused(workspace: Workspace, macro: dict[str, Any]) -> None:
    assert workspace.program().post("/api/v1/macros", json=macro).status_code == 422


def test_an_agent_writes_no_macros(workspace: Workspace) -> None:
    assert workspace.member().client.post("/api/v1/macros", json={"name": "x", "text": "x"}).status_code == 403


def test_another_workspace_sees_none_of_them(new_workspace: Callable[..., Workspace]) -> None:
    mine, theirs = new_workspace(), new_workspace()
    theirs.program().post("/api/v1/macros", json={"name": "Secreta", "text": "x"}).raise_for_status()
    assert mine.program().get("/api/v1/macros").json() == {"macros": []}
