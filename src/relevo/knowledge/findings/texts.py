"""Findings in words, in both languages."""

from relevo.knowledge.findings.types import Found

_TEXTS: dict[str, dict[str, str]] = {
    "same": {
        "es": "Dice casi lo mismo que «{title}».",
        "en": "It says almost the same as “{title}”.",
    },
    "partly_same": {
        "es": "Una parte dice casi lo mismo que «{title}».",
        "en": "A part of it says almost the same as “{title}”.",
    },
    "values_differ": {
        "es": "Aquí pone {value} y en «{title}» pone {other_value}.",
        "en": "This one says {value}, “{title}” says {other_value}.",
    },
    "expired": {"es": "Ya no está vigente desde el {value}.", "en": "It has not been valid since {value}."},
    "expires_soon": {"es": "Deja de estar vigente el {value}.", "en": "It stops being valid on {value}."},
    "personal_data": {
        "es": "Parece contener datos personales ({value}).",
        "en": "It seems to contain personal data ({value}).",
    },
    "secret": {
        "es": "Parece contener una contraseña o una clave.",
        "en": "It seems to contain a password or a key.",
    },
    "orders": {
        "es": "Da órdenes a un modelo de lenguaje en lugar de informar a personas.",
        "en": "It gives orders to a language model instead of informing people.",
    },
    "hidden_text": {
        "es": "Contiene texto oculto que las personas no ven.",
        "en": "It contains hidden text that people do not see.",
    },
    "unreadable": {"es": "Una parte del texto no se pudo leer.", "en": "A part of the text could not be read."},
}


def detail(found: Found, locale: str, *, title: str = "") -> str:
    text = _TEXTS[found.code]["en" if locale == "en" else "es"]
    return text.format(title=title, value=found.value, other_value=found.other_value)
