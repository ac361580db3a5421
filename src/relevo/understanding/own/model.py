"""The model of a workspace's own intents: read with numpy alone."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relevo.ports.embedder import Embedder
from relevo.understanding.own import clauses, container
from relevo.understanding.own.experts import Letters, Points, sentence_points
from relevo.understanding.own.features import LONGEST, words_of
from relevo.understanding.own.spelling import Spelling
from relevo.understanding.own.types import Found
from relevo.understanding.own.words import shipped
from relevo.understanding.table import Floats, Table
from relevo.understanding.types import Guess

_MOST_RANKED = 5
_NEAR_TIE = 0.5  # a guess with this share of the likeliest one's probability may as well be meant
_SURE = 0.6  # a clause's intent is named beside the message's where it is as likely as this


@dataclass(frozen=True)
class Mixture:
    """How much each view counts, and from which score on something is meant. The scores of views are summed so that their softmax is
    the probability of each intent."""

    weights: Mapping[str, float]
    threshold: float


@dataclass(frozen=True)
class OwnModel:
    """Finds the intents of a message. The same text has the same findings in every process.

    `mixtures` holds one for the views without sentence embeddings, called "plain", and one with them where they were learnt; `embedder` is
    the name of the one learnt with. Without that embedder at hand the plain one is used.
    """

    labels: tuple[str, ...]
    language: str
    letters: Letters
    meanings: Points
    sentences: Points | None
    mixtures: Mapping[str, Mixture]
    embedder_name: str | None = None
    embedder: Embedder | None = None

    @property
    def uses_embeddings(self) -> bool:
        return self.sentences is not None and self.embedder is not None and self.embedder.name == self.embedder_name

    def guesses(self, text: str) -> Found:
        """What `text` wants; any string has an answer."""
        found = self._of_one(text[:LONGEST])
        if found.is_none:
            return found
        others = [
            part.intents[0]
            for clause in clauses.of(text[:LONGEST])
            if not (part := self._of_one(clause)).is_none and part.intents[0].confidence >= _SURE
        ]
        several = {guess.name: guess for guess in others}
        if len(several) < 2:
            return found
        named = {**several, found.intents[0].name: several.get(found.intents[0].name, found.intents[0])}
        ordered = tuple(
            sorted(named.values(), key=lambda guess: (guess.name != found.intents[0].name, -guess.confidence))
        )
        return Found(ordered[:_MOST_RANKED], is_none=False, candidates=(), ranking=found.ranking)

    def _of_one(self, text: str) -> Found:
        mixture = self.mixtures["embeddings" if self.uses_embeddings else "plain"]
        scores = self._scores(text, mixture)
        order = np.argsort(-scores, kind="stable")[:_MOST_RANKED]
        chances = chances_of(scores)
        ranking = tuple(Guess(self.labels[i], float(chances[i])) for i in order)
        if surety(scores) < mixture.threshold:
            return Found((), is_none=True, candidates=(), ranking=ranking)
        near = tuple(guess for guess in ranking[:3] if guess.confidence >= _NEAR_TIE * ranking[0].confidence)
        return Found(ranking[:1], is_none=False, candidates=near if len(near) > 1 else (), ranking=ranking)

    def _scores(self, text: str, mixture: Mixture) -> Floats:
        scores = mixture.weights["letters"] * self.letters.scores(words_of(text))
        meaning = shipped().vector(self.letters.corrected(text), inherited=self.language)
        scores = scores + mixture.weights["meanings"] * self.meanings.scores(meaning)
        if self.sentences and self.embedder and (weight := mixture.weights.get("sentences", 0.0)):
            scores = scores + weight * self.sentences.scores(sentence_points(self.embedder.embed([text])[0], meaning))
        return scores.astype(np.float32)

    def to_bytes(self) -> bytes:
        letters = self.letters
        arrays: dict[str, NDArray[Any]] = {"weights": letters.weights, "steps": letters.steps, "bias": letters.bias}
        for block, (ids, idf) in enumerate(zip(letters.table.ids, letters.table.idf, strict=True)):
            arrays[f"ids{block}"], arrays[f"idf{block}"] = ids, idf
        for name, points in (("meanings", self.meanings), ("sentences", self.sentences)):
            if points:
                arrays[f"{name}.weights"], arrays[f"{name}.bias"] = points.weights, points.bias
        about = {
            "labels": self.labels, "language": self.language, "words": dict(letters.spelling.counts), "embedder": self.embedder_name,
            "blocks": len(letters.table.ids), "mixtures": {name: asdict(mixture) for name, mixture in self.mixtures.items()},
        }  # fmt: skip
        return container.pack(about, arrays)

    @classmethod
    def from_bytes(cls, data: bytes, *, embedder: Embedder | None = None) -> "OwnModel":
        """Reads what `to_bytes` wrote. `embedder` is used where the model was learnt with one of the same name. Raises UnreadableModel."""
        about, arrays = container.unpack(data)
        blocks = range(about["blocks"])
        table = Table(
            tuple(arrays[f"ids{block}"] for block in blocks), tuple(arrays[f"idf{block}"] for block in blocks)
        )
        return cls(
            labels=tuple(about["labels"]),
            language=about["language"],
            letters=Letters(Spelling(about["words"]), table, arrays["weights"], arrays["steps"], arrays["bias"]),
            meanings=Points(arrays["meanings.weights"], arrays["meanings.bias"]),
            sentences=Points(arrays["sentences.weights"], arrays["sentences.bias"])
            if "sentences.weights" in arrays
            else None,
            mixtures={name: Mixture(**one) for name, one in about["mixtures"].items()},
            embedder_name=about["embedder"],
            embedder=embedder,
        )


def chances_of(scores: Floats) -> Floats:
    """The probability of each intent."""
    spread = np.exp(scores - scores.max())
    return spread / spread.sum()


def surety(scores: Floats) -> float:
    """How clearly anything is meant at all, whichever it is."""
    return float(scores.max())
