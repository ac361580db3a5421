"""What comes out of a file that was written for another product."""

from dataclasses import dataclass

from relevo.kit.errors import Invalid
from relevo.understanding.own.types import Example

LARGEST_FILE = 20 * 2**20
MOST_EXAMPLES = 100_000
LONGEST_TEXT = 4_000


class BadImport(Invalid):
    """This file cannot be read."""

    code = "bad_import"


@dataclass(frozen=True, slots=True)
class Left:
    """Something that was not taken: where it stands in the file, and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The examples of a file in its order, and what was left."""

    examples: tuple[Example, ...]
    places: tuple[str, ...]  # where each stands in the file
    left: tuple[Left, ...]
    format: str

    @property
    def intents(self) -> tuple[str, ...]:
        """The names of intents in the order of their first example."""
        return tuple(dict.fromkeys(example.intent for example in self.examples))
