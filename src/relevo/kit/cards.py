"""Numbers of payment cards in a text. They are replaced before anything is stored, so this stands below all that stores."""

import re

from relevo.kit.folding import fold

MASK = "•••• •••• •••• ••••"

_RUN = re.compile(r"\d(?:[ .\-–\u00a0]{0,2}+\d){12,}+")
_GROUP = re.compile(r"\d+")
_CARD_WORD = re.compile(
    r"\b(?:tarjeta|visa|mastercard|master card|amex|american express|card|cvv2?|cvc|cad|caduca|caducidad|expiry|expires|exp)\b"
)
# What the number right behind these words is, whatever its check digit: one in ten numbers passes by chance.
_CALLED_OTHERWISE = re.compile(
    r"\b(?:pedido|orden|order|folio|factura|invoice|referencia|reference|ref|ticket|serie|serial|sn|imei|tracking|seguimiento|rastreo|guia"
    r"|ean|upc|isbn|barcode|barras|expediente|caso|case|contrato|contract|transaccion|transaction|operacion|id)"
    r"(?:\s+(?:es|is|el|la|the|numero|number|num|n|no|was|era|id))*[\s.:#º°-]*$"
)
# Other cards have numbers, too.
_NO_PAYMENT = re.compile(
    r"\b(?:regalo|gift|fidelidad|loyalty|sim|imei|tracking|seguimiento|guia|pedido|order|serie|serial)\b"
)
_NEAR = 45  # characters
_USUAL = (16, 15, 14, 19, 18, 17, 13)
_MOST_DIGITS = 400  # of a run that is looked at; no card hides in so long a one


def find_cards(text: str) -> list[tuple[int, int]]:
    """Where cards' numbers stand: their check digit fits, or they are introduced as a card and have the length of one."""
    found: list[tuple[int, int]] = []
    for run in _RUN.finditer(text):
        before = text[run.start() - 1] if run.start() else " "
        if before.isalnum() or before == "+" or run.end() - run.start() > _MOST_DIGITS:
            continue
        if not _CALLED_OTHERWISE.search(fold(text[max(0, run.start() - _NEAR) : run.start()])):
            found += _in_run(text, run.start(), run.end())
    return found


def mask_cards(text: str) -> str:
    """`text` with the numbers of cards replaced. Masked text stays as it is."""
    cards = find_cards(text)
    if not cards:
        return text
    parts: list[str] = []
    done = 0
    for start, end in cards:
        parts += [text[done:start], MASK]
        done = end
    return "".join((*parts, text[done:]))


def has_card(text: str) -> bool:
    """Whether a card's number stands in `text`, or stood there before it was masked."""
    return MASK in text or bool(find_cards(text))


def passes_luhn(digits: str) -> bool:
    doubled = [n if i % 2 == 0 else (n * 2 - 9 if n > 4 else n * 2) for i, n in enumerate(map(int, reversed(digits)))]
    return sum(doubled) % 10 == 0


def _in_run(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cards among the groups of digits of a run: an expiry date or a security code may follow without a word between."""
    groups = [(match.start(), match.end()) for match in _GROUP.finditer(text, start, end)]
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(groups):
        last = _card_from(text, groups, first)
        if last is None:
            first += 1
            continue
        found.append((groups[first][0], groups[last][1]))
        first = last + 1
    return found or _mistyped(text, groups)


def _card_from(text: str, groups: list[tuple[int, int]], first: int) -> int | None:
    """The last group of a card that begins with the group `first`."""
    digits = ""
    ends: dict[int, int] = {}
    for number in range(first, len(groups)):
        digits += text[slice(*groups[number])]
        if len(digits) > _USUAL[3]:
            break
        ends[len(digits)] = number
    for length in _USUAL:
        if length in ends and _is_of_an_issuer(digits[:length]) and passes_luhn(digits[:length]):
            return ends[length]
    return None


def _mistyped(text: str, groups: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A number that was called a card's and is as long as one."""
    start, end = groups[0][0], groups[-1][1]
    before = fold(text[max(0, start - _NEAR) : start])
    if not _CARD_WORD.search(before + " | " + fold(text[end : end + _NEAR])) or _NO_PAYMENT.search(before):
        return []
    digits = 0
    for group_start, group_end in groups:
        digits += group_end - group_start
        if digits in (15, 16):
            return [(start, group_end)]
    return []


def _is_of_an_issuer(digits: str) -> bool:
    length = len(digits)
    if not digits.isascii():
        digits = "".join(str(int(digit)) for digit in digits)
    two, four = int(digits[:2]), int(digits[:4])
    match digits[0]:
        case "4":
            return length in (16, 19)
        case "2":
            return length == 16 and 2221 <= four <= 2720
        case "3":
            return (
                (length == 15 and two in (34, 37))
                or (length == 14 and two in (30, 36, 38, 39))
                or (length == 16 and two in (35, 36))
            )
        case "5" | "6":
            return length == 16 or (length in (18, 19) and (two in (62, 67) or 56 <= two <= 58))
        case _:
            return False
