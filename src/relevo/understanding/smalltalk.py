"""Messages that ask nothing of the company: greetings, thanks, good-byes, "who are you"."""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from enum import StrEnum

from relevo.kit.folding import fold


class SmallTalk(StrEnum):
    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    WHO = "who"


_WHO = re.compile(
    r"\b(?:eres|es usted|sois|estoy hablando con|hablo con) (?:un |una |el |la )?(?:persona|humano|humana|robot|bot|maquina|ia|chatbot|real)"
    r"|\b(?:quien eres|como te llamas|que eres|eres de verdad|eres real)\b"
    r"|\b(?:are you|is this|am i (?:talking|speaking|chatting) (?:to|with)) (?:a |an )?(?:real |actual )?(?:person|human|bot|robot|machine|ai|chatbot|real)\b"
    r"|\b(?:who are you|what are you|what's your name|whats your name)\b"
)
_THANKS = re.compile(
    r"\b(?:gracias|graciass|agradecid\w|thanks|thank you|thx|ty|cheers|ta|tysm|mil gracias|te lo agradezco|appreciate\w*)\b"
)
_SOLVED = re.compile(
    r"\b(?:perfecto|genial|estupendo|entendido|listo|de lujo|fenomenal|solucionado|resuelto|ya esta|ya funciona|era eso|un encanto|que maja|majo|vale|ok"
    r"|perfect|great|brilliant|lovely|sorted|got it|solved|fixed|works now|that's all|all good|awesome|wonderful|makes sense)\b"
)
_GREETING = re.compile(
    r"^(?:hola|holi\w*|buenas?|buenos|buen dia|hey|hi|hiya|hello|hallo|good (?:morning|afternoon|evening)|que tal|alo|saludos|ola|kaixo|bon dia)\b"
)
_GOODBYE = re.compile(
    r"^(?:adios|hasta (?:luego|pronto|manana)|chao|chau|bye|goodbye|see you|nos vemos|have a (?:good|nice)|eso es todo|that is all|nada mas)\b"
)
_ASKS = re.compile(
    r"[?¿]|\b(?:pero|but|como|cuando|cuanto|cuanta|donde|que hago|how|when|where|which|what|why|quiero|necesito|want|need|puedo|can i)\b"
)
_PROBLEM = re.compile(
    r"\b(?:no|not|never|nunca|doesn't|isn't|hasn't|won't|can't|didn't|roto|rota|broken|falta|missing|error|mal|wrong)\b"
)
_CLOSES = re.compile(
    r"^(?:ok|okay|okey|vale|ah|aja|bien|muy bien|gracias|muchas|mil|thanks|thank|thx|ty|cheers|great|lovely|perfect\w*)\b"
)
_GREETING_WORDS = frozenset(
    [
        "hola",
        "holi",
        "holis",
        "buenas",
        "buenos",
        "buen",
        "dia",
        "dias",
        "tardes",
        "noches",
        "hey",
        "hi",
        "hiya",
        "hello",
        "hallo",
        "good",
        "morning",
        "afternoon",
        "evening",
        "que",
        "tal",
        "alo",
        "saludos",
        "ola",
        "kaixo",
        "bon",
        "there",
        "a",
        "todos",
        "equipo",
        "team",
        "muy",
        "how",
        "are",
        "you",
    ]
)
_PRAISE = re.compile(
    r"\b(?:encanto|amables?|crack|genia|genio|lo mas|impecable|estrella|bendiga|maj[oa]s?|chapeau|10 de 10|felicidades|enhorabuena|salvaron|salvaste"
    r"|agradece\w*|las gracias|peso de encima|de lujo|feliz|bonita tarde|excelente|quedaron perfectos|mejor(?:es)?"
    r"|a treat|best|total star|star|blessed|made my (?:day|week)|credit where|shoutout|kudos|well done|superb|fantastic|amazing|easy)\b"
)
_LEAVING = re.compile(r"\b(?:adios|hasta (?:luego|pronto)|chao|bye|take care|un abrazo|besos)\b")
_LONG, _SOME, _FEW, _LETTER = 14, 8, 4, 45


def small_talk(text: str) -> SmallTalk | None:
    """What kind of small talk `text` is, where it is nothing else."""
    folded = " ".join(fold(text).split()).lstrip("¡!¿.,-( ")
    words = re.findall(r"[a-z0-9']+", folded)
    if not words or len(words) > _LETTER:
        return None
    if len(words) > _LONG:
        return SmallTalk.THANKS if _is_praise(folded) else None
    if _WHO.search(folded):
        return SmallTalk.WHO
    if _GOODBYE.search(folded):
        return SmallTalk.GOODBYE
    if _GREETING.search(folded) and _GREETING_WORDS.issuperset(words):
        return SmallTalk.GREETING
    if _ASKS.search(folded) or _PROBLEM.search(folded):
        return None
    closes = bool(_CLOSES.search(folded) or _SOLVED.match(folded))
    if _is_praise(folded):
        return SmallTalk.THANKS
    if (_THANKS.search(folded) and (closes or len(words) <= _FEW)) or (_SOLVED.match(folded) and len(words) <= _SOME):
        return SmallTalk.THANKS
    return None


def _is_praise(folded: str) -> bool:
    """Thanks or praise said twice over, and nothing that asks or complains."""
    if _ASKS.search(folded) or _PROBLEM.search(folded):
        return False
    signs = (_THANKS, _PRAISE, _LEAVING, _SOLVED)
    return sum(len(sign.findall(folded)) for sign in signs) > 1
