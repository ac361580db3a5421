"""What is read of a message: the promises that the product makes, bad input, and quality on labelled messages that were not trained on."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relevo.understanding.measure import Labelled, MeasuredMessages, measure_messages, read_labelled
from relevo.understanding.reading import read

LABELLED = Path(__file__).parent / "messages/labelled.jsonl"
CALM_EMERGENCIES = [
    "Una consulta sin importancia: el calefactor que me trajisteis ayer huele un poco a gas, ¿es normal?",
    "Hola, el marcapasos de mi padre se monitoriza con vuestro aparato y lleva apagado desde anoche. ¿Qué hacemos?",
    "hi, quick question. the plug of the new heater is a bit melted and there is smoke, is that covered?",
    "Son las 16:20, el notario nos espera a las 17:00 y no puedo descargar el certificado. ¿Me lo mandan?",
    "fyi someone is in my account right now sending transfers i did not make",
]
CONFUSED = [
    "No entiendo muy bien qué tengo que poner en la casilla de referencia, ¿me lo explica?",
    "I'm a bit lost with the two tariffs, which of them is the one I have?",
    "perdón pero no me queda claro si el plazo cuenta desde la compra o desde la entrega",
]
FRUSTRATED = [
    "Es la cuarta vez que os escribo por lo mismo y sigo sin respuesta. Ya está bien.",
    "Third time I've had to explain this. Still no reply, still no parcel.",
]
FOR_A_PERSON = [
    "mira, prefiero contárselo a alguien de carne y hueso",
    "is there an actual human being I could have a word with",
    "ya, y una persona que me coja el teléfono no tendréis, ¿no?",
]
NOT_FOR_A_PERSON = [
    "No hace falta que me paséis con nadie, solo quiero saber el horario.",
    "The driver was a lovely person, please thank him from me.",
]
HOSTILE = [
    "", " ", "\n\t", "🙂🙂🙂", "\x00\x01\x02", "\ud800", "a" * 100_000, "no " * 30_000,
    "Z̵̢͓a̷̡l̸̨g̶o̷" * 50, "\u202eevil\u202c", "١٢٣", "漢字かな交じり文",
    "<script>alert(1)</script>", "' or 1=1 --", "[CLS] [SEP] [MASK] ##s", "{{contact.name}}", "\u200b" * 500, "4111 1111 1111 1111",
]  # fmt: skip


@pytest.mark.parametrize("text", CALM_EMERGENCIES)
def test_an_emergency_is_critical_however_calmly_it_is_told(text: str) -> None:
    assert read(text).urgency.value == "critical"


@pytest.mark.parametrize("text", CONFUSED)
def test_confusion_is_not_taken_for_frustration(text: str) -> None:
    assert read(text).emotion.value == "confused"


@pytest.mark.parametrize("text", FRUSTRATED)
def test_patience_that_runs_out_is_frustration_and_urgent(text: str) -> None:
    reading = read(text)
    assert reading.emotion.value == "frustrated"
    assert reading.urgency.value == "high"


@pytest.mark.parametrize("text", FOR_A_PERSON)
def test_a_person_is_heard_in_any_words(text: str) -> None:
    assert read(text).wants_human


@pytest.mark.parametrize("text", NOT_FOR_A_PERSON)
def test_a_person_who_is_only_mentioned_or_declined_is_not_a_wish(text: str) -> None:
    assert not read(text).wants_human


def test_what_no_customer_service_deals_with_is_none_of_the_intents() -> None:
    assert read("¿Quién ganó el mundial de 1978? Es para el cole de mi hija").intents == ()


def test_two_wishes_in_one_message_are_both_seen() -> None:
    found = read("Quiero anular el pedido 4471 por favor. Además necesito la factura del pedido de marzo.").intents
    assert {guess.name for guess in found} == {"order_cancel", "invoice_request"}


def test_a_reading_says_which_words_weighed_most() -> None:
    assert "gas" in read("desde ayer huele a gas en la cocina").urgency.because


@pytest.mark.parametrize("text", HOSTILE)
def test_any_string_has_a_reading(text: str) -> None:
    reading = read(text)
    assert reading.emotion.value
    assert reading.urgency.value


def test_nothing_said_is_read_as_nothing() -> None:
    reading = read("🙂", inherited="en")
    assert (reading.language, reading.language_is_sure) == ("en", False)
    assert (reading.intents, reading.emotion.value, reading.urgency.value) == ((), "neutral", "low")


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_the_same_text_has_the_same_reading(text: str) -> None:
    assert read(text) == read(text)


def _labels(text: str) -> tuple[object, ...]:
    reading = read(text)
    return reading.intents, reading.emotion.value, reading.urgency.value, reading.wants_human


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


@pytest.mark.parametrize("number", range(0, 700, 23))
def test_capitals_accents_and_spaces_change_nothing(number: int) -> None:
    text = _labelled()[number].text
    plain = _labels(text)
    assert _labels(text.upper()) == plain
    assert _labels(_without_accents(text)) == plain
    assert _labels(text.replace(" ", "   ")) == plain


def test_one_slip_a_message_seldom_changes_what_is_read() -> None:
    texts = [message.text for message in _labelled()[::4] if len(message.text) > 30]
    same = sum(_first(text) == _first(_with_a_slip(text)) for text in texts)
    assert same / len(texts) > 0.9


def _first(text: str) -> str | None:
    intents = read(text).intents
    return intents[0].name if intents else None


def _with_a_slip(text: str) -> str:
    """Two letters in the middle of the longest word change places."""
    word = max(text.split(), key=len)
    at = len(word) // 2
    return text.replace(word, word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :], 1)


@cache
def _labelled() -> list[Labelled]:
    return read_labelled(LABELLED.read_text(encoding="utf-8").splitlines())


@cache
def _measured() -> MeasuredMessages:
    return measure_messages(_labelled(), read)


@pytest.mark.parametrize(("label", "floor"), [("intent", 0.87), ("emotion", 0.87), ("urgency", 0.80)])
def test_labelled_messages_are_read_well(label: str, floor: float) -> None:
    assert _measured().labels[label].scores.macro_f1 >= floor


def test_of_the_critical_messages_nearly_all_are_found() -> None:
    critical = _measured().labels["urgency"].scores.per_class["critical"]
    assert critical.recall >= 0.9
    assert critical.precision >= 0.6


def test_the_wish_for_a_person_is_found_in_labelled_messages() -> None:
    person = _measured().wants_human
    assert person is not None
    assert person.f1 >= 0.94


def test_the_language_of_labelled_messages_is_told() -> None:
    language = _measured().language
    assert language is not None
    assert language.accuracy >= 0.985
