"""What the name of an intent says: “card_payment-NotRecognised” as words. A name is one more example of what is meant."""

import re

_PART = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-záéíóúñ])(?=[A-ZÁÉÍÓÚÑ])")
_SHORTEST = 3


def as_text(name: str) -> str | None:
    """The words of a name, or nothing where it has none."""
    words = _PART.findall(_HUMP.sub(" ", name))
    return " ".join(words) if any(len(word) >= _SHORTEST for word in words) else None
