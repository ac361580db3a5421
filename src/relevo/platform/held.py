"""Limits on how many things somebody holds at the same time, such as open sockets."""

import contextlib
from collections import Counter
from collections.abc import Generator

from relevo.kit.errors import RateLimited

# A person has a few tabs and devices; many people may share the address of a company or of a mobile network.
SOCKETS_OF_CONTACT = 20
SOCKETS_OF_ADDRESS = 2_000
_COME_BACK_SECONDS = 10


class Held:
    """Counts by key. With `enabled` False nothing is limited."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled
        self._held: Counter[str] = Counter()

    @contextlib.contextmanager
    def one(self, key: str, *, limit: int) -> Generator[None]:
        """Holds one more for the time of the block. Raises RateLimited where `limit` are held."""
        if self._enabled and self._held[key] >= limit:
            raise RateLimited(_COME_BACK_SECONDS)
        self._held[key] += 1
        try:
            yield
        finally:
            self._held[key] -= 1
            if self._held[key] <= 0:
                del self._held[key]
