"""The decision of a turn: a pure function of the context and the index. Nothing that a text says changes the order.

Safety comes first, then the wish for a person; then small talk; then what the knowledge base has. Where it has nothing,
a person answers: grounded or silent.
"""

from dataclasses import replace

from relevo.assistant.absent import absent_subjects
from relevo.assistant.alarm import find_alarm
from relevo.assistant.answerable import FROM, FROM_ELSEWHERE, chance, grounds_of
from relevo.assistant.choose import Variants, chosen, overview, variants
from relevo.assistant.compose import answer_text, differs_by_country, evidence, evidence_of, sources_of
from relevo.assistant.feeling import is_upset, regret, wants_person
from relevo.assistant.find import Findings, find
from relevo.assistant.liking import as_short_as_liked, with_product
from relevo.assistant.parts import for_each_ask
from relevo.assistant.query import Query, query_of
from relevo.assistant.safety import alarm_answer, safety_answer
from relevo.assistant.scope import ANYWHERE, Scope, scope_of_customer
from relevo.assistant.steps import progress, wants_it_slowly
from relevo.assistant.texts import country_name, introduced, wording
from relevo.assistant.twins import twins
from relevo.assistant.types import Answer, Clarify, Context, Decision, HandOff, Silence
from relevo.assistant.units import Unit
from relevo.knowledge.index import Index
from relevo.understanding.danger import find_danger
from relevo.understanding.mood import is_attacking
from relevo.understanding.person import person_requested
from relevo.understanding.question import Question, read_question
from relevo.understanding.smalltalk import SmallTalk, small_talk

_GOES_ON = 0.85  # the chance from which somebody who waits for a person is answered again
MOST_FAILED = 2
_FEW_MEANINGS = 2
_MOST_CANDIDATES = 8


def decide(context: Context, index: Index) -> Decision:
    """What to do about this turn."""
    if not context.text.strip():
        return Silence(("nothing was said",))
    customer = _customer(context)
    decision = (
        _danger(context, index, customer)
        or _person(context)
        or _small_talk(context)
        or _upset(context)
        or _next_step(context, index, customer)
        or _from_knowledge(context, index, customer)
    )
    return _with_absence(decision, context)


def _customer(context: Context) -> Scope:
    """Where they are: by what they wrote, else by what is known of them."""
    said = scope_of_customer([*(exchange.asked for exchange in context.history), context.text])
    return Scope(context.country) if said == ANYWHERE and context.country else said


def _with_absence(decision: Decision, context: Context) -> Decision:
    """Who is passed on while nobody is there is told so."""
    if not isinstance(decision, HandOff) or context.people_available is not False:
        return decision
    return replace(decision, text=f"{decision.text} {wording('nobody_there', context.voice)}")


def _danger(context: Context, index: Index, customer: Scope) -> HandOff | None:
    voice, introduced = context.voice, context.introduced
    if danger := find_danger(context.text):
        return safety_answer(danger, index, voice=voice, customer=customer, introduced=introduced)
    if alarm := find_alarm(context.text, context.readings):
        return alarm_answer(alarm, index, voice=voice, customer=customer, introduced=introduced)
    return None


def _person(context: Context) -> HandOff | None:
    request = person_requested(context.text, context.voice.locale)
    if request is None and not wants_person(context):
        return None
    why = f"asked for a person: {request.words}" if request else "read as asking for a person"
    return HandOff("requested", introduced(context, wording("requested", context.voice)), (), (why,))


def _small_talk(context: Context) -> Answer | None:
    kind = small_talk(context.text)
    if kind is None:
        return None
    text = wording(kind.value, context.voice)
    return Answer(text if kind is SmallTalk.WHO else introduced(context, text), (), (f"small talk: {kind.value}",))


def _upset(context: Context) -> HandOff | None:
    if not is_upset(context):
        return None
    return HandOff("upset", introduced(context, wording("upset", context.voice)), (), ("attacks or threatens",))


def _next_step(context: Context, index: Index, customer: Scope) -> Answer | None:
    """Within a guide, one step after the other."""
    found = progress(context, index, context.voice.locale)
    if found is None or not found.units:
        return None
    units = list(found.units)
    text = answer_text(units, voice=context.voice, lead="", customer=customer)
    if units[0].kind == "step" and wants_it_slowly(context):
        text = f"{text}\n\n{wording('step_next', context.voice)}"
    reasons = (f"goes on with a guide after step {found.done}",)
    return Answer(introduced(context, text), sources_of(units), reasons, evidence_of(units))


def _from_knowledge(context: Context, index: Index, customer: Scope) -> Decision:
    question = read_question(context.text)
    if question.tries_to_command and not question.text:
        return _not_understood(context, ("tries to give orders to the assistant",))
    query = query_of(context, question, index)
    findings = find(index, query, locale=context.voice.locale, customer=customer, readings=context.readings)
    decision = _on_findings(context, index, customer, question=question, query=query, findings=findings)
    candidates = tuple(evidence(hit.entry) for hit in findings.hits[:_MOST_CANDIDATES])
    return decision if isinstance(decision, Silence) else replace(decision, candidates=candidates)


