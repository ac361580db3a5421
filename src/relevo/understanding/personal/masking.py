"""Texts without the personal data found in them: masked for good, or with numbered placeholders that can be put back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from relevo.understanding.personal.find import find_personal_data
from relevo.understanding.types import Span

_LABELS = {
    "es": {
        "email": "correo", "phone": "teléfono", "iban": "cuenta bancaria", "card": "tarjeta", "national_id": "documento de identidad",
        "tax_id": "identificación fiscal", "ssn": "seguridad social", "ip": "dirección IP", "address": "dirección", "name": "nombre",
    },
    "en": {
        "email": "e-mail", "phone": "phone", "iban": "bank account", "card": "card", "national_id": "identity number",
        "tax_id": "tax number", "ssn": "social security number", "ip": "IP address", "address": "address", "name": "name",
    },
}  # fmt: skip
_PLACEHOLDER = re.compile(r"\[[A-Z_]{1,24}_\d{1,9}\]")
_LITERAL = "TEXT"  # what looked like a placeholder already before


@dataclass(frozen=True, slots=True)
class Masked:
    """A text fit to leave the house. `mapping` has what each placeholder stands for; empty where it is not to be put back."""

    text: str
    mapping: Mapping[str, str] = field(default_factory=dict[str, str])


def mask(text: str, spans: Sequence[Span], *, locale: str = "en") -> str:
    """`text` with what each span covers replaced by a word for its kind: "[phone]"."""
    labels = _LABELS["es" if locale.startswith("es") else "en"]
    return _replaced(text, [(span, f"[{labels.get(span.type, span.type)}]") for span in spans])


def mask_personal_data(text: str, *, known_names: Sequence[str] = (), locale: str = "en") -> str:
    """Finds and masks."""
    return mask(text, find_personal_data(text, known_names=known_names), locale=locale)


def hide(text: str, spans: Sequence[Span], *, earlier: Mapping[str, str] | None = None) -> Masked:
    """`text` with a numbered placeholder for each value, the same for the same value: "[PHONE_1]".

    `earlier` is the mapping of texts before in the same exchange, whose numbers go on. What looked like a placeholder already is
    given one itself, so nobody can write one that is filled in with somebody's data.
    """
    numbers = {(_kind(placeholder), value): placeholder for placeholder, value in (earlier or {}).items()}
    counts: dict[str, int] = {}
    for kind, _ in numbers:
        counts[kind] = counts.get(kind, 0) + 1
    mapping = dict(earlier or {})
    replacements: list[tuple[Span, str]] = []
    for span in sorted((*spans, *_literals(text, spans)), key=lambda span: span.start):
        key = (span.type.upper(), text[span.start : span.end])
        if key not in numbers:
            counts[key[0]] = counts.get(key[0], 0) + 1
            numbers[key] = f"[{key[0]}_{counts[key[0]]}]"
            mapping[numbers[key]] = key[1]
        replacements.append((span, numbers[key]))
    return Masked(_replaced(text, replacements), mapping)


def restore(text: str, mapping: Mapping[str, str]) -> str:
    """`text` with each placeholder of `mapping` replaced by what it stands for; those it does not know stay."""
    return _PLACEHOLDER.sub(lambda match: mapping.get(match[0], match[0]), text)


def hide_from_outside(
    text: str, settings: Mapping[str, Any], *, known_names: Sequence[str] = (), earlier: Mapping[str, str] | None = None
) -> Masked:
    """What may leave the house, to a model elsewhere. It can be put back only where the workspace's settings allow that
    (`reversible_masking`); otherwise it is masked for good and the mapping is empty."""
    spans = find_personal_data(text, known_names=known_names)
    if settings.get("reversible_masking") is True:
        return hide(text, spans, earlier=earlier)
    return Masked(mask(text, spans))


def _literals(text: str, spans: Sequence[Span]) -> list[Span]:
    found = [Span(match.start(), match.end(), _LITERAL) for match in _PLACEHOLDER.finditer(text)]
    if not found:
        return []
    taken = sorted(spans, key=lambda span: span.start)
    free: list[Span] = []
    index = 0
    for span in found:
        while index < len(taken) and taken[index].end <= span.start:
            index += 1
        if index == len(taken) or taken[index].start >= span.end:
            free.append(span)
    return free


def _kind(placeholder: str) -> str:
    return placeholder.strip("[]").rpartition("_")[0]


def _replaced(text: str, replacements: Sequence[tuple[Span, str]]) -> str:
    parts: list[str] = []
    done = 0
    for span, instead in replacements:
        parts += [text[done : span.start], instead]
        done = span.end
    return "".join((*parts, text[done:]))
