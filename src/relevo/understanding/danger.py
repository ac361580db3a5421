"""Danger to people, however calmly it is told: the safety route starts here, before any search or answer.

Two kinds need two texts: an appliance that burns, smokes, leaks or gives shocks; and a life at risk.
"""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from dataclasses import dataclass
from enum import StrEnum

from relevo.kit.folding import fold


class DangerKind(StrEnum):
    APPLIANCE = "appliance"
    GAS = "gas"
    LIFE = "life"


@dataclass(frozen=True, slots=True)
class Danger:
    kind: DangerKind
    words: str


_GAP = r"(?:\W+\w+){0,4}?\W+"
_BURNT = r"(?:quemad\w+|quemando\w*|quema|chamusc\w+|chamuscad\w+|chamusquina|socarrad\w+|tostad\w+|ardiendo|cables?|electric\w+|plastico|goma)"
_SMELL = r"(?:huel\w+|oler|olia|olor(?:es|cillo|cito)?|tuf\w+|peste|pestazo|apesta\w*|echa\w*\W+(?:un\W+)?olor)"
_SHOCK_ES = r"(?:calambr\w+|calambrazo\w*|chispazo\w*|corrientazo\w*|toques(?:\W+electric\w+)?|toque\W+electric\w+|descargas?(?:\W+electric\w*)?|hormigue\w+|cosquille\w+|electrocut\w+|latigazo|corriente|garrampa\w*|sacudida\w*)"

