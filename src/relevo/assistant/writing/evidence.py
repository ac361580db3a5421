"""Passages as they may be shown to a model: without lines that give orders to machines.

Articles with such lines wait for a member before they are published. One that was let through nevertheless is still no source for
what it orders.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from relevo.assistant.grounding.types import Evidence
from relevo.assistant.writing.fence import inert
from relevo.knowledge.findings.orders import orders

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_LONGEST = 8_000  # characters of a passage that are looked at


def without_orders(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The same passages in the same places; of one that holds orders, what is left without them, which may be nothing."""
    return tuple(_obeying_nobody(one) for one in evidence)


def _obeying_nobody(one: Evidence) -> Evidence:
    plain = replace(one, title=_line(one.title), heading=_line(one.heading), text=inert(one.text, limit=_LONGEST))
    if not orders("", plain.text):
        return plain
    lines = [
        line
        for line in plain.text.splitlines()
        if not any(orders("", part) for part in (line, *_SENTENCE_END.split(line)))
    ]
    kept = "\n".join(lines)
    return replace(plain, text="" if orders("", kept) else kept)


def _line(text: str) -> str:
    plain = inert(text, limit=300)
    return "" if orders("", plain) else plain
