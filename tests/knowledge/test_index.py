"""The passage that answers comes first, and how much of the question it answers to is told."""

import pytest

from relevo.knowledge.index import Entry, Index
from relevo.knowledge.terms import slots_of

SHELF = [
    Entry("envios.md", "Envíos", "España", "El envío a la península tarda 3 días y cuesta 4,90 €.", "es"),
    Entry("shipping.md", "Shipping", "Spain", "Delivery to the mainland takes 3 days and costs €4.90.", "en"),
    Entry("devoluciones.md", "Devoluciones", "", "Tienes 30 días para devolver un artículo.", "es"),
    Entry("care.md", "Care of leather", "", "Leather is cleaned with a dry cloth, never with water.", "en"),
    Entry("parking.md", "Tiendas", "Aparcamiento", "Dos horas gratis con compras desde 30 €.", "es"),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(SHELF)


def names(index: Index, question: str, locale: str) -> list[str]:
    return [hit.entry.article for hit in index.find(question, locale=locale, limit=5)]


@pytest.mark.parametrize(
    ("question", "locale", "article"),
    [
        ("¿cuánto tarda un envio?", "es", "envios.md"),
        ("how long does delivery take?", "en", "shipping.md"),
        ("quiero descambiar una cosa", "es", "devoluciones.md"),
        ("¿cómo limpio el cuero, con agua?", "es", "care.md"),
        ("where can I park?", "en", "parking.md"),
    ],
)
def test_the_passage_that_answers_comes_first(index: Index, question: str, locale: str, article: str) -> None:
    assert names(index, question, locale)[0] == article


@pytest.mark.parametrize(("locale", "article"), [("es", "envios.md"), ("en", "shipping.md")])
def test_of_two_equal_articles_the_one_in_the_readers_language_comes_first(
    index: Index, locale: str, article: str
) -> None:
    question = {"es": "precio del envío", "en": "price of delivery"}[locale]
    assert names(index, question, locale)[0] == article


def test_coverage_falls_with_what_is_not_answered(index: Index) -> None:
    whole = index.find("devolver un artículo", locale="es", limit=1)[0]
    part = index.find("devolver un artículo submarino oxidado", locale="es", limit=1)[0]
    assert whole.coverage > 0.8
    assert part.coverage < 0.6


def test_nothing_is_found_for_words_that_nobody_wrote(index: Index) -> None:
    assert index.find("xylophone quixotic", locale="en", limit=5) == []


def test_an_empty_shelf_finds_nothing() -> None:
    assert Index([]).find("envío", locale="es", limit=5) == []


def test_a_preferred_article_wins_a_tie() -> None:
    twins = Index(
        [
            Entry("a.md", "T", "", "El plazo es de dos días.", "es"),
            Entry("b.md", "T", "", "El plazo es de dos días.", "es"),
        ]
    )
    slots = [(slot, 1.0) for slot in slots_of("plazo", "es")]
    assert twins.search(slots, locale="es", limit=1, prefer=["b.md"])[0].entry.article == "b.md"


def test_of_two_passages_the_one_that_says_it_in_one_sentence_comes_first() -> None:
    shelf = Index(
        [
            Entry("a.md", "", "", "El horno tiene luz. La garantía es aparte. Las piezas llegan en años pares.", "es"),
            Entry(
                "b.md", "", "", "La luz va aparte. La garantía del horno dura tres años. Llegan pares de piezas.", "es"
            ),
        ]
    )
    assert shelf.find("años de garantía del horno", locale="es", limit=2)[0].entry.article == "b.md"


def test_words_in_the_order_of_the_question_come_first() -> None:
    shelf = Index(
        [
            Entry("a.md", "", "", "The card is a gift from the shop to you.", "en"),
            Entry("b.md", "", "", "The gift card is from the shop for you.", "en"),
        ]
    )
    assert shelf.find("gift card", locale="en", limit=2)[0].entry.article == "b.md"


def test_a_word_that_only_begins_alike_is_better_than_none() -> None:
    shelf = Index(
        [
            Entry("a.md", "", "", "Los duques de Borgoña vivieron aquí.", "es"),
            Entry("b.md", "", "", "Los duques de Normandía vivieron aquí.", "es"),
        ]
    )
    assert shelf.find("¿dónde vivió el duque normando?", locale="es", limit=2)[0].entry.article == "b.md"


def test_the_articles_of_the_conversation_are_preferred_in_plain_questions_too() -> None:
    twins = Index([Entry(name, "T", "", "El plazo es de dos días.", "es") for name in ("a.md", "b.md")])
    assert twins.find("plazo", locale="es", limit=1, prefer=["b.md"])[0].entry.article == "b.md"
