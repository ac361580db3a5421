"""What a model is sent: the instructions, what was said before, and the passages and the customer's words as fenced data."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from relevo.assistant.grounding.types import Checked, Evidence
from relevo.assistant.types import Context, Voice
from relevo.assistant.writing.fence import fenced, inert, new_mark
from relevo.assistant.writing.form import SCHEMA
from relevo.assistant.writing.masking import Veil
from relevo.assistant.writing.prompts import prompt
from relevo.kit.text import shorten
from relevo.ports.language_model import Request, Said

MOST_PASSAGES = 8
_PASSAGE, _QUESTION, _EARLIER = 1_800, 4_000, 800  # characters
_EXCHANGES = 6
_LANGUAGES = {"es": "Spanish", "en": "English"}
_FORMS = {("es", "tu"): "Address the customer with «tú».", ("es", "usted"): "Address the customer with «usted»."}


@dataclass(frozen=True, slots=True)
class Page:
    """`canary` and `mark` stand in what is sent and nowhere else, so whoever repeats them repeats what is not theirs to tell."""

    request: Request
    canary: str
    mark: str
    prompt: str
    revision: str


def page_of(context: Context, evidence: Sequence[Evidence], veil: Veil) -> Page:
    """`evidence` as it is sent: the numbers that the model may name are its places, from 1."""
    canary, mark = new_mark(), new_mark()
    earlier = _earlier(context, veil)
    question = fenced("CUSTOMER", _masked(context.text, veil, context.voice, limit=_QUESTION), mark=mark)
    passages = [_passage(number, one, veil, mark) for number, one in enumerate(evidence, 1)]
    last = Said("customer", "\n\n".join((*passages, question)))
    answer = prompt("answer")
    request = Request(_system(context.voice, mark, canary), (*earlier, last), schema=SCHEMA)
    return Page(request, canary, mark, answer.name, answer.revision)


def repair_of(
    page: Page, *, passed: Sequence[Checked], failed: Sequence[tuple[str, tuple[str, ...]]], veil: Veil
) -> Page:
    """The same question again, with what was wrong with the last reply. What failed is shown as it was written, as data."""
    again = prompt("repair")
    if failed:
        wrong = "\n".join(
            f"{veil.over(inert(text, limit=300))} ({', '.join(reasons) or 'unsupported'})" for text, reasons in failed
        )
        told = f"These sentences are not supported by the passages or not allowed:\n{fenced('REJECTED', wrong, mark=page.mark)}"
        task = "Leave out what is rejected, or replace it by what the passages say."
    else:
        told, task = "It was not one JSON object of the form that you were given.", "Give that object and nothing else."
    said = fenced("ACCEPTED", " ".join(veil.over(one.sentence) for one in passed), mark=page.mark) if passed else ""
    said = f"These sentences were right:\n{said}\n" if said else ""
    text = again.filled(said=said, wrong=told, task=task)
    *before, last = page.request.messages
    request = replace(page.request, messages=(*before, Said("customer", f"{last.text}\n\n{text}")))
    return replace(page, request=request, prompt=again.name, revision=again.revision)


def _system(voice: Voice, mark: str, canary: str) -> str:
    return prompt("answer").filled(
        company=_line(voice.workspace), assistant=_line(voice.name), language=_LANGUAGES[voice.locale],
        form=_FORMS.get((voice.locale, voice.form), ""), mark=mark, canary=canary,
    )  # fmt: skip


def _line(text: str) -> str:
    return shorten(inert(text, limit=200), 80)


def _masked(text: str, veil: Veil, voice: Voice, *, limit: int) -> str:
    return veil.over(inert(text, limit=limit), locale=voice.locale)


def _earlier(context: Context, veil: Veil) -> list[Said]:
    """What was said before, in turns: two messages of the same side become one."""
    found: list[Said] = []
    for exchange in context.history[-_EXCHANGES:]:
        for role, text in (("customer", exchange.asked), ("assistant", exchange.reply)):
            words = _masked(text, veil, context.voice, limit=_EARLIER).strip()
            if not words:
                continue
            if found and found[-1].role == role:
                found[-1] = Said(found[-1].role, f"{found[-1].text}\n{words}")
            else:
                found.append(Said("customer" if role == "customer" else "assistant", words))
    found = found[1:] if found and found[0].role == "assistant" else found
    return [*found, Said("assistant", "…")] if found and found[-1].role == "customer" else found


def _passage(number: int, one: Evidence, veil: Veil, mark: str) -> str:
    heading = f"{one.title}: {one.heading}" if one.heading else one.title
    about = f"{number} ({shorten(veil.over_passage(inert(heading, limit=300)), 160)})"
    return fenced("PASSAGE", veil.over_passage(inert(one.text, limit=_PASSAGE)), mark=mark, about=about)
