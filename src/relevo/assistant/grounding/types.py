"""What the gate is given and what it finds."""

from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

Verdict = Literal["supported", "plain", "unsupported", "contradicted"]
PASSED: frozenset[Verdict] = frozenset({"supported", "plain"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that an answer may stand on, of one revision of an article."""

    article: str
    title: str
    heading: str
    text: str
    locale: str
    article_id: UUID | None = None
    revision: int = 1
    url: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence of an answer. `evidence` is the number of the passage it stands on, `quote` that passage's own words;
    `score` how well it is supported, 0 to 1; `committing`: it promises, allows or forbids; `because`: what is wrong, as codes."""

    sentence: str
    verdict: Verdict
    evidence: int | None
    quote: str
    score: float
    committing: bool
    because: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        return self.verdict in PASSED

    def as_json(self) -> dict[str, Any]:
        return {
            "sentence": self.sentence,
            "verdict": self.verdict,
            "evidence": self.evidence,
            "quote": self.quote,
            "score": round(self.score, 3),
            "committing": self.committing,
            "because": list(self.because),
        }


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of each sentence, and which version of the gate looked at them."""

    sentences: tuple[Checked, ...]
    version: str

    @property
    def passed(self) -> bool:
        """Every sentence may be said, and there is at least one."""
        return bool(self.sentences) and all(one.passed for one in self.sentences)

    def as_json(self) -> dict[str, Any]:
        return {"version": self.version, "passed": self.passed, "sentences": [one.as_json() for one in self.sentences]}
