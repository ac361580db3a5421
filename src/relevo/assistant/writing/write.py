"""An answer by a language model, where one is connected, out of the evidence alone. The one way in for the rest of the assistant.

    found = await written(platform, workspace_id, conversation_id=id, context=context, evidence=decision.could_use)
    text = found.text if found and found.outcome == "answer" else decision.text

Nothing is said that the grounding gate has not let through, and nothing that a model does or fails to do raises anything here.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

import structlog

from relevo.assistant.grounding.repair import kept
from relevo.assistant.grounding.types import Evidence, Receipt
from relevo.assistant.types import Context
from relevo.assistant.writing.ask import OutOfForm, ask
from relevo.assistant.writing.calls import OverBudget, Wanted
from relevo.assistant.writing.desk import Desk, Using, desk_of
from relevo.assistant.writing.elsewhere import Elsewhere
from relevo.assistant.writing.evidence import without_orders
from relevo.assistant.writing.filters import Filters
from relevo.assistant.writing.form import Draft, Incoming, read_draft
from relevo.assistant.writing.masking import Veil
from relevo.assistant.writing.preview import Preview
from relevo.assistant.writing.prompt import MOST_PASSAGES, Page, page_of, repair_of
from relevo.assistant.writing.schemas import LONGEST_SECONDS
from relevo.assistant.writing.sieve import Sieve
from relevo.assistant.writing.types import OnSentence, Written
from relevo.kit.errors import RelevoError
from relevo.platform.platform import Platform
from relevo.ports.language_model import Deadline, ModelError, Refused, Reply

log = structlog.get_logger()

_TOO_LATE_SECONDS = 1.5  # with less left, another call is not begun
_LONGEST_QUESTION = 300


async def written(
    platform: Platform,
    workspace_id: UUID,
    *,
    conversation_id: UUID,
    context: Context,
    evidence: Sequence[Evidence],
    on_sentence: OnSentence | None = None,
) -> Written | None:
    """What a model wrote and may be said; None where none is connected, or where it failed, declined, was too slow or too dear: then the
    answer that the assistant composed by itself is used.

    `on_sentence` is told each sentence as soon as it may be said, for showing it while the rest is written. The text at the end
    is what counts: it may hold less.
    """
    if not evidence or not context.text.strip():
        return None
    try:
        async with platform.db.transaction(workspace_id) as session:
            desk = await desk_of(session, conversation_id)
        if desk is None:
            return None
        sent = await asyncio.to_thread(without_orders, evidence[:MOST_PASSAGES])
        if not any(one.text for one in sent):
            return None
        veil = Veil(desk.names, reversible=desk.puts_back)
        page = await asyncio.to_thread(page_of, context, sent, veil)
        writing = _Writing(
            platform, workspace_id, conversation_id, context, sent, desk, veil, page, Preview(on_sentence)
        )
        with platform.part(Elsewhere).there():
            return await writing.run()
    except Exception as error:  # an answer of our own is better than none: whatever broke here must not break the turn
        log.exception("writing_failed", conversation_id=str(conversation_id), exc_info=error)
        return None


@dataclass(slots=True)
class _Writing:
    platform: Platform
    workspace_id: UUID
    conversation_id: UUID
    context: Context
    evidence: tuple[Evidence, ...]
    desk: Desk
    veil: Veil
    page: Page
    preview: Preview
    calls: list[UUID] = field(default_factory=list[UUID])
    began: float = field(default_factory=time.perf_counter)

    async def run(self) -> Written | None:
        """The first model, once more where its reply was out of form or not supported; then the one to fall back on."""
        for using in self.desk.models:
            try:
                return await self._by(using)
            except (Refused, OverBudget) as error:
                self._log(using, error)
                return None
            except (ModelError, RelevoError) as error:
                self._log(using, error)
        return None

    async def _by(self, using: Using) -> Written | None:
        """Raises ModelError where this model gave nothing to go on with."""
        try:
            draft, sieve = await self._draft(using, self.page, purpose="answer")
        except OutOfForm:
            again = repair_of(self.page, passed=(), failed=(), veil=self.veil)
            draft, sieve = await self._draft(using, again, purpose="repair")
        else:
            if draft.kind != "cannot_answer" and sieve.failed:
                return await self._repaired(using, draft, sieve)
        return await self._finished(draft, sieve, honest=not sieve.objected)

    async def _repaired(self, using: Using, draft: Draft, sieve: Sieve) -> Written | None:
        """The better of two: the reply written anew, or what was right of the first."""
        again = repair_of(self.page, passed=sieve.passed, failed=sieve.failed, veil=self.veil)
        try:
            second, strained = await self._draft(using, again, purpose="repair")
        except (ModelError, OverBudget):
            return await self._finished(draft, sieve, honest=not sieve.objected)
        if second.kind == "cannot_answer":
            return self._none()
        if strained.objected:
            return None
        found = await self._finished(second, strained, honest=True)
        return found or await self._finished(draft, sieve, honest=not sieve.objected)

    async def _draft(self, using: Using, page: Page, *, purpose: str) -> tuple[Draft, Sieve]:
        """A reply in form, with what may be said of it. Raises ModelError, OverBudget."""
        request = replace(page.request, max_tokens=using.max_tokens, deadline=self._deadline(using))
        wanted = Wanted(
            using,
            request,
            "answer" if purpose == "answer" else "repair",
            page.prompt,
            page.revision,
            self.conversation_id,
        )
        incoming, sieve = Incoming(), self._sieve()
        taken = 0

        async def on_piece(piece: str) -> bool:
            nonlocal taken
            for sentence in incoming.feed(piece):
                taken += 1
                said = await asyncio.to_thread(sieve.take, sentence)
                await self.preview.show([one.sentence for one in said], ready=sieve.has_substance)
            return not incoming.is_too_long

        def is_in_form(reply: Reply) -> bool:
            return read_draft(reply.text) is not None

        try:
            reply = await ask(
                self.platform, self.workspace_id, wanted, on_piece=on_piece, is_in_form=is_in_form, made=self.calls
            )
        finally:
            self.preview.close()
        draft = read_draft(reply.text)
        assert draft is not None
        for sentence in draft.sentences[taken:]:
            await asyncio.to_thread(sieve.take, sentence)
        if sieve.failed:  # why, and nothing of what
            reasons = sorted({code for _, codes in sieve.failed for code in codes})
            log.info(
                "sentences_withheld", model_id=str(using.id), purpose=purpose, count=len(sieve.failed), reasons=reasons
            )
        return draft, sieve

    async def _finished(self, draft: Draft, sieve: Sieve, *, honest: bool) -> Written | None:
        """The reply as it may be said, checked once more as a whole."""
        if draft.kind == "cannot_answer":
            return self._none()
        if not honest or not sieve.passed or (draft.kind == "answer" and not sieve.has_substance):
            return None
        if draft.kind == "clarify" and (
            sieve.failed or not sieve.text.endswith("?") or len(sieve.text) > _LONGEST_QUESTION
        ):
            return None
        receipt = await asyncio.to_thread(sieve.receipt_of, sieve.text)
        if not receipt.passed or (draft.kind == "answer" and kept(receipt) is None):
            return None
        used = sorted(
            {one.evidence for one in receipt.sentences if one.evidence is not None and one.verdict == "supported"}
        )
        return Written(
            sieve.text, receipt, tuple(used), tuple(self.calls), "answer" if draft.kind == "answer" else "clarify"
        )

    def _none(self) -> Written:
        return Written("", Receipt((), ""), (), tuple(self.calls), "none")

    def _sieve(self) -> Sieve:
        private = f"{self.page.request.system}\n{self.page.mark}"
        filters = Filters(self.evidence, self.context.voice.locale, private, (self.page.canary, self.page.mark))
        return Sieve(self.context, self.evidence, self.veil, filters)

    def _deadline(self, using: Using) -> Deadline:
        """What is left of the time that the first model has for everything. Raises ModelError where that is too little."""
        left = min(self.desk.models[0].total_seconds, LONGEST_SECONDS) - (time.perf_counter() - self.began)
        if left < min(_TOO_LATE_SECONDS, using.total_seconds / 4):
            raise ModelError("There was no time left for another call.")
        return Deadline(using.first_token_seconds, using.first_token_seconds, min(using.total_seconds, left))

    def _log(self, using: Using, error: Exception) -> None:
        kind = getattr(error, "kind", type(error).__name__)
        log.warning("language_model_failed", model_id=str(using.id), kind=kind, reason=str(error)[:200])
