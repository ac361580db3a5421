"""What is asked in a message: its sentences without greeting, signature, quoted or pasted parts, and what must not be repeated."""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from dataclasses import dataclass

from relevo.kit.cards import MASK, has_card
from relevo.kit.folding import fold

_LONG_NUMBER = re.compile(rf"(?<![\w.,])(?:\d[ -]?){{13,19}}(?![\w])|{MASK}")
_PRIVATE = re.compile(
    r"\S+@\S+|\b(?:CL|RMA|DV|ES|#)-?\d[\d-]{3,}\w*|(?<![\w,.])\+?\d[\d ().-]{7,}\d(?!\w)|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b"
)
_PASTED = re.compile(
    r"^\s*(?:-{3,}|_{3,}|={3,}|>|\*{3,}|-{2,}\s*\w|system\s*:|sistema\s*:|assistant\s*:|\[inst)", re.IGNORECASE
)
_ORDERS = re.compile(
    r"\b(?:ignor\w+|olvid\w+|forget|disregard|override)\b.{0,40}\b(?:instruc\w+|prompt|rules|reglas|anterior\w*|previous|above)\b"
    r"|\b(?:a partir de ahora|from now on)\b.{0,20}\b(?:eres|you are|act as)\b|\b(?:system prompt|instrucciones internas|internal instructions)\b"
    r"|\brespond[ea] exactamente\b|\brepeat after me\b|\bjailbreak\b|\bdeveloper mode\b|\bmodo desarrollador\b"
)
_GREETING = re.compile(
    r"^(?:hola|buenas?|buenos?|hello|hi|hey|dear|good|estimad\w+|muy|buen|saludos|gracias|thanks|thank|cheers|best|regards|un|atentamente|atte|kind|many)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:un saludo|saludos|gracias|muchas gracias|thanks|thank you|cheers|best|kind regards|regards|atentamente|atte|many thanks)\b[^?]{0,40}$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n{2,}|(?<=[,;])\s+(?=(?:y si|and if|what about|pero|but)\b)")
_ASKING = re.compile(
    r"\?|¿|^(?:y |pero |and |but |so |vale |ok )?(?:como|cuando|cuanto|cuanta|cuantos|donde|que|cual|cuales|quien|por que|puedo|puede|se puede"
    r"|how|when|what|where|which|who|why|can|could|do|does|is|are|will|would|may|should)\b"
    r"|\b(?:quiero|necesito|quisiera|me gustaria|decidme|diganme|dime|me deci?s|como (?:puedo|hago)|cuanto|hasta cuando|a que hora|se puede"
    r"|please|i want|i need|i'd like|want to know|how (?:do|much|long|can)|what time|if i|can i|tell me)\b"
)


@dataclass(frozen=True, slots=True)
class Question:
    """`sentences` are (text, asks?) without what is private; `has_card` where a card's data stand in the message."""

    sentences: tuple[tuple[str, bool], ...]
    has_card: bool
    tries_to_command: bool

    @property
    def asks(self) -> bool:
        return any(asks for _, asks in self.sentences)

    @property
    def text(self) -> str:
        return " ".join(sentence for sentence, _ in self.sentences)


def read_question(text: str) -> Question:
    """The question in a message, or in several messages written one after the other."""
    body = _body(text)
    sentences = [s.strip(" \n-") for s in _SENTENCE_END.split(_PRIVATE.sub(" ", _LONG_NUMBER.sub(" ", body)))]
    commanding = [bool(_ORDERS.search(fold(s))) for s in sentences]
    kept = [s for s, commands in zip(sentences, commanding, strict=True) if s and not commands]
    return Question(
        tuple((s, bool(_ASKING.search(fold(s)))) for s in kept),
        has_card(text),
        any(commanding) or (body != text.strip() and _has_paste(text)),
    )


def _has_paste(text: str) -> bool:
    return any(_PASTED.match(line) for line in text.splitlines())


def _body(text: str) -> str:
    """The lines up to a signature or something pasted below, without a greeting of its own."""
    lines = text.strip().splitlines()
    kept: list[str] = []
    for line in lines:
        if _PASTED.match(line):
            break
        if kept and len(lines) > 2 and _CLOSING.match(line.strip()):
            break
        if not kept and len(lines) > 2 and len(line.split()) <= 6 and _GREETING.match(line.strip()) and "?" not in line:
            continue
        kept.append(line)
    return "\n".join(kept).strip() or text.strip()
