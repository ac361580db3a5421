"""One run: start, people, nemesis, healing, reading everything, checking."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from tests.ledger import stored
from tests.ledger.check import violations
from tests.ledger.history import History
from tests.ledger.nemesis import Nemesis
from tests.ledger.people import Customer, Program, client_of
from tests.ledger.product import SHIPPED, Product

_CATCH_UP_SECONDS = 20


@dataclass(frozen=True)
class Plan:
    seed: int
    seconds: float
    customers: int = 12
    command: tuple[str, ...] = SHIPPED
    sabotage: str = ""  # SQL, for the tests of the checker


@dataclass(frozen=True)
class Findings:
    violations: list[str]
    history: History
    messages: int

    def summary(self, seed: int) -> str:
        worst = max((seconds for _, seconds in self.history.recoveries), default=0.0)
        return (
            f"seed {seed}: {len(self.history.acknowledged)} acknowledged of {len(self.history.sent)} attempts, "
            f"{len(self.history.seen)} events seen, faults {self.history.faults}, slowest recovery {worst} s"
        )


async def run(plan: Plan, folder: Path, port: int) -> Findings:
    product = Product(folder, port, plan.command)
    try:
        await product.start()
        if plan.sabotage:
            await _execute(product, plan.sabotage)
        return await _run(plan, product)
    finally:
        await asyncio.to_thread(product.stop)


async def _run(plan: Plan, product: Product) -> Findings:
    history, chance = History(), random.Random(plan.seed)
    customers = [await _customer(product, history, chance) for _ in range(plan.customers)]
    program = Program(product.address, product.api_key, history, chance)
    writing, reading = Switch(), Switch()
    readers = [
        *(asyncio.create_task(customer.poll(reading)) for customer in customers),
        *(asyncio.create_task(customer.listen(reading)) for customer in customers),
        *(asyncio.create_task(program.follow(name, reading)) for name in ("one", "two")),
    ]
    writers = [
        *(asyncio.create_task(customer.write(writing)) for customer in customers),
        *(asyncio.create_task(program.move_about(writing)) for _ in range(3)),
    ]
    try:
        await Nemesis(product, history, chance).rage(plan.seconds)
        writing.is_on = False
        async with asyncio.timeout(30):
            await asyncio.gather(*writers)
        found = await _settled(product)
        await _until(lambda: _have_caught_up(history, found), _CATCH_UP_SECONDS)
        reading.is_on = False
        async with asyncio.timeout(30):
            await asyncio.gather(*readers)
    finally:
        for task in (*writers, *readers):
            task.cancel()
    wrong = violations(history, found) + [text for c in customers for text in await _differences(c, found)]
    return Findings(wrong, history, len(found.messages))


class Switch:
    def __init__(self) -> None:
        self.is_on = True

    def __call__(self) -> bool:
        return self.is_on


async def _customer(product: Product, history: History, chance: random.Random) -> Customer:
    async with client_of(timeout=20) as client:
        wanted = {"widget_key": product.widget_key}
        answer = await client.post(f"http://{product.address}/api/v1/chat/sessions", json=wanted)
    made = answer.raise_for_status().json()
    own = random.Random(chance.getrandbits(64))
    return Customer(product.address, UUID(made["contact_id"]), made["token"], history, own)


async def _settled(product: Product) -> stored.Stored:
    """What is stored once nothing is under way any more."""
    connection = await product.database()
    try:
        await stored.settled(connection, product.workspace, seconds=_CATCH_UP_SECONDS)
        return await stored.read(connection, product.workspace)
    finally:
        await connection.close()


async def _differences(customer: Customer, found: stored.Stored) -> list[str]:
    """The public interface tells the same as the database."""
    told: list[int] = []
    headers = {"Authorization": f"Bearer {customer.token}"}
    async with client_of(base_url=f"http://{customer.address}", headers=headers, timeout=20) as client:
        while True:
            page: Any = (
                (await client.get(f"/api/v1/chat/events?after={told[-1] if told else 0}")).raise_for_status().json()
            )
            if not page["events"]:
                break
            told += [event["seq"] for event in page["events"]]
    expected = found.events_of.get(customer.contact, [])
    if told[: len(expected)] != expected:
        return [f"the interface tells contact {customer.contact} other events than are stored"]
    return []


def _have_caught_up(history: History, found: stored.Stored) -> bool:
    highest: dict[tuple[str, UUID], int] = {}
    for event in history.seen:
        key = (event.reader, event.contact)
        highest[key] = max(highest.get(key, 0), event.seq)
    customers = all(
        highest.get((reader, contact), 0) >= last
        for contact, last in found.last_seq.items()
        for reader in ("poll", "socket")
    )
    newest = found.workspace_events[-1] if found.workspace_events else 0
    return customers and all(numbers and numbers[-1] >= newest for numbers in history.followed.values())


async def _until(is_true: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not is_true() and time.monotonic() < deadline:
        await asyncio.sleep(0.2)


async def _execute(product: Product, sql: str) -> None:
    connection: Any = await product.database()
    try:
        await connection.execute(sql)
    finally:
        await connection.close()
