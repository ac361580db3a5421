"""Gathers examples while a file is read, and refuses those that nobody could use."""

from dataclasses import dataclass, field

from relevo.understanding.own.imports.types import LONGEST_TEXT, MOST_EXAMPLES, BadImport, Imported, Left
from relevo.understanding.own.types import Example

_MOST_LEFT = 1_000
_LONGEST_NAME = 200


@dataclass
class Collecting:
    """What has been taken and left so far."""

    format: str
    examples: list[Example] = field(default_factory=list[Example])
    left: list[Left] = field(default_factory=list[Left])
    _places: list[str] = field(default_factory=list[str])
    _more_left: int = 0

    def take(self, text: str, intent: str, where: str) -> None:
        """Takes an example, or leaves it with the reason."""
        text, intent = " ".join(text.split()), intent.strip()
        if not text:
            self.leave(where, "no text")
        elif not intent:
            self.leave(where, "no intent")
        elif len(text) > LONGEST_TEXT:
            self.leave(where, f"longer than {LONGEST_TEXT:,} characters")
        elif len(intent) > _LONGEST_NAME:
            self.leave(where, f"the name of the intent is longer than {_LONGEST_NAME} characters")
        else:
            self.examples.append(Example(text, intent))
            self._places.append(where)
        if len(self.examples) > MOST_EXAMPLES:
            raise BadImport(f"More than {MOST_EXAMPLES:,} examples; import the file in parts.")

    def leave(self, where: str, why: str) -> None:
        if len(self.left) < _MOST_LEFT:
            self.left.append(Left(where, why))
        else:
            self._more_left += 1

    def done(self, name: str) -> Imported:
        """What was gathered. Raises BadImport where there is no example."""
        if not self.examples:
            reason = f" ({self.left[0].where}: {self.left[0].why})" if self.left else ""
            raise BadImport(f"{name} holds no examples of intents{reason}.")
        more = (Left(f"{self._more_left:,} more places", "like those above"),) if self._more_left else ()
        return Imported(tuple(self.examples), tuple(self._places), (*self.left, *more), self.format)


def without_repeats(imported: Imported) -> Imported:
    """Each example once; what stood there again is left."""
    first: dict[Example, str] = {}
    left = list(imported.left)
    for example, place in zip(imported.examples, imported.places, strict=True):
        if (before := first.setdefault(example, place)) is not place and len(left) < _MOST_LEFT:
            left.append(Left(place, f"the same as {before}"))
    return Imported(tuple(first), tuple(first.values()), tuple(left), imported.format)
