"""What customers are told where the assistant does not answer. It is said by the system: nobody is to take it for the assistant's."""

# ruff: noqa: E501 - a text reads better on one line

from typing import Literal

from relevo.assistant.types import Voice

Word = Literal["people", "stopped"]

_BEGIN = {
    "es": {"people": "Gracias por {tu} mensaje.", "stopped": "El asistente automático no está disponible en este momento."},
    "en": {"people": "Thank you for your message.", "stopped": "The automatic assistant is not available right now."},
}  # fmt: skip
_PEOPLE = {
    "es": " {Te} responderá aquí una persona del equipo.",
    "en": " A person in our team will answer you here.",
}
_NOBODY = {
    "es": " Ahora mismo no hay nadie conectado: {tus} mensajes quedan guardados y una persona del equipo {te} responderá aquí en cuanto vuelva.",
    "en": " Nobody is online right now: your messages are saved, and a person in our team will answer you here as soon as they are back.",
}
_FORMS = {
    "tu": {"tu": "tu", "tus": "tus", "te": "te", "Te": "Te"},
    "usted": {"tu": "su", "tus": "sus", "te": "le", "Te": "Le"},
}


def words(word: Word, voice: Voice, *, available: bool, wait_minutes: int | None) -> str:
    """That a person will answer, and when, as far as that is known."""
    text = _BEGIN[voice.locale][word] + (_PEOPLE if available else _NOBODY)[voice.locale]
    text = text.format(**_FORMS[voice.form])
    return text + (_wait(voice.locale, wait_minutes) if available and wait_minutes else "")


def _wait(locale: str, minutes: int) -> str:
    if locale == "es":
        return (
            " La espera habitual es de un minuto."
            if minutes == 1
            else f" La espera habitual es de unos {minutes} minutos."
        )
    return f" The usual wait is about {minutes} minute{'s' if minutes != 1 else ''}."
