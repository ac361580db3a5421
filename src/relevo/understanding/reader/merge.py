"""What the workspace's own model sees goes before what the shipped one does."""

from dataclasses import replace

from relevo.understanding.own.model import OwnModel
from relevo.understanding.types import Reading


def with_own(reading: Reading, text: str, model: OwnModel, version: int) -> Reading:
    """Where the workspace's own model sees one of its intents, that is what is wanted; else what ships has seen."""
    found = model.guesses(text)
    name = f"{reading.model} + own {version}"
    if found.is_none:
        return replace(reading, model=name)
    return replace(reading, intents=found.intents, candidates=found.candidates, model=name)
