"""What sentences claim: an amount, a share, a length of time or a date, and of what. Two that claim different values of the same thing
contradict each other.

The same thing is what the same words and meanings say, in sentence, heading and title: what one names and the other does not makes
them different things. So do places: what holds in Spain says nothing of Mexico.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relevo.kit.folding import fold
from relevo.knowledge.stems import stem
from relevo.knowledge.terms import MEANING, slots_of

_ENOUGH = 0.65  # of what each says, found in the other
_TELLING = 2  # words that a sentence needs to say itself what it is about; else heading and title have to agree
_LITTLE = 0.25  # worth of a word that any article of a company may use
_MOST = 60  # claims of an article

_NUMBER = r"(\d{1,3}(?:[.,\u00a0 ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
_UNITS = {
    "minut": ("minute", 1), "hora": ("hour", 1), "hour": ("hour", 1), "dia": ("day", 1), "day": ("day", 1), "semana": ("week", 1),
    "week": ("week", 1), "mes": ("month", 1), "month": ("month", 1), "ano": ("month", 12), "year": ("month", 12),
}  # fmt: skip
_VALUES = (
    ("money", re.compile(rf"(?P<unit>€|\$|£|\beur\b|\bmxn\b|\busd\b)\s?{_NUMBER}")),
    ("money", re.compile(rf"{_NUMBER}\s?(?P<unit>€|\$|£|\beuros?\b|\beur\b|\bmxn\b|\busd\b|\bpesos?\b)")),
    ("share", re.compile(rf"{_NUMBER}\s?(?P<unit>%)")),
    (
        "time",
        re.compile(
            rf"{_NUMBER}\s(?:(?:naturales|laborables|habiles|working|business|calendar)\s)?(?P<unit>minutos?|minutes?|horas?|hours?|dias?|days?"
            r"|semanas?|weeks?|mes(?:es)?|months?|anos?|years?)\b(?: (?:naturales|laborables|habiles|corridos))?"
        ),
    ),
)
_CURRENCIES = {
    "€": "eur",
    "euro": "eur",
    "euros": "eur",
    "$": "$",
    "peso": "$",
    "pesos": "$",
    "mxn": "$",
    "usd": "usd",
    "£": "gbp",
}
_MONTHS = (
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
)
_DATE = re.compile(
    rf"\b(\d{{1,2}})(?: de)? ({_MONTHS})\b|\b({_MONTHS}) (\d{{1,2}})\b|\b(\d{{1,2}})/(\d{{1,2}})(?:/\d{{2,4}})?\b"
)
_PLACES = re.compile(
    r"\b(?:espana|spain|mexico|portugal|francia|france|andorra|colombia|argentina|chile|peru|ecuador|uruguay|usa|estados unidos"
    r"|united states|reino unido|united kingdom|uk|europa|europe|peninsula|mainland|baleares|balearic|canarias|canary|ceuta|melilla"
    r"|cdmx|islas?|islands?)\b"
)
# Said in any article: they tell little of what a sentence is about.
_COMMON = """
pedido pedir producto articulo cliente compra comprar tienda servicio dia hora mes ano semana plazo precio coste importe total hasta
desde minimo maximo natural laborable habil recibir poder tener hacer dar ser haber cada dentro siguiente momento fecha cuenta caso
durar costar tardar valer llegar avisar llevar quedar todo mensual estandar unos politica informacion condiciones nuevo
antes despues before after last take cost arrive notice standard policy information conditions new all any every
order product item customer purchase buy shop store service day hour month year week time period price cost amount total within from
working business calendar receive get have make give next date account case
"""
_COMMON_MEANINGS = ("how_long", "how_much", "order", "item", "buy", "days_limit", "minimum", "month")
_LINK = re.compile(r"\(https?://\S+\)|https?://\S+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡0-9])")


Word = frozenset[str]  # what it may mean, and its stem


@dataclass(frozen=True, slots=True)
class Claim:
    """`values` are of one `kind`, by their canonical form; `written` is how the first is written."""

    sentence: str
    kind: str
    values: frozenset[str]
    written: str
    terms: frozenset[Word]  # of the sentence itself
    about: frozenset[Word]  # of heading and title
    around: frozenset[str]  # everything that all of these may mean
    places: frozenset[str]


def claims_of(title: str, passages: Sequence[tuple[str, str]], locale: str) -> list[Claim]:
    """Of an article's passages, each with its heading. Rows of tables are left out: their columns say what holds when."""
    found: list[Claim] = []
    for heading, text in passages:
        for line in text.splitlines():
            if " — " in line or " · " in line:
                continue
            for sentence in _SENTENCE_END.split(re.sub(r"^(?:-|\d+\.) ", "", _LINK.sub("", line))):
                found += _claims(sentence.strip(), title, heading, locale)
            if len(found) >= _MOST:
                return found
    return found


