"""The tensors of a safetensors file, read in place: pages that are not used take no memory."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_LONGEST_HEADER = 10 * 2**20


def tensors(path: Path) -> Mapping[str, NDArray[np.float32]]:
    """Every tensor of 32-bit floats by its name. Raises ValueError where the file is something else."""
    content = np.memmap(path, np.uint8, "r")
    size = int(content[:8].view("<u8")[0])
    if size > min(_LONGEST_HEADER, len(content) - 8):
        raise ValueError(f"{path} is no safetensors file")
    header = json.loads(content[8 : 8 + size].tobytes())
    body = content[8 + size :]
    return {
        name: body[about["data_offsets"][0] : about["data_offsets"][1]].view("<f4").reshape(about["shape"])
        for name, about in header.items()
        if name != "__metadata__" and about["dtype"] == "F32"
    }
