"""What a customer and a workspace are told: everything, in order, from any point on, whoever writes at the same moment."""

import asyncio
import json
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from relevo.conversations import stream
from tests.people import Customer, Workspace

_RECORD = """
insert into events (seq, workspace_id, type) values (relevo_next_event_seq(), $1, 'contact.updated') returning seq
"""


def test_fifty_writers_at_once_leave_no_gap_and_swap_nothing(workspace: Workspace) -> None:
    customer = workspace.customer()

    def write(writer: int) -> list[int]:
        return [customer.say(f"{writer}: {number}")["seq"] for number in range(4)]

    with ThreadPoolExecutor(50) as pool:
        numbers = list(pool.map(write, range(50)))
    events = _all(customer)
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    said = {event["data"]["text"]: event["seq"] for event in events if _is_of(event, "contact")}
    for writer, seqs in enumerate(numbers):
        assert seqs == sorted(seqs)  # each waited for its answer before the next
        assert seqs == [said[f"{writer}: {number}"] for number in range(4)]
    times = [event["at"] for event in events if event["data"].get("text") in said]
    assert times == sorted(times)


def test_a_client_id_that_comes_from_everywhere_at_once_is_stored_once(workspace: Workspace) -> None:
    customer, client_id = workspace.customer(), uuid4()

    def write(_: int) -> httpx.Response:
        return customer.write("hola", client_id=client_id)

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(write, range(20)))
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    assert len({answer.text for answer in answers}) == 1
    assert [event["type"] for event in customer.events()].count("message.created") == 1


def test_many_customers_at_once_each_get_their_own_numbers(workspace: Workspace) -> None:
    customers = [workspace.customer() for _ in range(20)]

    def write(customer: Customer) -> tuple[int, int]:
        return customer.say("uno")["seq"], customer.say("dos")["seq"]

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(write, customers))
    assert [first for first, _ in answers] == [1] * 20
    for customer, (_, second) in zip(customers, answers, strict=True):
        assert next(e["data"]["text"] for e in customer.events() if e["seq"] == second) == "dos"


def test_one_of_many_that_is_refused_does_not_touch_the_others(workspace: Workspace) -> None:
    customers = [workspace.customer() for _ in range(12)]
    client_id = uuid4()
    customers[0].write("lo de antes", client_id=client_id)

    def write(customer: Customer) -> int:
        return customer.write("lo de ahora", client_id=client_id).status_code

    with ThreadPoolExecutor(12) as pool:
        assert list(pool.map(write, customers)) == [409] + [201] * 11


async def test_a_customer_whose_row_is_held_keeps_nobody_else_waiting(workspace: Workspace) -> None:
    held, other = workspace.customer(), workspace.customer()
    connection = await asyncpg.connect(**workspace.server.platform.db.address.asyncpg())
    try:
        async with connection.transaction():
            await connection.execute("select set_config('relevo.workspace_id', $1, true)", str(workspace.id))
            await connection.execute("select 1 from contacts where id = $1 for update", held.contact_id)
            waiting = asyncio.create_task(asyncio.to_thread(held.say, "espero"))
            await asyncio.sleep(0.1)
            async with asyncio.timeout(5):
                await asyncio.to_thread(other.say, "yo no")
            assert not waiting.done()
        assert (await waiting)["seq"] == 1
    finally:
        await connection.close()


@pytest.mark.parametrize("after", [0, 1, 3, 6, 7])
def test_both_ways_of_reading_go_on_from_any_point(workspace: Workspace, after: int) -> None:
    customer = workspace.customer()
    for number in range(6):
        customer.say(f"mensaje {number}")
    expected = [event for event in _all(customer) if event["seq"] > after][: 7 - after]
    assert [event["seq"] for event in expected] == list(range(after + 1, 8))
    assert customer.events(after=after)[: len(expected)] == expected
    url = workspace.server.url.replace("http", "ws") + f"/api/v1/chat/socket?after={after}"
    with connect(url, subprotocols=[Subprotocol(f"bearer.{customer.token}")]) as socket:
        assert [json.loads(socket.recv(timeout=5)) for _ in expected] == expected


