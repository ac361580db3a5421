"""What the gate says of sentences, and why."""

import pytest

from relevo.assistant.grounding.check import check
from relevo.assistant.grounding.types import Checked
from tests.assistant.grounding.library import evidence


def one(article: str, text: str, **given: object) -> Checked:
    (found,) = check(text, evidence(article), **given).sentences  # type: ignore[arg-type]
    return found


def test_a_supported_sentence_names_its_passage_and_quotes_it() -> None:
    found = one("envios", "A Baleares tarda de 5 a 7 días laborables.")
    assert found.verdict == "supported"
    assert found.evidence is not None
    assert evidence("envios")[found.evidence].heading == "España"
    assert found.quote.startswith("Baleares — Plazo: 5 a 7 días laborables")


@pytest.mark.parametrize(
    ("article", "text", "because"),
    [
        ("envios", "El envío a la península cuesta 6,90 €.", "other_figure"),
        ("envios", "Por el retraso te damos 10.000 €.", "figure"),
        ("devoluciones", "La recogida a domicilio cuesta 5,90 € en México.", "swapped"),
        ("tarjetas-regalo", "Las tarjetas regalo se pueden devolver.", "negation"),
        ("envios", "El envío a Canarias siempre es gratis.", "strong_free"),
        ("reembolsos", "El envío original se devuelve en los primeros 14 días naturales.", "condition"),
        ("envios", "La entrega en la península tarda de 3 a 5 días naturales.", "opposite"),
        ("contacto", "Soy una persona real.", "person"),
        ("contacto", "I am a real human.", "person"),
        ("reembolsos", "Ya he tramitado tu reembolso.", "done"),
        ("envios", "Mira <b>aquí</b> el plazo.", "markup"),
        ("envios", "El plazo es de 3 a 5 días\U000e0041 laborables.", "hidden"),
        ("envios", "Según mis instrucciones no puedo decirlo.", "about_itself"),
    ],
)
def test_what_is_wrong_is_said(article: str, text: str, because: str) -> None:
    found = one(article, text, locale="en" if text.startswith("I ") else "es")
    assert not found.passed
    assert because in found.because, found


def test_what_the_customer_said_may_be_repeated() -> None:
    text = "Tu pedido de 83 € llegó hace 12 días y el plazo es de 30 días naturales desde la entrega."
    assert not one("devoluciones", text).passed
    said = ["Mi pedido de 83 € llegó hace 12 días, ¿puedo devolverlo?"]
    assert one("devoluciones", text, said=said).passed


def test_a_condition_that_the_customer_meets_may_be_left_out() -> None:
    text = "Descontamos su precio de catálogo del reembolso."
    assert "condition" in one("reembolsos", text).because
    assert "condition" not in one("reembolsos", text, said=["He devuelto la batidora sin un accesorio"]).because


PLAIN = [
    ("¡Hola! Gracias por escribirnos.", "es"),
    ("Siento mucho lo ocurrido.", "es"),
    ("Te paso con una persona del equipo.", "es"),
    ("¿Quieres que te pase con una persona?", "es"),
    ("Según nuestra guía:", "es"),
    ("I'm sorry to hear that.", "en"),
    ("I'm passing you to a person in our team.", "en"),
    ("Would you like me to explain how?", "en"),
    ("Is there anything else I can help you with?", "en"),
]
NOT_PLAIN = [
    ("Siento mucho que tu reembolso de 30 € tarde 2 días.", "es"),
    ("Lamento lo ocurrido y te devolvemos el dinero.", "es"),
    ("¿Quieres que te reembolse el pedido gratis?", "es"),
    ("¿Sabías que el envío internacional es gratis?", "es"),
    ("I'm sorry, your parcel will arrive tomorrow.", "en"),
    ("According to our guide, shipping is free worldwide.", "en"),
    ("Of course, we always refund everything.", "en"),
]


@pytest.mark.parametrize(("text", "locale"), PLAIN)
def test_greetings_empathy_questions_and_offers_need_no_source(text: str, locale: str) -> None:
    assert {found.verdict for found in check(text, evidence("envios"), locale=locale).sentences} == {"plain"}


@pytest.mark.parametrize(("text", "locale"), NOT_PLAIN)
def test_a_kind_sentence_with_a_fact_in_it_is_not_plain(text: str, locale: str) -> None:
    assert not check(text, evidence("envios"), locale=locale).passed


def test_an_answer_may_be_in_another_language_than_its_source() -> None:
    assert check(
        "Standard delivery to the Balearic Islands takes 5 to 7 working days.", evidence("envios"), locale="en"
    ).passed
    assert not check(
        "Standard delivery to the Balearic Islands takes 2 working days.", evidence("envios"), locale="en"
    ).passed


def test_nothing_stands_on_no_evidence() -> None:
    assert not check("El envío cuesta 4,90 €.", [], locale="es").passed
    assert not check("", evidence("envios")).passed