def _on_findings(
    context: Context, index: Index, customer: Scope, *, question: Question, query: Query, findings: Findings
) -> Decision:
    reasons = _reasons(findings)
    if absent := (*findings.missing, *absent_subjects(question, index, context.voice.locale)):
        return _nothing(context, (*reasons, f"nothing on: {', '.join(absent)}"))
    likely = _chance(findings, question, context)
    reasons = (*reasons, f"answered with a chance of {likely:.2f}")
    if likely < _GOES_ON and _was_passed_on(context) and not question.asks:
        return _nothing(context, (*reasons, "says more after it was passed on"))
    if likely < _needed(findings, context) and not question.has_card:
        return _nothing(context, reasons) if _is_understood(question, query) else _not_understood(context, reasons)
    if (apart := twins(findings, customer, _all_said(context))) and not _just_asked(context):
        if told := with_product(context):
            return _from_knowledge(told, index, customer)
        return _which(context, Variants(apart.kind, apart.options), reasons)
    if open_variants := variants(findings, customer):
        if everywhere := overview(findings, index):
            return _answer(context, question, everywhere, customer, reasons)
        return _which(context, open_variants, reasons)
    units = chosen(findings, index, customer, groups=query.groups)
    if wants_it_slowly(context) and len(steps := [unit for unit in units if unit.kind == "step"]) > 1:
        first = [*(unit for unit in units if unit.kind == "row"), steps[0]]
        return _answer(context, question, first, customer, reasons, after=wording("step_next", context.voice))
    units = for_each_ask(units, question, query, index, locale=context.voice.locale, customer=customer)
    if customer.country is None and _asks_a_figure(query) and any(differs_by_country(unit.text) for unit in units):
        return _which(context, Variants("country", ("es", "mx")), reasons)
    return _answer(context, question, as_short_as_liked(units, context), customer, reasons)


def _is_understood(question: Question, query: Query) -> bool:
    """A question, or a few words of service: then it is the knowledge that is missing, not the understanding."""
    return question.asks or sum(bool(slot.meanings) for slot, _ in query.slots) >= _FEW_MEANINGS


def _asks_a_figure(query: Query) -> bool:
    return any({"how_much", "how_long"}.intersection(slot.meanings) for slot, _ in query.slots)


def _all_said(context: Context) -> str:
    return "\n".join([*(exchange.asked for exchange in context.history), context.text])


def _just_asked(context: Context) -> bool:
    """Nobody is asked twice in a row."""
    return bool(context.history) and context.history[-1].outcome == "clarify"


def _was_passed_on(context: Context) -> bool:
    """To a person whom they wanted or needed, rather than for want of an answer."""
    last = context.history[-1] if context.history else None
    if last is None or last.outcome != "hand_off":
        return False
    return bool(
        person_requested(last.asked) or find_danger(last.asked) or find_alarm(last.asked) or is_attacking(last.asked)
    )


def _needed(findings: Findings, context: Context) -> float:
    """An article in another language is hardly of use where it is not surely meant."""
    other = bool(findings.rated) and findings.rated[0].unit.entry.locale != context.voice.locale
    return FROM_ELSEWHERE if other else FROM


def _chance(findings: Findings, question: Question, context: Context) -> float:
    grounds = grounds_of(findings, question, locale=context.voice.locale)
    return chance(grounds) if grounds and findings.on_subject else 0.0


def _answer(
    context: Context,
    question: Question,
    units: list[Unit],
    customer: Scope,
    reasons: tuple[str, ...],
    *,
    after: str = "",
) -> Answer:
    lead = wording("lead_sorry" if regret(context) else "lead", context.voice)
    if question.has_card:
        lead = wording("card", context.voice)
    text = answer_text(units, voice=context.voice, lead=lead, customer=customer)
    text = f"{text}\n\n{after}" if after else text
    return Answer(introduced(context, text), sources_of(units), reasons, evidence_of(units))


def _which(context: Context, found: Variants, reasons: tuple[str, ...]) -> Clarify:
    names = tuple(
        country_name(code, context.voice) if found.kind == "country" else code.title() for code in found.options
    )
    if found.kind == "case":
        names = found.options
        text = wording("which", context.voice, options=wording("country_or", context.voice).join(names))
    elif found.kind == "country":
        text = wording("which_country", context.voice, options=wording("country_or", context.voice).join(names))
    else:
        text = wording("which_town", context.voice, options=", ".join(names))
    return Clarify(
        introduced(context, text), names, (*reasons, f"depends on the {found.kind}: {', '.join(found.options)}")
    )


def _nothing(context: Context, reasons: tuple[str, ...]) -> HandOff:
    sorry = regret(context)
    key = "failed_twice" if context.failed_attempts + 1 >= MOST_FAILED else "no_answer"
    text = wording(key, context.voice)
    if sorry:
        text = f"{wording(sorry, context.voice)} {text}"
    return HandOff(key, introduced(context, text), (), (*reasons, "no passage answers this"))


def _not_understood(context: Context, reasons: tuple[str, ...]) -> Clarify | HandOff:
    if context.failed_attempts + 1 >= MOST_FAILED:
        return _nothing(context, reasons)
    text = wording("not_understood", context.voice)
    return Clarify(
        introduced(context, text), (wording("person", context.voice),), (*reasons, "not understood"), failed=True
    )


def _reasons(findings: Findings) -> tuple[str, ...]:
    if not findings.rated:
        return ("nothing found",)
    best = findings.rated[0]
    return (
        f"best: {best.unit.entry.article} ({best.unit.entry.heading or 'start'}), score {best.score:.2f}, coverage {findings.coverage:.2f}",
    )
