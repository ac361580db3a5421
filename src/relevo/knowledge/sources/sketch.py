"""A small picture of a text by which texts that say nearly the same are recognised (MinHash over runs of five words)."""

import hashlib
import re
from collections.abc import Iterable

import numpy as np

from relevo.kit.folding import fold

_PLACES = 64
_RUN = 5
ALIKE = 0.9
_PRIME = (1 << 31) - 1
_RANDOM = np.random.default_rng(20_26)
_FACTORS = _RANDOM.integers(1, _PRIME, _PLACES, dtype=np.uint64)
_OFFSETS = _RANDOM.integers(0, _PRIME, _PLACES, dtype=np.uint64)
_LONGEST = 200_000


def sketch_of(text: str) -> bytes:
    """Numbers and prices count as the words they are: two pages that differ in a price do not say the same."""
    words = re.findall(r"\w+", fold(text[:_LONGEST]))
    runs = {" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}
    numbers = np.array([_number(run) for run in runs], dtype=np.uint64)
    smallest = np.full(_PLACES, _PRIME, dtype=np.uint64)
    for start in range(0, len(numbers), 4_096):
        piece = numbers[start : start + 4_096, None]
        smallest = np.minimum(smallest, ((piece * _FACTORS + _OFFSETS) % _PRIME).min(axis=0))
    figures = hashlib.sha256(" ".join(re.findall(r"\d+", " ".join(words))).encode()).digest()[:8]
    return smallest.astype("<u4").tobytes() + figures


def same_as(sketch: bytes, others: Iterable[tuple[str, bytes]]) -> str | None:
    """The name of the first that says nearly the same, with the same figures."""
    own = np.frombuffer(sketch[: 4 * _PLACES], dtype="<u4")
    for name, other in others:
        if other[4 * _PLACES :] != sketch[4 * _PLACES :]:
            continue
        if np.mean(own == np.frombuffer(other[: 4 * _PLACES], dtype="<u4")) >= ALIKE:
            return name
    return None


def _number(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "little") % _PRIME
