"""Runs of digits: what each is, by its length, its grouping, check digits and the words around it."""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from stdnum.ar import cuit
from stdnum.es import ccc
from stdnum.pe import ruc

from relevo.kit.cards import find_cards, passes_luhn
from relevo.understanding.personal.cues import Cue, continues, cue_after, cue_before
from relevo.understanding.personal.phones import fits_any_plan, may_be_phone
from relevo.understanding.personal.scan import Scan
from relevo.understanding.personal.spans import Taken
from relevo.understanding.personal.spelled import Spelled
from relevo.understanding.types import Span

_RUN = re.compile(r"[+(]?\(?\+?\d(?:(?:[ -]\(|\) ?-?| - ?|[ .\-–\u00a0])?+\d)++")
_GROUP = re.compile(r"\d+")
_MONEY_BEFORE = re.compile(r"(?:[$€£¥]|\b(?:usd|eur|mxn|gbp|us\$|s/))\s?$")
_MONEY_AFTER = re.compile(
    r"\s?(?:[€£$%]|(?:euros?|pesos|dollars|pounds|usd|eur|mxn|puntos|points|unidades|mm|cm|kg|gr?|km|m|ml|mah|w|v)\b)"
)
_DATE = re.compile(r"(?:19|20)\d\d[.\- ](?:0?[1-9]|1[0-2])[.\- ](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[.\- ](?:0?[1-9]|1[0-2])[.\- ](?:19|20)\d\d")  # fmt: skip
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_FEWEST_DIGITS = 6
_MOST_DIGITS = 24
_CLABE, _CCC, _CBU = 18, 20, 22


@dataclass(frozen=True, slots=True)
class Run:
    start: int
    end: int
    written: str
    digits: str
    spelled: bool = False
    letter: str = ""
    letter_end: int = 0


def find_numbers(scan: Scan, spelled: list[Spelled], taken: Taken) -> list[Span]:
    """Telephones, cards, accounts and ids of digits. What is `taken` already is left out."""
    found: list[Span] = []
    before: tuple[int, Cue | None] = (0, None)
    for run in _runs(scan, spelled):
        blocked = taken.overlapping(run.start, run.end)
        if blocked:
            before = (max(run.end, blocked.end), None)
            continue
        cue = _cue(scan, run, before)
        found += _spans(scan, run, cue)
        before = (run.end, cue)
    return found


def _runs(scan: Scan, spelled: list[Spelled]) -> Iterator[Run]:
    inside = Taken(Span(one.start, one.end, "") for one in spelled)
    written: list[Run] = []
    for match in _RUN.finditer(scan.folded):
        digits = "".join(_GROUP.findall(match[0]))
        if not 4 <= len(digits) <= 400 or inside.overlapping(match.start(), match.end()):
            continue
        start, text = match.start(), match[0]
        while text.startswith("(") and ")" not in text:
            start, text = start + 1, text[1:]
        written.append(Run(start, match.end(), text, digits))
    said = [Run(o.start, o.end, o.digits, o.digits.lstrip("+"), True, o.letter, o.letter_end) for o in spelled]
    yield from sorted((*written, *said), key=lambda run: run.start)


def _cue(scan: Scan, run: Run, before: tuple[int, Cue | None]) -> Cue | None:
    end, cue = before
    found = cue_before(scan, run.start, after=end)
    if found is None and cue is not None and continues(scan, end, run.start):
        return cue
    return found or cue_after(scan, run.end)


def _spans(scan: Scan, run: Run, cue: Cue | None) -> list[Span]:
    if not _stands_free(scan, run):
        return []
    if cards := _cards(scan, run, cue):
        return cards
    if len(run.digits) < _FEWEST_DIGITS or len(run.digits) > _MOST_DIGITS:
        return []
    kind = _type_introduced(scan, run, cue) or _type_alone(scan, run, cue)
    if kind:
        end = run.letter_end if kind == "national_id" and run.letter_end else run.end
        return [Span(run.start, end, kind)]
    shorter = _leading_groups(run) if cue is Cue.PHONE or cue is None else None
    return _spans(scan, shorter, cue) if shorter else []


