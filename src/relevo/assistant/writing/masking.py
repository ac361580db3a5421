"""Personal data stays in the house: placeholders go out, and what they stand for is put back when the answer comes in."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from relevo.understanding.personal.find import find_personal_data
from relevo.understanding.personal.masking import hide, mask, restore

_PLACEHOLDER = re.compile(r"\[[A-Za-z_]{1,24}[_ ]\d{1,9}\]")
_SHORTEST = 3  # characters of a value that is looked for in passages


class Veil:
    """Of one exchange with a model: the same value has the same placeholder throughout. Lives in memory only.

    `reversible` False masks for good, by a word for the kind.
    """

    def __init__(self, known_names: Sequence[str] = (), *, reversible: bool = True) -> None:
        self._names = tuple(name for name in known_names if name.strip())
        self._reversible = reversible
        self._mapping: Mapping[str, str] = {}

    def over(self, text: str, *, locale: str = "en") -> str:
        """What somebody wrote, fit to leave the house."""
        spans = find_personal_data(text, known_names=self._names)
        if not self._reversible:
            return mask(text, spans, locale=locale)
        hidden = hide(text, spans, earlier=self._mapping)
        self._mapping = hidden.mapping
        return hidden.text

    def over_passage(self, text: str) -> str:
        """The company's own published words go out as they are, but for values that somebody wrote in the conversation, and for what
        looks like a placeholder."""
        hidden = hide(text, (), earlier=self._mapping)
        self._mapping, text = hidden.mapping, hidden.text
        values = {value: placeholder for placeholder, value in self._mapping.items() if len(value) >= _SHORTEST}
        if not values:
            return text
        longest_first = sorted(values, key=len, reverse=True)
        return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", lambda m: values[m[0]], text)

    def lifted(self, text: str) -> str:
        """What a model wrote, with the values in place of the placeholders."""
        return restore(text, self._mapping)

    def leaves_some(self, lifted: str) -> bool:
        """Whether placeholders stand in a text that should have none left; those the customer wrote themselves are theirs."""
        own = set(self._mapping.values())
        return any(match[0] not in own for match in _PLACEHOLDER.finditer(lifted))

    def as_log(self) -> dict[str, Any]:
        """How many values were hidden, and nothing of them."""
        return {"hidden": len(self._mapping)}
