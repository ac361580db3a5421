"""What turns a sentence round: negation, opposites, "only" and "unless", "always" and "free". Spanish and English, folded."""

# ruff: noqa: E501 - patterns

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from relevo.kit.folding import fold

# Not a negation, though it is written like one.
_NO_NEGATION = re.compile(
    r"\b(?:no (?:mas|menos) (?:de|tarde|que)|not only|no solo|no (?:more|less|later|fewer|longer) than|no obstante|sin embargo|no problem|sin problemas?|no dude[s]?|don'?t hesitate"
    r"|sin (?:coste|costo|cargo|gastos?|pagar)(?: (?:alguno|adicional|extra))?|(?:at )?no (?:extra |additional )?(?:cost|charge|fee)s?|no (?:cuesta|cobramos)(?: nada)?|(?:does not|doesn'?t|do not|don'?t|won'?t) cost (?:anything|you anything)|without (?:charge|cost|paying)|nothing to pay|no tiene coste"
    r"|sin (?:usar|abrir|estrenar)|numero|nothing but|no matter|if not|si no|whether or not|not (?:just|necessarily)|sin intereses|interest-free|no wonder|no doubt|sin duda)\b"
)
_NEGATION = re.compile(
    r"\b(?:no|not|\w+n't|cannot|never|nunca|jamas|ningun[oa]?|none|nobody|nadie|nothing|nada|neither|nor|ni|sin|without|tampoco|unable|refus\w+|declin\w+|lack\w*|fail(?:s|ed)? to|denie[sd]|rechaz\w+|carece\w*|isnt|dont|doesnt|wont|cant)\b"
)
_NEGATIVE = re.compile(
    r"\b(?:un(?:used|opened|available|able|authori[sz]ed|damaged|insured|likely|willing|worn)|im(?:possible|posible)|in(?:valid|disponible|capaz|eligible|complet\w+)|exclu\w+|except\w*|salvo|closed|cerrad\w+|cierra\w*|close[sd]?|prohib\w+|forbid\w*|reject\w*|rechaz\w+|refus\w+|ausen\w+|absent|falta\w*|missing|lose|lost|pierd\w+|perder\w*|expir\w+|caduc\w+|stop\w*|only|sol[oa]|solamente|unicamente|until|hasta|fuera de|outside|out of|too|demasiado|instead|en lugar|rather than|hardly|barely|apenas|avoid\w*|evit\w+|other than|vetad\w+|deneg\w+|den(?:y|ied)|fail\w*|neither|usar|opened|unless|difficult|dificil)\b"
)
# Groups of words where one side excludes the other.
_AXES = (
    (r"antes|previo|previa|before|prior|earlier|until|mientras no", r"despues|tras|posterior\w*|after|following|later|afterwards"),
    (r"inclu\w+|comprend\w+|include[sd]?|including|covers?|covered|cubre[n]?|cubiert\w+", r"exclu\w+|except\w*|excepto|salvo|no (?:esta[n]? )?inclu\w+|not includ\w+|doesn't includ\w+|does not includ\w+"),
    (r"minim[oa]s?|minimum|al menos|at least|por lo menos", r"maxim[oa]s?|maximum|como mucho|at most|up to|hasta|no more than"),
    (r"mas (?:de|que|barat\w+|car\w+|rapid\w+|lent\w+|grande|alt\w+)|more than|over|above|por encima|superior\w*|greater|higher|exceed\w*", r"menos (?:de|que)|less than|under|below|por debajo|inferior\w*|fewer|lower|smaller"),
    (r"abiert\w+|abre[n]?|abrimos|open[s]?|opened", r"cerrad\w+|cierra[n]?|cerramos|closed|closes?|shut"),
    (r"obligatori\w+|mandatory|required|compulsory|obligator\w+|imprescindible|necesari\w+", r"opcional\w*|optional\w*|voluntari\w+|voluntary|not required|not necessary|no hace falta|innecesari\w+"),
    (r"acept\w+|admit\w+|permit\w+|allow\w*|accept\w*", r"rechaz\w+|prohib\w+|deneg\w+|reject\w*|forbid\w*|refus\w*|prohibit\w*|ban(?:ned|s)?"),
    (r"aument\w+|sub(?:e|en|ir|ida)|increas\w*|rais\w+|ris(?:e|es|ing)|grow\w*|expand\w*", r"reduc\w+|disminu\w+|baj(?:a|an|ar|ada)|decreas\w*|lower\w*|reduc\w*|drop\w*|fall\w*|shrink\w*"),
    (r"compra\w*|comprar|buy\w*|purchas\w*|bought", r"vend\w+|venta|sell\w*|sold"),
    (r"dentro|inside|within|in the first|los primeros", r"fuera|outside|after the first|pasados"),
    (r"unused|sin usar|sin estrenar|sin uso|unworn", r"(?:have been |ha sido |hayas |haya |lo has )?(?:(?<!sin )usad[oa]s?|(?<!un)used(?! to))"),
    (r"nuev[oa]s?|new|brand-new", r"usad[oa]s?|reacondicionad\w+|refurbished|second-hand|used|segunda mano"),
    (r"activ\w+|enable[sd]?|enciend\w+|encend\w+|conect\w+|switch(?:ed)? on|turn(?:ed)? on|plug(?:ged)? in", r"desactiv\w+|disable[sd]?|apag\w+|desconect\w+|switch(?:ed)? off|turn(?:ed)? off|unplug\w*|desenchuf\w+"),
    (r"interes(?:t|te|a)\w*|interested", r"uninterested|desinter\w+|not interested"),
    (r"todos|todas|all|every|each|cada|both|ambos", r"ningun\w*|none|no one|neither"),
    (r"barat\w+|cheap\w*|affordable|inexpensive|economic\w+|low", r"car[oa]s?|expensive|pricey|costly|high"),
    (r"facil\w*|eas(?:y|ily|ier)|simple|sencill\w+", r"dificil\w*|difficult\w*|hard|complex|complicad\w+|complicated"),
    (r"laborables|habiles|working|business|weekdays?|entre semana", r"naturales|calendar|festivos|holidays?|weekends?|fin(?:es)? de semana"),
    (r"primer[oa]?s?|first|initial\w*", r"ultim[oa]s?|last|final\w*"),
    (r"izquierd\w+|left", r"derech[oa]s?|right-hand|right side"),
    (r"arriba|encima|top|upper|above", r"abajo|debajo|bottom|lower|beneath|underneath"),
    (r"caliente|hot|warm|calient\w*", r"fri[oa]s?|cold|cool"),
    (r"positiv\w+|positive\w*|good|buen\w*|better|mejor\w*|best", r"negativ\w+|negative\w*|bad|mal[oa]s?|worse|peor\w*|worst|poor\w*"),
    (r"agree[sd]?|acced\w+|acept\w+|approve[sd]?|aprueb\w+", r"disagree\w*|refus\w+|declin\w+|rechaz\w+|reject\w*"),
    (r"help\w*|ayud\w+|improv\w*|mejor\w*|benefit\w*", r"hinder\w*|harm\w*|perjudic\w+|worsen\w*|empeor\w+|damag\w+|dan[aeoi]\w*"),
    (r"success\w*|exito\w*|succeed\w*", r"fail\w*|fracas\w+|unsuccessful\w*"),
    (r"online|en linea|por internet|web", r"en tienda|in[- ]store|in shop|presencial\w*"),
    (r"seguro|safe\w*|secure", r"peligros\w+|unsafe|dangerous\w*|insecure|risky|arriesgad\w+"),
    (r"temporar\w+|temporal\w*", r"permanen\w+|definitiv\w+"),
    (r"public\w*|publicly", r"privad\w+|private\w*|confiden\w+"),
    (r"adult\w*|mayores", r"child\w*|children|minors?|menores|nin[oa]s"),
    (r"emisor|sender|remitente|seller|vendedor", r"receptor|recipient|destinatario|buyer|comprador"),
)  # fmt: skip
_REACH = 8  # words behind a negation that it is about
_ONLY = re.compile(
    r"\b(?:sol[oa]|solamente|unicamente|exclusivamente|only|exclusively|solely|just for|limited to|limitad\w+ a|nada mas que|no more than|nothing but|sino)\b"
)
_CONDITION = re.compile(
    r"\b(?:si|siempre que|siempre y cuando|salvo|excepto|a menos que|a condicion|con tal de|en caso de|cuando|mientras|a partir de|if|unless|except|provided|as long as|on condition|in case|when|whenever|only after|until|while|para|for)\b"
)
_HARD_CONDITION = re.compile(
    r"\b(?:sol[oa] (?:si|cuando|para|en|con|se|por|el|la|los|las)|unicamente|siempre que|siempre y cuando|salvo|excepto|a menos que|a condicion|only|unless|except|provided|as long as|exclusively)\b"
)
_IF = re.compile(r"(?:^|[,;:(.]\s*|\b(?:y|and|pero|but) )(?:si|if|cuando|when|en caso de|in case)\b")
_STRONG = {
    "always": re.compile(r"\b(?:siempre(?! que)|en todos los casos|always|in all cases|every time|in any case|en cualquier caso|24/7|24 hours|sin excepcion|without exception)\b"),
    "never": re.compile(r"\b(?:nunca|jamas|never|en ningun caso|under no circumstances)\b"),
    "free": re.compile(r"\b(?:gratis|gratuit\w+|free(?!dom| time)|sin (?:coste|costo|cargo|gastos)|no (?:extra |additional )?(?:cost|charge|fee)s?|(?:does not|doesn'?t|won'?t|do not|don'?t) cost|no (?:cuesta|cobramos|tiene coste|se cobra|te cobramos)|complimentary|without (?:charge|cost|paying)|nothing to pay|sin pagar)\b"),
    "guarantee": re.compile(r"\b(?:garantiza\w*|garantizad\w*|guarantee[sd]?|asegur(?:a|amos|ado)|prometemos|we promise|te aseguro|le aseguro)\b"),
    "all": re.compile(r"\b(?:tod[oa]s (?:los|las|nuestr[oa]s|tus|sus)|cualquier(?:a)?|all (?:the|our|your|of|\w+s)|any (?!questions?\b|further\b|other\b|help\b)\w+|every(?! time)\w*|cada|each|entire|whole|complet[oa]|full|tod[oa] (?:el|la)|100 ?%|ambos|both|anywhere|anything|everywhere|whatever|worldwide|internacional\w*|international\w*)\b"),
    "at_once": re.compile(r"\b(?:inmediat\w+|al instante|al momento|en el acto|en el momento|immediate\w*|instant\w*|right away|straight away|at once|same day|el mismo dia|automatic\w*|automatic\w+ente)\b"),
    "only": re.compile(_ONLY.pattern + r"|\b(?:ningun otro|anywhere else|nowhere else|no other|nobody else|nadie mas|ningun\w* otr[oa])\b"),
    "before": re.compile(r"\b(?:antes|previ[oa]s?|before|prior|earlier|until|hasta|by|anterior\w*|antelacion|ahead|in advance|while|mientras)\b"),
    "after": re.compile(r"\b(?:a l[oa]s \d|despues|after\w*|once|una vez|tras|desde|from|since|when|cuando|later|siguientes?|following|partir|(?:hours|days|weeks|months|minutes|years) of)\b"),
    "unlimited": re.compile(r"\b(?:ilimitad\w+|unlimited|sin limite\w*|no limit\w*|lifetime|de por vida|para siempre|forever|permanent\w*)\b"),
    "extra": re.compile(r"\b(?:doble|double[sd]?|triple[sd]?|bonus|regalo extra|compensa\w+|compensat\w+|vale de|voucher|cupon|coupon)\b"),
}  # fmt: skip
# What a sentence must say to need it; the wider pattern above tells whether a line has it.
_NEEDS = _STRONG | {
    "before": re.compile(r"\b(?:antes de|before|prior to)\b"),
    "after": re.compile(r"\b(?:despues de|after)\b"),
    "only": _ONLY,
}
_BOUNDARY = re.compile(r"[,;:.()]\s|\b(?:pero|but|aunque|although|sino|y luego)\b")
_HEADS_NO = re.compile(
    r"^(?:que|lo que|what|things|cosas|productos que|items)\b.*\b(?:no|not|\w+n't|cannot|nunca|never)\b|\b(?:exclusion\w*|excluid\w+|excluded|prohibid\w+|not covered)\b"
)
_AXIS_PATTERNS = tuple((re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b")) for one, other in _AXES)


@dataclass(frozen=True, slots=True)
class Turns:
    """What turns a text round. `poles` are axis numbers, positive for the first side."""

    negations: int
    negative: frozenset[str]
    poles: frozenset[int]
    strong: frozenset[str]
    needs: frozenset[str]
    conditional: bool
    hard_condition: bool


@lru_cache(maxsize=8192)
def turns_of(text: str) -> Turns:
    plain = fold(text)
    negations = len(_NEGATION.findall(_NO_NEGATION.sub(" ", plain)))
    poles: set[int] = set()
    for at, (one, other) in enumerate(_AXIS_PATTERNS, 1):
        poles |= ({at} if one.search(plain) else set()) | ({-at} if other.search(plain) else set())
    return Turns(
        negations,
        frozenset(match.group()[:4] for match in _NEGATIVE.finditer(plain)),
        frozenset(poles),
        frozenset(name for name, pattern in _STRONG.items() if pattern.search(plain)),
        frozenset(name for name, pattern in _NEEDS.items() if pattern.search(plain)),
        bool(_CONDITION.search(plain)),
        bool(_HARD_CONDITION.search(plain)),
    )


@lru_cache(maxsize=8192)
def denials(text: str) -> tuple[frozenset[int], ...]:
    """For each negation, where the words begin that it is about: the next few behind it, up to the end of the statement."""
    plain = _NO_NEGATION.sub(lambda match: " " * len(match.group()), fold(text))
    found: list[frozenset[int]] = []
    for match in _NEGATION.finditer(plain):
        stop = _BOUNDARY.search(plain, match.end())
        words = re.finditer(r"[^\W_]+", plain[match.start() : stop.start() if stop else len(plain)])
        found.append(frozenset(match.start() + word.start() for word in islice(words, 1 + _REACH)))
    return tuple(found)


@lru_cache(maxsize=8192)
def denied_words(text: str) -> frozenset[int]:
    """Where the words begin that stand under any negation."""
    return frozenset[int]().union(*denials(text))


@lru_cache(maxsize=2048)
def heads_what_is_not(heading: str) -> bool:
    """ "What we do not accept": what stands below is denied."""
    return bool(_HEADS_NO.search(fold(heading)))


def opposed(one: Turns, other: Turns) -> list[int]:
    """Axes on which `one` stands on a side where `other` stands on the opposite alone."""
    return [pole for pole in one.poles if -pole in other.poles and pole not in other.poles and -pole not in one.poles]


def conditions_of(text: str) -> list[str]:
    """The parts of a text that say under which condition the rest holds."""
    plain = fold(text)
    found: list[str] = []
    for match in _IF.finditer(plain):
        end = min((at for at in (plain.find(mark, match.end()) for mark in ",;.:)") if at > 0), default=len(plain))
        found.append(text[match.start() : end].strip(" ,;:("))
    return found
