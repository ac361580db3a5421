"""Identity, tax and insurance numbers that have letters or a form of their own. Those of digits alone are in numbers.py."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from stdnum.ar import cuit
from stdnum.cl import rut
from stdnum.es import cif
from stdnum.es import dni as spanish_dni
from stdnum.es import nie as spanish_nie
from stdnum.mx import curp, rfc

from relevo.understanding.personal.cues import Cue, cue_before
from relevo.understanding.personal.scan import Scan
from relevo.understanding.types import Span

_SEPARATORS = re.compile(r"[\s.\-/]")
_SAID_TO_BE = frozenset({Cue.NATIONAL, Cue.TAX, Cue.SSN})


@dataclass(frozen=True, slots=True)
class Form:
    """`is_valid` decides where nothing introduces the number; `alone` is whether it may stand without an introduction."""

    type: str
    pattern: re.Pattern[str]
    is_valid: Callable[[str], bool]
    alone: bool = True
    introduced: bool = True  # an introduction stands in for the check digit


def _never(_: str) -> bool:
    return False


def _always(_: str) -> bool:
    return True


def _is_spanish_vat(value: str) -> bool:
    bare = value[2:]
    return spanish_dni.is_valid(bare) or spanish_nie.is_valid(bare) or cif.is_valid(bare)


def _form(
    kind: str, pattern: str, is_valid: Callable[[str], bool], *, alone: bool = True, introduced: bool = True
) -> Form:
    return Form(kind, re.compile(rf"(?<![\w@#])(?<![\d][.,\-]){pattern}(?![\w@])"), is_valid, alone, introduced)


# On folded text. More certain ones first: where two fit, the first is taken.
_FORMS = (
    _form("national_id", r"[a-z]{4}\d{6}[hmx][a-z]{5}[a-z0-9]\d", curp.is_valid),
    _form("tax_id", r"[a-z&ñ]{3,4}[ -]?\d{6}[ -]?[a-z0-9]{3}", rfc.is_valid),
    _form("tax_id", r"es-?[a-hj-np-suvwxyz0-9]-?\d{7}-?[0-9a-z]", _is_spanish_vat),
    _form("national_id", r"\d{8}[ -]?[a-z]", spanish_dni.is_valid),
    _form("national_id", r"\d{2}\.\d{3}\.\d{3}[ -]?[a-z]", spanish_dni.is_valid),
    _form("national_id", r"[xyz][ -]?\d{7}[ -]?[a-z]", spanish_nie.is_valid),
    _form("tax_id", r"[abcdefghjnpqrsuvw][ -]?\d{7}[ -]?[0-9a-j]", cif.is_valid),
    _form("tax_id", r"[abcdefghjnpqrsuvw][ -]?\d{2}[. ]\d{3}[. ]?\d{2}[ -]?[0-9a-j]", cif.is_valid),
    _form("tax_id", r"(?:20|23|24|27|30|33|34)[ -]\d{8}[ -]\d", cuit.is_valid),
    _form("tax_id", r"\d{1,2}\.\d{3}\.\d{3}-[\dk]", rut.is_valid),
    _form("tax_id", r"\d{7,8}-[\dk]", rut.is_valid),
    _form("tax_id", r"(?:at|be|bg|cy|cz|de|dk|ee|el|es|fi|fr|gb|hr|hu|ie|it|lt|lu|lv|mt|nl|pl|pt|ro|se|si|sk)u?\d{8,11}", _never, alone=False),  # noqa: E501
    _form("ssn", r"(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}", _always),
    _form("ssn", r"\d{3}[ -]\d{2}[ -]\d{4}", _never, alone=False),
    _form("ssn", r"\d{2}[/ -]\d{7,8}[/ -]\d{2}", _never, alone=False),
    _form("tax_id", r"\d{2}-\d{7}", _never, alone=False),
    _form("national_id", r"[a-ceghj-prtwxyzq][a-ceghj-nprtwxyzq][ ]?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?[abcd]", _always),
)  # fmt: skip
# Letters that follow a number in running text are no check letters: "12345678 a" may go on as "a las tres".
_LOOSE_LETTER = re.compile(r"\d [a-z]$")


def find_identifiers(scan: Scan) -> list[Span]:
    found: list[Span] = []
    for form in _FORMS:
        for match in form.pattern.finditer(scan.folded):
            cue = cue_before(scan, match.start())
            if _is_one(form, match[0], cue):
                found.append(Span(match.start(), match.end(), _type(form, cue)))
    return found


def _is_one(form: Form, value: str, cue: Cue | None) -> bool:
    if cue is Cue.THING:
        return False
    compact = _SEPARATORS.sub("", value)
    if cue in _SAID_TO_BE and form.introduced:
        return not _LOOSE_LETTER.search(value) or form.is_valid(compact)
    return form.alone and form.is_valid(compact)


def _type(form: Form, cue: Cue | None) -> str:
    return "ssn" if cue is Cue.SSN and form.type != "national_id" else form.type
