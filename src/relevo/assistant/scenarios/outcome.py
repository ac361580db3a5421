"""What came of playing scripted conversations, counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from relevo.assistant.scenarios.play import Played


@dataclass(frozen=True, slots=True)
class Outcome:
    turns: tuple[Played, ...]

    @staticmethod
    def of(turns: Sequence[Played]) -> "Outcome":
        return Outcome(tuple(turns))

    @property
    def scenarios(self) -> int:
        return len({turn.id for turn in self.turns})

    @property
    def passed_scenarios(self) -> int:
        return self.scenarios - len({turn.id for turn in self.failures})

    @property
    def passed_turns(self) -> int:
        return len(self.turns) - len(self.failures)

    @property
    def failures(self) -> tuple[Played, ...]:
        return tuple(turn for turn in self.turns if not turn.passed)

    def as_json(self) -> dict[str, Any]:
        return {
            "scenarios": self.scenarios,
            "passed_scenarios": self.passed_scenarios,
            "turns": len(self.turns),
            "passed_turns": self.passed_turns,
            "failures": [_failure(turn) for turn in self.failures],
        }


def _failure(turn: Played) -> dict[str, Any]:
    return {
        "id": turn.id,
        "turn": turn.turn,
        "customer": turn.customer,
        "reply": turn.reply.text,
        "outcome": turn.reply.outcome,
        "sources": list(turn.reply.sources),
        "reasons": list(turn.reasons),
    }
