"""Slips of the fingers are put right towards the words of the examples, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relevo.understanding.own.spelling import Spelling

SPELLING = Spelling({"reembolso": 3, "tarjeta": 2, "envio": 2, "pedido": 5, "perdido": 1, "card": 4, "visa": 1})


@pytest.mark.parametrize("slip", ["tarejta", "tajeta", "tarrjeta", "tsrjeta", "arjeta"])
def test_a_slip_is_put_right(slip: str) -> None:
    assert SPELLING.right(slip) == "tarjeta"


@pytest.mark.parametrize("word", ["tarjeta", "tarjetas", "targetta", "vis", "cat", "reembolsos", "2024", "visa2"])
def test_known_words_other_forms_short_words_and_two_slips_stay(word: str) -> None:
    assert SPELLING.right(word) == word


def test_the_more_frequent_word_is_meant() -> None:
    assert SPELLING.right("peddido") == "pedido"
    assert Spelling({"pedido": 1, "perdido": 5}).right("peddido") == "perdido"


@given(st.text(max_size=60))
def test_what_was_put_right_stays_as_it_is(word: str) -> None:
    assert SPELLING.right(SPELLING.right(word)) == SPELLING.right(word)
