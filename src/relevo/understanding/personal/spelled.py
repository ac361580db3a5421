"""Numbers written out in words, as people dictate them and transcripts write them: "seis uno dos, tres cuatro cinco…"."""

from dataclasses import dataclass

from relevo.understanding.personal.scan import Scan, Word
from relevo.understanding.tokens import word_set

_UNITS = {
    word: digits
    for digits, words in {
        "0": "cero zero oh", "1": "uno un una one", "2": "dos two", "3": "tres three", "4": "cuatro four", "5": "cinco five",
        "6": "seis six", "7": "siete seven", "8": "ocho eight", "9": "nueve nine",
    }.items()
    for word in words.split()
}  # fmt: skip
_TEENS = {
    word: str(number)
    for number, words in {
        10: "diez ten", 11: "once eleven", 12: "doce twelve", 13: "trece thirteen", 14: "catorce fourteen", 15: "quince fifteen",
        16: "dieciseis sixteen", 17: "diecisiete seventeen", 18: "dieciocho eighteen", 19: "diecinueve nineteen", 21: "veintiuno veintiun",
        22: "veintidos", 23: "veintitres", 24: "veinticuatro", 25: "veinticinco", 26: "veintiseis", 27: "veintisiete", 28: "veintiocho",
        29: "veintinueve",
    }.items()
    for word in words.split()
}  # fmt: skip
_TENS = {
    word: digit
    for digit, words in {
        "2": "veinte twenty", "3": "treinta thirty", "4": "cuarenta forty", "5": "cincuenta fifty", "6": "sesenta sixty",
        "7": "setenta seventy", "8": "ochenta eighty", "9": "noventa ninety",
    }.items()
    for word in words.split()
}  # fmt: skip
_HUNDREDS = {
    "cien": "1", "ciento": "1", "doscientos": "2", "trescientos": "3", "cuatrocientos": "4", "quinientos": "5", "seiscientos": "6",
    "setecientos": "7", "ochocientos": "8", "novecientos": "9",
}  # fmt: skip
_TIMES = {"doble": 2, "double": 2, "triple": 3}
_FILLERS = word_set("guion dash then luego despues espacio space y and hundred")
_SAID = {*_UNITS, *_TEENS, *_TENS, *_HUNDREDS}
_ALL = {*_SAID, *_TIMES, *_FILLERS}
_LETTERS = {
    "a": "a", "be": "b", "ce": "c", "de": "d", "e": "e", "efe": "f", "ge": "g", "hache": "h", "jota": "j", "ka": "k", "ele": "l",
    "eme": "m", "ene": "n", "pe": "p", "cu": "q",
    "erre": "r", "ese": "s", "te": "t", "uve": "v", "equis": "x", "ye": "y", "zeta": "z", "ceta": "z",
}  # fmt: skip
_FEWEST_WORDS = 3
_FEWEST_DIGITS = 7
_GAP = 3  # characters between two words of one number


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number that was written in words, with its digits; `letter` is what was spelled after them, as after a DNI."""

    start: int
    end: int
    digits: str
    letter: str = ""
    letter_end: int = 0


def spelled_numbers(scan: Scan) -> list[Spelled]:
    """Numbers of seven digits or more that are spelled, at least in part."""
    words = scan.words
    if sum(word.folded in _SAID for word in words) < _FEWEST_WORDS:
        return []
    found: list[Spelled] = []
    index = 0
    while index < len(words):
        if words[index].folded in _SAID or words[index].folded in _TIMES:
            end = _run_end(scan, index)
            number = _number(scan, words[index:end])
            if number:
                found.append(number)
            index = end
        else:
            index += 1
    return found


def _run_end(scan: Scan, first: int) -> int:
    words = scan.words
    index = first + 1
    while index < len(words) and words[index].folded in _ALL:
        between = scan.folded[words[index - 1].end : words[index].start]
        if len(between) > _GAP and not _only_digits_and_gaps(between):
            break
        if scan.ends_sentence(words[index - 1].end, words[index].start):
            break
        index += 1
    while words[index - 1].folded in _FILLERS and words[index - 1].folded != "hundred":
        index -= 1
    return index


def _only_digits_and_gaps(between: str) -> bool:
    return len(between) <= 12 and all(c.isdigit() or c in " ,.-" for c in between)


def _number(scan: Scan, run: list[Word]) -> Spelled | None:
    said = sum(word.folded in _SAID for word in run)
    digits = _digits(scan, run)
    if said < _FEWEST_WORDS or not _FEWEST_DIGITS <= len(digits) <= 24:
        return None
    start, end = run[0].start, run[-1].end
    before = scan.index_from(start) - 1
    if before >= 0 and scan.words[before].folded in ("mas", "plus") and start - scan.words[before].end <= 1:
        start, digits = scan.words[before].start, "+" + digits
    letter, letter_end = _letter(scan, end)
    return Spelled(start, end, digits, letter, letter_end)


def _letter(scan: Scan, end: int) -> tuple[str, int]:
    index = scan.index_from(end)
    if index >= len(scan.words) or scan.words[index].start - end > _GAP:
        return "", 0
    word = scan.words[index]
    letter = word.folded if len(word.folded) == 1 else _LETTERS.get(word.folded, "")
    return (letter, word.end) if letter else ("", 0)


def _digits(scan: Scan, run: list[Word]) -> str:
    made: list[str] = []
    index = 0
    while index < len(run):
        word = run[index].folded
        follower = run[index + 1].folded if index + 1 < len(run) else ""
        if index:
            made.append("".join(c for c in scan.folded[run[index - 1].end : run[index].start] if c.isdigit()))
        piece, used = _piece(run, index, word, follower)
        made.append(piece)
        index += used
    return "".join(made)


def _piece(run: list[Word], index: int, word: str, follower: str) -> tuple[str, int]:
    """The digits that begin with the word at `index`, and how many words make them."""
    if word in _TIMES:
        return _UNITS.get(follower, "") * _TIMES[word], 2
    if word in _UNITS:
        return (_UNITS[word] + "00", 2) if follower == "hundred" else (_UNITS[word], 1)
    if word in _TEENS:
        return _TEENS[word], 1
    if word in _TENS:
        return _after_tens(run, index, word, follower)
    if word in _HUNDREDS:
        return _after_hundreds(run, index, word)
    return "", 1


def _after_tens(run: list[Word], index: int, word: str, follower: str) -> tuple[str, int]:
    third = run[index + 2].folded if index + 2 < len(run) else ""
    if follower == "y" and third in _UNITS:
        return _TENS[word] + _UNITS[third], 3
    if word.endswith("y") and follower in _UNITS and _UNITS[follower] != "0" and _near(run, index):
        return _TENS[word] + _UNITS[follower], 2
    return _TENS[word] + "0", 1


def _after_hundreds(run: list[Word], index: int, word: str) -> tuple[str, int]:
    """ "Seiscientos doce": one number; "seiscientos, doce": two."""
    if index + 1 >= len(run) or not _near(run, index):
        return _HUNDREDS[word] + "00", 1
    follower = run[index + 1].folded
    if follower in _UNITS:
        return _HUNDREDS[word] + "0" + _UNITS[follower], 2
    if follower in _TEENS:
        return _HUNDREDS[word] + _TEENS[follower], 2
    if follower in _TENS:
        third = run[index + 2].folded if index + 2 < len(run) else ""
        tens, used = _after_tens(run, index + 1, follower, third)
        return _HUNDREDS[word] + tens, 1 + used
    return _HUNDREDS[word] + "00", 1


def _near(run: list[Word], index: int) -> bool:
    """Whether the next word follows with no more than a space or a dash."""
    return run[index + 1].start - run[index].end <= 1
