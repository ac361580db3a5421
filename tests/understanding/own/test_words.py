"""Words that mean alike point the same way, in both languages."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relevo.understanding.own.words import shipped


def likeness(a: str, b: str, *, inherited: str = "en") -> float:
    return float(shipped().vector(a, inherited=inherited) @ shipped().vector(b, inherited=inherited))


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("my card was stolen", "somebody robbed my debit card", "what time do you open"),
        ("I want my money back", "please refund me", "change my address"),
        ("me robaron la tarjeta de crédito", "my credit card was stolen", "when do you close"),
        ("quiero cancelar mi pedido", "please cancel the order", "la contraseña no funciona"),
    ],
)
def test_texts_that_mean_alike_are_nearer(text: str, near: str, far: str) -> None:
    assert likeness(text, near) > likeness(text, far) + 0.2


def test_an_english_word_in_a_spanish_house_is_known() -> None:
    assert likeness("reimbursement", "refund", inherited="es") > 0.4


@given(st.text(max_size=100))
def test_every_text_has_a_direction_or_none(text: str) -> None:
    length = float(np.linalg.norm(shipped().vector(text, inherited="es")))
    assert length == 0 or abs(length - 1) < 1e-4
