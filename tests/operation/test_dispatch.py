"""Listeners are handed every event, in order, whatever dies in between; what cannot be handled holds up nobody."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Sequence
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from relevo.kit.errors import Unavailable
from relevo.platform import dispatch
from relevo.platform.dispatch import Handle, Happened, Listener
from relevo.platform.events import record
from relevo.platform.platform import Platform
from tests.conftest import Server
from tests.people import Workspace


class Heard:
    """What a listener was told, and by which numbers."""

    def __init__(self) -> None:
        self.type = f"test.{uuid4().hex}"
        self.numbers: list[int] = []

    def listener(self, handle: Handle | None = None) -> Listener:
        return Listener(f"of {self.type}", (self.type,), handle or self.handle)

    async def handle(self, _: Platform, __: UUID, events: Sequence[Happened]) -> None:
        self.numbers += [event.data["n"] for event in events]

    async def happen(self, workspace: Workspace, *numbers: int) -> None:
        platform = workspace.server.platform
        for number in numbers:
            async with platform.db.transaction(workspace.id) as session:
                await record(session, self.type, data={"n": number})
        platform.hub.wake(workspace.id)

    async def await_numbers(self, count: int, *, seconds: float = 10) -> None:
        async with asyncio.timeout(seconds):
            while len(set(self.numbers)) < count:
                await asyncio.sleep(0.005)


@contextlib.asynccontextmanager
async def dispatching(platform: Platform, listener: Listener) -> AsyncGenerator[None]:
    task = asyncio.create_task(dispatch.run(platform, [listener]))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "_PAUSES", (0.0, 0.01, 0.01))


def test_events_are_handed_over_in_order_and_soon(server: Server, workspace: Workspace, heard: Heard) -> None:
    async def story() -> float:
        await heard.happen(workspace, *range(5))  # before anybody listens
        async with dispatching(server.platform, heard.listener()):
            await heard.await_numbers(5)
            started = asyncio.get_running_loop().time()
            await heard.happen(workspace, 5)
            await heard.await_numbers(6)
            return asyncio.get_running_loop().time() - started

    seconds = server.run(story())
    assert heard.numbers == list(range(6))
    assert seconds < 0.8, "it was not woken but looked by itself"


def test_more_than_a_page_arrives_whole(server: Server, workspace: Workspace, heard: Heard) -> None:
    async def story() -> None:
        async with server.platform.db.transaction(workspace.id) as session:
            for number in range(2 * dispatch.PAGE + 7):
                await record(session, heard.type, data={"n": number})
        async with dispatching(server.platform, heard.listener()):
            await heard.await_numbers(2 * dispatch.PAGE + 7)

    server.run(story())
    assert heard.numbers == list(range(2 * dispatch.PAGE + 7))


def test_what_was_under_way_at_the_end_of_a_process_is_handed_over_again(
    server: Server, workspace: Workspace, heard: Heard
) -> None:
    begun = asyncio.Event()

    async def never_ends(*_: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    async def story() -> None:
        await heard.happen(workspace, 1, 2, 3)
        async with dispatching(server.platform, heard.listener(never_ends)):
            await begun.wait()
        async with dispatching(server.platform, heard.listener()):
            await heard.await_numbers(3)
        async with dispatching(server.platform, heard.listener()):
            await heard.happen(workspace, 4)
            await heard.await_numbers(4)

    server.run(story())
    assert heard.numbers == [1, 2, 3, 4], "what was done is not done again"


def test_one_process_at_a_time_serves_a_listener_and_another_takes_over(
    server: Server, workspace: Workspace, heard: Heard
) -> None:
    second = Heard()
    second.type = heard.type

    async def story() -> None:
        async with dispatching(server.platform, heard.listener()):
            await heard.happen(workspace, 1)
            await heard.await_numbers(1)
            waiting = dispatching(server.platform, second.listener())
            await waiting.__aenter__()
            await heard.happen(workspace, 2, 3)
            await heard.await_numbers(3)
            assert second.numbers == []
        await heard.happen(workspace, 4)
        await second.await_numbers(1)
        await waiting.__aexit__(None, None, None)

    server.run(story())
    assert (heard.numbers, second.numbers) == ([1, 2, 3], [4])


def test_an_event_that_cannot_be_handled_is_passed_over_and_can_be_seen(
    server: Server, workspace: Workspace, new_workspace: Callable[..., Workspace], heard: Heard
) -> None:
    other = new_workspace()
    attempts: list[int] = []

    async def handle(platform: Platform, workspace_id: UUID, events: Sequence[Happened]) -> None:
        if any(event.data["n"] == 2 for event in events):
            attempts.append(len(events))
            raise ValueError("poison")
        await heard.handle(platform, workspace_id, events)

    async def story() -> list[tuple[str, int]]:
        await heard.happen(workspace, 1, 2, 3)
        await heard.happen(other, 10, 11)
        async with dispatching(server.platform, heard.listener(handle)):
            await heard.await_numbers(4)
        async with server.platform.db.transaction(workspace.id) as session:
            query = text("select reason, seq from event_failures where listener = :name")
            rows = await session.execute(query, {"name": heard.listener().name})
            return [(row.reason, row.seq) for row in rows]

    failures = server.run(story())
    assert sorted(heard.numbers) == [1, 3, 10, 11]
    assert heard.numbers.index(1) < heard.numbers.index(3)
    assert [reason for reason, _ in failures] == ["ValueError"]
    assert attempts.count(1) == 3


def test_a_database_that_is_away_for_a_moment_costs_no_event(
    server: Server, workspace: Workspace, heard: Heard
) -> None:
    failed: list[int] = []

    async def handle(platform: Platform, workspace_id: UUID, events: Sequence[Happened]) -> None:
        if len(failed) < 5:
            failed.append(1)
            raise Unavailable
        await heard.handle(platform, workspace_id, events)

    async def story() -> int:
        await heard.happen(workspace, 1, 2)
        async with dispatching(server.platform, heard.listener(handle)):
            await heard.await_numbers(2)
        async with server.platform.db.transaction(workspace.id) as session:
            query = text("select count(*) from event_failures where listener = :name")
            return await session.scalar(query, {"name": heard.listener().name}) or 0

    assert server.run(story()) == 0, "more attempts than a poisoned event gets, and yet it is not passed over"
    assert heard.numbers == [1, 2]


def test_a_lead_whose_connection_is_cut_is_won_again(server: Server, workspace: Workspace, heard: Heard) -> None:
    async def story() -> None:
        async with dispatching(server.platform, heard.listener()):
            await heard.happen(workspace, 1)
            await heard.await_numbers(1)
            async with server.platform.db.connection() as connection:
                await connection.execute(
                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()"
                )
            await heard.happen(workspace, 2)
            await heard.await_numbers(2)

    server.run(story())
    assert set(heard.numbers) == {1, 2}
