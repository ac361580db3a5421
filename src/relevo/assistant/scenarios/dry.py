"""A scripted customer who writes to the decision alone: no server, no database, nothing is stored.

For test sets that are run often, over the articles as they are at this moment.
"""

import asyncio
from collections.abc import Callable

from relevo.assistant.decide import decide
from relevo.assistant.read import Said, split
from relevo.assistant.scenarios.judge import Reply
from relevo.assistant.thinking import checked
from relevo.assistant.types import Answer, Clarify, Context, Decision, HandOff, Silence, Voice
from relevo.kit.cards import mask_cards
from relevo.knowledge.index import Index
from relevo.understanding.types import Reading

Read = Callable[[str, str], Reading]  # the reading of a text, and the language to take where it does not tell
_OUTCOMES: dict[type[Decision], str] = {Answer: "answer", Clarify: "clarify", HandOff: "hand_off"}


class DryCustomer:
    """`read` understands messages; without it the decision does without readings."""

    def __init__(self, index: Index, voice: Voice, read: Read | None = None) -> None:
        self._index, self._voice, self._read = index, voice, read
        self._said: list[Said] = []
        self._introduced = False
        self._failed = 0

    async def say(self, text: str, *, new_conversation: bool) -> Reply:
        if new_conversation:
            self._introduced, self._failed = False, 0
        self._said.append(Said("contact", mask_cards(text)))
        decision = await asyncio.to_thread(self._decide)
        return self._keep(decision)

    def _decide(self) -> Decision:
        text, history = split(self._said)
        readings = (self._read(text, self._voice.locale),) if self._read else ()
        voice = self._voice
        if readings and readings[0].language_is_sure and readings[0].language in {"es", "en"}:
            voice = Voice(voice.workspace, voice.name, readings[0].language, voice.form)
        context = Context(text, voice, history, self._introduced, self._failed, readings)
        decision = decide(context, self._index)
        return checked(context, decision).decision if isinstance(decision, Answer) else decision

    def _keep(self, decision: Decision) -> Reply:
        if isinstance(decision, Silence):
            return Reply(None)
        outcome = _OUTCOMES[type(decision)]
        sources = () if isinstance(decision, Clarify) else tuple(dict.fromkeys(s.article for s in decision.sources))
        self._said.append(Said("assistant", decision.text, outcome, sources))
        self._introduced = True
        self._failed = self._failed + 1 if isinstance(decision, Clarify) and decision.failed else 0
        replies = decision.quick_replies if isinstance(decision, Clarify) else ()
        return Reply(decision.text, outcome, sources, replies)
