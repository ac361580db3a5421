"""The lists of conversations: what is in each, in which order, page by page, and what a search finds."""

from collections.abc import Callable
from uuid import UUID, uuid4

import httpx
import pytest

from relevo.contacts.actions import add_identity
from relevo.contacts.tables import Contact
from tests.people import Workspace


def views(client: httpx.Client) -> dict[str, list[str]]:
    names = ("mine", "unassigned", "waiting", "all", "resolved", "snoozed")
    return {view: [c["id"] for c in listed(client, view=view)] for view in names}


def listed(client: httpx.Client, **query: str) -> list[dict[str, str]]:
    return client.get("/api/v1/conversations", params=query).raise_for_status().json()["conversations"]


def test_every_view_holds_what_its_name_says(workspace: Workspace) -> None:
    agent = workspace.member()
    with_assistant = workspace.customer().say("hola")["conversation_id"]
    queued, mine, resolved, snoozed = (
        workspace.customer().say("una persona, por favor")["conversation_id"] for _ in range(4)
    )
    for conversation in (mine, resolved, snoozed):
        agent.client.post(f"/api/v1/conversations/{conversation}/assign", json={}).raise_for_status()
    agent.client.post(f"/api/v1/conversations/{resolved}/resolve", json={}).raise_for_status()
    agent.client.post(
        f"/api/v1/conversations/{snoozed}/snooze", json={"until": "2100-01-01T00:00:00Z"}
    ).raise_for_status()

    found = views(agent.client)
    assert found["mine"] == [mine]
    assert found["unassigned"] == [queued]
    assert found["waiting"] == [queued, mine]  # the longest wait first
    assert set(found["all"]) == {with_assistant, queued, mine}
    assert (found["resolved"], found["snoozed"]) == ([resolved], [snoozed])
    counts = agent.client.get("/api/v1/conversations/counts").json()
    assert counts == {"mine": 1, "unassigned": 1, "waiting": 2, "all": 3, "snoozed": 1, "resolved": None}


def test_pages_follow_each_other_without_gaps_or_repeats(workspace: Workspace) -> None:
    program = workspace.program()
    made = [workspace.customer().say(f"hola {n}")["conversation_id"] for n in range(7)]
    seen: list[str] = []
    cursor: str | None = None
    while True:
        query = {"limit": "3", "view": "all", **({"cursor": cursor} if cursor else {})}
        page = program.get("/api/v1/conversations", params=query).json()
        seen += [c["id"] for c in page["conversations"]]
        if not (cursor := page["next"]):
            break
    assert len(seen) == len(set(seen)) == 7
    assert set(seen) == set(made)


def test_a_cursor_that_is_not_ours_is_refused(workspace: Workspace) -> None:
    for cursor in ("x", "AAAA", "MjAyNi0wMS0wMQ"):
        assert workspace.program().get("/api/v1/conversations", params={"cursor": cursor}).status_code == 422


@pytest.mark.parametrize(
    "words", ["tostadora", "TOSTADORA", "cafetéra", "cafetera", "Lucía", "lucia", "lucia@example.com"]
)
def test_a_search_finds_words_names_and_addresses_without_minding_accents(workspace: Workspace, words: str) -> None:
    program, customer = workspace.program(), workspace.customer()
    found = customer.say("Mi tostadora y mi cafetera no funcionan")["conversation_id"]
    workspace.customer().say("otra cosa")
    program.patch(f"/api/v1/contacts/{customer.contact_id}", json={"name": "Lucía Pérez"}).raise_for_status()

    async def know() -> None:
        async with workspace.server.platform.db.transaction(workspace.id) as session:
            contact = await session.get_one(Contact, UUID(customer.contact_id))
            await add_identity(session, contact, kind="email", value="lucia@example.com", verified=False)

    workspace.server.run(know())
    assert [c["id"] for c in listed(program, q=words)] == [found]
    assert listed(program, q="%") == []
    assert listed(program, q="nadie ha dicho esto") == []


def test_a_search_sees_no_other_workspace(workspace: Workspace, new_workspace: Callable[[], Workspace]) -> None:
    word = f"canario{uuid4().hex[:8]}"
    workspace.customer().say(f"secreto {word}")
    assert listed(new_workspace().program(), q=word) == []
    assert len(listed(workspace.program(), q=word)) == 1
