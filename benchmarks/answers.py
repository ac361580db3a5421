"""`python -m benchmarks.answers`: how long a customer waits for the assistant's answer, without a language model.

Customers write over sockets of their own, read the answer for a while and ask the next thing; the time runs from the moment the
message is sent to the moment the answer's text is back on the same socket. Everything is as shipped, the pause included.
"""

import argparse
import asyncio
import json
import os
import random
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks import machine
from benchmarks.product import COMMAND, HOST, Product, Workspace, started
from benchmarks.report import Report, percentile

ARTICLES = Path(__file__).parents[1] / "src" / "relevo" / "demo" / "articles"
QUESTIONS = (
    "¿Cuánto tardan los envíos a Baleares?", "¿Cómo devuelvo un pedido?", "¿Cuántos días tengo para devolver?",
    "¿Cuánto cuesta el envío a Canarias?", "¿Qué garantía tiene una lavadora en España?", "¿Puedo pagar a plazos?",
    "How long do refunds take?", "Can I change the delivery address?", "What does express delivery cost in Spain?",
    "¿Cómo pido una factura?", "mi lavavajillas marca F4, ¿qué hago?", "¿Qué horario tiene la tienda de Madrid?",
)  # fmt: skip
_GIVE_UP_SECONDS = 15


@dataclass
class Measured:
    milliseconds: list[float] = field(default_factory=list[float])
    outcomes: dict[str, int] = field(default_factory=dict[str, int])
    unanswered: int = 0


def main() -> None:
    wanted = _arguments()
    report = Report(machine.conditions())
    with tempfile.TemporaryDirectory(prefix="relevo-bench-") as folder:
        data = Path(folder)
        data.chmod(0o755)
        with started(data, wanted.port) as product:
            asyncio.run(_measure(product, wanted, report))
    report.conditions["load average after"] = " ".join(f"{value:.1f}" for value in os.getloadavg())
    print("\n" + report.as_table())
    if wanted.json:
        Path(wanted.json).write_text(report.as_json() + "\n")


async def _measure(product: Product, wanted: argparse.Namespace, report: Report) -> None:
    workspace = product.new_workspace("Casa Lumbre")
    command = [
        COMMAND,
        "knowledge",
        "add",
        str(ARTICLES),
        "--workspace",
        str(workspace.id),
        "--data",
        str(product.data),
    ]
    await asyncio.to_thread(subprocess.run, command, check=True, capture_output=True)
    await _conversations(product, workspace, wanted.conversations, seconds=8, reads=wanted.reads)  # caches, plans
    before = machine.cpu_by_group(product.pid)
    found = await _conversations(product, workspace, wanted.conversations, seconds=wanted.seconds, reads=wanted.reads)
    after = machine.cpu_by_group(product.pid)
    times = found.milliseconds
    cpu = {f"cpu_{group}_ms": 1000 * (after[group] - before[group]) / len(times) for group in after}
    report.add(
        f"answer, {wanted.conversations} conversations", p50_ms=percentile(times, 0.5), p90_ms=percentile(times, 0.9),
        p99_ms=percentile(times, 0.99), most_ms=max(times), n=len(times), per_second=len(times) / wanted.seconds,
        unanswered=found.unanswered, outcomes=found.outcomes, **cpu,
    )  # fmt: skip


async def _conversations(
    product: Product, workspace: Workspace, count: int, *, seconds: float, reads: float
) -> Measured:
    measured = Measured()
    until = time.monotonic() + seconds
    async with asyncio.TaskGroup() as group:
        for number in range(count):
            group.create_task(_customer(product, workspace, measured, random.Random(number), until, reads))
    return measured


async def _customer(
    product: Product, workspace: Workspace, measured: Measured, chance: random.Random, until: float, reads: float
) -> None:
    """One conversation after the other: who was passed to a person leaves and somebody else comes."""
    await asyncio.sleep(chance.uniform(0, reads))
    while time.monotonic() < until:
        token = (await asyncio.to_thread(product.sessions, workspace, 1))[0]
        address = f"ws://{HOST}:{product.port}/api/v1/chat/socket"
        async with connect(address, subprotocols=[Subprotocol(f"bearer.{token}")], compression=None) as socket:
            outcome = "answer"
            while outcome in ("answer", "clarify") and time.monotonic() < until:
                outcome = await _ask(socket, chance.choice(QUESTIONS), measured)
                await asyncio.sleep(chance.uniform(0.5, 1.5) * reads)


async def _ask(socket: ClientConnection, question: str, measured: Measured) -> str:
    sent_at = time.perf_counter()
    await socket.send(json.dumps({"type": "message", "client_id": str(uuid4()), "text": question}))
    try:
        async with asyncio.timeout(_GIVE_UP_SECONDS):
            while True:
                told = json.loads(await socket.recv())
                if told["type"] == "message.created" and told["data"]["sender"]["kind"] == "assistant":
                    break
    except TimeoutError:
        measured.unanswered += 1
        return "none"
    measured.milliseconds.append((time.perf_counter() - sent_at) * 1000)
    outcome = str(told["data"]["outcome"])
    measured.outcomes[outcome] = measured.outcomes.get(outcome, 0) + 1
    return outcome


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers", description=__doc__)
    parser.add_argument("--conversations", type=int, default=20, metavar="N", help="conversations at once (20)")
    parser.add_argument("--seconds", type=float, default=40, metavar="S", help="how long they go on (40)")
    parser.add_argument(
        "--reads", type=float, default=4, metavar="S", help="seconds that a customer reads an answer (4)"
    )
    parser.add_argument("--port", type=int, default=8810, metavar="N", help="port of the product (8810)")
    parser.add_argument("--json", metavar="FILE", help="write what was measured there, too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
