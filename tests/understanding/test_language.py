"""The language of a message is read where it says enough, and inherited where it does not."""

import pytest

from relevo.understanding.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("¿Dónde está mi pedido?", "es"),
        ("donde esta mi pedido q no llega", "es"),
        ("hola", "es"),
        ("gracias", "es"),
        ("where is my order", "en"),
        ("hello", "en"),
        ("thanks a lot!", "en"),
        ("do u guys do anything off for uni students?", "en"),
        ("vull parlar amb una persona si us plau, no funciona res", "ca"),
        ("je voudrais parler à un conseiller s'il vous plaît", "fr"),
    ],
)
def test_the_language_is_read_from_the_text(text: str, code: str) -> None:
    assert language_of(text, inherited="xx").code == code


@pytest.mark.parametrize("text", ["ok", "F4", "CL20441907", "👍", "", "12.500 €"])
@pytest.mark.parametrize("inherited", ["es", "en"])
def test_a_text_that_says_nothing_inherits_the_language_of_the_conversation(text: str, inherited: str) -> None:
    found = language_of(text, inherited=inherited)
    assert (found.code, found.sure) == (inherited, False)
