"""The shop is loaded once: wholly, never twice, and never over what people have changed since."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select, text, update

from relevo.assistant.tables import Turn
from relevo.contacts.tables import Contact
from relevo.conversations.tables import ContactEvent, Conversation, Handoff, Message
from relevo.demo import credentials, load, stories
from relevo.demo.load import WORKSPACE_ID
from relevo.demo.people import PEOPLE
from relevo.demo.stories import Story
from relevo.inboxes.tables import Inbox
from relevo.knowledge.tables import Article
from relevo.macros.tables import Macro
from relevo.platform.settings import Settings
from relevo.workspaces.tables import Member, Workspace
from tests.conftest import Server, free_port

TABLES = (Member, Inbox, Macro, Article, Contact, Conversation, Message, ContactEvent, Handoff, Turn)


def quiet(what: str, count: int) -> None: ...


@pytest.fixture(scope="module")
def server(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on a database of its own: the demo is one workspace, the same in every installation."""
    own = database_url.replace("/relevo?", "/relevo_demo?")
    settings = Settings.model_validate(
        {
            "data": tmp_path_factory.mktemp("demo"),
            "database_url": own,
            "port": free_port(),
            "rate_limits": False,
            "pause_ms": 60,
        }
    )
    running = Server(settings)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def nothing_loaded(server: Server) -> None:
    async def forget() -> None:
        async with server.platform.db.transaction(WORKSPACE_ID) as session:
            for table in ("turns", "handoffs", "messages", "conversations", "contacts", "events", "passages", "articles", "macros",
                          "inboxes", "api_keys", "sign_ins", "members"):  # fmt: skip
                await session.execute(text(f"delete from {table}"))
            await session.execute(text("delete from workspaces"))

    server.run(forget())


async def counts(server: Server) -> dict[str, int]:
    async with server.platform.db.transaction(WORKSPACE_ID) as session:
        return {t.__tablename__: await session.scalar(select(func.count()).select_from(t)) or 0 for t in TABLES}


@pytest.mark.usefixtures("nothing_loaded")
def test_loading_twice_changes_nothing(server: Server) -> None:
    first = server.run(load.load(server.platform, quiet))
    there = server.run(counts(server))
    second = server.run(load.load(server.platform, quiet))
    assert first.is_new
    assert not second.is_new
    assert second.widget_key == first.widget_key
    assert server.run(counts(server)) == there
    assert there["members"] == len(PEOPLE) + 1  # and the program that the API key acts as
    assert there["contacts"] == len(stories.read_all())


@pytest.mark.usefixtures("nothing_loaded")
@pytest.mark.parametrize("after", [0, 1, 7])
def test_an_interrupted_load_is_completed_at_the_next_start(
    server: Server, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    done: list[Story] = []
    whole = load._customer

    async def customer(platform: Any, story: Story) -> None:
        if len(done) == after:
            raise ConnectionAbortedError("the power went")
        await whole(platform, story)
        done.append(story)

    monkeypatch.setattr(load, "_customer", customer)
    with pytest.raises(ConnectionAbortedError):
        server.run(load.load(server.platform, quiet))
    monkeypatch.undo()
    assert server.run(counts(server))["contacts"] == after
    assert server.run(load.load(server.platform, quiet)).is_new
    there = server.run(counts(server))
    assert there["contacts"] == len(stories.read_all())
    assert there["conversations"] == sum(len(story.talks) for story in stories.read_all())
    assert there["members"] == len(PEOPLE) + 1


@pytest.mark.usefixtures("nothing_loaded")
def test_what_people_deleted_or_changed_stays_so(server: Server) -> None:
    server.run(load.load(server.platform, quiet))

    async def change() -> None:
        async with server.platform.db.transaction(WORKSPACE_ID) as session:
            await session.execute(update(Workspace).values(name="Casa Brasa"))
            await session.execute(text("delete from contacts where name = 'Rosa Martín'"))

    async def name() -> str | None:
        async with server.platform.db.transaction(WORKSPACE_ID) as session:
            return await session.scalar(select(Workspace.name))

    server.run(change())
    server.run(load.load(server.platform, quiet))
    assert server.run(name()) == "Casa Brasa"
    assert server.run(counts(server))["contacts"] == len(stories.read_all()) - 1


@pytest.mark.usefixtures("nothing_loaded")
def test_what_each_customer_was_told_is_numbered_without_gaps(server: Server) -> None:
    server.run(load.load(server.platform, quiet))

    async def gaps() -> list[Any]:
        async with server.platform.db.transaction(WORKSPACE_ID) as session:
            rows = await session.execute(text(
                "select c.name from contacts c left join contact_events e on e.contact_id = c.id group by c.id "
                "having count(e.seq) <> c.last_seq or max(e.seq) <> c.last_seq or min(e.seq) <> 1"
            ))  # fmt: skip
            wrong = await session.execute(text(
                "select m.text from messages m left join contact_events e on e.message_id = m.id "
                "where (m.seq is null) <> (e.seq is null) or m.seq <> e.seq"
            ))  # fmt: skip
            return [*rows.all(), *wrong.all()]

    assert server.run(gaps()) == []


@pytest.mark.usefixtures("nothing_loaded")
def test_everybody_can_sign_in_and_the_key_works(server: Server) -> None:
    server.run(load.load(server.platform, quiet))
    password = credentials.password(server.settings)
    for person in PEOPLE:
        me = httpx.post(f"{server.url}/api/v1/login", json={"email": person.email, "password": password}, timeout=20)
        assert me.raise_for_status().json()["member"]["role"] == person.role
    key = credentials.api_key(server.settings, WORKSPACE_ID)
    with httpx.Client(base_url=server.url, headers={"Authorization": f"Bearer {key}"}) as program:
        found = program.get("/api/v1/conversations", params={"view": "waiting"}).raise_for_status().json()
        assert {row["holder"] for row in found["conversations"]} == {"queue", "agent"}
        queued = next(row for row in found["conversations"] if row["holder"] == "queue")
        packet = program.get(f"/api/v1/conversations/{queued['id']}/handoff").raise_for_status().json()
        assert packet["wants"]


def test_another_installation_has_another_password_and_key(tmp_path: Path) -> None:
    ours, theirs = (Settings.model_validate({"data": tmp_path / name}) for name in ("ours", "theirs"))
    assert credentials.password(ours) == credentials.password(Settings.model_validate({"data": tmp_path / "ours"}))
    assert credentials.password(ours) != credentials.password(theirs)
    assert credentials.api_key(ours, WORKSPACE_ID) != credentials.api_key(theirs, WORKSPACE_ID)
