"""What a provider may do: answer, be late, break off, answer nonsense, or answer what must not be said."""

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

from tests.providers.protocols import Asked, events, whole
from tests.providers.server import Behaviour, Wire

Text = Callable[[Asked], str]
_PASSAGE = re.compile(r"=== \w+ PASSAGE (\d+) .*? ===\n(.*?)\n=== \w+ END ===", re.DOTALL)


def form(*sentences: tuple[str, list[int]], outcome: str = "answer") -> str:
    found = [{"text": text, "passages": passages} for text, passages in sentences]
    return json.dumps({"outcome": outcome, "sentences": found}, ensure_ascii=False)


def passages(asked: Asked) -> dict[int, str]:
    """What stands in the passages that were sent, by number."""
    found = _PASSAGE.findall(asked.said[-1][1])
    return {int(number): "\n".join(line.removeprefix("| ") for line in text.split("\n")) for number, text in found}


def copies(asked: Asked) -> str:
    """An honest model: what the first passage says first."""
    first = passages(asked)[1]
    return form((re.split(r"(?<=[.!?])\s", first, maxsplit=1)[0], [1]))


def answers(text: Text | str) -> Behaviour:
    """Answers in the protocol's form, whole or streamed as it was asked."""

    async def behaviour(asked: Asked, wire: Wire) -> None:
        said = text if isinstance(text, str) else text(asked)
        if not asked.is_streamed:
            await wire.answer(whole(asked, said))
            return
        await wire.begin_events()
        for event in events(asked, said):
            await wire.send(event)

    return behaviour


def late(seconds: float, text: Text | str = copies) -> Behaviour:
    """A long time to the first token."""

    async def behaviour(asked: Asked, wire: Wire) -> None:
        await asyncio.sleep(seconds)
        await answers(text)(asked, wire)

    return behaviour


def stalls(after: int, seconds: float, text: Text | str = copies) -> Behaviour:
    """Says `after` events and then nothing for long."""

    async def behaviour(asked: Asked, wire: Wire) -> None:
        said = text if isinstance(text, str) else text(asked)
        await wire.begin_events()
        for event in events(asked, said)[:after]:
            await wire.send(event)
        await asyncio.sleep(seconds)

    return behaviour


def drops(after: int, text: Text | str = copies) -> Behaviour:
    """Says `after` events and is gone."""

    async def behaviour(asked: Asked, wire: Wire) -> None:
        said = text if isinstance(text, str) else text(asked)
        await wire.begin_events()
        for event in events(asked, said)[:after]:
            await wire.send(event)
        await asyncio.sleep(0.05)
        wire.cut()

    return behaviour


def ends_early(after: int, text: Text | str = copies) -> Behaviour:
    """Says `after` events and ends politely, without an ending."""

    async def behaviour(asked: Asked, wire: Wire) -> None:
        said = text if isinstance(text, str) else text(asked)
        await wire.begin_events()
        for event in events(asked, said)[:after]:
            await wire.send(event)

    return behaviour


def pings(seconds: float) -> Behaviour:
    """Keeps the connection alive and says nothing."""

    async def behaviour(asked: Asked, wire: Wire) -> None:
        await wire.begin_events()
        for _ in range(int(seconds / 0.05)):
            await wire.send(b": ping\n\n")
            await asyncio.sleep(0.05)

    return behaviour


def fails(status: int, *, retry_after: str | None = None, body: Any = None) -> Behaviour:
    async def behaviour(_: Asked, wire: Wire) -> None:
        headers = {"retry-after": retry_after} if retry_after else {}
        await wire.answer(body or {"error": {"message": "no", "type": "error"}}, status=status, headers=headers)

    return behaviour


def sends(raw: bytes, content_type: str = "text/event-stream", *, status: int = 200) -> Behaviour:
    async def behaviour(_: Asked, wire: Wire) -> None:
        await wire.answer(raw, status=status, headers={"content-type": content_type})

    return behaviour


def floods(megabytes: float) -> Behaviour:
    """A text without end, in form as far as it goes."""

    async def behaviour(asked: Asked, wire: Wire) -> None:
        await wire.begin_events()
        sentence = ', {"text": "' + "palabra " * 60 + '", "passages": [1]}'
        start = '{"outcome": "answer", "sentences": [{"text": "Hola.", "passages": []}'
        for event in events(asked, start + sentence * int(megabytes * 2_000), size=4_000):
            await wire.send(event)

    return behaviour
