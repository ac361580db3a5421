"""What was measured: figures by name, as a table for people and as JSON for programs."""

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Report:
    conditions: dict[str, str]
    figures: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])

    def add(self, name: str, **figures: Any) -> None:
        self.figures[name] = {
            key: round(value, 3) if isinstance(value, float) else value for key, value in figures.items()
        }
        print(self._line(name), flush=True)

    def as_json(self) -> str:
        return json.dumps({"conditions": self.conditions, "figures": self.figures}, indent=2, ensure_ascii=False)

    def as_table(self) -> str:
        return "\n".join(
            [
                *(f"{name:22} {value}" for name, value in self.conditions.items()),
                "",
                *(self._line(name) for name in self.figures),
            ]
        )

    def _line(self, name: str) -> str:
        return f"{name:34} " + " · ".join(f"{key} {value}" for key, value in self.figures[name].items())


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
