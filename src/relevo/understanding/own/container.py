"""A header in JSON and arrays of numbers, in one compressed file. Nothing in it can run when it is read."""

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relevo.understanding.own.features import VERSION
from relevo.understanding.own.types import UnreadableModel

Arrays = Mapping[str, NDArray[Any]]


def pack(about: Mapping[str, Any], arrays: Arrays) -> bytes:
    header = np.frombuffer(json.dumps({**about, "format": VERSION}).encode(), np.uint8)
    out = BytesIO()
    np.savez_compressed(out, about=header, **arrays)  # pyright: ignore[reportArgumentType]
    return out.getvalue()


def unpack(data: bytes) -> tuple[Mapping[str, Any], Arrays]:
    """Raises UnreadableModel where `pack` of this version did not write it."""
    try:
        with np.load(BytesIO(data), allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        about: dict[str, Any] = json.loads(arrays.pop("about").tobytes())
        made_by = about["format"]
    except Exception as error:  # whatever a foreign file breaks: it is not one of ours
        raise UnreadableModel from error
    if made_by != VERSION:
        raise UnreadableModel("This model was trained by another version of Relevo; train it anew.")
    return about, arrays
