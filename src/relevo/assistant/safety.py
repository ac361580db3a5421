"""Danger and fraud: fixed, careful words first, then what the company itself says about its line for it, then a person."""

import re

from relevo.assistant.alarm import Alarm, AlarmKind
from relevo.assistant.compose import evidence_of, sources_of
from relevo.assistant.scope import Scope
from relevo.assistant.texts import emergency_number, wording
from relevo.assistant.types import HandOff, HandOffReason, Voice
from relevo.assistant.units import Unit, units_of
from relevo.kit.folding import fold
from relevo.knowledge.index import Index
from relevo.understanding.danger import Danger, DangerKind, find_danger

_SEARCH = {
    "es": "línea de seguridad 24 horas: huele a quemado, humo, calambres, gas, emergencia, llama",
    "en": "safety line 24 hours: burning smell, smoke, electric shock, gas, emergency, call",
}
_SEARCH_FRAUD = {
    "es": "fraude, suplantación de identidad, cargos no reconocidos, bloquear tarjeta o cuenta, teléfono 24 horas, llama",
    "en": "fraud, identity theft, unrecognised charges, block card or account, phone 24 hours, call",
}
_SEARCH_EMERGENCY = {
    "es": "urgencias, emergencias, teléfono 24 horas, llama",
    "en": "emergencies, urgent, phone 24 hours, call",
}
_EMERGENCY_LINE = re.compile(r"emergenc|urgenc|urgent|24 ?h|peligro|danger")
_PHONE = re.compile(r"(?<![\w.,/-])\+?\d(?:[ -]?\d){6,12}(?![\w/-])|\(\d{2,3}\)\s?\d{3,4}[ -]?\d{4}")
_LINE = re.compile(r"segurid|safety|emergenc|24 h|urgenc|urgent")
_FRAUD_LINE = re.compile(r"fraud|suplant|estafa|no reconoc|bloque|robo|unauthori|scam|block|stolen|unrecogni|phishing")
_TEXT_OF = {DangerKind.APPLIANCE: "safety_appliance", DangerKind.GAS: "safety_gas", DangerKind.LIFE: "safety_life"}


def safety_answer(danger: Danger, index: Index, *, voice: Voice, customer: Scope, introduced: bool) -> HandOff:
    """What to do now, whom to call, and that a person is on the way."""
    line = None if danger.kind is DangerKind.LIFE else _safety_line(index, danger, voice.locale, customer)
    text = _said(_TEXT_OF[danger.kind], line, voice=voice, customer=customer, introduced=introduced)
    return _hand_off("safety", text, line, f"danger ({danger.kind.value}): {danger.words}")


def alarm_answer(alarm: Alarm, index: Index, *, voice: Voice, customer: Scope, introduced: bool) -> HandOff:
    """As for danger, with the company's own line for fraud or for emergencies where it has one."""
    find_line = _fraud_line if alarm.kind is AlarmKind.FRAUD else _emergency_line
    line = find_line(index, voice.locale, customer)
    text = _said(f"safety_{alarm.kind.value}", line, voice=voice, customer=customer, introduced=introduced)
    reasons: dict[AlarmKind, HandOffReason] = {AlarmKind.FRAUD: "fraud", AlarmKind.URGENT: "urgent"}
    return _hand_off(reasons.get(alarm.kind, "safety"), text, line, f"alarm ({alarm.kind.value}): {alarm.words}")


def _said(key: str, line: Unit | None, *, voice: Voice, customer: Scope, introduced: bool) -> str:
    parts = [wording(key, voice, emergency=emergency_number(customer.country, voice))]
    if line:
        parts.append(_bare(line))
    parts.append(wording("safety_person", voice))
    if not introduced:
        parts.insert(0, wording("introduce", voice))
    return " ".join(parts)


def _hand_off(reason: HandOffReason, text: str, line: Unit | None, why: str) -> HandOff:
    lines = [line] if line else []
    return HandOff(reason, text, sources_of(lines), (why,), evidence_of(lines))


def _bare(line: Unit) -> str:
    text = re.sub(r"^(?:- |\d+\. )", "", line.text)
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _safety_line(index: Index, danger: Danger, locale: str, customer: Scope) -> Unit | None:
    """The company's own sentence with a number to call, from the passages about danger; its language if there is a choice."""
    fitting = [
        unit
        for unit in _with_number(index, _SEARCH[locale], locale, customer)
        if find_danger(unit.text) or _LINE.search(fold(unit.text))
    ]
    about = [unit for unit in fitting if (found := find_danger(unit.text)) and found.kind is danger.kind]
    return next(iter([*about, *fitting]), None)


def _emergency_line(index: Index, locale: str, customer: Scope) -> Unit | None:
    found = _with_number(index, _SEARCH_EMERGENCY[locale], locale, customer)
    return next((unit for unit in found if _EMERGENCY_LINE.search(fold(unit.text))), None)


def _fraud_line(index: Index, locale: str, customer: Scope) -> Unit | None:
    found = _with_number(index, _SEARCH_FRAUD[locale], locale, customer)
    own = [unit for unit in found if _FRAUD_LINE.search(fold(unit.text))]
    around = [unit for unit in found if _FRAUD_LINE.search(fold(f"{unit.entry.title} {unit.entry.heading}"))]
    return next(iter([*own, *around]), None)


def _with_number(index: Index, question: str, locale: str, customer: Scope) -> list[Unit]:
    hits = sorted(index.find(question, locale=locale, limit=8), key=lambda hit: hit.entry.locale != locale)
    units = [unit for hit in hits for unit in units_of(hit.entry)]
    return [unit for unit in units if _PHONE.search(unit.text) and unit.scope.fits(customer)]
