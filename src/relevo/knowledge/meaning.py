"""Nearness in meaning, where sentence embeddings are to be had: a further piece of evidence for the best candidates.

Vectors of passages are computed in a thread beside everything else and kept in memory and in a file; a search waits for none of them, only
for the question's own. An embedder that knows some languages only has no say where neither question nor passage is in one of them: it would
cost the others what it gives its own.
"""

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from weakref import WeakSet

import numpy as np
import structlog
from numpy.typing import NDArray

from relevo.knowledge.entry import MEMBERS, Entry, Reader
from relevo.knowledge.index import Index
from relevo.knowledge.ranking.shelf import Shelf
from relevo.platform.platform import Platform
from relevo.ports.embedder import Embedder

Floats = NDArray[np.float64]

MOST = 300_000  # vectors in memory
_TOGETHER = 16
_REST = 1.0  # as long as a batch took: half a core is left to requests
_AGAIN = 60.0  # seconds before a failing embedder is asked once more
_KEY = 16
_log = structlog.get_logger()


class Vectors:
    """The vectors of passages by what they say. Safe to share between threads."""

    def __init__(self, make: Callable[[], Embedder], folder: Path | None = None) -> None:
        self._make, self._folder = make, folder
        self._embedder: Embedder | None = None
        self._held: OrderedDict[bytes, NDArray[np.float16]] = OrderedDict()
        self._lock = threading.Lock()
        self._at_work = threading.Lock()
        self._silent_until = 0.0
        self._learnt: WeakSet[Shelf] = WeakSet()

    def learn(self, index: Index) -> threading.Thread | None:
        """Computes what is missing, in a thread, unless one is at it already."""
        if index.shelf in self._learnt or time.monotonic() < self._silent_until:
            return None
        if not self._at_work.acquire(blocking=False):
            return None
        thread = threading.Thread(target=self._work, args=(index,), daemon=True, name="vectors")
        thread.start()
        return thread

    def nearness(self, question: str, locale: str, entries: Sequence[Entry]) -> Floats | None:
        """How near each passage is to the question, -1 to 1; None where that is not known well enough."""
        embedder = self._embedder
        if embedder is None or time.monotonic() < self._silent_until:
            return None
        told = [self._held.get(_key(entry)) if _knows(embedder, locale, entry) else None for entry in entries]
        known = [vector for vector in told if vector is not None]
        if 2 * len(known) <= len(entries):
            return None
        try:
            asked = embedder.embed([question])[0].astype(np.float64)
        except Exception as error:
            self._fail(error)
            return None
        near = np.asarray([np.nan if one is None else float(one.astype(np.float64) @ asked) for one in told])
        return np.where(np.isnan(near), np.nanmean(near), near)  # what is not computed yet is taken for average

    def _work(self, index: Index) -> None:
        try:
            embedder = self._embedder or self._begin()
            everything = index.seen_by(Reader(MEMBERS)).entries
            missing = [one for one in everything if _key(one) not in self._held]
            for start in range(0, len(missing[:MOST]), _TOGETHER):
                some = missing[start : start + _TOGETHER]
                started = time.monotonic()
                vectors = embedder.embed([_said(one) for one in some]).astype(np.float16)
                self._hold([_key(one) for one in some], vectors)
                time.sleep(_REST * (time.monotonic() - started))
            self._learnt.add(index.shelf)
        except Exception as error:
            self._fail(error)
        finally:
            self._at_work.release()

    def _begin(self) -> Embedder:
        embedder = self._make()
        if file := self._file(embedder):
            row = np.dtype([("key", f"S{_KEY}"), ("vector", np.float16, (embedder.dims,))])
            whole = file.stat().st_size // row.itemsize if file.exists() else 0
            for one in np.fromfile(file, row, whole) if whole else ():
                # numpy drops zeros at the end of bytes
                self._held[bytes(one["key"]).ljust(_KEY, b"\0")] = one["vector"]
        self._embedder = embedder
        return embedder

    def _hold(self, keys: Sequence[bytes], vectors: NDArray[np.float16]) -> None:
        with self._lock:
            for key, vector in zip(keys, vectors, strict=True):
                self._held[key] = vector
            while len(self._held) > MOST:
                self._held.popitem(last=False)
            if self._embedder and (file := self._file(self._embedder)):
                file.parent.mkdir(parents=True, exist_ok=True)
                with file.open("ab") as out:
                    out.write(b"".join(key + vector.tobytes() for key, vector in zip(keys, vectors, strict=True)))

    def _file(self, embedder: Embedder) -> Path | None:
        name = hashlib.sha256(f"{embedder.name}/{embedder.dims}".encode()).hexdigest()[:16]
        return self._folder / f"{name}.vectors" if self._folder else None

    def _fail(self, error: Exception) -> None:
        """Search goes on by words alone."""
        self._silent_until = time.monotonic() + _AGAIN
        _log.warning("embeddings_unavailable", error=str(error)[:200])


def vectors_of(platform: Platform) -> Vectors | None:
    """Those of the platform, where it has an embedder for passages."""
    return platform.part(_made)


def _made(platform: Platform) -> Vectors | None:
    make = platform.passage_embedder
    return Vectors(make, platform.settings.data / "vectors") if make else None


def _knows(embedder: Embedder, locale: str, entry: Entry) -> bool:
    languages: frozenset[str] | None = getattr(embedder, "languages", None)
    return languages is None or locale in languages or entry.locale in languages


def _said(entry: Entry) -> str:
    return "\n".join(part for part in (entry.title, entry.heading, entry.text) if part)


def _key(entry: Entry) -> bytes:
    return hashlib.blake2b(_said(entry).encode("utf-8", "replace"), digest_size=_KEY).digest()