def _stands_free(scan: Scan, run: Run) -> bool:
    """Not a part of a code, an amount, a date, a decimal or a path."""
    text, start, end = scan.folded, run.start, run.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before in ("_", "#", "@", "$", "€", "£") or (after.isalnum() or after in ("_", "@")):
        return False
    if before in ("/", ",", ":") and text[start - 2 : start - 1].isdigit():
        return False
    if before in ("-", ".") and text[start - 2 : start - 1].isalnum() and not text[start - 2 : start - 1].isalpha():
        return False
    if before == "-" and text[start - 2 : start - 1].isalpha():
        return False
    if after in ("/", ",", ":") and text[end + 1 : end + 2].isdigit():
        return False
    return not _MONEY_BEFORE.search(text, max(0, start - 6), start) and not _MONEY_AFTER.match(text, end)


def _cards(scan: Scan, run: Run, cue: Cue | None) -> list[Span]:
    if run.spelled:
        is_card = 13 <= len(run.digits) <= 19 and (passes_luhn(run.digits) or cue is Cue.CARD)
        return [Span(run.start, run.end, "card")] if is_card else []
    if len(run.digits) < 13:
        return []
    near = max(0, run.start - 50)
    found = find_cards(scan.text[near : run.end + 50])
    return [Span(start + near, end + near, "card") for start, end in found if run.start <= start + near < run.end]


def _type_introduced(scan: Scan, run: Run, cue: Cue | None) -> str | None:
    length = len(run.digits)
    match cue:
        case Cue.PHONE if may_be_phone(run.written, run.digits):
            return "phone"
        case Cue.NATIONAL if 6 <= length <= 11:
            return "national_id"
        case Cue.TAX if 8 <= length <= 13:
            return "tax_id"
        case Cue.SSN if 8 <= length <= 12:
            return "ssn"
        case Cue.ACCOUNT if length in (_CLABE, _CCC, _CBU) or (_of_bank(scan) and 8 <= length <= 26):
            return "iban"
        case _:
            return None


def _type_alone(scan: Scan, run: Run, cue: Cue | None) -> str | None:
    if cue is Cue.THING:
        return None
    if len(run.digits) == _CLABE and _is_clabe(run.digits):
        return "iban"
    if len(run.digits) == _CCC and ccc.is_valid(run.digits):
        return "iban"
    if len(run.digits) == 11 and run.digits.isascii() and (cuit.is_valid(run.digits) or ruc.is_valid(run.digits)):
        return "tax_id"
    if _DATE.fullmatch(run.written) or _THOUSANDS.fullmatch(run.written):
        return None
    if cue in (None, Cue.PHONE, Cue.ADDRESS) and fits_any_plan(run.written, run.digits):
        return "phone"
    return None


def _of_bank(scan: Scan) -> bool:
    """Whether an account is one at a bank; customers have accounts at shops, too."""
    return any(
        word in scan.folded for word in ("sort code", "iban", "bancari", "bank", "banco", "cbu", "clabe", "transfer")
    )


def _is_clabe(digits: str) -> bool:
    """The bank account number of Mexico: weights 3, 7, 1."""
    total = sum(int(c) * (3, 7, 1)[i % 3] % 10 for i, c in enumerate(digits[:-1]))
    return (10 - total % 10) % 10 == int(digits[-1])


def _leading_groups(run: Run) -> Run | None:
    """The run without its last group: "612 345 678 10" may be a telephone and an hour."""
    cut = run.written.rstrip("0123456789").rstrip(" .-–\u00a0()")
    digits = "".join(_GROUP.findall(cut))
    if run.spelled or len(digits) < 7 or not run.written[len(cut) : len(cut) + 1].isspace():
        return None
    return replace(run, end=run.start + len(cut), written=cut, digits=digits)
