"""The words that models are given, in plain files. The revision of a prompt is made of its text: who changes a word, changes it."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Prompt:
    """`text` has places to be filled, in braces."""

    name: str
    text: str

    @property
    def revision(self) -> str:
        return sha256(self.text.encode()).hexdigest()[:12]

    def filled(self, **values: str) -> str:
        """Each place filled once: what stands in a value is not looked at again."""
        parts = self.text.split("{")
        found = [parts[0]]
        for part in parts[1:]:
            name, closed, rest = part.partition("}")
            found.append(f"{values[name]}{rest}" if closed and name in values else "{" + part)
        return "".join(found)


@cache
def prompt(name: str) -> Prompt:
    return Prompt(name, files(__name__).joinpath(f"{name}.md").read_text("utf-8"))


def all_prompts() -> tuple[Prompt, ...]:
    names = sorted(file.name for file in files(__name__).iterdir() if file.name.endswith(".md"))
    return tuple(prompt(name.removesuffix(".md")) for name in names)
