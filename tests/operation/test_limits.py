"""Limits: so many at once, then an even pace, and no more work than a look at one number."""

import ast
import asyncio
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import relevo
from relevo.kit.errors import RateLimited
from relevo.platform.limits import NAMED, Limits

NAME = "chat.message"
LIMIT = NAMED[NAME]


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def hits(limits: Limits, times: int, key: str = "k") -> list[bool]:
    return [limits.take(NAME, key) == 0 for _ in range(times)]


def test_so_many_pass_at_once_and_then_one_by_one() -> None:
    clock = Clock()
    limits = Limits(clock=clock)
    assert hits(limits, LIMIT.times + 2) == [True] * LIMIT.times + [False] * 2
    clock.seconds += LIMIT.seconds / LIMIT.times
    assert hits(limits, 2) == [True, False]
    clock.seconds += LIMIT.seconds
    assert all(hits(limits, LIMIT.times))


def test_one_key_does_not_use_up_anothers() -> None:
    limits = Limits(clock=Clock())
    hits(limits, LIMIT.times, "a")
    assert hits(limits, 1, "b") == [True]


def test_whoever_is_refused_is_told_how_long_to_wait() -> None:
    clock = Clock()
    limits = Limits(clock=clock)
    hits(limits, LIMIT.times)
    with pytest.raises(RateLimited) as refused:
        asyncio.run(limits.hit(NAME, "k"))
    clock.seconds += refused.value.data["retry_after"]
    asyncio.run(limits.hit(NAME, "k"))


@given(st.lists(st.floats(0, 30), max_size=120))
def test_no_window_holds_much_more_than_the_limit(pauses: list[float]) -> None:
    """In any stretch as long as the limit's, at most the burst and what the pace adds meanwhile gets through."""
    clock = Clock()
    limits = Limits(clock=clock)
    passed: list[float] = []
    for pause in pauses:
        clock.seconds += pause
        if limits.take(NAME, "k") == 0:
            passed.append(clock.seconds)
    for begin in passed:
        within = [moment for moment in passed if begin <= moment < begin + LIMIT.seconds]
        assert len(within) <= 2 * LIMIT.times


def test_a_flood_of_keys_takes_no_more_memory_than_set_aside() -> None:
    clock = Clock()
    limits = Limits(clock=clock)
    for n in range(120_000):
        limits.take(NAME, str(n))
    assert len(limits._due) <= 50_000
    assert hits(limits, LIMIT.times, "119999") == [True] * (LIMIT.times - 1) + [False], "the latest are remembered"


def test_it_costs_next_to_nothing() -> None:
    async def microseconds(limits: Limits) -> float:
        began = time.perf_counter()
        for n in range(5000):
            await limits.hit(NAME, str(n))
        return (time.perf_counter() - began) / 5000 * 1e6

    assert asyncio.run(microseconds(Limits())) < 60
    assert asyncio.run(microseconds(Limits(enabled=False))) < 20


def test_every_limit_in_the_code_is_in_the_table() -> None:
    used: set[str] = set()
    for file in Path(relevo.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            match node:
                case ast.Call(func=ast.Attribute(attr="hit"), args=[ast.Constant(value=str(name)), _]):
                    used.add(name)
                case _:
                    continue
    assert used == set(NAMED)
