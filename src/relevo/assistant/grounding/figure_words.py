"""Words around figures, folded: numbers written out, units, currencies, months, days of the week, bounds."""

# ruff: noqa: E501, SIM905 - tables

import re

CURRENCIES = {
    "€": "eur", "eur": "eur", "euros": "eur", "euro": "eur", "$": "$", "us$": "usd", "usd": "usd", "mxn": "mxn", "mx$": "mxn", "pesos": "mxn",
    "peso": "mxn", "dolares": "usd", "dollars": "usd", "dollar": "usd", "£": "gbp", "gbp": "gbp", "pounds": "gbp", "libras": "gbp", "ars": "ars",
    "cop": "cop", "clp": "clp", "soles": "pen", "centimos": "cent", "cents": "cent", "centavos": "cent",
}  # fmt: skip
DOLLARS = frozenset({"$", "usd", "mxn", "ars", "cop", "clp"})
UNITS: dict[str, tuple[str, str, float]] = {}
for _names, _unit in {
    "second seconds segundo segundos": ("period", "time", 1 / 86_400), "minute minutes min mins minuto minutos": ("period", "time", 1 / 1_440),
    "hour hours hora horas h hrs hr": ("period", "time", 1 / 24), "day days dia dias": ("period", "time", 1), "week weeks semana semanas": ("period", "time", 7),
    "fortnight fortnights quincena": ("period", "time", 14), "month months mes meses mensualidades": ("period", "months", 1),
    "year years ano anos": ("period", "months", 12), "quarter quarters trimestre trimestres": ("period", "months", 3),
    "kg kilo kilos kilogramos kilograms": ("measure", "g", 1000), "g gr gramos grams": ("measure", "g", 1), "lb lbs pounds_weight libras_peso": ("measure", "lb", 1),
    "km kilometros kilometers kilometres": ("measure", "m", 1000), "m metro metros meter meters metre metres": ("measure", "m", 1), "cm centimetros centimeters centimetres": ("measure", "m", 0.01),
    "mm milimetros millimetres millimeters": ("measure", "m", 0.001), "miles mile millas": ("measure", "mile", 1), "feet foot pies ft": ("measure", "foot", 1), "inch inches pulgadas": ("measure", "inch", 1),
    "l litro litros liter liters litre litres": ("measure", "l", 1), "ml mililitros": ("measure", "l", 0.001), "gb gigas gigabytes": ("measure", "mb", 1000), "mb megas megabytes": ("measure", "mb", 1), "mbps": ("measure", "mbps", 1),
    "w vatios watts": ("measure", "w", 1), "kw": ("measure", "w", 1000), "kwh": ("measure", "kwh", 1), "v voltios volts": ("measure", "v", 1), "ºc °c °f grados degrees celsius fahrenheit": ("measure", "degree", 1),
    "m2 m²": ("measure", "m2", 1),
}.items():  # fmt: skip
    for _name in _names.split():
        UNITS[_name] = _unit
QUALITIES = {
    name: quality
    for quality, names in {
        "working": "laborables|laborable|habiles|habil|working|business|labourables",
        "calendar": "naturales|natural|calendar|seguidos|corridos",
    }.items()
    for name in names.split("|")
}


def _either(names: object) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))  # type: ignore[arg-type]


UNIT_PATTERN = _either(UNITS)
QUALITY_PATTERN = _either(QUALITIES)
_ONES = {
    "un": 1, "una": 1, "uno": 1, "one": 1, "a": 1, "an": 1, "dos": 2, "two": 2, "tres": 3, "three": 3, "cuatro": 4, "four": 4, "cinco": 5, "five": 5, "seis": 6, "six": 6,
    "siete": 7, "seven": 7, "ocho": 8, "eight": 8, "nueve": 9, "nine": 9, "diez": 10, "ten": 10, "once": 11, "eleven": 11, "doce": 12, "twelve": 12, "trece": 13,
    "thirteen": 13, "catorce": 14, "fourteen": 14, "quince": 15, "fifteen": 15, "dieciseis": 16, "sixteen": 16, "diecisiete": 17, "seventeen": 17, "dieciocho": 18,
    "eighteen": 18, "diecinueve": 19, "nineteen": 19, "veinte": 20, "twenty": 20, "veintiun": 21, "veintiuno": 21, "veintidos": 22, "veintitres": 23,
    "veinticuatro": 24, "veinticinco": 25, "treinta": 30, "thirty": 30, "cuarenta": 40, "forty": 40, "cincuenta": 50, "fifty": 50, "sesenta": 60, "sixty": 60,
    "setenta": 70, "seventy": 70, "ochenta": 80, "eighty": 80, "noventa": 90, "ninety": 90, "cien": 100, "hundred": 100, "ciento": 100, "doscientos": 200,
    "trescientos": 300, "quinientos": 500, "mil": 1000, "thousand": 1000, "media": 0.5, "medio": 0.5, "half an": 0.5, "half a": 0.5, "couple of": 2, "a couple of": 2,
    "a dozen": 12, "twice": 2, "una docena": 12,
}  # fmt: skip
ONLY_WITH_UNIT = frozenset(
    {"un", "una", "uno", "one", "a", "an", "media", "medio", "half an", "half a", "once", "hundred", "thousand", "mil"}
)
_TENS = "veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNDER_TEN = "un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|one|two|three|four|five|six|seven|eight|nine"
NUMBER_PATTERN = rf"(?:(?:{_TENS})(?: y |-| )(?:{_UNDER_TEN}))|(?:a|an|one) hundred|{_either(_ONES)}"
MONTHS = {
    name: at % 12 + 1
    for at, name in enumerate(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
        "january february march april may june july august september october november december".split()
    )
} | {"setiembre": 9}
MONTHS_OR_WORDS = frozenset({"may", "march"})
WEEKDAYS: dict[str, str] = {
    form: str(at % 7)
    for at, name in enumerate(
        "lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday".split()
    )
    for form in ((name,) if name.endswith("s") else (name, name + "s"))
}
WEEKDAY_PATTERN = _either(WEEKDAYS)
BOUNDS = (
    (re.compile(r"\b(?:no mas de|como mucho|como maximo|maximo(?: de)?|hasta(?: un| una| el)?|menos de|inferior(?:es)? a|por debajo de|antes de(?: las)?|dentro de(?: los| las)?|up to|at most|within|no more than|not exceed|less than|fewer than|under|below|maximum of|as long as|until)(?: los| las| the| un total de)?(?: \$| €| mxn)?:? ?$"), "max"),
    (re.compile(r"\b(?:al menos|como minimo|minimo(?: de)?|por lo menos|mas de|a partir de(?: los| las)?|desde(?: los| las)?|gratis desde|superior(?:es)? a|por encima de|at least|minimum of|no less than|over|more than|above|from|starting at|exceeding)(?: los| las| the)?(?: \$| €| mxn)?:? ?$"), "min"),
)  # fmt: skip


def number(written: str) -> float:
    """A number written out."""
    if written in _ONES:
        return float(_ONES[written])
    return float(
        sum(
            _ONES.get(part, 0)
            for part in re.split(r" y |-| ", written)
            if part not in {"a", "an", "one"} or "hundred" not in written
        )
    )


def scale(written: str | None) -> float:
    match (written or "").strip():
        case "mil" | "thousand" | "k":
            return 1000
        case "million" | "millones":
            return 1_000_000
        case _:
            return 1


def times_of(written: str) -> float:
    """How many of its smallest unit the unit at the end of "5 working days" is."""
    for part in re.split(r"[ -]|(?<=\d)(?=[a-z])", written):
        if part in UNITS:
            return UNITS[part][2]
    return 1