def test_a_long_poll_that_waits_is_answered_by_the_next_message(workspace: Workspace) -> None:
    customer = workspace.customer()
    customer.say("primero")
    last = _all(customer)[-1]["seq"]
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(customer.events, after=last, wait=20)
        customer.say("segundo")
        assert waiting.result(timeout=10)[0]["data"]["text"] == "segundo"


# -- a workspace's stream under transactions that commit in another order than they began --------------------------------


@pytest.fixture
async def two(workspace: Workspace) -> AsyncGenerator[tuple[Any, Any]]:
    """Connections in open transactions of the workspace."""
    address = workspace.server.platform.db.address
    connections = [await asyncpg.connect(**address.asyncpg()) for _ in range(2)]
    for connection in connections:
        await connection.execute("begin")
        await connection.execute("select set_config('relevo.workspace_id', $1, true)", str(workspace.id))
    yield connections[0], connections[1]
    for connection in connections:
        await connection.close()


async def test_a_follower_gets_what_began_first_and_was_committed_last(
    workspace: Workspace, two: tuple[Any, Any]
) -> None:
    early, late = two
    start = await _now(workspace)
    first = await early.fetchval(_RECORD, workspace.id)
    second = await late.fetchval(_RECORD, workspace.id)
    assert first < second
    await late.execute("commit")

    page = await _page(workspace, start)
    assert page.events == []  # the second has to wait: the first may still appear
    assert not page.is_settled
    await early.execute("commit")
    assert await _told(workspace, page.upto, 2) == [first, second]


async def test_a_follower_that_goes_by_the_highest_number_would_skip_it(
    workspace: Workspace, two: tuple[Any, Any]
) -> None:
    """Why there is a horizon: the same order of things, read the simple way, loses the first event for good."""
    early, late = two
    start = await _now(workspace)
    first = await early.fetchval(_RECORD, workspace.id)
    second = await late.fetchval(_RECORD, workspace.id)
    await late.execute("commit")
    seen = await _simply(workspace, start)
    await early.execute("commit")
    seen += await _simply(workspace, seen[-1])
    assert seen == [second]
    assert first not in seen


async def test_what_was_rolled_back_holds_nothing_up(workspace: Workspace, two: tuple[Any, Any]) -> None:
    early, late = two
    start = await _now(workspace)
    await early.fetchval(_RECORD, workspace.id)
    second = await late.fetchval(_RECORD, workspace.id)
    await late.execute("commit")
    await early.execute("rollback")
    assert await _told(workspace, start, 1) == [second]


async def _told(workspace: Workspace, after: int, count: int) -> list[int]:
    """The numbers after `after`, once there are so many: transactions of other tests may hold the horizon for a moment."""
    for _ in range(100):
        events = (await _page(workspace, after)).events
        if len(events) >= count:
            return [event.seq for event in events]
        await asyncio.sleep(0.05)
    raise AssertionError(f"{count} events did not come")


# -- details -------------------------------------------------------------------------------------------------------------


def _is_of(event: dict[str, Any], kind: str) -> bool:
    return event["type"] == "message.created" and event["data"]["sender"]["kind"] == kind


def _all(customer: Customer) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    while page := customer.events(after=events[-1]["seq"] if events else 0):
        events += page
    return events


async def _now(workspace: Workspace) -> int:
    return await asyncio.to_thread(workspace.server.run, stream.horizon(workspace.server.platform.db))


async def _page(workspace: Workspace, after: int) -> stream.Page:
    reading = stream.of_workspace(workspace.server.platform.db, workspace.id, after=after)
    return await asyncio.to_thread(workspace.server.run, reading)


async def _simply(workspace: Workspace, after: int) -> list[int]:
    connection = await asyncpg.connect(**workspace.server.platform.db.address.asyncpg())
    try:
        async with connection.transaction():
            await connection.execute("select set_config('relevo.workspace_id', $1, true)", str(workspace.id))
            rows = await connection.fetch("select seq from events where seq > $1 order by seq", after)
    finally:
        await connection.close()
    return [row["seq"] for row in rows]
