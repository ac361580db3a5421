"""The model of a workspace's own intents: read with numpy alone, stored without anything that could run."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relevo.ports.embedder import Embedder
from relevo.understanding.own.features import VERSION, Features, Hashes, features
from relevo.understanding.own.types import Found, UnreadableModel
from relevo.understanding.types import Guess

Floats = NDArray[np.float32]
_MOST_RANKED = 5
_NEAR_TIE = 0.6  # a second guess with this share of the first one's probability is as likely meant


@dataclass(frozen=True)
class Table:
    """The features that a model knows, block by block: hashes in ascending order, and how telling each is."""

    ids: tuple[Hashes, ...]
    idf: tuple[Floats, ...]

    @property
    def size(self) -> int:
        return sum(len(block) for block in self.ids)

    def vector(self, found: Features) -> tuple[NDArray[np.int64], Floats]:
        """Rows and values: log counts times inverse document frequency, each block of length one."""
        rows, values, start = [], [], 0
        for ids, idf, hashes in zip(self.ids, self.idf, found.blocks, strict=True):
            unique, counts = np.unique(hashes, return_counts=True)
            at = np.minimum(np.searchsorted(ids, unique), max(len(ids) - 1, 0))
            known = ids[at] == unique if len(ids) else np.zeros(len(unique), bool)
            value = (1 + np.log(counts[known])).astype(np.float32) * idf[at[known]]
            length = float(np.linalg.norm(value))
            rows.append(at[known] + start)
            values.append(value / length if length else value)
            start += len(ids)
        return np.concatenate(rows), np.concatenate(values)


@dataclass(frozen=True)
class Decision:
    """How scores become probabilities, and below which score nothing is meant."""

    scale: float
    threshold: float


class OwnModel:
    """Finds the intents of a message. The same text has the same findings in every process."""

    def __init__(
        self,
        labels: tuple[str, ...],
        table: Table,
        weights: NDArray[np.int8],
        steps: Floats,
        bias: Floats,
        decision: Decision,
    ) -> None:
        self.labels, self.decision = labels, decision
        self._table, self._weights, self._steps, self._bias = table, weights, steps, bias
        self.uses_embeddings = False

    def guesses(self, text: str) -> Found:
        """What `text` wants; any string has an answer."""
        scores = self._scores(text)
        order = np.argsort(-scores, kind="stable")[:_MOST_RANKED]
        chances = _softmax(scores * self.decision.scale)
        ranking = tuple(Guess(self.labels[i], float(chances[i])) for i in order)
        is_none = float(scores[order[0]]) < self.decision.threshold
        near = tuple(guess for guess in ranking[:3] if guess.confidence >= _NEAR_TIE * ranking[0].confidence)
        candidates = near if len(near) > 1 and not is_none else ()
        return Found(() if is_none else ranking[:1], is_none, candidates, ranking)

    def _scores(self, text: str) -> Floats:
        rows, values = self._table.vector(features(text))
        return (values @ self._weights[rows].astype(np.float32)) * self._steps + self._bias

    def to_bytes(self) -> bytes:
        arrays: dict[str, NDArray[np.generic]] = {"weights": self._weights, "steps": self._steps, "bias": self._bias}
        for block, (ids, idf) in enumerate(zip(self._table.ids, self._table.idf, strict=True)):
            arrays[f"ids{block}"], arrays[f"idf{block}"] = ids, idf
        about = {
            "format": VERSION,
            "labels": self.labels,
            "blocks": len(self._table.ids),
            "decision": asdict(self.decision),
        }
        arrays["about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)
        out = BytesIO()
        np.savez_compressed(out, **arrays)  # pyright: ignore[reportArgumentType]
        return out.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes, *, embedder: Embedder | None = None) -> "OwnModel":
        """Reads what `to_bytes` wrote. `embedder` is used where the model was learnt with one of the same name. Raises UnreadableModel."""
        try:
            with np.load(BytesIO(data), allow_pickle=False) as stored:
                arrays = {name: stored[name] for name in stored.files}
            about: Mapping[str, Any] = json.loads(arrays["about"].tobytes())
            if about["format"] != VERSION:
                raise UnreadableModel("This model was trained by another version of Relevo; train it anew.")
            blocks = range(about["blocks"])
            table = Table(
                tuple(arrays[f"ids{block}"] for block in blocks), tuple(arrays[f"idf{block}"] for block in blocks)
            )
            return cls(
                tuple(about["labels"]),
                table,
                arrays["weights"],
                arrays["steps"],
                arrays["bias"],
                Decision(**about["decision"]),
            )
        except UnreadableModel:
            raise
        except Exception as error:  # whatever a foreign file breaks: it is not one of ours
            raise UnreadableModel from error


def _softmax(scores: Floats) -> Floats:
    spread = np.exp(scores - scores.max())
    return spread / spread.sum()
