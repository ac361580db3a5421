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
_LONG = 14
_GREETING_WORDS = 6


def small_talk(text: str) -> SmallTalk | None:
    """What kind of small talk `text` is, where it is nothing else."""
    folded = " ".join(fold(text).split())
    words = re.findall(r"[a-z0-9']+", folded)
    if len(words) > _LONG or not words:
        return None
    if _WHO.search(folded):
        return SmallTalk.WHO
    if _GOODBYE.search(folded):
        return SmallTalk.GOODBYE
    if _ASKS.search(folded.replace("que tal?", "").replace("how are you", "")):
        return None
    if _THANKS.search(folded) or (_SOLVED.search(folded) and len(words) <= 8):
        return SmallTalk.THANKS
    if _GREETING.search(folded) and len(words) <= _GREETING_WORDS:
        return SmallTalk.GREETING
    return None
