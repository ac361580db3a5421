"""How well personal data is found: spans that a person marked against those found, by overlap."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from relevo.kit.folding import fold
from relevo.understanding.types import Span

_SYNONYMS = {
    "email": "email e-mail mail email_address emailaddress correo correo_electronico",
    "phone": "phone telephone tel phone_number phonenumber mobile mobile_phone telefono movil celular fax whatsapp",
    "iban": "iban iban_code bank_account account account_number bank_account_number clabe ccc cuenta cbu",
    "card": "card credit_card creditcard card_number credit_card_number debit_card payment_card tarjeta pan",
    "national_id": """
        national_id id id_number identity identity_number government_id personal_id dni nie nif es_nif es_nie curp nino uk_nino cedula
        documento passport_number id_card run
    """,
    "tax_id": "tax_id tax_number cif rfc cuit cuil rut ruc ein vat vat_number nit company_id es_cif",
    "ssn": "ssn us_ssn social_security social_security_number nss nuss",
    "ip": "ip ip_address ipaddress ipv4 ipv6 ip_addr",
    "address": "address postal_address street_address street location loc direccion domicilio postcode zip zipcode",
    "name": "name person per person_name full_name first_name last_name surname given_name nombre persona",
}
_KIND_OF = {word: kind for kind, words in _SYNONYMS.items() for word in words.split()}
# One number is often both: a Spanish NIF is the identity card's, a Chilean RUT and an American SSN are also for taxes. A file
# may call it either, so these count as the same kind.
_NUMBERS_OF_PERSONS = frozenset({"national_id", "tax_id", "ssn"})
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in which a person has marked what is personal."""

    text: str
    spans: tuple[Span, ...]
    known_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """`found` of those `marked`; `right` of those `raised`."""

    marked: int = 0
    found: int = 0
    raised: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.raised if self.raised else float(not self.marked)

    @property
    def recall(self) -> float:
        return self.found / self.marked if self.marked else float(not self.raised)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    texts: int
    micro: Measure
    per_type: Mapping[str, Measure]
    clean_texts: int  # those without any mark
    false_alarm_texts: tuple[str, ...]  # of these, in which something was raised
    mapped: Mapping[str, str] = field(
        default_factory=dict[str, str]
    )  # names of kinds in the file, as they were understood
    missed: tuple[tuple[str, str, str], ...] = ()  # kind, what was marked, its text
    wrong: tuple[tuple[str, str, str], ...] = ()


def kind_of(name: str) -> str:
    """The kind that a file calls `name`; the name itself where it is none that is looked for."""
    plain = fold(name).strip().replace(" ", "_").replace("-", "_")
    return _KIND_OF.get(plain) or _KIND_OF.get(plain.replace("_", "")) or plain


def score(texts: Sequence[Marked], found: Sequence[Sequence[Span]]) -> Score:
    """`found` has the spans of each text. A mark is found where half of it or more is covered by spans of its kind; a span is right
    where half of it or more lies in marks of its kind."""
    counts: dict[str, Counter[str]] = {}
    missed: list[tuple[str, str, str]] = []
    wrong: list[tuple[str, str, str]] = []
    alarms: list[str] = []
    mapped: dict[str, str] = {}
    for one, raised in zip(texts, found, strict=True):
        marks = [Span(span.start, span.end, kind_of(span.type)) for span in one.spans]
        mapped |= {span.type: kind_of(span.type) for span in one.spans if kind_of(span.type) != span.type}
        for mark in marks:
            hit = _is_covered(mark, raised)
            counts.setdefault(mark.type, Counter()).update(marked=1, found=int(hit))
            if not hit:
                missed.append((mark.type, one.text[mark.start : mark.end], one.text))
        for span in raised:
            hit = _is_covered(span, marks)
            counts.setdefault(_counted_as(span, marks), Counter()).update(raised=1, right=int(hit))
            if not hit:
                wrong.append((span.type, one.text[span.start : span.end], one.text))
        if raised and not marks:
            alarms.append(one.text)
    per_type = {kind: Measure(**count) for kind, count in sorted(counts.items())}
    total = sum(counts.values(), Counter[str]())
    clean = sum(not one.spans for one in texts)
    return Score(len(texts), Measure(**total), per_type, clean, tuple(alarms), mapped, tuple(missed), tuple(wrong))


def _counted_as(span: Span, marks: Sequence[Span]) -> str:
    """A number of a person counts under what the file calls it."""
    if span.type in _NUMBERS_OF_PERSONS:
        for mark in marks:
            if mark.type in _NUMBERS_OF_PERSONS and mark.start < span.end and span.start < mark.end:
                return mark.type
    return span.type


def _is_covered(span: Span, others: Sequence[Span]) -> bool:
    kinds = _NUMBERS_OF_PERSONS if span.type in _NUMBERS_OF_PERSONS else {span.type}
    covered = sum(
        max(0, min(span.end, other.end) - max(span.start, other.start)) for other in others if other.type in kinds
    )
    return covered >= _ENOUGH * (span.end - span.start) and span.end > span.start
