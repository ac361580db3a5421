"""What a check found."""

from dataclasses import asdict, dataclass
from typing import Literal

State = Literal["good", "warn", "bad"]
_MARKS: dict[State, str] = {"good": "ok  ", "warn": "note", "bad": "BAD "}


@dataclass(frozen=True)
class Finding:
    check: str
    state: State
    says: str

    def line(self) -> str:
        return f"{_MARKS[self.state]}  {self.check}: {self.says}"

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


def good(check: str, says: str) -> Finding:
    return Finding(check, "good", says)


def warn(check: str, says: str) -> Finding:
    return Finding(check, "warn", says)


def bad(check: str, says: str) -> Finding:
    return Finding(check, "bad", says)
