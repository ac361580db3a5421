"""What a company's own conversations show of a topic, and what follows from it. Pure functions."""

import math
from dataclasses import dataclass, fields
from typing import Any

from relevo.assistant.autonomy.types import LEVELS, Level, rank

_Z = 1.96  # of 95 %


@dataclass(frozen=True, slots=True)
class Evidence:
    """`answers` of the assistant, said or proposed; `compared` of them with what a person wrote, released, changed or refused,
    and `agreed` of those. `unsupported`: sentences that promised or named something no article says, kept back by the gate.
    `said` answers reached customers; after `repeat_contacts` of them the customer came back about the same within a week;
    `recalled` of them no longer held."""

    answers: int = 0
    compared: int = 0
    agreed: int = 0
    unsupported: int = 0
    said: int = 0
    repeat_contacts: int = 0
    recalled: int = 0

    @property
    def agreement(self) -> float | None:
        return self.agreed / self.compared if self.compared else None

    @property
    def lower_bound(self) -> float | None:
        return wilson(self.agreed, self.compared)[0] if self.compared else None


@dataclass(frozen=True, slots=True)
class Step:
    """What it takes to reach a level."""

    compared: int
    lower_bound: float


@dataclass(frozen=True, slots=True)
class Gates:
    """Thresholds; a workspace may set others. A level that has been reached is lost where the recent answers fall below `keep`."""

    suggest: Step = Step(10, 0.5)
    approve: Step = Step(30, 0.75)
    autonomous: Step = Step(50, 0.85)
    most_unsupported: int = 0
    most_repeats: float = 0.25  # of what was said
    recent: int = 30  # the answers that demotion looks at
    fewest_recent: int = 10
    keep: float = 0.75
    most_recalled: float = 0.2
    most_unsupported_recently: float = 0.1  # sentences for each answer

    def step(self, level: Level) -> Step | None:
        match level:
            case "suggest":
                return self.suggest
            case "approve":
                return self.approve
            case "autonomous":
                return self.autonomous
            case _:
                return None

    @classmethod
    def of(cls, settings: dict[str, Any]) -> "Gates":
        """From the workspace's settings; what is not set there is as shipped."""
        given = settings.get("autonomy_gates") or {}
        steps = {name: Step(*given[name]) for name in ("suggest", "approve", "autonomous") if name in given}
        rest = {one.name: given[one.name] for one in fields(cls) if one.name in given and one.name not in steps}
        return cls(**steps, **rest)


def wilson(successes: int, of: int) -> tuple[float, float]:
    """The interval in which the true share lies with 95 % confidence: honest for small numbers, too."""
    if of == 0:
        return 0.0, 1.0
    share, spread = successes / of, _Z * _Z / of
    middle = share + spread / 2
    half = _Z * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


def missing_for(level: Level, found: Evidence, gates: Gates) -> tuple[str, ...]:
    """What the evidence lacks for a level; nothing where it carries it."""
    step = gates.step(level)
    if step is None:
        return ()
    lacks: list[str] = []
    if found.compared < step.compared:
        lacks.append(f"{found.compared} compared answers of {step.compared} needed")
    if (found.lower_bound or 0.0) < step.lower_bound:
        lacks.append(f"agreement of at least {found.lower_bound or 0.0:.0%} is certain, {step.lower_bound:.0%} needed")
    if level == "autonomous" and found.unsupported > gates.most_unsupported:
        lacks.append(f"{found.unsupported} unsupported sentences, {gates.most_unsupported} allowed")
    if level == "autonomous" and found.said and found.repeat_contacts > gates.most_repeats * found.said:
        lacks.append(f"{found.repeat_contacts} of {found.said} customers came back about the same")
    return tuple(lacks)


def promotion(level: Level, found: Evidence, gates: Gates) -> tuple[Level, tuple[str, ...]] | None:
    """The next level where the evidence carries it, and why. To observe, which nobody sees, needs none and is never urged."""
    if level in ("off", "autonomous"):
        return None
    following = LEVELS[rank(level) + 1]
    if missing_for(following, found, gates):
        return None
    lower = found.lower_bound or 0.0
    return following, (
        f"{found.agreed} of {found.compared} agree, at least {lower:.0%} for certain",
        f"{found.unsupported} unsupported",
    )


def demotion(level: Level, recent: Evidence, gates: Gates) -> tuple[Level, tuple[str, ...]] | None:
    """The level below where what was found lately does not carry this one any more, and why."""
    if level in ("off", "observe"):
        return None
    because: list[str] = []
    if recent.compared >= gates.fewest_recent and recent.agreed < gates.keep * recent.compared:
        because.append(f"{recent.agreed} of the last {recent.compared} compared answers agree, {gates.keep:.0%} needed")
    if recent.answers >= gates.fewest_recent and recent.unsupported > gates.most_unsupported_recently * recent.answers:
        because.append(f"{recent.unsupported} unsupported sentences among the last {recent.answers} answers")
    if recent.said >= gates.fewest_recent and recent.recalled > gates.most_recalled * recent.said:
        because.append(f"{recent.recalled} of the last {recent.said} answers no longer hold")
    if recent.said >= gates.fewest_recent and recent.repeat_contacts > 2 * gates.most_repeats * recent.said:
        because.append(f"{recent.repeat_contacts} of the last {recent.said} customers came back about the same")
    return (LEVELS[rank(level) - 1], tuple(because)) if because else None
