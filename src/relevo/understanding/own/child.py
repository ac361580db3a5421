"""Training in a process of its own, so that the server stays small: libraries and matrices of training go when it ends.

The child reads one JSON object from standard input and writes one line of JSON a step; the last line is followed by the model's bytes.
"""

import asyncio
import importlib
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from relevo.kit.errors import RelevoError, Unavailable
from relevo.understanding.own.model import OwnModel
from relevo.understanding.own.types import Example, Progress, Quality, Settings, TooFewExamples

_LONGEST_SECONDS = 1_800
_LONGEST_LINE = 64 * 2**20


@dataclass(frozen=True, slots=True)
class LearntInChild:
    """A model as it is stored, and what is known of it."""

    model: bytes
    quality: Quality


class TrainingFailed(Unavailable):
    """The training broke off; nothing was changed. Try again, and look into the log if it happens again."""

    code = "training_failed"


async def learn_in_child(
    examples: Sequence[Example],
    *,
    embedder: str | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
    timeout_seconds: float = _LONGEST_SECONDS,
) -> LearntInChild:
    """Learns in another process. `embedder` names a function that makes one, as "module:function".

    Raises TooFewExamples, and TrainingFailed where the process died or took too long; it never outlives this call.
    """
    order = {
        "examples": [asdict(example) for example in examples],
        "embedder": embedder,
        "settings": asdict(settings or Settings()),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "relevo.understanding.own.child",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=_LONGEST_LINE,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    try:
        async with asyncio.timeout(timeout_seconds):
            return await _told(process, json.dumps(order).encode(), progress)
    except TimeoutError:
        raise TrainingFailed(f"The training took longer than {timeout_seconds:.0f} seconds.") from None
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _told(process: asyncio.subprocess.Process, order: bytes, progress: Progress | None) -> LearntInChild:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(order)
        await process.stdin.drain()
        process.stdin.close()
    except ConnectionError:
        pass  # it is dead already; the missing answer says so
    while line := await process.stdout.readline():
        step: dict[str, Any] = json.loads(line)
        match step["kind"]:
            case "progress":
                if progress:
                    progress(step["share"], step["doing"])
            case "too_few":
                raise TooFewExamples(step["detail"])
            case _:
                return LearntInChild(
                    await process.stdout.readexactly(step["bytes"]), Quality.from_json(step["quality"])
                )
    raise TrainingFailed


def main() -> None:
    """What the child does."""
    from relevo.understanding.own.learn import learn  # noqa: PLC0415 - brings libraries that the server is spared

    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints does not disturb the answer

    def tell(step: dict[str, Any], then: bytes = b"") -> None:
        out.write(json.dumps(step).encode() + b"\n" + then)
        out.flush()

    order = json.load(sys.stdin)
    make_embedder = _named(order["embedder"]) if order["embedder"] else None
    try:
        learnt = learn(
            [Example(**example) for example in order["examples"]],
            embedder=make_embedder() if make_embedder else None,
            settings=Settings(**order["settings"]),
            progress=lambda share, doing: tell({"kind": "progress", "share": share, "doing": doing}),
        )
    except RelevoError as error:
        tell({"kind": "too_few", "detail": error.detail})
        return
    model = learnt.model.to_bytes()
    tell({"kind": "done", "quality": learnt.quality.as_json(), "bytes": len(model)}, model)


def _named(place: str) -> Any:
    module, _, function = place.partition(":")
    return getattr(importlib.import_module(module), function)


def load(learnt: LearntInChild) -> OwnModel:
    """The model that a child learnt."""
    return OwnModel.from_bytes(learnt.model)


if __name__ == "__main__":
    main()
