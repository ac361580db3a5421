"""Words that mean the same are found by each other: forms, missing accents, synonyms, the other language."""

import pytest

from relevo.knowledge.index import Entry, Index
from relevo.knowledge.terms import MEANING, slots_of, terms_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("facturación", "facturaciones"),
        ("facturacion", "facturación"),
        ("devolucion", "devoluciones"),
        ("garantias", "garantía"),
        ("telefonos", "teléfono"),
        ("envios", "envío"),
        ("categorias", "categoría"),
    ],
)
def test_forms_of_a_word_share_a_stem_with_and_without_accents(one: str, other: str) -> None:
    assert slots_of(one, "es")[0].stem == slots_of(other, "es")[0].stem


@pytest.mark.parametrize(
    ("spanish", "english"),
    [("devolver", "return"), ("factura", "invoice"), ("tarjeta regalo", "gift card"), ("gastos de envío", "postage"),
     ("friegaplatos", "dishwasher"), ("a plazos", "instalments"), ("aparcamiento", "parking")],
)  # fmt: skip
def test_a_word_and_its_translation_share_a_meaning(spanish: str, english: str) -> None:
    assert set(slots_of(spanish, "es")[0].meanings) & set(slots_of(english, "en")[0].meanings)


@pytest.mark.parametrize("text", ["call it off", "call off the order", "please call my order off"])
def test_a_phrase_is_understood_with_a_little_word_inside(text: str) -> None:
    names = {name for slot in slots_of(text, "en") for name in slot.meanings}
    assert ("cancel" in names) == (text != "please call my order off")


@pytest.mark.parametrize("text", ["cuesta 9,90 €", "it costs MXN 119", "es gratis"])
def test_a_price_answers_how_much(text: str) -> None:
    assert MEANING + "how_much" in set(terms_of(text, "es"))


@pytest.mark.parametrize("text", ["5 días laborables", "within 24 hours", "12 meses"])
def test_a_number_of_days_answers_how_long(text: str) -> None:
    assert MEANING + "how_long" in set(terms_of(text, "es"))


def test_words_that_every_text_has_are_no_slots() -> None:
    assert slots_of("hola, ¿me puedes ayudar con esto, por favor?", "es") == []


def test_a_slip_of_the_finger_still_finds_the_word() -> None:
    index = Index(
        [Entry("a.md", "Aparcamiento", "", "Una hora gratis.", "es"), Entry("b.md", "Envíos", "", "Tres días.", "es")]
    )
    assert index.find("aparcamineto", locale="es", limit=1)[0].entry.article == "a.md"
