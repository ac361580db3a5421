"""The draft of a correction, in the customer's language."""

# ruff: noqa: E501 - a text reads better on one line

from relevo.assistant.types import Voice
from relevo.kit.text import shorten

_LONGEST = 300
_TEXTS = {
    "es tu": {
        "changed": "Te escribimos para corregir algo que te dijimos: «{was}». Esa información ha cambiado; ahora es: «{now}». Si te afecta, responde aquí y lo vemos contigo.",
        "gone": "Te escribimos para corregir algo que te dijimos: «{was}». Esa información ya no es válida. Si te afecta, responde aquí y una persona del equipo lo verá contigo.",
    },
    "es usted": {
        "changed": "Le escribimos para corregir algo que le dijimos: «{was}». Esa información ha cambiado; ahora es: «{now}». Si le afecta, responda aquí y lo vemos con usted.",
        "gone": "Le escribimos para corregir algo que le dijimos: «{was}». Esa información ya no es válida. Si le afecta, responda aquí y una persona del equipo lo verá con usted.",
    },
    "en": {
        "changed": "We are writing to correct something we told you: “{was}”. That has changed; it is now: “{now}”. If this affects you, reply here and we will look into it with you.",
        "gone": "We are writing to correct something we told you: “{was}”. That is no longer valid. If this affects you, reply here and a person in our team will look into it with you.",
    },
}


def draft(voice: Voice, *, was: str, now: str | None) -> str:
    """What changed, quoted; nothing that the articles do not say."""
    texts = _TEXTS[f"es {voice.form}" if voice.locale == "es" else "en"]
    return texts["changed" if now else "gone"].format(was=shorten(was, _LONGEST), now=shorten(now or "", _LONGEST))
