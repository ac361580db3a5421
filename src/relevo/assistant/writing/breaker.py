"""A model that fails again and again is left alone for a while, then tried with one call."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

OPENS_AFTER = 5  # failures in a row
_FIRST_PAUSE, _LONGEST_PAUSE = 15.0, 240.0  # seconds
_LONGEST_PROBE = 60.0
_REMEMBERED = 10_000


@dataclass(slots=True)
class Breaker:
    clock: Callable[[], float] = time.monotonic
    _failures: int = 0
    _pause: float = _FIRST_PAUSE
    _until: float = 0.0  # open until then; 0 where it is closed
    _probe_since: float | None = None

    @property
    def is_open(self) -> bool:
        return self._until > 0

    def admits(self) -> bool:
        """Whether the model may be called now. After a pause, the first who asks may, alone."""
        if not self._until:
            return True
        moment = self.clock()
        if moment < self._until or (self._probe_since is not None and moment < self._probe_since + _LONGEST_PROBE):
            return False
        self._probe_since = moment
        return True

    def succeeded(self) -> None:
        self._failures, self._pause, self._until, self._probe_since = 0, _FIRST_PAUSE, 0.0, None

    def failed(self, *, retry_after: float | None = None) -> None:
        """`retry_after`: the provider said itself for how long it wants to be left alone."""
        was_probe, self._probe_since = self._probe_since is not None, None
        self._failures += 1
        if retry_after:
            self._until = self.clock() + min(retry_after, _LONGEST_PAUSE)
        elif was_probe or self._failures >= OPENS_AFTER:
            self._pause = min(self._pause * 2, _LONGEST_PAUSE) if was_probe else self._pause
            self._until = self.clock() + self._pause

    def try_again(self) -> None:
        """Somebody wants to know now: the next call is let through."""
        if self._until:
            self._until, self._probe_since = self.clock(), None

    def given_up(self) -> None:
        """A call ended by who asked says nothing of the model."""
        self._probe_since = None


@dataclass
class Breakers:
    """One for each model as it is set up; another key or address begins anew. Held by each process."""

    clock: Callable[[], float] = time.monotonic
    _held: dict[tuple[UUID, object], Breaker] = field(default_factory=dict[tuple[UUID, object], Breaker])

    def of(self, model_id: UUID, version: object) -> Breaker:
        found = self._held.get((model_id, version))
        if found is None:
            if len(self._held) >= _REMEMBERED:
                self._held.clear()
            found = self._held[model_id, version] = Breaker(self.clock)
        return found
