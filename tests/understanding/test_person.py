"""A wish for a person is heard in many words, and only where there is one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relevo.understanding.person import person_requested

from .person_phrases import DOES_NOT, WANTS_A_PERSON


@pytest.mark.parametrize("phrase", WANTS_A_PERSON)
def test_a_wish_for_a_person_is_heard(phrase: str) -> None:
    assert person_requested(phrase) is not None


@pytest.mark.parametrize("phrase", DOES_NOT)
def test_other_talk_of_people_is_not_taken_for_a_wish(phrase: str) -> None:
    assert person_requested(phrase) is None


@pytest.mark.parametrize("phrase", WANTS_A_PERSON)
def test_capitals_and_missing_accents_change_nothing(phrase: str) -> None:
    plain = phrase.translate(str.maketrans("áéíóúñ", "aeioun"))
    assert person_requested(plain.upper()) is not None


@pytest.mark.parametrize("phrase", ["quiero hablar con una persona", "put me through to an agent"])
def test_a_wish_is_heard_in_the_middle_of_other_things(phrase: str) -> None:
    assert person_requested(f"El pedido CL20441907 no llega. {phrase}. Gracias, Eneko") is not None


def test_the_reason_names_the_words_that_were_heard() -> None:
    request = person_requested("Hola, ¿me pasas con un agente?")
    assert request is not None
    assert "agente" in request.words


@settings(deadline=None)  # a busy machine is no failure
@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    person_requested(text)


def test_the_longest_message_is_read_quickly() -> None:
    long_text = "ayer no me llegó el pedido que hice con mi tarjeta y quiero saber qué pasa con un reembolso " * 85
    started = time.perf_counter()
    person_requested(long_text)
    assert time.perf_counter() - started < 0.5
