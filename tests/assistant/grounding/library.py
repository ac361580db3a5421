"""The demo's articles as evidence, and the sentences written on them."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from relevo.assistant.grounding.types import Evidence
from relevo.knowledge.documents import read_document
from relevo.knowledge.passages import passages_of

PARAPHRASES = Path(__file__).with_name("paraphrases.txt")


@cache
def evidence(name: str) -> tuple[Evidence, ...]:
    """The passages of an article of the demo."""
    document = read_document(f"{name}.md", files("relevo.demo").joinpath("articles", f"{name}.md").read_text("utf-8"))
    return tuple(
        Evidence(
            document.name, document.title, passage.heading, passage.text, document.locale, position=passage.position
        )
        for passage in passages_of(document)
    )


def articles() -> list[str]:
    return sorted(one.name.removesuffix(".md") for one in files("relevo.demo").joinpath("articles").iterdir())


def written(path: Path = PARAPHRASES) -> list[tuple[str, bool, str]]:
    """Article, whether it says so, sentence."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(name, sign == "+", text) for name, sign, text in (line.split(" ", 2) for line in lines)]
