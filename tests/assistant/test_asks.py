"""Several questions in one message are told apart, and each is answered; articles for different cases are asked between."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relevo.assistant.absent import absent_subjects
from relevo.assistant.answerable import Grounds, chance
from relevo.assistant.asks import asks_of
from relevo.assistant.decide import decide
from relevo.assistant.types import Answer, Clarify, HandOff
from relevo.knowledge.index import Entry, Index
from relevo.understanding.question import read_question

from .library import said, shelf


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("¿Qué me cobráis y cuánto tardáis?", ("Qué me cobráis", "cuánto tardáis")),
        ("How do I leave, and what do I do with the box?", ("How do I leave", "what do I do with the box")),
        ("¿Cuánto cuesta el envío?", ("Cuánto cuesta el envío",)),
        ("Vivo en Soria. Tengo dos gatos. ¿Puedo ir?", ("Puedo ir",)),
        ("hola buenas", ()),
    ],
)
def test_the_questions_of_a_message_are_told_apart(text: str, parts: tuple[str, ...]) -> None:
    assert asks_of(read_question(text)) == parts


def test_each_question_of_a_message_is_answered() -> None:
    decision = decide(said("¿Cuánto cuesta el envío a Palma y a qué hora abre la tienda de Bilbao?"), shelf())
    assert isinstance(decision, Answer)
    assert "7,50 €" in decision.text
    assert "9:30" in decision.text


def club(*bodies: tuple[str, str, str]) -> Index:
    return Index([Entry(name, title, "", text, "es", None, 0) for name, title, text in bodies])


PLANS = club(
    ("mensual.md", "Cancelar un plan mensual", "El plan mensual se cancela hasta 2 días antes y no se devuelve nada."),
    ("anual.md", "Cancelar un plan anual", "Del plan anual se devuelve el dinero si cancelas antes de 14 días."),
    ("horario.md", "Horario", "Abrimos de 9:00 a 20:00."),
)


def test_between_articles_for_different_cases_it_is_asked() -> None:
    decision = decide(said("¿cómo cancelo mi plan y me devolvéis algo?"), PLANS)
    assert isinstance(decision, Clarify)
    assert set(decision.quick_replies) == {"mensual", "anual"}


def test_who_said_which_is_answered() -> None:
    decision = decide(said("¿cómo cancelo mi plan anual y me devolvéis algo?"), PLANS)
    assert isinstance(decision, Answer)
    assert "14 días" in decision.text


@pytest.mark.parametrize("text", ["¿tenéis descuento para estudiantes?", "do you price match?", "¿aceptáis bitcoin?"])
def test_a_subject_that_no_article_speaks_of_goes_to_a_person(text: str) -> None:
    assert absent_subjects(read_question(text), shelf(), "es")
    assert isinstance(decide(said(text), shelf()), HandOff)


def test_a_subject_that_an_article_speaks_of_is_not_absent() -> None:
    index = club(("e.md", "Descuentos", "Los estudiantes tienen un 15 % de descuento con su carné."))
    assert absent_subjects(read_question("¿hay descuento para estudiantes?"), index, "es") == ()


grounds = st.builds(Grounds, *(st.floats(0, 1) for _ in fields(Grounds)))


@given(grounds)
def test_a_chance_is_a_chance(given_: Grounds) -> None:
    assert 0 < chance(given_) < 1


@given(grounds, st.floats(0, 1))
def test_a_missing_subject_never_raises_the_chance_and_coverage_never_lowers_it(given_: Grounds, more: float) -> None:
    assert chance(replace(given_, missing=1.0)) <= chance(replace(given_, missing=0.0))
    assert chance(replace(given_, coverage=1.0)) >= chance(replace(given_, coverage=more))
