"""Passages as they may be shown to a model: none that gives orders to machines, or speaks in somebody else's name.

Articles with such text wait for a member before they are published. One that was let through nevertheless is no source for a model.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from relevo.assistant.grounding.types import Evidence
from relevo.assistant.writing.fence import inert
from relevo.kit.folding import fold
from relevo.knowledge.findings.orders import orders

_LONGEST = 8_000  # characters of a passage that are looked at
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_SIGNS = re.compile(
    r"< ?\|? ?/?(?:im_|system|customer|assistant|user|data\b)|\[ ?/?inst\]|<< ?/?sys|\"role\"\s*:|={3,}|\bsystem prompt\b"
    r"|^\W*(?:system|assistant|user|human|ai|sistema|asistente|usuario|ia)\s*[:>\]]",
    re.MULTILINE,
)


def without_orders(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The same passages in the same places; one that holds orders is empty."""
    return tuple(_obeying_nobody(one) for one in evidence)


def _obeying_nobody(one: Evidence) -> Evidence:
    plain = replace(one, title=_line(one.title), heading=_line(one.heading), text=inert(one.text, limit=_LONGEST))
    return replace(plain, text="") if _gives_orders(plain.text) else plain


def _line(text: str) -> str:
    plain = inert(text, limit=300)
    return "" if _gives_orders(plain) else plain


def _gives_orders(text: str) -> bool:
    """As a whole, or in any of its sentences."""
    parts = [text, *(part for line in text.splitlines() for part in (line, *_SENTENCE_END.split(line)))]
    return bool(_SIGNS.search(fold(text))) or any(orders("", part) for part in dict.fromkeys(parts))
