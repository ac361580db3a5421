"""What cannot wait is heard: fraud, illness, threats, products that may hurt; asked in case, it is a question like others."""

import pytest

from relevo.assistant.alarm import AlarmKind, find_alarm
from relevo.assistant.decide import decide
from relevo.assistant.types import HandOff
from relevo.understanding.types import Guess, Judged, Reading

from .library import ENGLISH, SPANISH, said, shelf

INDEX = shelf()


def reading(urgency: str, sure: float, intent: str = "technical_problem") -> Reading:
    return Reading(
        "es", True, (Guess(intent, 0.9),), (), Judged("neutral", 0.9), Judged(urgency, sure), False, (), "a test"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("me han hackeado la cuenta", AlarmKind.FRAUD),
        ("aparecen dos transferencias que yo no he hecho", AlarmKind.FRAUD),
        ("me llamó uno y le di el código que me llegó", AlarmKind.FRAUD),
        ("esos movimientos no son míos", AlarmKind.FRAUD),
        ("someone got into my account and changed the password", AlarmKind.FRAUD),
        ("there are three payments I didn't make", AlarmKind.FRAUD),
        ("i gave him the code over the phone", AlarmKind.FRAUD),
        ("mi padre tiene presión en el pecho, ¿hay cita hoy?", AlarmKind.HEALTH),
        ("le cuesta respirar desde la siesta", AlarmKind.HEALTH),
        ("no siente las piernas desde ayer", AlarmKind.HEALTH),
        ("my son is having an allergic reaction", AlarmKind.HEALTH),
        ("tengo una orden de alejamiento y se ve mi calle", AlarmKind.THREAT),
        ("we're trapped in the lift", AlarmKind.THREAT),
        ("la batería se ha hinchado", AlarmKind.PRODUCT),
        ("the brakes failed on the way down", AlarmKind.PRODUCT),
    ],
)
def test_it_is_heard_in_plain_words(text: str, kind: AlarmKind) -> None:
    alarm = find_alarm(text)
    assert alarm
    assert alarm.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "¿qué pasa si me roban la cuenta?",
        "how do I know if I was hacked?",
        "no me han hackeado, solo olvidé la clave",
        "quiero cambiar la contraseña de mi cuenta",
        "¿cuánto cuesta el envío a Palma?",
        "me han cobrado dos veces el mismo pedido",
        "the battery lasts two hours",
        "my lip is still numb after the filling",
    ],
)
def test_what_is_asked_in_case_or_denied_is_no_alarm(text: str) -> None:
    assert find_alarm(text) is None


def test_what_is_told_calmly_is_heard_by_the_reading_unless_a_date_makes_it_urgent() -> None:
    told = "se ha ido todo y ella depende de eso"
    assert find_alarm(told, (reading("critical", 0.99),))
    assert find_alarm(told, (reading("critical", 0.7),)) is None
    assert find_alarm("mi vuelo sale hoy a las 18:00", (reading("critical", 0.99),)) is None
    assert find_alarm("sin insulina desde hoy a las 18:00", (reading("critical", 0.99),))


@pytest.mark.parametrize(("voice", "word"), [(SPANISH, "persona"), (ENGLISH, "person")])
def test_a_person_takes_over_at_once_with_fixed_words(voice: object, word: str) -> None:
    text = "me han hackeado la cuenta" if voice is SPANISH else "my account was hacked"
    decision = decide(said(text, voice=voice), INDEX)  # pyright: ignore[reportArgumentType]
    assert isinstance(decision, HandOff)
    assert (decision.reason, word in decision.text) == ("fraud", True)
