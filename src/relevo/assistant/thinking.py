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
from relevo.assistant.texts import TEXTS, introduced, wording
from relevo.assistant.types import Answer, Clarify, Context, Decision, HandOff, Silence, Source, Voice
from relevo.assistant.writing.types import OnSentence, Written
from relevo.assistant.writing.write import written
from relevo.kit.text import shorten
from relevo.knowledge.index import Index
from relevo.platform.platform import Platform

_QUOTE = 300
_FIXED = (
    "introduce", "lead", "lead_sorry", "card", "who", "greeting", "thanks", "goodbye", "condolences", "sorry", "other_language",
    "step_next",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thought:
    """A decision with what it stands on. `unsupported`: how many sentences the gate kept back that promised or named something;
    `calls`: of language models; `timings` in milliseconds."""

    decision: Decision
    receipt: dict[str, Any] | None = None
    unsupported: int = 0
    calls: tuple[UUID, ...] = ()
    timings: dict[str, float] | None = None


async def think(
    platform: Platform,
    workspace_id: UUID,
    conversation_id: UUID,
    context: Context,
    index: Index,
    *,
    has_model: bool,
    show: OnSentence | None = None,
) -> Thought:
    """What the assistant makes of it: by itself, and in a language model's words where one is connected and has something to go by.

    `has_model`: whether one is connected. `show` is told each sentence of a model as soon as the gate has let it pass.
    """
    own = await asyncio.to_thread(by_itself, context, index)
    passages = _for_a_model(own.decision) if has_model else ()
    if not passages:
        return own
    found = await written(
        platform, workspace_id, conversation_id=conversation_id, context=context, evidence=passages, on_sentence=show
    )
    return _of_model(context, own, found, passages) if found else own


def _for_a_model(decision: Decision) -> tuple[Evidence, ...]:
    """What a model may write from. Small talk, danger and the wish for a person have fixed words."""
    match decision:
        case Answer():
            return tuple(dict.fromkeys((*decision.evidence, *decision.candidates)))
        case Clarify() | HandOff():
            return decision.candidates
        case Silence():
            return ()


def _of_model(context: Context, own: Thought, found: Written, passages: Sequence[Evidence]) -> Thought:
    """Where the model finds no answer in the passages, there is none: what the assistant would have quoted is beside the point."""
    reasons = (*own.decision.reasons, "written by a language model")
    match found.outcome:
        case "answer":
            sources = tuple(_source(passages[at], _quote(found.receipt, at)) for at in found.used)
            decision: Decision = Answer(introduced(context, found.text), sources, reasons, tuple(passages))
        case "clarify":
            decision = Clarify(introduced(context, found.text), (), reasons)
        case "none":
            missing = (*own.decision.reasons, "a language model found no answer in the passages")
            decision = (
                _no_answer(context, missing)
                if isinstance(own.decision, Answer)
                else replace(own.decision, reasons=missing)
            )
    return Thought(decision, receipt_json(found.receipt, passages), 0, found.calls)


def _source(passage: Evidence, quote: str) -> Source:
    title = f"{passage.title}: {passage.heading}" if passage.heading else passage.title
    return Source(passage.article, title, quote or shorten(passage.text, _QUOTE), passage.url)


def _quote(receipt: Receipt, at: int) -> str:
    return shorten(" ".join(dict.fromkeys(one.quote for one in receipt.sentences if one.evidence == at)), _QUOTE)


def by_itself(context: Context, index: Index) -> Thought:
    """Without a language model. It keeps the processor busy: not for the event loop."""
    decision = decide(context, index)
    if not isinstance(decision, Answer) or not decision.sources:  # without sources it is small talk
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
            _no_answer(context, (*answer.reasons, "the gate let nothing pass")),
            receipt_json(first, answer.evidence, refused=refused),
            serious(refused),
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


def _no_answer(context: Context, reasons: tuple[str, ...]) -> HandOff:
    return HandOff("no_answer", introduced(context, wording("no_answer", context.voice)), (), reasons)
