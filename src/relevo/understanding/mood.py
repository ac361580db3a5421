"""Grief, and anger that attacks: the little that has to be known before a trained reader of emotions exists."""

# ruff: noqa: E501 - a pattern reads better on one line

import re

from relevo.kit.folding import fold

_GRIEF = re.compile(
    r"\b(?:fallecio|fallecid\w*|fallecimiento|murio|ha muerto|se murio|luto|viud[ao]|entierro|tanatorio|funeral|cancer|aborto"
    r"|passed away|died|death|funeral|bereave\w*|widow\w*|miscarriage|lost my (?:mum|mom|dad|husband|wife|son|daughter|father|mother))\b"
)
_ATTACK = re.compile(
    r"\b(?:inutil(?:es)?|ladron(?:es)?|sinverguenza\w*|estafador\w*|incompetente\w*|impresentable\w*|mentiros\w+|idiota\w*|imbecil\w*"
    r"|gilipollas|cabron\w*|mierda|puta|pendej\w+|estupid\w+|chorizos|rateros|payas\w+|caradura\w*|verguenza|tomadura de pelo|me toman el pelo"
    r"|useless|thie(?:f|ves)|scam(?:mers?)?|liars?|crooks?|idiots?|stupid|pathetic|disgrace\w*|disgusting|bullshit|fuck\w*|wtf|ripoff|rip-off"
    r"|incompetent|joke of a|shameful|ashamed)\b"
)
_THREAT = re.compile(
    r"\b(?:denuncia\w*|demanda(?:r|re)?|abogad[oa]s?|profeco|consumo|hojas? de reclamaci\w+|oficina del consumidor|a la prensa|juicio|tribunal\w*"
    r"|lawyer|attorney|sue|small claims|court|trading standards|ombudsman|chargeback|bbb)\b"
)
_AGAIN = re.compile(
    r"\b(?:otra vez|de nuevo|por (?:segunda|tercera|cuarta|quinta|enesima) vez|ya (?:os|les|te) (?:mande|dije|envie|he dicho|conte)|tercera vez"
    r"|segund[ao] (?:entrega|vez|bollo)|llevo \w+ (?:dias|semanas|meses|llamadas)|nadie (?:me )?(?:contesta|responde)"
    r"|again and again|third time|second time|already (?:sent|told|said)|still waiting|for the \w+ time|nobody (?:answers|replies))\b"
)
_ARRIVED = re.compile(r"\b(?:lleg\w+|entreg\w+|recib\w+|vino|venia|arriv\w+|came|deliver\w+|received|turned up)\b")
_HARM = re.compile(
    r"\b(?:rot[oa]s?|bollos?|abollad\w+|rajad\w+|golpe\w*|danad\w+|destrozad\w+|no (?:me )?(?:ha )?llega\w*|perdid\w+|equivocad\w+|retras\w+"
    r"|broken|smashed|dented?|damaged|cracked|lost|missing|late|wrong)\b"
)


def is_grieving(text: str) -> bool:
    return bool(_GRIEF.search(fold(text)))


def is_attacking(text: str) -> bool:
    """Insults, or the threat of steps against the company."""
    folded = fold(text)
    return bool(_ATTACK.search(folded) or _THREAT.search(folded))


def has_been_let_down(text: str) -> bool:
    """Something went wrong for them, or they say it again: an answer begins with regret."""
    folded = fold(text)
    return bool(_AGAIN.search(folded) or (_HARM.search(folded) and _ARRIVED.search(folded)))
