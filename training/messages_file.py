"""The files of training messages: a header with intent, variant and channel, then a line a message.

A line begins with three characters (emotion, urgency, whether a person is wanted), a blank, and the text, in which ``\\n`` stands for
a line break::

    # order_status es-MX whatsapp
    f+- ya van 3 veces q pregunto por mi pedido 88213 y nada
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

INTENTS = frozenset(
    [
        "order_status",
        "order_cancel",
        "order_change",
        "delivery_problem",
        "return_request",
        "refund_status",
        "invoice_request",
        "billing_error",
        "payment_problem",
        "price_or_promotion",
        "product_information",
        "product_recommendation",
        "technical_problem",
        "account_access",
        "account_change",
        "subscription_cancel",
        "subscription_change",
        "appointment_book",
        "appointment_change",
        "warranty_or_repair",
        "complaint",
        "talk_to_human",
        "privacy_request",
        "company_information",
        "small_talk",
        "out_of_scope",
    ]
)
VARIANTS = frozenset(["es-ES", "es-MX", "es-AR", "es-CO", "es-CL", "es-PE", "en-US", "en-GB"])
CHANNELS = frozenset(["chat", "email", "whatsapp", "social", "voice"])
EMOTIONS = {"n": "neutral", "c": "confused", "f": "frustrated", "a": "angry", "d": "distressed", "s": "satisfied"}
URGENCIES = {"!": "critical", "+": "high", ".": "normal", "_": "low"}
PERSON = {"h": True, "-": False}


class BadLine(ValueError):
    """A line that doesn't follow the format; says the file, the line and why."""


@dataclass(frozen=True)
class TrainingMessage:
    """One written message with what should be understood of it."""

    text: str
    intent: str
    emotion: str
    urgency: str
    wants_human: bool
    variant: str
    channel: str

    @property
    def language(self) -> str:
        return self.variant[:2]


def read_messages(path: Path) -> list[TrainingMessage]:
    """Every message of a file. Raises BadLine."""
    return list(_messages(path))


def _messages(path: Path) -> Iterator[TrainingMessage]:
    header: tuple[str, str, str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.name}:{number}"
        if not line.strip():
            continue
        if line.startswith("# "):
            header = _header(line, where)
        elif header is None:
            raise BadLine(f"{where}: a message before the first header")
        else:
            yield _message(line, header, where)


def _header(line: str, where: str) -> tuple[str, str, str]:
    parts = line[2:].split()
    if len(parts) != 3:
        raise BadLine(f"{where}: a header is “# intent variant channel”, not “{line}”")
    intent, variant, channel = parts
    if intent not in INTENTS or variant not in VARIANTS or channel not in CHANNELS:
        raise BadLine(f"{where}: unknown intent, variant or channel in “{line}”")
    return intent, variant, channel


def _message(line: str, header: tuple[str, str, str], where: str) -> TrainingMessage:
    codes, text = line[:3], line[4:].strip().replace("\\n", "\n")
    if len(codes) < 3 or line[3:4] != " " or not text:
        raise BadLine(f"{where}: a message is three codes, a blank and a text, not “{line[:40]}”")
    try:
        emotion, urgency, person = EMOTIONS[codes[0]], URGENCIES[codes[1]], PERSON[codes[2]]
    except KeyError:
        raise BadLine(f"{where}: unknown codes “{codes}”") from None
    intent, variant, channel = header
    return TrainingMessage(text, intent, emotion, urgency, person, variant, channel)
