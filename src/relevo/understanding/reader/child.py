"""What the reading process does: a line of JSON in, a line of JSON out, until nobody writes to it any more.

Orders: {"load": id, "weights": base64, "embedder": "module:function" | null} for a model of a workspace's own; {"text", "inherited",
"names", "own": id | null, "version"} for a reading; {"text", "own": id, "try": true} for what such a model sees by itself.
"""

import base64
import contextlib
import importlib
import os
import sys
import traceback
from collections import OrderedDict
from functools import cache
from typing import Any

import orjson

from relevo.kit.errors import RelevoError
from relevo.ports.embedder import Embedder
from relevo.understanding.own.model import OwnModel
from relevo.understanding.reader.merge import with_own
from relevo.understanding.reading import read

NICE = 10
MOST_MODELS = 32

Models = OrderedDict[str, OwnModel | None]


def main() -> None:
    with contextlib.suppress(OSError):
        os.nice(NICE)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints does not disturb the answers
    models: Models = OrderedDict()
    read("hola")  # loads everything
    out.write(b"{}\n")  # ready
    out.flush()
    for line in sys.stdin.buffer:
        out.write(orjson.dumps(_answered(orjson.loads(line), models)) + b"\n")
        out.flush()


def _answered(order: dict[str, Any], models: Models) -> Any:
    try:
        return _answer(order, models)
    except Exception as error:  # no text may end the process for all others
        traceback.print_exc()
        return {"error": type(error).__name__}


def _answer(order: dict[str, Any], models: Models) -> Any:
    if "load" in order:
        models[order["load"]] = _opened(base64.b64decode(order["weights"]), order["embedder"])
        while len(models) > MOST_MODELS:
            models.popitem(last=False)
        return {"loaded": models[order["load"]] is not None}
    name = order["own"]
    if name is not None and name not in models:
        return {"unknown": name}
    model = models[name] if name else None
    if name:
        models.move_to_end(name)
    if order.get("try"):
        return model.guesses(order["text"]) if model else {"unreadable": name}
    reading = read(order["text"], inherited=order["inherited"], known_names=order["names"])
    return with_own(reading, order["text"], model, order["version"]) if model else reading


def _opened(weights: bytes, embedder: str | None) -> OwnModel | None:
    """None where this version cannot read it: messages are then read with what ships."""
    try:
        model = OwnModel.from_bytes(weights)
        if model.embedder_name and embedder:  # it takes memory, so only for those that were learnt with one
            return OwnModel.from_bytes(weights, embedder=_embedder(embedder))
        return model
    except RelevoError as error:
        print(f"A model of a workspace's own cannot be read: {error.detail}", file=sys.stderr)
        return None


@cache
def _embedder(place: str) -> Embedder | None:
    module, _, function = place.partition(":")
    return getattr(importlib.import_module(module), function)()


if __name__ == "__main__":
    main()
