"""Limits on how often somebody may do something: all of them in one table.

A limit of 30 in 60 seconds lets 30 through at once and then one every two seconds. One number is kept for every key:
the moment at which everything let through so far would have come, had it come evenly (the "generic cell rate
algorithm"). Limits hold per process; several nodes together let through that many times more.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from relevo.kit.errors import RateLimited


@dataclass(frozen=True)
class Limit:
    times: int
    seconds: float


NAMED: dict[str, Limit] = {
    # customers; a shop's or a mobile network's customers may share an address
    "chat.session": Limit(120, 60),  # per address
    "chat.message": Limit(120, 60),  # per contact
    "chat.upload": Limit(20, 300),  # per contact
    "chat.mark": Limit(120, 60),  # typing, read; per contact
    # readers of help centres, per address
    "help.search": Limit(60, 60),
    "help.feedback": Limit(20, 300),
    # signing in; see workspaces/sign_in.py
    "login.address": Limit(60, 60),
    "login.account_and_address": Limit(10, 300),
    "login.account": Limit(50, 600),  # from browsers that never signed in to this account
    "login.known_browser": Limit(20, 600),
    "password.change": Limit(10, 600),  # per member
    # members and programs
    "members.write": Limit(60, 60),  # per member: people and keys are made by hand
    "agent.message": Limit(240, 60),  # per member
    "agent.mark": Limit(240, 60),
    "understand": Limit(600, 60),
    "intents.import": Limit(30, 600),
    "intents.train": Limit(30, 600),  # per workspace
    "sources.write": Limit(60, 60),  # per member
    "knowledge.upload": Limit(60, 600),
    "language_model.test": Limit(30, 600),  # per workspace
    "program.request": Limit(6000, 60),  # per API key
}

_REMEMBERED = 50_000


@dataclass
class Limits:
    """`hit` raises RateLimited where a limit is reached; with `enabled` False it does nothing."""

    enabled: bool = True
    clock: Callable[[], float] = time.monotonic
    _due: dict[tuple[str, str], float] = field(default_factory=dict[tuple[str, str], float])

    async def hit(self, name: str, key: str) -> None:
        """Counts one `name` by `key`. Raises RateLimited, with the seconds to wait, and then counts nothing."""
        if self.enabled and (wait := self.take(name, key)):
            raise RateLimited(wait)

    def take(self, name: str, key: str) -> float:
        """Counts one; or counts nothing and returns the seconds until there is room."""
        limit = NAMED[name]
        moment = self.clock()
        spacing = limit.seconds / limit.times
        due = max(self._due.get((name, key), moment), moment)
        too_early_by = due - moment - (limit.seconds - spacing)
        if too_early_by > 1e-9:
            return too_early_by
        if len(self._due) >= _REMEMBERED:
            self._forget(moment)
        self._due[name, key] = due + spacing
        return 0

    def _forget(self, moment: float) -> None:
        """Drops keys that have been quiet for long enough; under a flood of new keys, the older half."""
        self._due = {key: due for key, due in self._due.items() if due > moment}
        if len(self._due) >= _REMEMBERED:
            self._due = dict(list(self._due.items())[_REMEMBERED // 2 :])
