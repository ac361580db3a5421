"""Plays scripted conversations: line by line, each customer's in order, several customers at once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from relevo.assistant.scenarios.judge import Reply, faults
from relevo.assistant.scenarios.script import Script

MANY_AT_ONCE = 4


class Customer(Protocol):
    """Somebody who can write to the assistant and read its reply."""

    async def say(self, text: str, *, new_conversation: bool) -> Reply: ...


@dataclass(frozen=True, slots=True)
class Played:
    """One turn as it went. `turn` counts from 1."""

    id: str
    turn: int
    customer: str
    reply: Reply
    reasons: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.reasons


Arrive = Callable[[Script], Awaitable[Customer]]
Progress = Callable[[int, int], None]  # scenarios done, of how many


async def play(
    scripts: Sequence[Script], arrive: Arrive, *, progress: Progress | None = None, at_once: int = MANY_AT_ONCE
) -> list[Played]:
    """Every turn of every script, in the order of the scripts. `arrive` brings the customer of a script."""
    room = asyncio.Semaphore(at_once)
    done = 0

    async def one(script: Script) -> list[Played]:
        nonlocal done
        async with room:
            played = await _play(script, await arrive(script))
        done += 1
        if progress:
            progress(done, len(scripts))
        return played

    return [turn for turns in await asyncio.gather(*map(one, scripts)) for turn in turns]


async def _play(script: Script, customer: Customer) -> list[Played]:
    played: list[Played] = []
    for turn, line in enumerate(script.lines, 1):
        reply = await customer.say(line.customer, new_conversation=line.new_conversation)
        reasons = faults(reply, line.expect, language=script.language)
        played.append(Played(script.id, turn, line.customer, reply, reasons))
    return played
