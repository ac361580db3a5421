"""`python -m benchmarks.search`: how fast and how large search is with a thousand, ten and a hundred thousand passages. See --help."""

import argparse
import asyncio
import gc
import os
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import machine
from benchmarks.report import Report, percentile
from benchmarks.texts import Texts
from relevo.knowledge.entry import Entry
from relevo.knowledge.index import Index

_AT_ONCE = 4_000
_CHANGES = 30


def main() -> None:
    wanted = _arguments()
    report = Report(machine.conditions())
    for passages in wanted.passages:
        _measure(passages, wanted.questions, report)
    report.conditions["load average after"] = " ".join(f"{value:.1f}" for value in os.getloadavg())
    print("\n" + report.as_table())
    if wanted.json:
        Path(wanted.json).write_text(report.as_json() + "\n")


def _measure(passages: int, questions: int, report: Report) -> None:
    texts = Texts()
    gc.collect()
    before = _resident_mib()
    entries = list(texts.entries(passages))
    held = _resident_mib()
    index, lag, wall, cpu = asyncio.run(_built(entries))
    report.add(
        f"{passages} passages, made", seconds=wall, cpu_seconds=cpu, texts_mib=held - before, index_mib=_resident_mib() - held,
        loop_lag_p50_ms=percentile(lag, 0.5), loop_lag_p99_ms=percentile(lag, 0.99),
    )  # fmt: skip
    draw = random.Random(3)
    asked = [(texts.question(entry), entry.locale) for entry in draw.choices(entries, k=questions)]
    for question, locale in asked[:20]:
        index.find(question, locale=locale, limit=8)
    times = [_timed(index, question, locale) for question, locale in asked]
    report.add(
        f"{passages} passages, asked", p50_ms=percentile([t for t, _ in times], 0.5), p99_ms=percentile([t for t, _ in times], 0.99),
        cpu_p50_ms=percentile([c for _, c in times], 0.5), cpu_p99_ms=percentile([c for _, c in times], 0.99), n=len(times),
    )  # fmt: skip
    changes = _changes(index, entries)
    report.add(f"{passages} passages, changed", p50_ms=percentile(changes, 0.5), most_ms=max(changes), n=len(changes))


async def _built(entries: Sequence[Entry]) -> tuple[Index, list[float], float, float]:
    """The index, made in a thread as the product does it, and how late the event loop was meanwhile."""
    lag: list[float] = []
    done = asyncio.Event()

    async def watch() -> None:
        while not done.is_set():
            started = time.perf_counter()
            await asyncio.sleep(0.01)
            lag.append(1000 * (time.perf_counter() - started - 0.01))

    watching = asyncio.create_task(watch())
    wall, cpu, index = time.perf_counter(), time.process_time(), Index()
    for start in range(0, len(entries), _AT_ONCE):
        index = await asyncio.to_thread(index.with_changes, (), entries[start : start + _AT_ONCE])
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    done.set()
    await watching
    return index, lag, wall, cpu


def _timed(index: Index, question: str, locale: str) -> tuple[float, float]:
    started, cpu = time.perf_counter(), time.thread_time()
    index.find(question, locale=locale, limit=8)
    return 1000 * (time.perf_counter() - started), 1000 * (time.thread_time() - cpu)


def _changes(index: Index, entries: Sequence[Entry]) -> list[float]:
    """From the new text of an article to its being found, and the old one's being gone."""
    times: list[float] = []
    for number in range(_CHANGES):
        at = (number * 4 * max(1, len(entries) // (4 * _CHANGES))) % len(entries)
        new = [replace(one, text=f"{one.text} novedad{number}.") for one in entries[at : at + 4]]
        started = time.perf_counter()
        index = index.with_changes([new[0].article], new)
        found = index.find(f"novedad{number}", locale="es", limit=8)
        times.append(1000 * (time.perf_counter() - started))
        assert {hit.entry.article for hit in found} == {new[0].article}
        assert len(index.article(new[0].article)) == len(new)
    return times


def _resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--questions", type=int, default=1_000)
    parser.add_argument("--json", metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    main()
