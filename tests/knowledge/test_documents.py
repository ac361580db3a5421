"""A file becomes an article with a stable name, a title and a language."""

import pytest

from relevo.kit.errors import Malformed
from relevo.knowledge.documents import read_document


def test_the_first_line_is_the_title() -> None:
    assert read_document("envios.md", "# Envíos y plazos\n\nLlegan en 3 días.").title == "Envíos y plazos"


def test_a_text_without_a_title_is_called_after_its_file() -> None:
    assert read_document("gift-cards.md", "They last two years.").title == "gift cards"


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("# Envíos\n\nEl pedido llega en 3 días a la península.", "es"),
        ("# Shipping\n\nThe order arrives in 3 days.", "en"),
    ],
)
def test_the_language_is_read_from_the_text(text: str, locale: str) -> None:
    assert read_document("a.md", text).locale == locale


def test_a_language_that_is_given_wins() -> None:
    assert read_document("a.md", "The order arrives.", locale="es").locale == "es"


def test_what_could_disguise_text_is_refused() -> None:
    with pytest.raises(Malformed):
        read_document("a.md", "# A\x00B")
