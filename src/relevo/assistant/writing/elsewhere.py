"""How many turns wait for a model: they need no processor meanwhile, so others may go on in their place."""

import contextlib
from collections.abc import Callable, Generator

from relevo.platform.platform import Platform

MOST = 64  # that wait at once, in one process


class Elsewhere:
    """Who runs turns is told by `on_change` when one begins to wait."""

    def __init__(self, _: Platform) -> None:
        self._waiting = 0
        self.on_change: Callable[[], None] = lambda: None

    @property
    def waiting(self) -> int:
        return min(self._waiting, MOST)

    @contextlib.contextmanager
    def there(self) -> Generator[None]:
        self._waiting += 1
        self.on_change()
        try:
            yield
        finally:
            self._waiting -= 1
