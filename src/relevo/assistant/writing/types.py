"""What is written and how it ended."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from relevo.assistant.grounding.types import Receipt

Outcome = Literal["answer", "clarify", "none"]
OnSentence = Callable[[str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Written:
    """What a model wrote and the gate let through.

    `used` are the numbers of the evidence that it stands on; `calls` the records of the calls it took. With the outcome "none" the
    model found no answer in the evidence, and the text is empty; with "clarify" the text is a question to the customer.
    """

    text: str
    receipt: Receipt
    used: tuple[int, ...]
    calls: tuple[UUID, ...]
    outcome: Outcome
