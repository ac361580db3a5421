"""`python -m benchmarks.chat`: how fast, how small and how steady the chat is on this machine. See --help."""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import listing, machine, screen, sockets
from benchmarks.load import Job, Result
from benchmarks.product import HOST, Product, Workspace, started
from benchmarks.report import Report, percentile

PARTS = ("idle", "screen", "send", "list", "sockets")
_SETTLE_SECONDS = 6  # until the assistant has answered what the part before has sent


def main() -> None:
    wanted = _arguments()
    machine.raise_file_limit()
    report = Report(machine.conditions())
    with tempfile.TemporaryDirectory(prefix="relevo-bench-") as folder:
        data = Path(wanted.data or folder)
        data.chmod(0o755)
        with started(data, wanted.port) as product:
            asyncio.run(_measure(product, wanted, report))
    report.conditions["load average after"] = " ".join(f"{value:.1f}" for value in os.getloadavg())
    print("\n" + report.as_table())
    if wanted.json:
        Path(wanted.json).write_text(report.as_json() + "\n")


async def _measure(product: Product, wanted: argparse.Namespace, report: Report) -> None:
    workspace = product.new_workspace("Casa Lumbre")
    for part in wanted.only:
        match part:
            case "idle":
                await asyncio.sleep(_SETTLE_SECONDS)
                _memory(product, report, "idle memory")
            case "screen":
                times = await screen.times_to_screen(product, workspace)
                report.add(
                    "customer to agent's screen",
                    p50_ms=percentile(times, 0.5),
                    p99_ms=percentile(times, 0.99),
                    n=len(times),
                )
            case "send":
                for clients in wanted.clients:
                    await asyncio.sleep(_SETTLE_SECONDS)
                    _send(product, workspace, clients, wanted.seconds, report)
            case "list":
                for size in wanted.conversations:
                    await _list(product, size, report)
            case _:
                _sockets(product, await product.many_sessions(workspace, wanted.sockets), report)


def _memory(product: Product, report: Report, name: str) -> float:
    found = machine.memory_by_group(product.pid)
    report.add(name, total_mib=sum(found.values()), **{f"{group}_mib": value for group, value in found.items()})
    return sum(found.values())


def _send(product: Product, workspace: Workspace, clients: int, seconds: float, report: Report) -> None:
    tokens = product.sessions(workspace, clients)
    _load(Job(HOST, product.port, tokens, 1.0))  # caches, plans, connections
    before = machine.cpu_by_group(product.pid)
    result = _load(Job(HOST, product.port, tokens, seconds))
    after = machine.cpu_by_group(product.pid)
    accepted = len(result.latencies_ms)
    cpu = {group: 1000 * (after[group] - before[group]) / accepted for group in after}
    cpu["generator"] = 1000 * result.cpu_seconds / accepted
    others = {status: count for status, count in result.statuses.items() if status != "201"}
    report.add(
        f"send, {clients} clients", per_second=round(accepted / result.seconds), p50_ms=percentile(result.latencies_ms, 0.5),
        p99_ms=percentile(result.latencies_ms, 0.99), cpu_ms=sum(cpu.values()),
        **{f"cpu_{group}_ms": value for group, value in cpu.items()}, load=round(os.getloadavg()[0], 1),
        **({"other_answers": others} if others else {}),
    )  # fmt: skip


def _load(job: Job) -> Result:
    command = [sys.executable, "-m", "benchmarks.load"]
    done = subprocess.run(command, input=json.dumps(asdict(job)), check=True, stdout=subprocess.PIPE, text=True)
    return Result(**json.loads(done.stdout))


async def _list(product: Product, size: int, report: Report) -> None:
    workspace = product.new_workspace(f"{size} conversations")
    await listing.fill(product, workspace, size)
    found = listing.times_of_list(product, workspace)
    everything = [value for times in found.values() for value in times]
    report.add(
        f"list of {size} conversations", p50_ms=percentile(everything, 0.5), p99_ms=percentile(everything, 0.99),
        **{f"{view}_p50_ms": percentile(times, 0.5) for view, times in found.items()},
    )  # fmt: skip


def _sockets(product: Product, tokens: list[str], report: Report) -> None:
    """Memory that idle sockets take, and the time until all of them are back when all are dropped at once."""
    count = len(tokens)
    before = _memory(product, report, "memory before sockets")
    command = [sys.executable, "-m", "benchmarks.sockets"]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        report.add(
            f"{count} idle sockets", **_told(holder, json.dumps(asdict(sockets.Job(HOST, product.port, tokens))))
        )
        time.sleep(_SETTLE_SECONDS)
        after = _memory(product, report, f"memory with {count} sockets")
        report.add("memory of sockets", more_mib=after - before, kib_each=1024 * (after - before) / count)
        cpu = machine.cpu_by_group(product.pid)
        storm = _told(holder, "again")
        spent = sum(machine.cpu_by_group(product.pid).values()) - sum(cpu.values())
        report.add("all dropped, all come back", **storm, cpu_seconds=spent)
    finally:
        holder.kill()
        holder.wait()


def _told(holder: "subprocess.Popen[str]", line: str) -> dict[str, Any]:
    assert holder.stdin
    assert holder.stdout
    holder.stdin.write(line + "\n")
    holder.stdin.flush()
    return json.loads(holder.stdout.readline())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.chat",
        description="Starts the product on a fresh data folder, drives it from processes of their own and prints what was measured. "
        "Everything shares this machine, so compare CPU per message rather than messages per second where other work is going on.",
    )
    parser.add_argument(
        "--clients", type=_numbers, default=[1, 16, 64], metavar="N,N", help="senders at once (1,16,64)"
    )
    parser.add_argument("--seconds", type=float, default=8, metavar="S", help="how long they send (8)")
    parser.add_argument(
        "--conversations", type=_numbers, default=[100, 100_000], metavar="N,N", help="sizes of lists (100,100000)"
    )
    parser.add_argument("--sockets", type=int, default=10_000, metavar="N", help="idle sockets (10000)")
    parser.add_argument("--only", type=_parts, default=list(PARTS), metavar="PART,PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--port", type=int, default=8800, metavar="N", help="port of the product (8800)")
    parser.add_argument(
        "--data", metavar="DIR", help="data folder of the product; otherwise a fresh one that is removed again"
    )
    parser.add_argument("--json", metavar="FILE", help="write what was measured there, too")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _parts(text: str) -> list[str]:
    parts = text.split(",")
    if unknown := set(parts) - set(PARTS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return parts


if __name__ == "__main__":
    main()
