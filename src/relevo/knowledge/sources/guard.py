"""The guard of this installation, made once."""

from relevo.platform.outbound.allow import Allowed
from relevo.platform.outbound.guard import Guard
from relevo.platform.platform import Platform


def make_guard(platform: Platform) -> Guard:
    return Guard(Allowed.parse(platform.settings.fetch_allow or ""))


def guard_of(platform: Platform) -> Guard:
    return platform.part(make_guard)
