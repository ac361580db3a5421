"""What may be said of what a model writes: sentence by sentence, through the filters and the grounding gate."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from relevo.assistant.grounding.check import check
from relevo.assistant.grounding.types import Checked, Evidence, Receipt
from relevo.assistant.types import Context
from relevo.assistant.writing.filters import Filters
from relevo.assistant.writing.form import Sentence
from relevo.assistant.writing.masking import Veil

LONGEST_ANSWER = 1_600  # characters

Failure = tuple[str, tuple[str, ...]]  # a sentence, and what is wrong with it


@dataclass(slots=True)
class Sieve:
    """Of one reply. What it is given comes out as `passed` or `failed`; order is kept."""

    context: Context
    evidence: Sequence[Evidence]
    veil: Veil
    filters: Filters
    passed: list[Checked] = field(default_factory=list[Checked])
    failed: list[Failure] = field(default_factory=list[Failure])
    objected: bool = False  # whether something came that no honest reply holds

    def take(self, sentence: Sentence) -> tuple[Checked, ...]:
        """What of it may be said; nothing for what was said already, and for what is too much."""
        text = self.veil.lifted(" ".join(sentence.text.split(" "))).strip()
        if not text or any(text == one.sentence for one in self.passed):
            return ()
        if objections := self._objections(text):
            self.objected = True
            self.failed.append((text, objections))
            return ()
        receipt = self._checked(text, self._named(sentence))
        if not receipt.passed:
            because = tuple(code for one in receipt.sentences for code in (*one.because, one.verdict) if not one.passed)
            self.failed.append((text, tuple(dict.fromkeys(because))))
            return ()
        if len(self.text) + len(text) > LONGEST_ANSWER:
            return ()
        self.passed += receipt.sentences
        return receipt.sentences

    @property
    def text(self) -> str:
        return " ".join(one.sentence for one in self.passed)

    @property
    def has_substance(self) -> bool:
        return any(one.verdict == "supported" for one in self.passed)

    def receipt_of(self, text: str) -> Receipt:
        """Of the whole, against all that was sent."""
        return self._checked(text, self.evidence)

    def _named(self, sentence: Sentence) -> Sequence[Evidence]:
        """What the model says the sentence stands on; all, where it names nothing that exists. A sentence mixed from two passages
        and said to stand on one of them fails so."""
        named = [self.evidence[number - 1] for number in sentence.passages if 1 <= number <= len(self.evidence)]
        return named or self.evidence

    def _checked(self, text: str, evidence: Sequence[Evidence]) -> Receipt:
        voice = self.context.voice
        said = (self.context.text, *(exchange.asked for exchange in self.context.history))
        return check(
            text, evidence, said=said, question=self.context.text, locale=voice.locale, known=(voice.workspace, voice.name)
        )  # fmt: skip

    def _objections(self, text: str) -> tuple[str, ...]:
        found = list(self.filters.objections(text))
        if self.veil.leaves_some(text):
            found.append("placeholder")
        if self.filters.is_another_language(text):
            found.append("language")
        return tuple(found)
