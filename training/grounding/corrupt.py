"""Faults put into faithful answers by rule: another figure or name, a negation, "only", an opposite, a claim from elsewhere."""

# ruff: noqa: E501 - sentences; no secret is drawn here

import random
import re

from relevo.assistant.grounding.tokens import words_of

_NOT_AFTER = re.compile(r"\b(is|are|was|were|can|will|has been|have been|should|does|may|would)\b(?! not|n't)")
_VERB = re.compile(
    r"\b(offers|provides|includes|explains|allows|supports|recommends|accepts|agrees|wants|needs|costs|covers|helps|mentions|suggests|expresses|asks|describes|works|contains|requires|uses|takes|gives|sends|saves|comes)\b"
)
_BASE = {
    "agrees": "agree",
    "takes": "take",
    "uses": "use",
    "comes": "come",
    "gives": "give",
    "saves": "save",
    "provides": "provide",
    "includes": "include",
    "describes": "describe",
    "requires": "require",
}
_NO_BEFORE = re.compile(
    r"\b(puede|pueden|puedes|es|son|está|están|incluye|cuesta|ofrece|acepta|necesita|dura|se|tiene|hay|funciona|recibe|cubre|permite|conviene|hace)\b"
)
_ONLY = {"en": ["only", "just", "exclusively"], "es": ["solo", "únicamente", "solamente"]}
_TAILS = {
    "en": [
        ", but only for new customers", ", although it is not available everywhere", " at no extra cost", ", which is guaranteed", " within 24 hours", ", except at weekends", " for people over 65", ", as long as it is done online",
        ", despite the high price", ", but does not give any details", ", which many experts criticise", " without any conditions", ", according to a recent study", " in all cases", ", unless a fee is paid", " and is unhappy about it",
    ],
    "es": [
        ", pero solo para clientes nuevos", ", aunque no está disponible en todas partes", " sin coste adicional", ", con garantía total", " en menos de 24 horas", ", excepto los fines de semana", " para mayores de 65 años", ", siempre que se haga por internet",
        ", según un estudio reciente", " en todos los casos", ", salvo que se pague una tasa", " sin ninguna condición",
    ],
}  # fmt: skip
_CLAIMS = {
    "en": [
        "This is because the body needs time to adapt.", "It is also recommended to consult a professional before you start.", "Most people see results within a few weeks.", "This method was first used in the 19th century.",
        "It is important to note that prices vary by region and season.", "Additionally, it can help reduce stress and improve sleep.", "You can find more information on the official website.", "For best results, repeat the process twice a day.",
        "Studies have shown that this is effective in about 80% of cases.", "Children and pregnant women should avoid it.", "It is the most popular option among younger people.", "The service is available in more than 30 countries.",
        "Some users have reported problems with the quality.", "It was founded in 1998 and has offices in London.", "A small fee may apply depending on your bank.", "Keep in mind that this is illegal in some states.",
        "This helps to prevent damage and makes it last longer.", "The exact amount depends on your age, weight and level of activity.", "It contains vitamins, minerals and antioxidants that support the immune system.", "You should let it rest overnight before using it.",
        "Refunds are processed automatically to your card.", "The government introduced this rule to protect consumers.", "They also agree to meet again next month.", "The customer receives a discount for the inconvenience.", "Overall, the customer is very satisfied with the service.",
        "For example, a family of four would save hundreds of dollars a year.", "Make sure to use a clean cloth and avoid harsh chemicals.", "Cover it with a lid and stir it occasionally.", "Symptoms may include headaches, dizziness and nausea.", "The name comes from the Latin word for light.",
    ],
    "es": [
        "Esto se debe a que el cuerpo necesita tiempo para adaptarse.", "También se recomienda consultar con un profesional.", "La mayoría de la gente nota resultados en pocas semanas.", "Este método se usó por primera vez en el siglo XIX.",
        "Ten en cuenta que los precios varían según la zona y la temporada.", "Además, ayuda a reducir el estrés y a dormir mejor.", "Encontrarás más información en la página oficial.", "Los estudios demuestran que funciona en el 80 % de los casos.",
        "Los niños y las embarazadas deben evitarlo.", "El servicio está disponible en más de 30 países.", "Puede aplicarse una pequeña comisión según tu banco.", "Así se evitan daños y dura más.", "El cliente recibe un descuento por las molestias.",
        "El reembolso se abona automáticamente en tu tarjeta.", "Los síntomas pueden incluir dolor de cabeza y mareos.", "Es la opción preferida por los jóvenes.",
    ],
}  # fmt: skip
_OPPOSITES = {
    "en": "before after|more less|higher lower|cheaper dearer|free paid|first last|increase decrease|include exclude|accept refuse|interested uninterested|always never|open closed|allowed forbidden|large small|fast slow|easy difficult|hot cold|best worst|minimum maximum|new old|early late|daily weekly|several no|different identical|all few|personal public|helps hinders|satisfied dissatisfied|positive negative|many few|online in-person|safe dangerous|monthly yearly|buy sell|start end|with without|agent client|company customer|morning evening|summer winter",
    "es": "antes después|más menos|barato caro|gratis caro|primero último|incluye excluye|abierto cerrado|grande pequeño|rápido lento|fácil difícil|caliente frío|mejor peor|mínimo máximo|nuevo viejo|siempre nunca|todos ningunos|verano invierno|con sin|dentro fuera|diario semanal|agente clienta|comprar vender|mañana noche|personal público",
}
_NAMES = ["Marston", "Brightwell", "Ortega", "Helsinki", "Nordia", "Kellerman", "Acme", "Vela", "Toronto", "Silverline"]


