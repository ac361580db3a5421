"""Thinking: decide, have it written where a language model is connected, and let nothing pass that its sources do not say.

No transaction is open. The gate looks at every answer, whoever wrote it; where it leaves nothing, a person answers.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from relevo.assistant.compose import evidence
from relevo.assistant.decide import decide
from relevo.assistant.grounding.check import check
from relevo.assistant.grounding.repair import kept
from relevo.assistant.grounding.types import Checked, Evidence, Receipt
from relevo.assistant.receipts.receipt import receipt_json
from relevo.assistant.texts import TEXTS, wording
from relevo.assistant.types import Answer, Context, Decision, HandOff, Voice
from relevo.knowledge.index import Index

_FIXED = ("introduce", "lead", "lead_sorry", "card", "who", "greeting", "thanks", "goodbye", "condolences", "sorry")


@dataclass(frozen=True, slots=True)
class Thought:
    """A decision with what it stands on. `unsupported`: how many sentences the gate kept back that promised or named something;
    `calls`: of language models; `timings` in milliseconds."""

    decision: Decision
    receipt: dict[str, Any] | None = None
    unsupported: int = 0
    calls: tuple[UUID, ...] = ()
    timings: dict[str, float] | None = None


async def think(context: Context, index: Index) -> Thought:
    """What the assistant makes of it by itself."""
    return await asyncio.to_thread(_by_itself, context, index)


def _by_itself(context: Context, index: Index) -> Thought:
    decision = decide(context, index)
    if not isinstance(decision, Answer) or not decision.sources:
        return Thought(decision)
    return checked(context, replace(decision, evidence=decision.evidence or _evidence(decision, index)))


def _evidence(answer: Answer, index: Index) -> tuple[Evidence, ...]:
    """The articles that the answer names."""
    articles = dict.fromkeys(source.article for source in answer.sources)
    return tuple(evidence(entry) for article in articles for entry in index.article(article))


def checked(context: Context, answer: Answer) -> Thought:
    """The answer with its receipt, without what the gate does not let pass; else a person."""
    first = look_at(context, answer.text, answer.evidence)
    refused = [one for one in first.sentences if not one.passed]
    if not refused:
        return Thought(answer, receipt_json(first, answer.evidence))
    said = kept(first)
    again = look_at(context, said, answer.evidence) if said else None
    if said is None or again is None or not again.passed or not _says_something(again):
        return Thought(
            _nothing_left(context, answer), receipt_json(first, answer.evidence, refused=refused), serious(refused)
        )
    shorter = replace(answer, text=said, reasons=(*answer.reasons, f"the gate left out {len(refused)}"))
    return Thought(shorter, receipt_json(again, answer.evidence, refused=refused), serious(refused))


def look_at(context: Context, text: str, evidence: Sequence[Evidence]) -> Receipt:
    said = (context.text, *(exchange.asked for exchange in context.history))
    return check(
        text, evidence, said=said, question=context.text, locale=context.voice.locale, known=known(context.voice)
    )


def known(voice: Voice) -> tuple[str, ...]:
    """What needs no source: the names of company and assistant, and what the assistant always says."""
    fixed = (wording(key, voice) for key in _FIXED if key in TEXTS[voice.locale])
    return (voice.workspace, voice.name, *fixed)


def serious(refused: Sequence[Checked]) -> int:
    """How many of these would have promised, allowed or named something that the sources do not say."""
    return sum(one.committing or one.verdict == "contradicted" for one in refused)


def _says_something(receipt: Receipt) -> bool:
    return any(one.verdict == "supported" for one in receipt.sentences)


def _nothing_left(context: Context, answer: Answer) -> HandOff:
    text = wording("no_answer", context.voice)
    if not context.introduced:
        text = f"{wording('introduce', context.voice)} {text}"
    return HandOff("no_answer", text, (), (*answer.reasons, "the gate let nothing pass"))
