"""Which gaps come first, what members are told live, and what goes with a conversation."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text

from relevo.kit.clock import now
from tests.learning.made import gap
from tests.people import Workspace


def put(workspace: Workspace, question: str, *, days_ago: int = 0, rating: int | None = None) -> str:
    """A gap with one question, asked then; the conversation is rated so. Its id."""
    sent = workspace.customer().say("Quiero hablar con una persona")

    async def make() -> UUID:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            conversation_id = UUID(sent["conversation_id"])
            made = await gap(session, conversation_id, text=question, at=now() - timedelta(days=days_ago))
            if rating:
                rated = text("update conversations set rating_score = :rating where id = :id")
                await session.execute(rated, {"rating": rating, "id": conversation_id})
            return made

    return str(workspace.server.run(make()))


def gaps(workspace: Workspace) -> list[dict[str, Any]]:
    return workspace.program().get("/api/v1/gaps").raise_for_status().json()["gaps"]


def test_what_was_asked_lately_and_ended_badly_goes_first(workspace: Workspace) -> None:
    old = put(workspace, "¿Vendéis tazas?", days_ago=40)
    fresh = put(workspace, "¿Hay visitas a la fábrica?")
    bad = put(workspace, "¿Alquiláis cafeteras?", rating=1)
    found = gaps(workspace)
    assert [one["id"] for one in found] == [bad, fresh, old]
    assert found[0]["ended"] == {"resolved": 0, "rated_low": 1, "repeated": 0}


def test_members_are_told_when_a_gap_changes(workspace: Workspace) -> None:
    one = put(workspace, "¿Vendéis tazas?")
    program = workspace.program()
    before = program.get("/api/v1/events").json()["last"]
    program.post(f"/api/v1/gaps/{one}/dismiss").raise_for_status()
    events = program.get("/api/v1/events", params={"after": before}).json()["events"]
    told = [event["data"] for event in events if event["type"] == "gap.updated"]
    assert told == [{"gap_id": one, "state": "dismissed"}]


def test_a_question_goes_with_its_conversation(workspace: Workspace) -> None:
    put(workspace, "¿Vendéis tazas?")
    conversation = gaps(workspace)[0]["questions"][0]["conversation_id"]

    async def erase() -> None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            await session.execute(text("delete from conversations where id = :id"), {"id": conversation})

    workspace.server.run(erase())
    assert gaps(workspace) == []  # without a question there is nothing to show


def test_nobody_answered_yet_so_the_draft_is_empty(workspace: Workspace) -> None:
    one = put(workspace, "vendéis tazas?")
    drafted = workspace.program().post(f"/api/v1/gaps/{one}/draft").raise_for_status().json()
    assert drafted["article"] == {"id": drafted["article"]["id"], "title": "¿Vendéis tazas?", "status": "draft"}
    assert drafted["sentences"] == []