def corrupted(
    answer: str, sources: tuple[str, ...], language: str, chance: random.Random
) -> tuple[str, tuple[int, int], str] | None:
    """The answer with one fault, where it stands, and its kind; None where the kind drawn does not fit."""
    kind = chance.choice(
        [
            "negation",
            "negation",
            "figure",
            "name",
            "only",
            "opposite",
            "opposite",
            "tail",
            "tail",
            "claim",
            "claim",
            "word",
            "word",
        ]
    )
    made = {
        "negation": _negated, "figure": _figure, "name": _name, "only": _only, "opposite": _opposite, "tail": _tail, "claim": _claim, "word": _word,
    }[kind](answer, sources, language, chance)  # fmt: skip
    return (*made, kind) if made else None


def _put(text: str, start: int, end: int, new: str) -> tuple[str, tuple[int, int]]:
    return text[:start] + new + text[end:], (start, start + len(new))


def _negated(answer, sources, language, chance):
    if language == "es":
        found = [
            m
            for m in _NO_BEFORE.finditer(answer)
            if not re.search(r"\b(?:no|que|si|nunca)\s+(?:\w+\s+)?$", answer[: m.start()].lower())
        ]
        match = chance.choice(found) if found else None
        return match and (
            answer[: match.start()] + "no " + answer[match.start() :],
            (match.start(), _after(answer, match.end()) + 3),
        )
    found = [*_NOT_AFTER.finditer(answer), *_VERB.finditer(answer)]
    match = chance.choice(found) if found else None
    if not match:
        return None
    word = match.group(1)
    new = f"does not {_BASE.get(word, word.rstrip('s'))}" if _VERB.fullmatch(word) else f"{word} not"
    text, (start, end) = _put(answer, match.start(), match.end(), new)
    return text, (start, _after(text, end))


def _after(text: str, at: int) -> int:
    """Up to the end of the next two words, which the negation is about."""
    match = re.compile(r"\W*\w+\W+\w+").match(text, at)
    return match.end() if match else at


def _figure(answer, sources, language, chance):
    found = [match for match in re.finditer(r"\d+", answer) if not re.match(r"\s*[.)]\s", answer[match.end() :])]
    if not found:
        return None
    match = chance.choice(found)
    whole = int(match.group()[:9])
    new = str(chance.choice([whole + 1, whole * 2, whole + 5, max(1, whole - 2), whole + 10, whole * 10]))
    if new == match.group() or re.search(rf"(?<!\d){new}(?!\d)", " ".join(sources)):
        return None
    return _put(answer, match.start(), match.end(), new)


def _name(answer, sources, language, chance):
    found = [word for word in words_of(answer, language) if word.name and not word.figure]
    if not found:
        return None
    word = chance.choice(found)
    own = [
        other.text.title()
        for source in sources
        for other in words_of(source, language)
        if other.name and not other.figure and other.text != word.text
    ]
    return _put(answer, word.start, word.end, chance.choice(_NAMES + own[:10]))


def _only(answer, sources, language, chance):
    spots = [
        m.end()
        for m in re.finditer(
            r"\b(?:is|are|for|offers|includes|costs|can be|in|to|with|para|en|es|son|incluye|con|a)\s", answer
        )
    ]
    if not spots:
        return None
    at, new = chance.choice(spots), chance.choice(_ONLY[language]) + " "
    text, (start, end) = _put(answer, at, at, new)
    return text, (start, _after(text, end - 1))


def _opposite(answer, sources, language, chance):
    pairs = [pair.split() for pair in _OPPOSITES[language].split("|")]
    table = dict(pairs) | {b: a for a, b in pairs}
    found = [match for match in re.finditer(r"[\wáéíóúñ-]+", answer) if match.group().lower() in table]
    if not found:
        return None
    match = chance.choice(found)
    return _put(answer, match.start(), match.end(), table[match.group().lower()])


def _tail(answer, sources, language, chance):
    ends = [match.start() for match in re.finditer(r"[.](?=\s|$)", answer)]
    return _put(answer, (at := chance.choice(ends)), at, chance.choice(_TAILS[language])) if ends else None


def _claim(answer, sources, language, chance):
    ends = [match.end() for match in re.finditer(r"[.](?=\s|$)", answer)]
    return _put(answer, (at := chance.choice(ends)), at, " " + chance.choice(_CLAIMS[language])) if ends else None


def _word(answer, sources, language, chance):
    found = [word for word in words_of(answer, language) if not word.figure and not word.name and len(word.text) > 4]
    if not found:
        return None
    word = chance.choice(found)
    taken = chance.choice([*_CLAIMS[language], *_TAILS[language]])
    others = [other.text for other in words_of(taken, language) if not other.figure and len(other.text) > 4]
    return _put(answer, word.start, word.end, chance.choice(others)) if others else None