def contradict(one: Claim, other: Claim) -> bool:
    if one.kind != other.kind or one.values & other.values or one.places != other.places or len(one.places) > 1:
        return False
    if min(_said(one.terms, other.around), _said(other.terms, one.around)) < _ENOUGH:
        return False
    telling = max(_telling(one.terms, other.around), _telling(other.terms, one.around))
    if telling == 0:
        return False
    return telling >= _TELLING or min(_said(one.about, other.around), _said(other.about, one.around)) >= _ENOUGH


def _claims(sentence: str, title: str, heading: str, locale: str) -> list[Claim]:
    plain = fold(sentence)
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for kind, value, written in _values(plain, sentence):
        by_kind.setdefault(kind, []).append((value, written))
    if not by_kind:
        return []
    terms = _words(_PLACES.sub(" ", fold(_without_values(sentence))), locale)
    about = _words(_PLACES.sub(" ", fold(f"{heading}. {title}")), locale)
    around: frozenset[str] = frozenset().union(*terms, *about)
    places = frozenset(match[0] for match in _PLACES.finditer(fold(f"{title} {heading} {sentence}")))
    return [
        Claim(sentence, kind, frozenset(value for value, _ in values), values[0][1], terms, about, around, places)
        for kind, values in by_kind.items()
    ]


def _values(plain: str, sentence: str) -> list[tuple[str, str, str]]:
    """Kind, canonical value, and how it is written."""
    found: list[tuple[str, str, str]] = []
    for kind, pattern in _VALUES:
        for match in pattern.finditer(plain):
            unit, times = _unit(kind, match["unit"])
            number = _number(match[1] if match[1] != match["unit"] else match[2]) * times
            found.append((f"{kind} {unit}", f"{number:g}", sentence[match.start() : match.end()]))
    dates = _DATE.finditer(plain)
    return found + [
        ("date", " ".join(filter(None, match.groups())), sentence[match.start() : match.end()]) for match in dates
    ]


def _unit(kind: str, written: str) -> tuple[str, int]:
    if kind == "money":
        return _CURRENCIES.get(written, written), 1
    if kind == "time":
        return next(unit for start, unit in _UNITS.items() if written.startswith(start))
    return written, 1


def _number(written: str) -> float:
    plain = re.sub(r"[\u00a0 ]", "", written)
    plain = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", plain)
    return float(plain.replace(",", "."))


def _without_values(sentence: str) -> str:
    plain = sentence
    folded = fold(sentence)
    for match in sorted(
        [m for _, pattern in _VALUES for m in pattern.finditer(folded)] + list(_DATE.finditer(folded)),
        key=lambda m: -m.start(),
    ):
        plain = plain[: match.start()] + " " + plain[match.end() :]
    return plain


def _words(text: str, locale: str) -> frozenset[Word]:
    """A word counts by its meanings, so that "devolver" and "devolución" are one."""
    slots = slots_of(text, locale)
    return frozenset(
        frozenset(MEANING + name for name in slot.meanings) | ({slot.stem} if slot.stem else frozenset())
        for slot in slots
        if slot.meanings or not (slot.stem or "").isdigit()
    )


def _telling(words: frozenset[Word], around: frozenset[str]) -> int:
    """How many words that tell what it is about are said around, too."""
    return sum(_worth(word) == 1.0 for word in words if word & around)


def _said(words: frozenset[Word], around: frozenset[str]) -> float:
    total = sum(map(_worth, words))
    return sum(_worth(word) for word in words if word & around) / total if total else 1.0


def _worth(word: Word) -> float:
    return _LITTLE if word & _COMMON_TERMS else 1.0


_COMMON_TERMS = frozenset(stem(word, locale) for word in _COMMON.split() for locale in ("es", "en")) | frozenset(
    MEANING + name for name in _COMMON_MEANINGS
)
