"""Subjects that companies have a rule for or don't, such as a discount for students: asked about and nowhere spoken of, there is no answer.

What reads well is no ground: an article on prices is near a question about a price for pensioners, and does not answer it.
"""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from functools import lru_cache

from relevo.kit.folding import fold
from relevo.knowledge.index import Index
from relevo.understanding.question import Question

# For whom or what a rule would be, as it is named in questions and in articles, in Spanish and English.
_GROUPS = {
    "students": r"estudiantes?|universitari[oa]s?|students?|erasmus|carnet joven|undergrad\w*|(?:at )?uni(?:versity)?",
    "pensioners": r"jubilad[oa]s?|pensionistas?|tercera edad|pensioners?|seniors?|oap|retire[de]s?|inapam",
    "large families": r"familias? numerosas?|large famil(?:y|ies)|big famil(?:y|ies)",
    "unemployed": r"desemplead[oa]s?|en (?:el )?paro|unemployed|jobless|out of work|on benefits",
    "non-profits": r"sin animo de lucro|sin fines de lucro|ong|asociacion(?:es)?|fundacion(?:es)?|non-?profits?|charit(?:y|ies)|ngo",
    "disability": r"discapacidad\w*|discapacitad\w+|minusvali\w+|disab(?:led|ility|ilities)",
    "nurses and teachers": r"sanitari[oa]s?|enfermer[oa]s|docentes?|maestr[oa]s|militar(?:es)?|policias?|bomberos?|nhs|nurses?|teachers?|military|veterans?|first responders?",
    "bereavement": r"fallec\w+|difunt[oa]|viud[oa]|defuncion|herencia|bereave\w*|deceased|passed away|widow\w*|inherit\w*",
    "newlyweds": r"recien casad\w+|lista de bodas?|newly-?weds?|wedding list|gift registry",
    "referral": r"traer? a un amigo|amigo (?:mio )?se apunta|plan amigo|referid\w+|recomendar a un|refer(?:ral|ring)? ?(?:a )?(?:friend)?|bring a friend",
    "price match": r"igual(?:ar|ais|an|áis) (?:el |su )?precio|mejor precio|mas barat[oa] en|precio de la competencia|price ?match\w*|match (?:the|their|that|a) price|cheaper (?:at|elsewhere|in another)|beat (?:the|their|that) price",
    "lifetime": r"de por vida|para siempre|pago unico|licencia perpetua|lifetime|pay[- ]once|one-?off (?:payment|licen[cs]e)|perpetual|keep[- ]forever",
    "cryptocurrency": r"bitcoin\w*|criptomoneda\w*|cripto|crypto\w*|ethereum",
    "paypal": r"paypal", "bizum": r"bizum", "apple pay": r"apple ?pay|google ?pay", "klarna": r"klarna|afterpay|aplazame|sequra",
    "american express": r"american express|amex",
    "gift wrapping": r"envolver\w* (?:para|de) regalo|envuelto para regalo|papel de regalo|gift[- ]?wrap\w*",
    "trade-in": r"plan renove|entrego el viejo|dejo el (?:mio|viejo|antiguo)|trade[- ]?in|part[- ]?exchange",
    "sponsorship": r"patrocin\w+|colaboracion con influencers?|influencers?|sponsor\w*",
    "jobs": r"curriculum|trabajar con vosotros|trabajar con ustedes|oferta de empleo|vacantes|work for you|job (?:opening|vacanc\w+)|your careers|apply for a job",
    "franchise": r"franquicia\w*|franchis\w+", "wholesale": r"al por mayor|mayorista\w*|wholesale|reseller",
    "pets": r"mascotas?|perr[oa]s?|gat[oa]s?|pets?|dogs?|cats?|puppy",
    "childcare": r"guarderia|ludoteca|canguro|creche|childcare|babysit\w*",
    "stock": r"control de stock|gestion de inventario|inventario\w*|count (?:down )?(?:my )?stock|inventory",
    "payroll": r"nominas?|payroll",
    "carbon": r"huella de carbono|carbon (?:footprint|offset\w*)",
    "smoking": r"fumar|fumador\w*|smok(?:e|ing|ers?) (?:area|room|allowed)",
    "military base": r"\bapo\b|military base", "freezing eggs": r"congelar ovulos|freez\w+ eggs",
    "home visits": r"a domicilio|a mi casa|home visits?|house calls?",
    "translation": r"interpret[ea]s? jurad\w*|traductor jurad\w*|sworn translat\w*|sign language|lengua de signos",
    "loyalty": r"puntos|tarjeta de fidelidad|loyalty|reward points|air miles",
    "compensation for time": r"dia de trabajo|horas perdidas|lucro cesante|loss of earnings|day off work|my time back",
}  # fmt: skip
_DISCOUNT = re.compile(
    r"\b(?:descuent\w+|rebaja\w*|oferta especial|precio especial|tarifa (?:especial|reducida)|bonifica\w+|mas barat[oa]|la mitad|promocion\w*|cupon\w*|discount\w*|money off|anything off|% off|cheaper|half[- ]price|special (?:price|rate|deal)|concession\w*|reduced (?:rate|price)|promo\w*|coupon\w*|voucher code)\b"
)
_HAS_DISCOUNT = re.compile(
    r"\b(?:descuent\w+|rebaja\w*|bonifica\w+|promocion\w*|cupon\w*|gratis|mas barat[oa]|discount\w*|money off|% off|off\b|cheaper|free|promo\w*|coupon\w*|\d+ ?% menos)\b|\d ?€ menos|-\d+ ?%"
)
_COMPILED = {name: re.compile(rf"\b(?:{pattern})\b") for name, pattern in _GROUPS.items()}


def absent_subjects(question: Question, index: Index, locale: str) -> tuple[str, ...]:
    """The subjects that the question turns on and that no article has a word of."""
    asked = fold(" ".join(sentence for sentence, asks in question.sentences if asks) or question.text)
    everything = fold(question.text)
    found = [name for name, pattern in _COMPILED.items() if pattern.search(asked)]
    if _DISCOUNT.search(everything):
        found += [name for name, pattern in _COMPILED.items() if name not in found and pattern.search(everything)]
        if not _in_articles(index, _HAS_DISCOUNT):
            found.append("discounts")
    return tuple(name for name in found if name == "discounts" or not _in_articles(index, _COMPILED[name]))


def _in_articles(index: Index, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(_folded(f"{e.title}\n{e.heading}\n{e.text}")) for e in index.entries)


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    return fold(text)
