"""The process itself: one order and one file on standard input, one answer on standard output."""

import importlib
import json
import os
import signal
import sys
from dataclasses import asdict
from typing import Any

from relevo.knowledge.parse.limits import give_up_everything
from relevo.knowledge.reading.types import Unreadable


def main() -> None:
    # What reading does not need is not loaded: it would take memory, and more of it could break.
    for name in ("numpy", "PIL", "pandas"):
        sys.modules[name] = None  # pyright: ignore[reportArgumentType] - the way to say that there is none
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no answer
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    order = json.loads(sys.stdin.buffer.readline())
    load(order["kind"])
    has_no_network = give_up_everything()
    answer = {**_answer(order, sys.stdin.buffer.read()), "has_no_network": has_no_network}
    out.write(json.dumps(answer).encode())
    out.flush()


def load(kind: str) -> None:
    """Loads the libraries while the process may still open what it likes."""
    for name in ("read", "decode", {"csv": "csv_file", "markdown": "plain", "text": "plain"}.get(kind, kind)):
        importlib.import_module(f"relevo.knowledge.reading.{name}")


def _answer(order: dict[str, Any], content: bytes) -> dict[str, Any]:
    from relevo.knowledge.reading.read import read  # noqa: PLC0415

    try:
        found = read(order["kind"], content, name=order["name"], charset=order["charset"], address=order["address"])
    except Unreadable as error:
        return {"error": error.stable_code, "value": str(error.data.get("value", ""))}
    except MemoryError:
        return {"error": "too_big_inside"}
    except RecursionError:
        return {"error": "broken"}
    return asdict(found)


if __name__ == "__main__":
    main()
