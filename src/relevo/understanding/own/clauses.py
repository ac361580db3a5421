"""The clauses of a message that may each want something of their own."""

import re

_BORDER = re.compile(
    r"(?<=[.!?;\n])\s+|\n+|,?\s+(?:y\s+)?(?:también|tambien|además|ademas|por otro lado|aparte de eso|otra cosa)\b,?\s*"
    r"|,?\s+(?:and\s+)?(?:also|besides|in addition|another thing|separately)\b,?\s*"
    r"|,?\s+(?:y|and)\s+(?=(?:quiero|necesito|me|puedo|cómo|como|cuándo|cuando|dónde|donde|qué|cuánto|i|can|could|how|when|where|what|my)\b)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
_MOST = 6


def of(text: str) -> list[str]:
    """The clauses of `text` with three words or more, the first six of them; none where it is all of one piece."""
    parts = [part.strip() for part in _BORDER.split(text)]
    long = [part for part in parts if len(part.split()) >= _FEWEST_WORDS]
    return long[:_MOST] if len(long) > 1 else []