_GAS = [
    rf"{_SMELL}{_GAP}gas\b",
    r"\b(?:fuga|escape|perdida)s?\W+de\W+(?:gas|butano|propano|monoxido)",
    r"\b(?:pierd\w+|perdiendo|escapa\w*|sale)\W+(?:el\W+)?(?:gas|butano)\b",
    r"\bmonoxido\b|\bcarbon monoxide\b|\bco alarm\b",
    r"\b(?:smell\w*|smelt|stinks?|whiff|odou?r)" + _GAP + r"gas\b",
    r"\bgas\W+(?:leak\w*|smell\w*|odou?r)|\bleak\w*\W+(?:of\W+)?gas\b|\bgas\W+(?:is\W+)?(?:escaping|hissing)",
]
_APPLIANCE = [
    rf"\b{_SMELL}{_GAP}{_BURNT}",
    r"\b(?:echa\w*|sal\w+|sol\w+|suelt\w+|soltando|despid\w+|saca\w*|hay|habia|ve\w*|veo|llena\w*|hech\w+|tira\w*|con)\W+(?:\w+\W+){0,3}?(?:humo|humito|humareda)\b(?!\W*\?*\W*(?:detector|extractor))",
    r"\bhum(?:o|ito)\W+(?:negro|blanco|gris|por|del?|en)\b|\bhumea\w*|\bahum(?:a|o|ando)\b",
    r"\b(?:prend\w+|cog\w+|agarr\w+)\W+(?:\w+\W+){0,2}?fuego\b|\ben\W+llamas\b|\bllamaradas?\b|\b(?:echa\w*|sal\w+)\W+(?:\w+\W+)?(?:llamas?|chispa\w*|chispita\w*)\b|\bincendi\w+|\bse\W+(?:esta\W+)?(?:quemando|quemo|incendi\w+|prendi\w+\W+solo)\b|\bardiendo\b|\barde\W+(?:el|la)\b",
    r"\bchispa(?:s|zo|zos)\b|\bchispitas?\b|\bchisporrote\w+|\bcortocircuito\b|\bcorto\W+circuito\b",
    r"\b(?:explot\w+|estall\w+|revento)\b",
    rf"\b(?:da|dan|das|dar|dio|dado|dando|daba|dieron|darme|not\w+|sent\w+|sient\w+|pega\w*|pego|recib\w+|suelta\w*|solto|mete\w*|metio)\W+(?:\w+\W+){{0,4}}?{_SHOCK_ES}\b",
    r"\bcalambr\w+|\bme\W+electrocut\w+|\bdescargas?\W+electric\w+|\bhormigueo\b",
    r"\b(?:derrit\w+|derret\w+|fundi\w+)\W+(?:\w+\W+){0,3}?(?:enchufe|cable|clavija|plastico|contacto|tomacorriente)|\b(?:enchufe|cable|clavija|contacto|tomacorriente)\W+(?:\w+\W+){0,3}?(?:derrit\w+|derret\w+|quemad\w+|chamusc\w+|negro|fundi\w+)",
    r"\b(?:smell\w*|smelt|odou?r|whiff|stench|stink\w*|reek\w*|pong\w*)"
    + _GAP
    + r"(?:burn\w*|scorch\w*|singe\w*|smok\w+|melting|melted|hot plastic|electric\w*|wires?|rubber|plastic)\b",
    r"\b(?:burn\w*|scorch\w*|singed|smoky|melting)\W+(?:\w+\W+){0,2}?(?:smell\w*|odou?r|whiff|stench)\b",
    r"(?<!no )\bsmok(?:e|ing|es|y)\b(?!\W*(?:detector|alarm|free|signal|machine|gun))|\bfumes\b",
    r"\bon\W+fire\b|\bcaught\W+fire\b|\bcatch\w*\W+fire\b|\bflames?\b(?!\W*(?:grill|colou?r))|\bsparks?\b|\bsparking\b|\bsparked\b|\barcing\b|\bablaze\b|\bstart\w*\W+a\W+fire\b",
    r"\b(?:electric\w*\W+)?shocks?\b(?!\W*(?:absorb|ed to|ing))|\belectrocut\w+|\b(?:zap|zaps|zapped|zapping|jolt|jolts|jolted)\b|\bgot\W+shocked\b|\bshock(?:ed|s)\W+me\b",
    r"\btingl\w+|\bpins\W+and\W+needles\b|\blive\W+(?:casing|metal)\b",
    r"\bexplod\w+|\bblew\W+up\b|\b(?:melt\w*|charred|blackened)\W+(?:\w+\W+){0,2}?(?:plug|socket|cable|wire|cord|outlet)|\b(?:plug|socket|cable|wire|cord|outlet)\W+(?:\w+\W+){0,3}?(?:melt\w*|charred|burnt|scorched)",
]
_LIFE = [
    r"\bno\W+quiero\W+(?:seguir\W+)?vivi\w+|\b(?:quitarme|acabar\W+con\W+mi)\W+(?:la\W+)?vida\b|\bsuicid\w+|\bquiero\W+morir\w*|\bmatarme\b|\bhacerme\W+dano\b",
    r"\b(?:kill|hurt|harm)\W+myself\b|\bend\W+(?:my|it)\W+(?:life|all)\b|\bwant\W+to\W+die\b|\bsuicid\w+|\btook\W+all\W+my\W+pills\b|\boverdos\w+",
    r"\bse\W+ha\W+tragado\b|\bse\W+trago\b|\bswallowed\W+(?:a|the)\W+(?:battery|magnet|button)|\bno\W+(?:puede\W+)?respira\b|\b(?:can'?t|cannot|isn'?t|not)\W+breath\w+",
]  # fmt: skip
# "No huele a quemado", "no smoke": said of what is not there.
_DENIED = re.compile(
    r"\b(?:no|ni|sin|tampoco|nunca|not|without|never|isn'?t|doesn'?t|didn'?t|don'?t|any)[^\w.!?;\n]+(?:\w+[^\w.!?;\n]+){0,2}$"
)

_COMPILED = [
    (kind, re.compile("|".join(patterns)))
    for kind, patterns in ((DangerKind.LIFE, _LIFE), (DangerKind.GAS, _GAS), (DangerKind.APPLIANCE, _APPLIANCE))
]


def find_danger(text: str) -> Danger | None:
    """The danger that `text` tells of, or None."""
    folded = fold(text)
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(folded):
            if not _DENIED.search(folded[max(0, match.start() - 30) : match.start()]):
                return Danger(kind, match.group())
    return None
