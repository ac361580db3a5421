"""Danger: fixed, careful words first, then what the company itself says about its safety line, then a person."""

import re

from relevo.assistant.compose import sources_of
from relevo.assistant.scope import Scope
from relevo.assistant.texts import emergency_number, wording
from relevo.assistant.types import HandOff, Voice
from relevo.assistant.units import Unit, units_of
from relevo.knowledge.index import Index
from relevo.understanding.danger import Danger, DangerKind, find_danger

_SEARCH = {
    "es": "línea de seguridad 24 horas: huele a quemado, humo, calambres, gas, emergencia, llama",
    "en": "safety line 24 hours: burning smell, smoke, electric shock, gas, emergency, call",
}
_PHONE = re.compile(r"\b\d{3}[ ]?\d{3}[ ]?\d{3,4}\b")
_LINE = re.compile(r"seguridad|safety|emergenc", re.IGNORECASE)
_TEXT_OF = {DangerKind.APPLIANCE: "safety_appliance", DangerKind.GAS: "safety_gas", DangerKind.LIFE: "safety_life"}


def safety_answer(danger: Danger, index: Index, *, voice: Voice, customer: Scope, introduced: bool) -> HandOff:
    """What to do now, whom to call, and that a person is on the way."""
    parts = [wording(_TEXT_OF[danger.kind], voice, emergency=emergency_number(customer.country, voice))]
    line = None if danger.kind is DangerKind.LIFE else _safety_line(index, voice.locale)
    if line:
        parts.append(line.text.removeprefix("- "))
    parts.append(wording("safety_person", voice))
    if not introduced:
        parts.insert(0, wording("introduce", voice))
    return HandOff(
        "safety",
        " ".join(parts),
        sources_of([line]) if line else (),
        (f"danger ({danger.kind.value}): {danger.words}",),
    )


def _safety_line(index: Index, locale: str) -> Unit | None:
    """The company's own sentence with a number to call, from the passages about danger; its language if there is a choice."""
    hits = index.find(_SEARCH[locale], locale=locale, limit=6)
    for hit in sorted(hits, key=lambda hit: hit.entry.locale != locale):
        for unit in units_of(hit.entry):
            if _PHONE.search(unit.text) and (find_danger(unit.text) or _LINE.search(unit.text)):
                return unit
    return None
