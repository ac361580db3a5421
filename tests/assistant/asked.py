"""Questions with what a good reply says, put to the decision: what is missed, and why."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from relevo.assistant.decide import decide
from relevo.assistant.types import Answer, Clarify, Context, Decision, Voice
from relevo.kit.folding import fold
from relevo.knowledge.documents import read_document
from relevo.knowledge.index import Entry, Index
from relevo.knowledge.passages import passages_of


@dataclass(frozen=True, slots=True)
class Asked:
    """`asks_back` where asking for the country is as good as an answer."""

    ask: str
    locale: str
    article: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    in_order: bool = False
    asks_back: bool = False


def read_questions(file: Path) -> list[Asked]:
    rows = tomllib.loads(file.read_text("utf-8"))["question"]
    return [
        Asked(
            row["ask"], row["locale"], tuple(row.get("article", ())), tuple(row.get("says", ())), tuple(row.get("not", ())),
            row.get("in_order", False), row.get("asks_back", False),
        )
        for row in rows
    ]  # fmt: skip


def index_of_folder(folder: Path) -> Index:
    """The index of the articles in a folder."""
    documents = [read_document(file.name, file.read_text("utf-8")) for file in sorted(folder.glob("*.md"))]
    return Index(
        [
            Entry(document.name, document.title, passage.heading, passage.text, document.locale, None, passage.position)
            for document in documents
            for passage in passages_of(document)
        ]
    )


def put(asked: Asked, index: Index) -> Decision:
    """The decision on the question as the first of a conversation."""
    return decide(Context(asked.ask, Voice("Casa", "Lumi", asked.locale), introduced=True), index)


def misses(questions: list[Asked], index: Index) -> list[str]:
    """A line for each question that is not met as it should be."""
    found = ((asked, put(asked, index)) for asked in questions)
    return [f"{asked.ask} → {fault}" for asked, decision in found if (fault := _fault(asked, decision))]


def _fault(asked: Asked, decision: Decision) -> str | None:
    if not asked.article:
        return f"answered: {decision.text!r}" if isinstance(decision, Answer) and decision.sources else None
    if asked.asks_back and isinstance(decision, Clarify) and not decision.failed:
        return None
    if not isinstance(decision, Answer):
        return f"{type(decision).__name__}, {decision.reasons}"
    cited = [source.article for source in decision.sources]
    text = fold(decision.text)
    if not set(cited) & set(asked.article):
        return f"cites {cited}: {decision.text!r}"
    if lacking := [fact for fact in asked.says if _at(fact, text) < 0]:
        return f"lacks {lacking}: {decision.text!r}"
    if said := [fact for fact in asked.never if _at(fact, text) >= 0]:
        return f"says {said}: {decision.text!r}"
    places = [_at(fact, text) for fact in asked.says]
    return f"out of order: {decision.text!r}" if asked.in_order and places != sorted(places) else None


def _at(fact: str, text: str) -> int:
    """Where one of the alternatives stands, or -1."""
    return max(text.find(fold(one)) for one in fact.split("|"))
