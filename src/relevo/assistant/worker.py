"""Runs the turns that are due: some at a time, woken when a message comes in, looking each second in any case."""

import asyncio

import structlog

from relevo.assistant.thinking import by_itself
from relevo.assistant.turn import run_turn
from relevo.assistant.types import Context, Voice
from relevo.assistant.writing.elsewhere import Elsewhere
from relevo.conversations import turns
from relevo.conversations.turns import Due
from relevo.kit.errors import Unavailable
from relevo.knowledge.index import Entry, Index
from relevo.platform.live import TURNS
from relevo.platform.platform import Platform
from relevo.understanding.language import language_of

log = structlog.get_logger()

# Thinking takes the processor; more at once only makes those who send wait. Turns that wait for a language model come besides.
AT_ONCE = 2
_LONGEST_WAIT_SECONDS = 1.0
_SHORTEST_WAIT_SECONDS = 0.02


async def run(platform: Platform) -> None:
    """Works until cancelled, through losses of the database."""
    await asyncio.to_thread(_warm)
    woken = asyncio.Event()
    running: dict[Due, asyncio.Task[None]] = {}
    platform.part(Elsewhere).on_change = woken.set
    with platform.hub.listening(TURNS, lambda _: woken.set()):
        try:
            while True:
                woken.clear()
                wait_seconds = await _start_due(platform, running, woken)
                await _wait(woken, wait_seconds)
        finally:
            for task in running.values():
                task.cancel()
            await asyncio.gather(*running.values(), return_exceptions=True)


def _warm() -> None:
    """Loads what thinking needs, so that the first customer need not wait for it."""
    language_of("Bonjour, je voudrais savoir où est ma commande", inherited="es")
    voice = Voice("", "", "es")
    entry = Entry("warm", "Envíos", "", "El envío a Baleares tarda de 5 a 7 días laborables.", "es")
    for question in ("¿Cuánto tarda el envío a Baleares?", "How long does delivery take?"):
        by_itself(Context(question, voice), Index([entry]))


async def _start_due(platform: Platform, running: dict[Due, asyncio.Task[None]], woken: asyncio.Event) -> float:
    """Begins what is due and says how long there is nothing more to do."""
    most = AT_ONCE + platform.part(Elsewhere).waiting
    room = most - len(running)
    if room <= 0:
        return _LONGEST_WAIT_SECONDS  # a turn that ends wakes us
    try:
        for due in await turns.due(platform.db, limit=room + len(running)):
            if due not in running and len(running) < most:
                running[due] = asyncio.create_task(_one(platform, due))
                running[due].add_done_callback(lambda _, due=due: (running.pop(due, None), woken.set()))
        next_in = await turns.seconds_to_next(platform.db)
    except Unavailable as error:
        log.warning("turns_interrupted", reason=str(error))
        return _LONGEST_WAIT_SECONDS
    if next_in is None:
        return _LONGEST_WAIT_SECONDS
    return min(_LONGEST_WAIT_SECONDS, max(_SHORTEST_WAIT_SECONDS, next_in))


async def _one(platform: Platform, due: Due) -> None:
    try:
        await run_turn(platform, due)
    except Unavailable as error:
        log.warning("turn_interrupted", conversation_id=str(due.conversation_id), reason=str(error))
    except Exception as error:  # the turn stays claimed for a while and is then tried again, at most three times
        log.exception("turn_broken", conversation_id=str(due.conversation_id), exc_info=error)


async def _wait(woken: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await woken.wait()
    except TimeoutError:
        pass
